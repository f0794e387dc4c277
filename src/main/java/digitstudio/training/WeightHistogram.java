package digitstudio.training;

import java.util.Arrays;

/**
 * How many of some values lie where, on a scale that is symmetric around zero.
 *
 * @param reach the scale goes from -reach to reach
 * @param counts of bins of equal width, not to be written to
 * @param notFinite values that are no numbers and lie in no bin
 */
public record WeightHistogram(double reach, long[] counts, long notFinite) {
  private static final int FINE = 2048;

  /** The finest histogram of some values that is kept, as wide as they reach. */
  public static WeightHistogram of(float[] values) {
    // So that all values of zero still have a scale to lie on.
    double reach = Math.max(LayerWeights.reach(values), Float.MIN_NORMAL);
    long[] counts = new long[FINE];
    long notFinite = 0;
    double perUnit = FINE / (2 * reach);
    for (float value : values) {
      if (Float.isFinite(value)) {
        counts[Math.min(FINE - 1, (int) ((value + reach) * perUnit))]++;
      } else {
        notFinite++;
      }
    }
    return new WeightHistogram(reach, counts, notFinite);
  }

  /**
   * The same values on another scale: the share of them in each bin. A bin that is cut gives to
   * both sides in proportion; what lies beyond the scale is left out.
   *
   * @param scale from -scale to scale
   * @param bins of equal width, at least 1
   */
  public double[] shares(double scale, int bins) {
    double[] shares = new double[bins];
    long total = Arrays.stream(counts).sum() + notFinite;
    if (total == 0) {
      return shares;
    }
    double width = 2 * scale / bins;
    double fine = 2 * reach / counts.length;
    for (int f = 0; f < counts.length; f++) {
      if (counts[f] > 0) {
        double from = (f * fine - reach + scale) / width;
        add(shares, from, from + fine / width, (double) counts[f] / total);
      }
    }
    return shares;
  }

  /** Spreads an amount evenly from one place to another, in bins. */
  private static void add(double[] shares, double from, double to, double amount) {
    int at = (int) Math.floor(from);
    if (to - from < 1e-9 && at >= 0 && at < shares.length) {
      // Too narrow to be cut: the difference would be lost in rounding.
      shares[at] += amount;
      return;
    }
    int first = Math.max(0, at);
    int last = Math.min(shares.length - 1, (int) Math.floor(to));
    for (int bin = first; bin <= last; bin++) {
      double part = Math.min(to, bin + 1) - Math.max(from, bin);
      shares[bin] += amount * Math.max(0, part) / (to - from);
    }
  }
}
