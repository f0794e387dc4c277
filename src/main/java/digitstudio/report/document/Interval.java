package digitstudio.report.document;

/**
 * Where a share lies that was estimated from a count.
 *
 * @param low lower bound
 * @param high upper bound
 */
public record Interval(double low, double high) {
  /** Of the normal distribution, 95 % lie within this many deviations. */
  private static final double Z = 1.959963984540054;

  /** The 95 % interval of a share (Wilson 1927). */
  public static Interval wilson(long right, long total) {
    if (total == 0) {
      return new Interval(0, 1);
    }
    double n = total;
    double share = right / n;
    double middle = share + Z * Z / (2 * n);
    double spread = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
    double scale = 1 + Z * Z / n;
    return new Interval(
        Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale));
  }

  boolean overlaps(Interval other) {
    return low <= other.high && other.low <= high;
  }
}
