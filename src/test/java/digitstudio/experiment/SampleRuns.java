package digitstudio.experiment;

import digitstudio.digits.PixelScaling;
import digitstudio.training.ConfusionMatrix;
import digitstudio.training.EpochResult;
import digitstudio.training.Evaluation;
import digitstudio.training.Model;
import digitstudio.training.Provenance;
import digitstudio.training.RunResult;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Runs whose every number is another, so that none can be mistaken for another. */
final class SampleRuns {
  static final TrainingConfig CONFIG = TrainingConfig.builder().hidden(4).epochs(5).build();
  static final Provenance PROVENANCE =
      new Provenance("Digit Studio 1", "2026-01-02T03:04:05Z", 1, "ab", "17", "Linux", 2, 2, "B");

  private SampleRuns() {}

  /** Lowest validation loss in epoch 3. */
  static EpochResult epoch(int number) {
    return new EpochResult(
        number,
        1.0 / number,
        0.9 + number / 1000.0,
        0.5 + Math.abs(number - 3) / 7.0,
        0.8 + number / 1000.0,
        Math.nextUp(0.1),
        0.001,
        0.25 * number);
  }

  static List<EpochResult> epochs(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(SampleRuns::epoch).toList();
  }

  static RunResult finished(TrainingConfig config, int epochs) {
    Optional<Model> best = Optional.of(model(config, 2));
    return new RunResult(
        config,
        PROVENANCE,
        RunState.FINISHED,
        epochs(epochs),
        3,
        false,
        evaluation(3),
        Optional.of(evaluation(4)),
        evaluation(5),
        12.5,
        model(config, 1),
        best);
  }

  static Evaluation evaluation(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long[][] counts = new long[10][10];
    for (long[] row : counts) {
      for (int i = 0; i < row.length; i++) {
        row[i] = random.nextInt(1000);
      }
    }
    return new Evaluation(random.nextDouble(), new ConfusionMatrix(counts));
  }

  static Model model(TrainingConfig config, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<float[]> parameters = new ArrayList<>();
    config
        .network(784, 10)
        .layers()
        .forEach(
            layer -> {
              parameters.add(values(random, layer.inputs() * layer.units()));
              parameters.add(values(random, layer.units()));
            });
    PixelScaling scaling =
        config.standardization()
            ? new PixelScaling(config.contrastStretching(), true, 0.125, 0.5)
            : new PixelScaling(config.contrastStretching(), false, 0, 1);
    return new Model(config.network(784, 10), scaling, parameters, config, PROVENANCE);
  }

  private static float[] values(SplittableRandom random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return values;
  }

  /** A run from its start to its end. */
  static long recorded(RunStore store, TrainingConfig config) {
    RunRecorder recorder = store.record(config, "", "");
    recorder.prepared(PROVENANCE);
    recorder.stateChanged(RunState.RUNNING);
    epochs(5).forEach(recorder::epochEnded);
    recorder.finished(finished(config, 5));
    return recorder.id();
  }
}
