package digitstudio.report.chart;

/** Finds how much of the value axis the curves of a chart need. */
final class ValueSpan {
  private static final double ROOM = 0.06;

  /** A scale that begins near zero begins at zero. */
  private static final double NEAR_ZERO = 0.25;

  /** Values are drawn from here on, however close to zero a logarithm goes. */
  private static final double MOST_DECADES = 12;

  private final boolean logarithmic;
  private double least = Double.POSITIVE_INFINITY;
  private double greatest = Double.NEGATIVE_INFINITY;

  ValueSpan(boolean logarithmic) {
    this.logarithmic = logarithmic;
  }

  /** Takes in the values that can be drawn. */
  void include(double[] values) {
    for (double value : values) {
      if (Double.isFinite(value) && (value > 0 || !logarithmic)) {
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
      }
    }
  }

  /** The span of all values taken in, with some room around them. */
  Span of(Quantity quantity) {
    if (least > greatest) {
      return nothing(quantity);
    }
    return logarithmic ? logarithmic(quantity) : linear(quantity);
  }

  private Span nothing(Quantity quantity) {
    if (quantity == Quantity.ACCURACY) {
      return logarithmic ? new Span(0.1, 1) : new Span(0, 1);
    }
    return logarithmic ? new Span(0.01, 3) : new Span(0, 2.5);
  }

  private Span linear(Quantity quantity) {
    double length = Math.max(greatest - least, smallest());
    double low = least - ROOM * length;
    if (least >= 0 && (low < 0 || least < NEAR_ZERO * greatest)) {
      low = 0;
    }
    double high = Math.max(greatest, least + smallest()) + ROOM * length;
    return quantity == Quantity.ACCURACY ? share(low, high) : new Span(low, high);
  }

  /** One value alone still gets an axis with a few numbers on it. */
  private double smallest() {
    return Math.max(1e-6, 0.02 * Math.abs(greatest));
  }

  private Span logarithmic(Quantity quantity) {
    double from = Math.max(least, greatest / Math.pow(10, MOST_DECADES));
    double room = Math.max(Math.pow(greatest / from, ROOM), 1.01);
    double high = Math.min(greatest * room, Double.MAX_VALUE / 10);
    return quantity == Quantity.ACCURACY ? share(from / room, high) : new Span(from / room, high);
  }

  /** Nothing is read right more often than always; the line at 100 % keeps half its width. */
  private static Span share(double low, double high) {
    double top = Math.min(high, 1 + 0.01 * (1 - Math.min(low, 0.99)));
    return new Span(Math.min(low, top - 1e-4), top);
  }
}
