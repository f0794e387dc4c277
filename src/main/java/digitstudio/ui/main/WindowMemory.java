package digitstudio.ui.main;

import java.util.Locale;
import java.util.prefs.Preferences;

/** What the window remembers from one start to the next: language, theme, size. */
public final class WindowMemory {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;

  private final Preferences preferences;

  /**
   * @param preferences where it is kept
   */
  public WindowMemory(Preferences preferences) {
    this.preferences = preferences;
  }

  /** The language chosen last; that of the system before any choice. */
  public Locale language() {
    String tag = preferences.get("language", Locale.getDefault().getLanguage());
    return tag.equals(Locale.CHINESE.getLanguage()) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
  }

  public void rememberLanguage(Locale language) {
    preferences.put("language", language.getLanguage());
  }

  public boolean isDark() {
    return preferences.getBoolean("dark", false);
  }

  public void rememberDark(boolean dark) {
    preferences.putBoolean("dark", dark);
  }

  public double width() {
    return preferences.getDouble("width", WIDTH);
  }

  public double height() {
    return preferences.getDouble("height", HEIGHT);
  }

  public boolean isMaximized() {
    return preferences.getBoolean("maximized", false);
  }

  /** Remembers the size; that of a maximised window would be of no use when it no longer is. */
  public void rememberSize(double width, double height, boolean maximized) {
    preferences.putBoolean("maximized", maximized);
    if (!maximized) {
      preferences.putDouble("width", width);
      preferences.putDouble("height", height);
    }
  }
}
