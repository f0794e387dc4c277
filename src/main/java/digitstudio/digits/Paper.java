package digitstudio.digits;

import java.util.Arrays;

/**
 * The tone of a picture's paper: a plane through its border, as a lamp at one side lights it.
 *
 * @param middle tone at the middle of the picture
 * @param across change of tone for each column
 * @param down change of tone for each row
 * @param grain deviation of the paper from the plane
 * @param middleX column of the middle
 * @param middleY row of the middle
 */
record Paper(
    double middle, double across, double down, double grain, double middleX, double middleY) {
  /** Fits of the plane; after each, what is not paper (a digit at the border) is left out. */
  private static final int FITS = 4;

  /** How many deviations from the plane are still paper. */
  private static final double OUTLIER = 3;

  /** Tones so near to the plane are paper however even the rest of it is. */
  private static final double NEAR = 0.02;

  /** From median distance to standard deviation, for a normal distribution. */
  private static final double MEDIAN_TO_DEVIATION = 1.4826;

  /** The tone at a place. */
  double at(int column, int row) {
    return middle + across * (column - middleX) + down * (row - middleY);
  }

  /** Measures the paper of a picture. */
  static Paper of(Ink brightness) {
    int[] border = border(brightness.width(), brightness.height());
    double x = (brightness.width() - 1) / 2.0;
    double y = (brightness.height() - 1) / 2.0;
    double[] tones = new double[border.length];
    for (int i = 0; i < border.length; i++) {
      tones[i] = brightness.values()[border[i]];
    }
    Paper paper = new Paper(median(tones), 0, 0, 0, x, y);
    double limit = Math.max(NEAR, OUTLIER * paper.deviation(brightness, border));
    for (int fit = 0; fit < FITS; fit++) {
      paper = paper.fitted(brightness, border, limit);
      limit = Math.max(NEAR, OUTLIER * paper.grain());
    }
    return paper;
  }

  private static int[] border(int width, int height) {
    int thickness = Math.max(1, Math.min(width, height) / 50);
    int[] places = new int[width * height];
    int count = 0;
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        int fromEdge =
            Math.min(Math.min(row, height - 1 - row), Math.min(column, width - 1 - column));
        if (fromEdge < thickness) {
          places[count++] = row * width + column;
        }
      }
    }
    return Arrays.copyOf(places, count);
  }

  /** Least squares over the border pixels that lie within a distance of this plane. */
  private Paper fitted(Ink brightness, int[] border, double limit) {
    double n = 0;
    double sx = 0;
    double sy = 0;
    double sxx = 0;
    double sxy = 0;
    double syy = 0;
    double st = 0;
    double sxt = 0;
    double syt = 0;
    for (int place : border) {
      int column = place % brightness.width();
      int row = place / brightness.width();
      double tone = brightness.values()[place];
      if (Math.abs(tone - at(column, row)) <= limit) {
        double x = column - middleX;
        double y = row - middleY;
        n++;
        sx += x;
        sy += y;
        sxx += x * x;
        sxy += x * y;
        syy += y * y;
        st += tone;
        sxt += x * tone;
        syt += y * tone;
      }
    }
    double xx = sxx - sx * sx / n;
    double xy = sxy - sx * sy / n;
    double yy = syy - sy * sy / n;
    double xt = sxt - sx * st / n;
    double yt = syt - sy * st / n;
    double determinant = xx * yy - xy * xy;
    if (!(determinant > 1e-9 * xx * yy)) {
      return new Paper(middle, across, down, deviation(brightness, border), middleX, middleY);
    }
    double a = (xt * yy - yt * xy) / determinant;
    double b = (yt * xx - xt * xy) / determinant;
    Paper plane = new Paper((st - a * sx - b * sy) / n, a, b, 0, middleX, middleY);
    return new Paper(plane.middle, a, b, plane.deviation(brightness, border), middleX, middleY);
  }

  private double deviation(Ink brightness, int[] border) {
    double[] distances = new double[border.length];
    for (int i = 0; i < border.length; i++) {
      int column = border[i] % brightness.width();
      int row = border[i] / brightness.width();
      distances[i] = Math.abs(brightness.values()[border[i]] - at(column, row));
    }
    return median(distances) * MEDIAN_TO_DEVIATION;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
