package digitstudio.ui.pad;

import digitstudio.digits.ClassNames;
import digitstudio.digits.DigitImage;
import digitstudio.digits.PixelScaling;
import digitstudio.experiment.KeptWeights;
import digitstudio.experiment.RunSummary;
import digitstudio.text.Problem;
import digitstudio.training.Model;
import digitstudio.training.Provenance;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/** Runs whose networks read always the same digit, whatever is drawn. */
final class MemoryPadRuns implements PadRuns {
  private static final Provenance PROVENANCE =
      new Provenance("Digit Studio 1", "2026-01-02T03:04:05Z", 1, "ab", "17", "Linux", 2, 2, "B");

  final List<RunSummary> runs = new ArrayList<>();
  final Map<Long, Integer> last = new TreeMap<>();
  final Map<Long, Map<Integer, Integer>> epochs = new TreeMap<>();
  final List<LongConsumer> observers = new ArrayList<>();

  /** Thrown by everything that is asked; null for none. */
  Problem problem;

  int modelsRead;

  /** Adds a run that reads a digit, as the newest. */
  RunSummary add(long id, int digit, double learningRate) {
    TrainingConfig config =
        TrainingConfig.builder().hidden(List.of()).learningRate(learningRate).build();
    RunSummary run =
        new RunSummary(
            id,
            "run " + id,
            "",
            false,
            "",
            Instant.ofEpochSecond(id),
            config,
            RunState.FINISHED,
            5,
            Optional.empty(),
            Optional.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.of(0.9),
            1);
    runs.add(0, run);
    last.put(id, digit);
    return run;
  }

  @Override
  public List<RunSummary> runs() {
    fail();
    return List.copyOf(runs);
  }

  @Override
  public Optional<Model> model(long id) {
    fail();
    modelsRead++;
    return Optional.ofNullable(last.get(id)).map(MemoryPadRuns::reading);
  }

  @Override
  public KeptWeights epochs(long id) {
    fail();
    Map<Integer, Integer> kept = epochs.getOrDefault(id, Map.of());
    return new KeptWeights() {
      @Override
      public List<Integer> epochs() {
        return kept.keySet().stream().sorted().toList();
      }

      @Override
      public Optional<Model> at(int epoch) {
        modelsRead++;
        return Optional.ofNullable(kept.get(epoch)).map(MemoryPadRuns::reading);
      }
    };
  }

  @Override
  public void addObserver(LongConsumer observer) {
    observers.add(observer);
  }

  private void fail() {
    if (problem != null) {
      throw problem;
    }
  }

  /** A softmax over biases alone: nine tenths for the digit. */
  private static Model reading(int digit) {
    float[] biases = new float[ClassNames.DIGITS.count()];
    biases[digit] = (float) Math.log(81);
    TrainingConfig config = TrainingConfig.builder().hidden(List.of()).build();
    return new Model(
        config.network(DigitImage.PIXELS, ClassNames.DIGITS.count()),
        PixelScaling.PLAIN,
        List.of(new float[DigitImage.PIXELS * ClassNames.DIGITS.count()], biases),
        config,
        PROVENANCE);
  }
}
