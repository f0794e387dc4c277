package digitstudio.bench;

import java.util.List;

/**
 * One measured quantity.
 *
 * @param name of the quantity, such as {@code batch-128}
 * @param unit {@code s}, {@code ms}, {@code GFLOP/s}, or nothing for a ratio
 * @param value what stands in tables; NaN where it could not be had
 * @param samples the single measurements behind it, in the order they were made
 * @param images timed of each epoch, from which its seconds were scaled; 0 where there is no epoch
 */
public record Figure(String name, String unit, double value, List<Double> samples, int images) {
  public Figure {
    samples = List.copyOf(samples);
  }

  /** The median of measurements. */
  static Figure median(String name, String unit, List<Double> samples, int images) {
    return new Figure(name, unit, middle(samples), samples, images);
  }

  /** The mean of measurements. */
  static Figure mean(String name, String unit, List<Double> samples) {
    double mean = samples.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    return new Figure(name, unit, mean, samples, 0);
  }

  /** How many times another's value this one's is. */
  Figure over(String ratioName, Figure other) {
    double ratio = value / other.value;
    return new Figure(ratioName, "", ratio, List.of(ratio), images);
  }

  private static double middle(List<Double> samples) {
    if (samples.isEmpty()) {
      return Double.NaN;
    }
    double[] sorted = samples.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
