package digitstudio.report.chart;

import java.util.Arrays;

/**
 * Thins a curve to what a screen can show: of each column of pixels its least and its greatest
 * value, in the order in which they came, so that no spike is hidden.
 */
final class PixelColumns {
  private final CurvePoints points;
  private final double[] x;
  private final double[] y;
  private int size;

  private PixelColumns(CurvePoints points, int most) {
    this.points = points;
    x = new double[most];
    y = new double[most];
  }

  /**
   * At most two points a column. A column in which values are not finite keeps one of those, so
   * that the curve stays broken there, beside the finite value that stands out most.
   *
   * @param columns that the span is wide, at least 1; what lies left and right of it gets a column
   *     each
   */
  static CurvePoints thin(CurvePoints points, Span span, int columns) {
    if (points.size() <= 2) {
      return points;
    }
    PixelColumns thinned = new PixelColumns(points, Math.min(points.size(), 2 * (columns + 2)));
    int start = 0;
    while (start < points.size()) {
      long column = column(points.x()[start], span, columns);
      int end = start + 1;
      while (end < points.size() && column(points.x()[end], span, columns) == column) {
        end++;
      }
      thinned.addColumn(start, end);
      start = end;
    }
    return new CurvePoints(
        Arrays.copyOf(thinned.x, thinned.size), Arrays.copyOf(thinned.y, thinned.size));
  }

  private static long column(double place, Span span, int columns) {
    double column = Math.floor((place - span.low()) / span.length() * columns);
    return (long) Math.max(-1, Math.min(columns, column));
  }

  private void addColumn(int start, int end) {
    int least = -1;
    int greatest = -1;
    int broken = -1;
    for (int i = start; i < end; i++) {
      double value = points.y()[i];
      if (!Double.isFinite(value)) {
        broken = i;
      } else {
        least = least < 0 || value < points.y()[least] ? i : least;
        greatest = greatest < 0 || value > points.y()[greatest] ? i : greatest;
      }
    }
    if (broken < 0) {
      add(Math.min(least, greatest), Math.max(least, greatest));
    } else if (least < 0) {
      add(broken, broken);
    } else {
      int standsOut = standsOut(least, greatest);
      add(Math.min(standsOut, broken), Math.max(standsOut, broken));
    }
  }

  private int standsOut(int least, int greatest) {
    double before = size > 0 ? y[size - 1] : Double.NaN;
    return before - points.y()[least] > points.y()[greatest] - before ? least : greatest;
  }

  private void add(int first, int second) {
    add(first);
    if (second != first) {
      add(second);
    }
  }

  private void add(int index) {
    x[size] = points.x()[index];
    y[size] = points.y()[index];
    size++;
  }
}
