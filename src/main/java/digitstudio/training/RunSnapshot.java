package digitstudio.training;

import digitstudio.text.Problem;
import java.util.List;
import java.util.Optional;

/**
 * A run as it stands at one moment, whole and immutable: what the window shows.
 *
 * @param config its settings
 * @param state where it stands
 * @param epoch the epoch under way, counted from 1; 0 while preparing
 * @param step steps done
 * @param stepsPerEpoch steps of one epoch; 0 while preparing
 * @param progress share of all images of all epochs that were seen, 0 to 1
 * @param imagesPerSecond over the last seconds of training; 0 before there are any
 * @param secondsLeft estimate; NaN before there is one
 * @param epochs every epoch that is done
 * @param lossByStep train loss of each step
 * @param accuracyByStep train accuracy of each step
 * @param result once the run has ended, unless it failed
 * @param problem what to tell the person, when it diverged or failed
 */
public record RunSnapshot(
    TrainingConfig config,
    RunState state,
    int epoch,
    long step,
    int stepsPerEpoch,
    double progress,
    double imagesPerSecond,
    double secondsLeft,
    List<EpochResult> epochs,
    Curve lossByStep,
    Curve accuracyByStep,
    Optional<RunResult> result,
    Optional<Problem> problem) {
  public RunSnapshot {
    epochs = List.copyOf(epochs);
  }
}
