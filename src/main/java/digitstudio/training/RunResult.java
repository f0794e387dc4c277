package digitstudio.training;

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
    Model model) {
  public RunResult {
    epochs = List.copyOf(epochs);
  }
}
