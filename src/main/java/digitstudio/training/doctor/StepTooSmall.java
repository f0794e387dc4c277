package digitstudio.training.doctor;

import digitstudio.nn.Settings;
import digitstudio.text.Sentence;
import digitstudio.training.StepSize;
import java.util.Optional;

/**
 * The loss goes down without a jump and far too slowly, and the learning rate is no more than a
 * third of what is usual for its rule ({@value #SMALL}), so that there is room for a larger one.
 *
 * @see SlowDescent
 * @see StepSize
 */
final class StepTooSmall implements Rule {
  private static final double SMALL = 1.0 / 3;

  /** Above this share of guessing ten times the rate would be too small again. */
  private static final double HARDLY_BEGUN = 0.8;

  @Override
  public Optional<Diagnosis> examine(Observation run) {
    StepSize step = new StepSize(run.config(), run.batch());
    if (run.epochs().isEmpty()
        || run.batch() == 0
        || step.overUsual() > SMALL
        || !SlowDescent.shows(run)) {
      return Optional.empty();
    }
    double rate = run.lossShare() > HARDLY_BEGUN ? step.usual() : step.larger();
    Sentence finding =
        Sentence.of(
            "doctor.stepTooSmall",
            run.epochs().size(),
            run.loss(run.last()),
            run.guessing(),
            Settings.number(run.config().learningRate().initial()));
    return Optional.of(
        Remedy.learningRate(run.config(), rate).of(Condition.STEP_TOO_SMALL, finding));
  }
}
