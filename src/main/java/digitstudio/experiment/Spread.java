package digitstudio.experiment;

import digitstudio.text.Sentence;
import java.util.Arrays;
import java.util.Collection;

/**
 * Repeated measurements in two numbers.
 *
 * @param n how many
 * @param mean their mean; NaN of none
 * @param deviation their sample standard deviation, with n - 1; NaN of fewer than two
 */
public record Spread(int n, double mean, double deviation) {
  public static Spread of(double... values) {
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    double deviation = values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
    return new Spread(values.length, mean, deviation);
  }

  public static Spread of(Collection<Double> values) {
    return of(values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** As a share: {@code 97.41 ± 0.08 %}. */
  public Sentence percent() {
    if (n == 0 || Double.isNaN(mean)) {
      return Sentence.of("comparison.nothing");
    }
    return n == 1
        ? Sentence.of("comparison.percent", 100 * mean)
        : Sentence.of("comparison.percentSpread", 100 * mean, 100 * deviation);
  }
}
