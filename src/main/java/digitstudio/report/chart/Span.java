package digitstudio.report.chart;

/**
 * A stretch of an axis.
 *
 * @param low where it begins
 * @param high where it ends, above low
 */
public record Span(double low, double high) {
  public Span {
    if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
      throw new IllegalArgumentException("no span from " + low + " to " + high);
    }
  }

  public double length() {
    return high - low;
  }

  public boolean contains(double value) {
    return value >= low && value <= high;
  }

  /** The value inside the span that is nearest to a value. */
  public double nearest(double value) {
    return Math.max(low, Math.min(high, value));
  }

  /**
   * The span seen through a lens: the value {@code around} stays where it is.
   *
   * @param factor above 1 to look closer
   */
  public Span zoom(double factor, double around) {
    return new Span(around - (around - low) / factor, around + (high - around) / factor);
  }

  public Span shift(double by) {
    return new Span(low + by, high + by);
  }

  /** This span moved, and shortened only if it must be, to lie inside another. */
  public Span within(Span whole) {
    if (length() >= whole.length()) {
      return whole;
    }
    if (low < whole.low) {
      return new Span(whole.low, whole.low + length());
    }
    return high > whole.high ? new Span(whole.high - length(), whole.high) : this;
  }
}
