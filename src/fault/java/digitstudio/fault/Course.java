package digitstudio.fault;

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

/** Runs whose every number follows from their seed, so that whoever knows it can check them. */
final class Course {
  static final Provenance PROVENANCE =
      new Provenance("fault", "2026-01-02T03:04:05Z", 1, "ab", "17", "Linux", 2, 2, "none");

  private Course() {}

  static TrainingConfig config(long seed) {
    return TrainingConfig.builder().hidden(32).epochs(1000).seed(seed).build();
  }

  static EpochResult epoch(long seed, int number) {
    SplittableRandom random = new SplittableRandom(seed + number);
    return new EpochResult(
        number,
        random.nextDouble(),
        random.nextDouble(),
        random.nextDouble(),
        random.nextDouble(),
        random.nextDouble(),
        random.nextDouble(),
        random.nextDouble());
  }

  static List<EpochResult> epochs(long seed, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(number -> epoch(seed, number)).toList();
  }

  static Evaluation evaluation(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long[][] counts = new long[10][10];
    for (long[] row : counts) {
      for (int i = 0; i < row.length; i++) {
        row[i] = random.nextInt(1000);
      }
    }
    return new Evaluation(random.nextDouble(), new ConfusionMatrix(counts));
  }

  static RunResult result(TrainingConfig config, int epochs) {
    return new RunResult(
        config,
        PROVENANCE,
        RunState.FINISHED,
        epochs(config.seed(), epochs),
        1,
        false,
        evaluation(config.seed() + 1),
        Optional.of(evaluation(config.seed() + 2)),
        evaluation(config.seed() + 3),
        epochs,
        model(config, config.seed()),
        Optional.of(model(config, config.seed() + 1)));
  }

  static Model model(TrainingConfig config, long seed) {
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
    return new Model(
        config.network(784, 10), PixelScaling.PLAIN, parameters, config, PROVENANCE);
  }

  private static float[] values(SplittableRandom random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return values;
  }
}
