package digitstudio.training;

import java.util.Arrays;

/**
 * How often each digit was read as each digit.
 *
 * @param counts [true digit][given digit]
 */
public record ConfusionMatrix(long[][] counts) {
  public ConfusionMatrix {
    counts = Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
  }

  /** A copy of the counts, [true digit][given digit]. */
  @Override
  public long[][] counts() {
    return Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
  }

  public int classes() {
    return counts.length;
  }

  /** Images counted. */
  public long total() {
    return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
  }

  /** Share of the images that were read right; 0 of none. */
  public double accuracy() {
    long right = 0;
    for (int digit = 0; digit < counts.length; digit++) {
      right += counts[digit][digit];
    }
    return ratio(right, total());
  }

  /** Of the images read as this digit, the share that were it; 0 if none was read so. */
  public double precision(int digit) {
    return ratio(counts[digit][digit], given(digit));
  }

  /** Of the images of this digit, the share that were read as it; 0 if there is none. */
  public double recall(int digit) {
    return ratio(counts[digit][digit], support(digit));
  }

  /** Harmonic mean of precision and recall; 0 if both are. */
  public double f1(int digit) {
    return ratio(2 * counts[digit][digit], given(digit) + support(digit));
  }

  /** Images of this digit. */
  public long support(int digit) {
    return Arrays.stream(counts[digit]).sum();
  }

  /** Images read as this digit. */
  public long given(int digit) {
    return Arrays.stream(counts).mapToLong(row -> row[digit]).sum();
  }

  private static double ratio(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
