package digitstudio.training;

import digitstudio.text.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of a run so far, written by the trainer's thread and read as {@link RunSnapshot}s
 * by others.
 */
final class RunHistory implements TrainingListener {
  /** Weight of the newest window in the speed shown. */
  private static final double SPEED_SMOOTHING = 0.3;

  private static final double SPEED_WINDOW_SECONDS = 0.5;

  private final TrainingConfig config;
  private final CurveBuilder lossByStep = new CurveBuilder(CurveBuilder.BUCKETS);
  private final CurveBuilder accuracyByStep = new CurveBuilder(CurveBuilder.BUCKETS);
  private List<EpochResult> epochs = List.of();
  private RunState state = RunState.PREPARING;
  private int trainImages;
  private int stepsPerEpoch;
  private long step;
  private long imagesSeen;
  private double imagesPerSecond;
  private long windowStart;
  private long windowImages;
  private Optional<RunResult> result = Optional.empty();
  private Optional<Problem> problem = Optional.empty();

  RunHistory(TrainingConfig config) {
    this.config = config;
  }

  synchronized void begin(int trainImages, int stepsPerEpoch) {
    this.trainImages = trainImages;
    this.stepsPerEpoch = stepsPerEpoch;
    restartClock();
  }

  /** The run goes on from where it once stood. */
  @Override
  public synchronized void resumed(Checkpoint from) {
    step = from.step();
    imagesSeen = from.imagesSeen();
    epochs = from.epochs();
    lossByStep.restore(from.lossByStep());
    accuracyByStep.restore(from.accuracyByStep());
    restartClock();
  }

  private void restartClock() {
    windowStart = System.nanoTime();
    windowImages = imagesSeen;
  }

  @Override
  public synchronized void stepEnded(long step, int images, double loss, int correct) {
    this.step = step;
    lossByStep.add(loss);
    accuracyByStep.add((double) correct / images);
  }

  @Override
  public synchronized void imagesSeen(long imagesOfRun) {
    imagesSeen = imagesOfRun;
    double seconds = (System.nanoTime() - windowStart) / 1e9;
    if (seconds >= SPEED_WINDOW_SECONDS) {
      double speed = (imagesSeen - windowImages) / seconds;
      imagesPerSecond =
          imagesPerSecond == 0
              ? speed
              : (1 - SPEED_SMOOTHING) * imagesPerSecond + SPEED_SMOOTHING * speed;
      restartClock();
    }
  }

  @Override
  public synchronized void epochEnded(EpochResult epoch) {
    epochs = Stream.concat(epochs.stream(), Stream.of(epoch)).toList();
    if (imagesPerSecond == 0 && epoch.seconds() > 0) {
      imagesPerSecond = trainImages / epoch.seconds();
    }
  }

  @Override
  public synchronized void stateChanged(RunState next) {
    state = state.moveTo(next);
    restartClock();
  }

  synchronized void finished(RunResult result) {
    this.result = Optional.of(result);
    problem = result.problem();
    state = state.moveTo(result.state());
  }

  synchronized void failed(Problem problem) {
    this.problem = Optional.of(problem);
    state = state.moveTo(RunState.FAILED);
  }

  synchronized boolean isOver() {
    return state.isOver();
  }

  synchronized RunSnapshot snapshot() {
    double allImages = (double) trainImages * config.epochs();
    double left = imagesPerSecond > 0 ? (allImages - imagesSeen) / imagesPerSecond : Double.NaN;
    int epoch = Math.min(config.epochs(), epochs.size() + 1);
    return new RunSnapshot(
        config,
        state,
        trainImages == 0 ? 0 : (state.isOver() ? epochs.size() : epoch),
        step,
        stepsPerEpoch,
        allImages == 0 ? 0 : Math.min(1, imagesSeen / allImages),
        imagesPerSecond,
        left,
        epochs,
        lossByStep.curve(),
        accuracyByStep.curve(),
        result,
        problem);
  }
}
