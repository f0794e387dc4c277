package digitstudio.digits.scan;

import digitstudio.digits.Ink;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far the rows of a sheet fall to the right, from the neighbours of its digits (O'Gorman 1993),
 * and the sheet turned back.
 */
final class Skew {
  /** Sheets that were turned further than this, in radians, were turned on purpose. */
  private static final double MOST = Math.toRadians(20);

  /** Slopes below this do no harm, and turning would blur. */
  static final double LEAST = Math.toRadians(0.7);

  /** Neighbours that a slope needs at least: two can differ in height. */
  private static final int FEWEST = 3;

  /** Digits of one row are no further apart than so many heights. */
  private static final double FARTHEST = 3.5;

  /** Pixels over which the border is averaged that goes on beyond it: grain would leave stripes. */
  private static final int BEYOND = 8;

  private Skew() {}

  /** The angle of the rows, in radians, positive if they fall; 0 if there are too few digits. */
  static double of(List<List<Box>> rows) {
    List<Box> digits = rows.stream().flatMap(List::stream).toList();
    double[] slopes =
        digits.stream()
            .mapToDouble(digit -> slope(digit, digits))
            .filter(Double::isFinite)
            .toArray();
    if (slopes.length < FEWEST) {
      return 0;
    }
    Arrays.sort(slopes);
    double middle = slopes[slopes.length / 2];
    // The mean of those about the median uses more of what is known than the median alone.
    double angle =
        Math.atan(
            Arrays.stream(slopes)
                .filter(slope -> Math.abs(slope - middle) < 0.15)
                .average()
                .orElse(middle));
    return Math.abs(angle) > MOST ? 0 : angle;
  }

  /** Slope to the nearest digit on the right; NaN if there is none in the row. */
  private static double slope(Box digit, List<Box> digits) {
    double best = Double.POSITIVE_INFINITY;
    double slope = Double.NaN;
    for (Box other : digits) {
      double across = other.middleX() - digit.middleX();
      double down = other.middleY() - digit.middleY();
      boolean alike = Math.abs(other.height() - digit.height()) < 0.3 * digit.height();
      if (alike
          && across > 0.3 * digit.height()
          && across < FARTHEST * digit.height()
          && Math.abs(down) < across * Math.tan(MOST)
          && across < best) {
        best = across;
        slope = down / across;
      }
    }
    return slope;
  }

  /** The sheet turned about its middle by an angle, what comes in from outside as its border. */
  static Ink turned(Ink sheet, double angle) {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    int width = (int) Math.round(sheet.width() * cos + sheet.height() * Math.abs(sin));
    int height = (int) Math.round(sheet.height() * cos + sheet.width() * Math.abs(sin));
    Ink beyond = Grid.mean(Grid.averaged(sheet, BEYOND), 1);
    float[] values = new float[width * height];
    IntStream.range(0, height)
        .parallel()
        .forEach(
            row -> {
              for (int column = 0; column < width; column++) {
                double x = column + 0.5 - width / 2.0;
                double y = row + 0.5 - height / 2.0;
                double fromX = x * cos - y * sin + sheet.width() / 2.0 - 0.5;
                double fromY = x * sin + y * cos + sheet.height() / 2.0 - 0.5;
                boolean inside =
                    fromX >= 0
                        && fromY >= 0
                        && fromX <= sheet.width() - 1
                        && fromY <= sheet.height() - 1;
                values[row * width + column] =
                    inside
                        ? tone(sheet, fromX, fromY)
                        : tone(beyond, fromX / BEYOND, fromY / BEYOND);
              }
            });
    return new Ink(width, height, values);
  }

  private static float tone(Ink sheet, double x, double y) {
    double column = Math.max(0, Math.min(sheet.width() - 1.0, x));
    double row = Math.max(0, Math.min(sheet.height() - 1.0, y));
    int left = (int) column;
    int top = (int) row;
    int right = Math.min(sheet.width() - 1, left + 1);
    int bottom = Math.min(sheet.height() - 1, top + 1);
    double across = column - left;
    double down = row - top;
    float[] tones = sheet.values();
    double above =
        tones[top * sheet.width() + left] * (1 - across)
            + tones[top * sheet.width() + right] * across;
    double below =
        tones[bottom * sheet.width() + left] * (1 - across)
            + tones[bottom * sheet.width() + right] * across;
    return (float) (above * (1 - down) + below * down);
  }
}
