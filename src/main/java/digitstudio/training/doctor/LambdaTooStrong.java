package digitstudio.training.doctor;

import digitstudio.nn.Regularizer;
import digitstudio.nn.Settings;
import digitstudio.text.Sentence;
import java.util.Optional;

/**
 * The penalty holds the weights so small that the network cannot even learn its training images.
 *
 * <p>What counts is λ over the images of a batch, by which a weight shrinks beside its mean
 * gradient. Useful L2 penalties lie at 10⁻⁵ to 10⁻³ there and L1 penalties lower, so that from
 * {@value #L2} and {@value #L1} on the penalty is a likely reason, if the loss stays above a tenth
 * of guessing ({@value #UNLEARNT}; about 93 % of the images read right) after the first epochs.
 */
final class LambdaTooStrong implements Rule {
  private static final double L2 = 0.005;
  private static final double L1 = 0.0005;
  private static final double UNLEARNT = 0.1;
  private static final int EARLIEST = 3;

  /** Where to go on from: well within the useful. */
  private static final double ADVISED_SHARE = 0.02;

  @Override
  public Optional<Diagnosis> examine(Observation run) {
    Regularizer regularizer = run.config().regularizer();
    boolean lasso = regularizer instanceof Regularizer.L1;
    int epochs = run.epochs().size();
    if (!(lasso || regularizer instanceof Regularizer.L2)
        || run.batch() == 0
        || epochs < Math.min(EARLIEST, run.config().epochs())) {
      return Optional.empty();
    }
    double strong = lasso ? L1 : L2;
    double strength = regularizer.lambda() / run.batch();
    if (strength < strong || run.lossShare() < UNLEARNT) {
      return Optional.empty();
    }
    Sentence finding =
        Sentence.of(
            "doctor.lambdaTooStrong",
            Settings.number(regularizer.lambda()),
            run.loss(run.last()),
            run.last().trainAccuracy(),
            run.last().penalty(),
            epochs);
    double lambda = strong * ADVISED_SHARE * run.batch();
    return Optional.of(
        Remedy.lambda(run.config(), lambda).of(Condition.LAMBDA_TOO_STRONG, finding));
  }
}
