package digitstudio.training;

import digitstudio.nn.Reduction;
import digitstudio.nn.Settings;
import digitstudio.text.Problem;
import java.util.List;
import java.util.Optional;

/**
 * How a run ended.
 *
 * @param config its settings
 * @param provenance where it comes from
 * @param state FINISHED, STOPPED or DIVERGED
 * @param epochs every epoch that was completed, or that diverged
 * @param bestEpoch epoch of the lowest validation loss, whose weights are kept under early
 *     stopping; 0 where nothing is held out
 * @param stoppedEarly whether early stopping ended it
 * @param train full evaluation on the images learnt from
 * @param validation full evaluation on the images held out; empty where nothing is
 * @param test full evaluation on the test images
 * @param trainingSeconds of training alone, without evaluation
 * @param model the trained model
 * @param spare the weights that {@code model} has not: under early stopping those of the last step,
 *     else those of the best epoch; empty where they are the same, or nothing is held out
 */
public record RunResult(
    TrainingConfig config,
    Provenance provenance,
    RunState state,
    List<EpochResult> epochs,
    int bestEpoch,
    boolean stoppedEarly,
    Evaluation train,
    Optional<Evaluation> validation,
    Evaluation test,
    double trainingSeconds,
    Model model,
    Optional<Model> spare) {
  public RunResult {
    epochs = List.copyOf(epochs);
  }

  /** A run that has one set of weights. */
  public RunResult(
      TrainingConfig config,
      Provenance provenance,
      RunState state,
      List<EpochResult> epochs,
      int bestEpoch,
      boolean stoppedEarly,
      Evaluation train,
      Optional<Evaluation> validation,
      Evaluation test,
      double trainingSeconds,
      Model model) {
    this(
        config,
        provenance,
        state,
        epochs,
        bestEpoch,
        stoppedEarly,
        train,
        validation,
        test,
        trainingSeconds,
        model,
        Optional.empty());
  }

  /** The network after the last step. */
  public Model last() {
    return config.patience() > 0 ? spare.orElse(model) : model;
  }

  /** The network of the best epoch; empty where nothing is held out. */
  public Optional<Model> best() {
    if (bestEpoch == 0) {
      return Optional.empty();
    }
    return Optional.of(config.patience() > 0 ? model : spare.orElse(model));
  }

  /** What to tell the person of a run that diverged, with what to change; nothing of others. */
  public Optional<Problem> problem() {
    if (state != RunState.DIVERGED) {
      return Optional.empty();
    }
    String key =
        config.reduction() == Reduction.SUM && !config.batchSize().equals(new BatchSize.Fixed(1))
            ? "training.divergedSum"
            : "training.diverged";
    int images = Math.toIntExact(train.confusion().total());
    int batch = config.batchSize() instanceof BatchSize.Fixed fixed ? fixed.images() : images;
    double advised = new StepSize(config, batch).smaller();
    return Optional.of(
        new Problem(
            key,
            epochs.size(),
            Settings.number(config.learningRate().initial()),
            Settings.number(advised)));
  }
}
