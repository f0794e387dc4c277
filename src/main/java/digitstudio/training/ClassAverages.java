package digitstudio.training;

import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;

/**
 * Precision, recall and F1 averaged over the digits.
 *
 * @param precision 0 to 1
 * @param recall 0 to 1
 * @param f1 the mean of the digits' own F1, 0 to 1
 */
public record ClassAverages(double precision, double recall, double f1) {
  /** Every digit counts the same; digits of which there is neither image nor answer do not. */
  public static ClassAverages macro(ConfusionMatrix confusion) {
    return of(
        confusion, digit -> confusion.support(digit) + confusion.given(digit) > 0 ? 1 : 0);
  }

  /** Every digit counts as much as it has images. */
  public static ClassAverages weighted(ConfusionMatrix confusion) {
    return of(confusion, confusion::support);
  }

  private static ClassAverages of(ConfusionMatrix confusion, IntToLongFunction weight) {
    return new ClassAverages(
        mean(confusion, confusion::precision, weight),
        mean(confusion, confusion::recall, weight),
        mean(confusion, confusion::f1, weight));
  }

  private static double mean(
      ConfusionMatrix confusion, IntToDoubleFunction value, IntToLongFunction weight) {
    double sum = 0;
    long weights = 0;
    for (int digit = 0; digit < confusion.classes(); digit++) {
      sum += value.applyAsDouble(digit) * weight.applyAsLong(digit);
      weights += weight.applyAsLong(digit);
    }
    return weights == 0 ? 0 : sum / weights;
  }
}
