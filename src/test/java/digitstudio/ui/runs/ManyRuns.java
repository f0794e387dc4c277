package digitstudio.ui.runs;

import digitstudio.experiment.Presets;
import digitstudio.experiment.RunDetails;
import digitstudio.experiment.RunSummary;
import digitstudio.nn.Activation;
import digitstudio.nn.Optimizer;
import digitstudio.nn.Settings;
import digitstudio.training.BatchSize;
import digitstudio.training.EpochResult;
import digitstudio.training.Provenance;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Collectors;

/** Runs by formula: curves that fall as real ones do, for as many settings as are wanted. */
public final class ManyRuns {
  private static final Instant BEGIN = Instant.parse("2026-11-20T08:00:00Z");
  private static final Provenance PROVENANCE =
      new Provenance(
          "Digit Studio 0.1.0",
          "2026-11-20T08:00:00Z",
          1,
          "8a1f",
          "17",
          "Linux 6.1, amd64",
          2,
          2,
          "OpenBLAS");

  private ManyRuns() {}

  /** Ten of a small sweep with repeats, one that diverged and one that goes on; newest first. */
  public static List<RunDetails> twelve() {
    List<RunDetails> runs = new ArrayList<>();
    long id = 1;
    for (double rate : new double[] {0.01, 0.003, 0.001}) {
      for (int seed = 1; seed <= 3; seed++) {
        TrainingConfig config = TrainingConfig.builder().learningRate(rate).seed(seed).build();
        runs.add(run(id++, config, "learning rate", RunState.FINISHED, 10));
      }
    }
    TrainingConfig deep = Presets.named("deep-three-layers").config();
    runs.add(starred(run(id++, deep, "", RunState.FINISHED, 15)));
    TrainingConfig plain = Presets.named("batch-mbgd").config();
    runs.add(run(id++, plain, "", RunState.DIVERGED, 4));
    TrainingConfig wide = Presets.named("dropout").config();
    runs.add(run(id, wide, "", RunState.RUNNING, 7));
    Collections.reverse(runs);
    return runs;
  }

  /** So many runs of all presets and some more settings, newest first. */
  static List<RunDetails> many(int count, int epochs) {
    Random random = new Random(7);
    List<TrainingConfig> presets = Presets.all().stream().map(Presets.Preset::config).toList();
    List<RunDetails> runs = new ArrayList<>(count);
    for (int i = 1; i <= count; i++) {
      TrainingConfig preset = presets.get(random.nextInt(presets.size()));
      TrainingConfig config =
          preset.toBuilder()
              .learningRate(Math.pow(10, -1 - random.nextInt(4)))
              .seed(random.nextInt(5))
              .epochs(epochs)
              .build();
      String group = i % 3 == 0 ? "sweep " + i / 300 : "";
      RunState state = i % 40 == 0 ? RunState.STOPPED : RunState.FINISHED;
      runs.add(run(i, config, group, state, epochs));
    }
    Collections.reverse(runs);
    return runs;
  }

  static RunDetails run(long id, TrainingConfig config, String group, RunState state, int epochs) {
    List<EpochResult> curve = curve(id, config, state, epochs);
    Optional<EpochResult> last = curve.stream().reduce((first, second) -> second);
    Optional<EpochResult> best =
        curve.stream()
            .filter(epoch -> Double.isFinite(epoch.trainLoss()))
            .min(
                Comparator.comparingDouble(
                    epoch ->
                        Double.isNaN(epoch.validationLoss())
                            ? epoch.trainLoss()
                            : epoch.validationLoss()));
    boolean evaluated = state == RunState.FINISHED || state == RunState.STOPPED;
    OptionalDouble train =
        evaluated ? OptionalDouble.of(last.orElseThrow().trainAccuracy()) : OptionalDouble.empty();
    OptionalDouble validation =
        evaluated && config.validation() > 0
            ? OptionalDouble.of(last.orElseThrow().validationAccuracy())
            : OptionalDouble.empty();
    OptionalDouble test =
        evaluated
            ? OptionalDouble.of(last.orElseThrow().trainAccuracy() - 0.011)
            : OptionalDouble.empty();
    RunSummary summary =
        new RunSummary(
            id,
            name(config),
            "",
            false,
            group,
            BEGIN.plusSeconds(97 * id),
            config,
            state,
            epochs,
            last,
            best,
            train,
            validation,
            test,
            epochs * 1.24);
    return new RunDetails(
        summary,
        Optional.of(PROVENANCE),
        curve,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static List<EpochResult> curve(
      long id, TrainingConfig config, RunState state, int epochs) {
    Random random = new Random(id);
    double speed = 0.35 + 0.1 * Math.abs(Math.log10(config.learningRate().initial()) + 2);
    double floor = 0.04 + 0.03 * random.nextDouble();
    List<EpochResult> curve = new ArrayList<>(epochs);
    for (int epoch = 1; epoch <= epochs; epoch++) {
      double noise = 0.006 * random.nextGaussian() / Math.sqrt(epoch);
      double loss = floor + 0.9 * Math.pow(epoch, -speed * 3) + noise;
      double held = loss + 0.02 + 0.0016 * epoch + 0.006 * random.nextGaussian() / epoch;
      boolean broken = state == RunState.DIVERGED && epoch == epochs;
      boolean without = config.validation() == 0;
      curve.add(
          new EpochResult(
              epoch,
              broken ? Double.NaN : loss,
              broken ? 0.098 : 1 - loss / 4,
              broken || without ? Double.NaN : held,
              without ? Double.NaN : broken ? 0.099 : 1 - held / 4,
              0,
              config.learningRate().initial(),
              1.24));
    }
    return curve;
  }

  private static String name(TrainingConfig config) {
    String hidden =
        config.hidden().isEmpty()
            ? "softmax"
            : config.hidden().stream().map(Object::toString).collect(Collectors.joining("–"))
                + " "
                + activation(config.activation());
    String batch =
        config.batchSize() instanceof BatchSize.Fixed fixed ? "batch " + fixed.images() : "BGD";
    String rate = Settings.number(config.learningRate().initial());
    return hidden + " · " + optimizer(config.optimizer()) + " " + rate + " · " + batch;
  }

  private static String activation(Activation activation) {
    return switch (activation.spelling()) {
      case "relu" -> "ReLU";
      case "leaky-relu" -> "Leaky ReLU";
      default -> activation.spelling();
    };
  }

  private static String optimizer(Optimizer optimizer) {
    String spelling = optimizer.spelling();
    return spelling.equals("sgd")
        ? "SGD"
        : Character.toUpperCase(spelling.charAt(0)) + spelling.substring(1);
  }

  static RunDetails described(RunDetails run, String name, String notes, boolean starred) {
    RunSummary was = run.summary();
    RunSummary now =
        new RunSummary(
            was.id(),
            name,
            notes,
            starred,
            was.group(),
            was.started(),
            was.config(),
            was.state(),
            was.epochs(),
            was.last(),
            was.best(),
            was.trainAccuracy(),
            was.validationAccuracy(),
            was.testAccuracy(),
            was.trainingSeconds());
    return new RunDetails(
        now, run.provenance(), run.epochs(), run.train(), run.validation(), run.test());
  }

  private static RunDetails starred(RunDetails run) {
    return described(run, run.summary().name(), "Three layers help little here.", true);
  }
}
