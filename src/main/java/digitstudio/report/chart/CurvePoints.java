package digitstudio.report.chart;

import java.util.Arrays;

/**
 * Points of a curve in the order of x; a y may be NaN or infinite. The arrays belong to the record
 * and are not changed after it is made.
 *
 * @param x [points], never falling
 * @param y [points]
 */
public record CurvePoints(double[] x, double[] y) {
  /** No points. */
  public static final CurvePoints EMPTY = new CurvePoints(new double[0], new double[0]);

  public CurvePoints {
    if (x.length != y.length) {
      throw new IllegalArgumentException(x.length + " x and " + y.length + " y");
    }
  }

  public int size() {
    return x.length;
  }

  public boolean isEmpty() {
    return x.length == 0;
  }

  /** The same places with other values. */
  public CurvePoints withY(double[] values) {
    return new CurvePoints(x, values);
  }

  /** The last point at or before a place; -1 if there is none. */
  public int lastAtOrBefore(double place) {
    int found = Arrays.binarySearch(x, place);
    int index = found >= 0 ? found : -found - 2;
    while (index >= 0 && index + 1 < x.length && x[index + 1] == place) {
      index++;
    }
    return index;
  }

  /** The point whose place is nearest; -1 if there is none. */
  public int nearest(double place) {
    int before = lastAtOrBefore(place);
    if (before < 0) {
      return isEmpty() ? -1 : 0;
    }
    boolean nextIsNearer = before + 1 < x.length && x[before + 1] - place < place - x[before];
    return nextIsNearer ? before + 1 : before;
  }

  /** The points inside a span and one neighbour on either side, so that lines leave the frame. */
  public CurvePoints around(Span span) {
    int first = Math.max(0, lastBefore(span.low()));
    int last = Math.min(x.length, lastAtOrBefore(span.high()) + 2);
    if (first >= last) {
      return EMPTY;
    }
    return first == 0 && last == x.length
        ? this
        : new CurvePoints(Arrays.copyOfRange(x, first, last), Arrays.copyOfRange(y, first, last));
  }

  private int lastBefore(double place) {
    int index = lastAtOrBefore(place);
    while (index >= 0 && x[index] == place) {
      index--;
    }
    return index;
  }

  /** The last point whose value is finite; -1 if there is none. */
  public int lastFinite() {
    int index = y.length - 1;
    while (index >= 0 && !Double.isFinite(y[index])) {
      index--;
    }
    return index;
  }

  /** The last value; NaN of no points. */
  public double lastY() {
    return isEmpty() ? Double.NaN : y[y.length - 1];
  }
}
