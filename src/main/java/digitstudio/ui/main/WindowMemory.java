package digitstudio.ui.main;

import digitstudio.nn.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.prefs.Preferences;
import javafx.geometry.Rectangle2D;

/**
 * What the window remembers from one start to the next: size and place, the view that was seen, and
 * what stood in the form.
 */
public final class WindowMemory {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;

  /** So much of the window must be seen on a screen for it to be taken hold of. */
  private static final double LEAST_SEEN = 96;

  private static final double LEAST_SIZE = 200;
  private static final double GREATEST_SIZE = 20_000;

  private final Preferences preferences;

  /**
   * @param preferences where it is kept
   */
  public WindowMemory(Preferences preferences) {
    this.preferences = preferences;
  }

  public double width() {
    return size("width", WIDTH);
  }

  public double height() {
    return size("height", HEIGHT);
  }

  private double size(String key, double usual) {
    double kept = preferences.getDouble(key, usual);
    return kept >= LEAST_SIZE && kept <= GREATEST_SIZE ? kept : usual;
  }

  public boolean isMaximized() {
    return preferences.getBoolean("maximized", false);
  }

  /**
   * Where the window stood, if its upper edge is still on a screen.
   *
   * @param screens bounds of those there are now
   */
  public Optional<Rectangle2D> place(List<Rectangle2D> screens) {
    double x = preferences.getDouble("x", Double.NaN);
    double y = preferences.getDouble("y", Double.NaN);
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      return Optional.empty();
    }
    Rectangle2D window = new Rectangle2D(x, y, width(), height());
    return screens.stream().anyMatch(screen -> holds(screen, window))
        ? Optional.of(window)
        : Optional.empty();
  }

  private static boolean holds(Rectangle2D screen, Rectangle2D window) {
    double across =
        Math.min(screen.getMaxX(), window.getMaxX()) - Math.max(screen.getMinX(), window.getMinX());
    boolean topSeen =
        window.getMinY() >= screen.getMinY() && window.getMinY() <= screen.getMaxY() - LEAST_SEEN;
    return across >= LEAST_SEEN && topSeen;
  }

  /**
   * Remembers place and size; those of a maximised window would be of no use when it no longer is.
   */
  public void remember(Rectangle2D window, boolean maximized) {
    preferences.putBoolean("maximized", maximized);
    if (!maximized) {
      preferences.putDouble("x", window.getMinX());
      preferences.putDouble("y", window.getMinY());
      preferences.putDouble("width", window.getWidth());
      preferences.putDouble("height", window.getHeight());
    }
  }

  /** The view that was seen last; Train before any, or if it is no longer known. */
  public Place view() {
    String kept = preferences.get("view", "");
    return Arrays.stream(Place.values())
        .filter(place -> Spelling.of(place).equals(kept))
        .findFirst()
        .orElse(Place.TRAIN);
  }

  public void rememberView(Place place) {
    preferences.put("view", Spelling.of(place));
  }

  /** What stood in the form; empty before any. */
  public Optional<String> form() {
    return Optional.ofNullable(preferences.get("form", null));
  }

  /** Remembers what stands in the form, unless it is longer than can be kept. */
  public void rememberForm(String form) {
    if (form.length() <= Preferences.MAX_VALUE_LENGTH) {
      preferences.put("form", form);
    } else {
      preferences.remove("form");
    }
  }

  /**
   * Where a split stood, as a share of its length.
   *
   * @param name of the split
   */
  public double split(String name, double usual) {
    double kept = preferences.getDouble("split." + name, usual);
    return kept >= 0 && kept <= 1 ? kept : usual;
  }

  public void rememberSplit(String name, double share) {
    preferences.putDouble("split." + name, share);
  }
}
