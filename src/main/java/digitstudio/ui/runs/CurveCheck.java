package digitstudio.ui.runs;

import digitstudio.training.EpochResult;
import java.util.List;

/**
 * How the curve of a run that was trained again compares with the one that was kept.
 *
 * @param outcome what came of it
 * @param epochs how many were compared
 * @param epoch the first one that is not the same to the last bit; 0 if all are
 * @param difference the largest one between two losses or accuracies
 */
record CurveCheck(Outcome outcome, int epochs, int epoch, double difference) {
  /** What rounding in another order, as on another number of threads, comes to at most. */
  static final double TOLERANCE = 1e-4;

  enum Outcome {
    /** The same to the last bit, as far as both go. */
    IDENTICAL,
    /** Apart by no more than the tolerance. */
    WITHIN,
    DIFFERENT,
    /** One of the two has no epoch. */
    NOTHING
  }

  /** Compares the epochs that both curves have. */
  static CurveCheck of(List<EpochResult> kept, List<EpochResult> again) {
    int epochs = Math.min(kept.size(), again.size());
    int first = 0;
    double largest = 0;
    for (int i = 0; i < epochs; i++) {
      double difference = difference(kept.get(i), again.get(i));
      if (difference > 0 && first == 0) {
        first = kept.get(i).epoch();
      }
      largest = Math.max(largest, difference);
    }
    Outcome outcome =
        epochs == 0
            ? Outcome.NOTHING
            : first == 0
                ? Outcome.IDENTICAL
                : largest <= TOLERANCE ? Outcome.WITHIN : Outcome.DIFFERENT;
    return new CurveCheck(outcome, epochs, first, largest);
  }

  private static double difference(EpochResult kept, EpochResult again) {
    return Math.max(
        Math.max(
            difference(kept.trainLoss(), again.trainLoss()),
            difference(kept.trainAccuracy(), again.trainAccuracy())),
        Math.max(
            difference(kept.validationLoss(), again.validationLoss()),
            difference(kept.validationAccuracy(), again.validationAccuracy())));
  }

  /** Zero for the same bits; values that are not numbers are the same as their like. */
  private static double difference(double kept, double again) {
    if (Double.compare(kept, again) == 0) {
      return 0;
    }
    double difference = Math.abs(kept - again);
    return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
  }
}
