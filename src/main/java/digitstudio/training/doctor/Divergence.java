package digitstudio.training.doctor;

import digitstudio.nn.Settings;
import digitstudio.text.Sentence;
import digitstudio.training.EpochResult;
import digitstudio.training.RunState;
import digitstudio.training.StepSize;
import java.util.Optional;

/**
 * The loss is no finite number any more, or it has risen well above that of guessing.
 *
 * <p>A network that knows nothing guesses, at a loss of ln 10; only one whose weights were thrown
 * about is confidently wrong. The first epoch's mean of a run that recovers can lie above, and so
 * does that of wide initial weights, which then falls, and a single step too far in batch gradient
 * descent: one and a half times guessing is asked for ({@value #ABOVE_GUESSING}) in each of the
 * last {@value #EPOCHS} epochs, and a rise above an earlier one or a rate of {@value #LARGE} times
 * the usual one.
 */
final class Divergence implements Rule {
  private static final double ABOVE_GUESSING = 1.5;
  private static final int EPOCHS = 3;
  private static final double LARGE = 5;

  @Override
  public Optional<Diagnosis> examine(Observation run) {
    boolean ended = run.state() == RunState.DIVERGED;
    if (!ended && !hasRisen(run)) {
      return Optional.empty();
    }
    double loss = run.epochs().isEmpty() ? Double.NaN : run.last().trainLoss();
    double rate = run.config().learningRate().initial();
    int epoch = Math.max(1, run.epochs().size());
    Sentence finding =
        ended || !Double.isFinite(loss)
            ? Sentence.of("doctor.divergence.notFinite", epoch, Settings.number(rate))
            : Sentence.of("doctor.divergence", epoch, loss, run.guessing());
    double smaller = new StepSize(run.config(), run.batch()).smaller();
    return Optional.of(
        Remedy.learningRate(run.config(), smaller).of(Condition.DIVERGENCE, finding));
  }

  private static boolean hasRisen(Observation run) {
    if (run.epochs().isEmpty()) {
      return false;
    }
    int done = run.epochs().size();
    double lowest =
        run.epochs().stream().mapToDouble(EpochResult::trainLoss).min().orElse(Double.NaN);
    StepSize step = new StepSize(run.config(), run.batch());
    double bound = ABOVE_GUESSING * run.guessing();
    return !Double.isFinite(run.last().trainLoss())
        || (done >= EPOCHS
            && (run.last().trainLoss() > lowest || step.overUsual() > LARGE)
            && run.epochs().subList(done - EPOCHS, done).stream()
                .allMatch(epoch -> epoch.trainLoss() > bound));
  }
}
