package digitstudio.digits.scan;

import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitNormalizer;
import digitstudio.digits.Ink;
import digitstudio.digits.PictureReader;
import digitstudio.text.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A picture of written digits, photographed or scanned, whose rows lie level: where its digits are,
 * and each of them as the network is shown it.
 *
 * <p>What is ink is told by its darkness beside the paper around it, so that light may fall off and
 * shadows may lie over the sheet; it may be written dark on light or light on dark.
 */
public final class Sheet {
  /** Longer side that a picture is read with: three hundred digits on it are still clear. */
  private static final int LARGEST = 1200;

  /** Longer side of the copy on which the light, the pen and the skew are measured. */
  private static final int OVERVIEW = 480;

  /** More spots of a digit's size than this are no sheet of digits. */
  private static final int MOST_DIGITS = 500;

  /** What lies inside a box with less than this share of itself belongs to a neighbour. */
  private static final double OWN = 0.5;

  /** Spots in a box of less than this share of the largest are dirt. */
  private static final double DIRT = 0.02;

  private final Ink brightness;
  private final Flattened flat;
  private final Spots spots;
  private final List<List<Box>> rows;

  /**
   * Reads a PNG or JPEG of up to a thousand million pixels.
   *
   * @throws Problem naming the file, if it is no picture, or no digit can be made out on it
   */
  public static Sheet read(Path file) {
    return find(file)
        .orElseThrow(() -> new Problem("scan.noDigits", String.valueOf(file.getFileName())));
  }

  /**
   * Reads a PNG or JPEG as {@link #read} does; empty if no digit can be made out on it.
   *
   * @throws Problem naming the file, if it is no picture, or has more spots than digits ever are
   */
  public static Optional<Sheet> find(Path file) {
    Optional<Sheet> sheet = of(PictureReader.brightness(file, LARGEST));
    int digits = sheet.map(found -> found.boxes().size()).orElse(0);
    if (digits > MOST_DIGITS) {
      String name = String.valueOf(file.getFileName());
      throw new Problem("scan.tooMany", name, digits, MOST_DIGITS);
    }
    return sheet.filter(found -> digits > 0);
  }

  /**
   * Looks for the digits of a picture; empty if it is blank.
   *
   * @param brightness 0 for black to 1 for white
   */
  public static Optional<Sheet> of(Ink brightness) {
    int longest = Math.max(brightness.width(), brightness.height());
    Ink small = Grid.averaged(brightness, (longest + OVERVIEW - 1) / OVERVIEW);
    return Flattened.of(small)
        .flatMap(
            overview -> {
              double angle = Skew.of(Layout.of(spots(overview), overview.darkness()));
              Ink level =
                  Math.abs(angle) < Skew.LEAST ? brightness : Skew.turned(brightness, angle);
              return overview.finer(level).map(flat -> new Sheet(level, flat));
            });
  }

  private Sheet(Ink brightness, Flattened flat) {
    this.brightness = brightness;
    this.flat = flat;
    spots = spots(flat);
    rows = Layout.of(spots, flat.darkness()).stream().map(List::copyOf).toList();
  }

  private static Spots spots(Flattened flat) {
    return Spots.of(flat.marked(), flat.darkness().width(), flat.darkness().height());
  }

  /** Columns. */
  public int width() {
    return brightness.width();
  }

  /** Rows of pixels. */
  public int height() {
    return brightness.height();
  }

  /** The picture itself, its rows level: 0 for black to 1 for white. */
  public Ink brightness() {
    return brightness;
  }

  /** The digits that were found, row by row from the top, each row from the left. */
  public List<List<Box>> rows() {
    return rows;
  }

  /** The digits that were found, in the order they are read. */
  public List<Box> boxes() {
    return rows.stream().flatMap(List::stream).toList();
  }

  /** Boxes in the order they are read: row by row from the top, each row from the left. */
  public static List<List<Box>> inRows(List<Box> boxes) {
    return Layout.inRows(boxes);
  }

  /**
   * What lies in a box, as the network is shown it; empty if nothing does. Ink that reaches in from
   * a neighbour is left out.
   */
  public Optional<DigitImage> image(Box wanted) {
    Box box = wanted.within(width(), height());
    Set<Integer> own = own(box);
    if (own.isEmpty()) {
      return Optional.empty();
    }
    double full = fullInk(box, own);
    Ink darkness = flat.darkness();
    int border = (int) Math.ceil(flat.pen() / 2) + 1;
    Box around =
        new Box(
                box.left() - border,
                box.top() - border,
                box.width() + 2 * border,
                box.height() + 2 * border)
            .within(width(), height());
    float[] values = new float[around.width() * around.height()];
    for (int row = 0; row < around.height(); row++) {
      for (int column = 0; column < around.width(); column++) {
        int x = around.left() + column;
        int y = around.top() + row;
        if (isOwn(x, y, own)) {
          double ink = darkness.values()[y * width() + x] / full;
          values[row * around.width() + column] = (float) Math.max(0, Math.min(1, ink));
        }
      }
    }
    return DigitNormalizer.normalize(new Ink(around.width(), around.height(), values));
  }

  /** Numbers of the spots that belong to a box. */
  private Set<Integer> own(Box box) {
    Map<Integer, Integer> inside = new HashMap<>();
    for (int row = box.top(); row < box.bottom(); row++) {
      for (int column = box.left(); column < box.right(); column++) {
        if (spots.at(column, row) > 0) {
          inside.merge(spots.at(column, row), 1, Integer::sum);
        }
      }
    }
    Map<Integer, Integer> mostly = new HashMap<>(inside);
    mostly.entrySet().removeIf(spot -> spot.getValue() < OWN * spots.pixels(spot.getKey()));
    // A box drawn by hand around a part of something means that part.
    Map<Integer, Integer> meant = mostly.isEmpty() ? inside : mostly;
    int largest = meant.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    Set<Integer> own = new HashSet<>(meant.keySet());
    own.removeIf(number -> meant.get(number) < DIRT * largest);
    return own;
  }

  /** Whether a place is a spot's, or of the blur along its edge. */
  private boolean isOwn(int x, int y, Set<Integer> own) {
    int here = spots.at(x, y);
    if (here > 0) {
      return own.contains(here);
    }
    for (int row = Math.max(0, y - 1); row <= Math.min(height() - 1, y + 1); row++) {
      for (int column = Math.max(0, x - 1); column <= Math.min(width() - 1, x + 1); column++) {
        if (own.contains(spots.at(column, row))) {
          return true;
        }
      }
    }
    return false;
  }

  /** The darkness that counts as full ink: nine tenths of the digit are no darker. */
  private double fullInk(Box box, Set<Integer> own) {
    List<Float> tones = new ArrayList<>();
    for (int row = box.top(); row < box.bottom(); row++) {
      for (int column = box.left(); column < box.right(); column++) {
        if (own.contains(spots.at(column, row))) {
          tones.add(flat.darkness().values()[row * width() + column]);
        }
      }
    }
    tones.sort(null);
    return tones.get((int) ((tones.size() - 1) * 0.9));
  }
}
