package digitstudio.training.doctor;

import digitstudio.text.Sentence;
import digitstudio.training.EpochResult;
import digitstudio.training.StepSize;
import java.util.Comparator;
import java.util.Optional;

/**
 * Train and validation part: the loss of the images held out has risen for epochs while that of the
 * images learnt from still falls.
 *
 * <p>Risen: to {@value #RISE} of its lowest, at least {@value #EPOCHS} epochs after it; one epoch's
 * noise stays below. Still falling: the train loss is at most {@value #FALL} of what it was in that
 * epoch. A run under early stopping ends with its best epoch's weights, so that nothing is lost.
 */
final class Overfitting implements Rule {
  private static final double RISE = 1.2;
  private static final double FALL = 0.8;
  private static final int EPOCHS = 3;

  /** Above so many times the usual rate the weights grow by the steps rather than by the images. */
  private static final double LARGE = 15;

  @Override
  public Optional<Diagnosis> examine(Observation run) {
    if (run.epochs().isEmpty() || run.config().patience() > 0) {
      return Optional.empty();
    }
    EpochResult last = run.last();
    return run.epochs().stream()
        .filter(epoch -> Double.isFinite(epoch.validationLoss()))
        .min(Comparator.comparingDouble(EpochResult::validationLoss))
        .filter(
            best ->
                last.epoch() - best.epoch() >= EPOCHS
                    && last.validationLoss() >= RISE * best.validationLoss()
                    && last.trainLoss() <= FALL * best.trainLoss())
        .map(
            best ->
                remedy(run)
                    .of(
                        Condition.OVERFITTING,
                        Sentence.of(
                            "doctor.overfitting",
                            best.epoch(),
                            last.epoch(),
                            best.validationLoss(),
                            last.validationLoss(),
                            best.trainLoss(),
                            last.trainLoss())));
  }

  private static Remedy remedy(Observation run) {
    StepSize step = new StepSize(run.config(), run.batch());
    return step.overUsual() > LARGE
        ? Remedy.learningRate(run.config(), step.smaller())
        : Remedy.patience(run.config(), EPOCHS);
  }
}
