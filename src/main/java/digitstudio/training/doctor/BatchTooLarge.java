package digitstudio.training.doctor;

import digitstudio.text.Sentence;
import java.util.Optional;

/**
 * The loss goes down without a jump and far too slowly, and the batches are so large that an epoch
 * has but a few steps.
 *
 * <p>The gradient of 256 images ({@value #LARGE}) is exact enough for MNIST: of a larger batch,
 * most of the time goes into an exactness that no step makes use of. A batch is to blame where an
 * epoch has fewer than {@value #FEW_STEPS} steps.
 *
 * @see SlowDescent
 */
final class BatchTooLarge implements Rule {
  private static final int LARGE = 256;
  private static final int FEW_STEPS = 50;

  @Override
  public Optional<Diagnosis> examine(Observation run) {
    if (run.epochs().isEmpty()
        || run.batch() <= LARGE
        || run.stepsPerEpoch() >= FEW_STEPS
        || !SlowDescent.shows(run)) {
      return Optional.empty();
    }
    Sentence finding =
        Sentence.of(
            "doctor.batchTooLarge",
            run.batch(),
            run.stepsPerEpoch(),
            run.epochs().size(),
            run.loss(run.last()),
            run.guessing());
    return Optional.of(
        Remedy.smallerBatch(run.config(), run.batch()).of(Condition.BATCH_TOO_LARGE, finding));
  }
}
