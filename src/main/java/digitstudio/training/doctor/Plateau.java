package digitstudio.training.doctor;

import digitstudio.nn.Initializer;
import digitstudio.nn.LearningRate;
import digitstudio.text.Sentence;
import digitstudio.training.EpochResult;
import digitstudio.training.StepSize;
import digitstudio.training.TrainingConfig;
import java.util.List;
import java.util.Optional;

/**
 * The loss has not become better for epochs, at a level that is not good.
 *
 * <p>Not better: the lowest loss of the last fifth of the epochs, and of {@value #WINDOW} at least,
 * is less than {@value #PROGRESS} below the lowest before them; noise alone brings more in a run
 * that learns. Not good: above {@value #UNLEARNT} of guessing, about 93 % of the images read right.
 * Before half of the epochs are done a level may be but a pause, as it is in deep networks whose
 * weights begin small.
 */
final class Plateau implements Rule {
  private static final int WINDOW = 5;
  private static final double PROGRESS = 0.02;
  private static final double UNLEARNT = 0.1;

  /** A loss above this share of that of guessing has not begun to learn. */
  private static final double NOT_BEGUN = 0.95;

  private static final int NARROW = 16;
  private static final int WIDER = 64;
  private static final int HIDDEN = 256;

  @Override
  public Optional<Diagnosis> examine(Observation run) {
    int window = Math.max(WINDOW, run.epochs().size() / 5);
    if (!run.isRipe()
        || run.epochs().size() < 2 * window
        || run.stoppedEarly()
        || run.lossShare() < UNLEARNT) {
      return Optional.empty();
    }
    List<EpochResult> epochs = run.epochs();
    int from = epochs.size() - window;
    double before = lowest(run, epochs.subList(0, from));
    double lately = lowest(run, epochs.subList(from, epochs.size()));
    if (lately < (1 - PROGRESS) * before) {
      return Optional.empty();
    }
    Sentence finding =
        Sentence.of("doctor.plateau", window, before, lately, run.last().trainAccuracy());
    return remedy(run, lately).map(remedy -> remedy.of(Condition.PLATEAU, finding));
  }

  private static double lowest(Observation run, List<EpochResult> epochs) {
    return epochs.stream().mapToDouble(run::loss).min().orElse(Double.NaN);
  }

  private static Optional<Remedy> remedy(Observation run, double loss) {
    TrainingConfig config = run.config();
    StepSize step = new StepSize(config, run.batch());
    boolean constant = config.learningRate() instanceof LearningRate.Constant;
    if (loss > NOT_BEGUN * run.guessing()) {
      return config.initializer() instanceof Initializer.Normal && !config.hidden().isEmpty()
          ? Optional.of(Remedy.initializer(config, fitting(config)))
          : Optional.empty();
    }
    if (config.hidden().isEmpty()) {
      return step.overUsual() > 2
          ? Optional.of(Remedy.learningRate(config, step.smaller()))
          : Optional.of(Remedy.hidden(config, List.of(HIDDEN)));
    }
    if (config.hidden().stream().anyMatch(units -> units < NARROW)) {
      return Optional.of(
          Remedy.hidden(
              config, config.hidden().stream().map(units -> Math.max(WIDER, units)).toList()));
    }
    return constant && step.overUsual() >= 1
        ? Optional.of(Remedy.learningRate(config, step.smaller()))
        : Optional.empty();
  }

  private static Initializer fitting(TrainingConfig config) {
    String activation = config.activation().spelling();
    return activation.endsWith("relu") ? new Initializer.He() : new Initializer.Xavier();
  }
}
