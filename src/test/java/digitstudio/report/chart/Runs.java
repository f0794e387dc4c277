package digitstudio.report.chart;

import digitstudio.training.Curve;
import digitstudio.training.EpochResult;
import digitstudio.training.RunSnapshot;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Runs as the charts are shown them, made by formula. */
public final class Runs {
  public static final int STEPS_PER_EPOCH = 4;

  private Runs() {}

  /** After so many epochs of ten: train loss 1/e, validation loss lowest at epoch 3. */
  public static RunSnapshot after(int epochs) {
    return of(
        TrainingConfig.DEFAULT,
        RunState.RUNNING,
        IntStream.rangeClosed(1, epochs).mapToObj(Runs::epoch).toList(),
        steps(epochs * STEPS_PER_EPOCH, 1));
  }

  public static EpochResult epoch(int epoch) {
    double validation = 0.1 + 0.01 * Math.abs(epoch - 3);
    return new EpochResult(
        epoch, 1.0 / epoch, 1 - 0.1 / epoch, validation, 0.95 - 0.001 * epoch, 0, 0.001, 1);
  }

  /** Two epochs, and a third one that broke off at its second step. */
  public static RunSnapshot diverged() {
    EpochResult last = new EpochResult(3, Double.NaN, 0.2, Double.NaN, 0.1, 0, 0.001, 1);
    Curve curve = steps(10, 1);
    curve.mean()[9] = Float.POSITIVE_INFINITY;
    return of(TrainingConfig.DEFAULT, RunState.DIVERGED, List.of(epoch(1), epoch(2), last), curve);
  }

  public static RunSnapshot withoutValidation(int epochs) {
    TrainingConfig config = TrainingConfig.builder().validation(0).build();
    List<EpochResult> results =
        IntStream.rangeClosed(1, epochs)
            .mapToObj(e -> new EpochResult(e, 1.0 / e, 0.9, Double.NaN, Double.NaN, 0, 0.001, 1))
            .toList();
    return of(config, RunState.RUNNING, results, steps(epochs * STEPS_PER_EPOCH, 1));
  }

  /** A curve whose mean falls from 2, with least and greatest 0.5 apart. */
  public static Curve steps(int buckets, int stepsPerBucket) {
    float[] least = new float[buckets];
    float[] greatest = new float[buckets];
    float[] mean = new float[buckets];
    for (int i = 0; i < buckets; i++) {
      mean[i] = 2f / (i + 1);
      least[i] = mean[i] - 0.25f;
      greatest[i] = mean[i] + 0.25f;
    }
    return new Curve(stepsPerBucket, (long) buckets * stepsPerBucket, least, greatest, mean);
  }

  public static RunSnapshot of(
      TrainingConfig config, RunState state, List<EpochResult> epochs, Curve curve) {
    return new RunSnapshot(
        config,
        state,
        epochs.size(),
        curve.steps(),
        STEPS_PER_EPOCH,
        0,
        0,
        Double.NaN,
        epochs,
        curve,
        curve,
        Optional.empty(),
        Optional.empty());
  }
}
