package digitstudio.experiment;

import digitstudio.nn.Optimizer;
import digitstudio.nn.Settings;
import digitstudio.nn.Spelling;
import digitstudio.text.Problem;
import digitstudio.training.TrainingConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The tables of the report, every row tied to its preset and to the figures the report gives. */
public final class ReportTables {
  /**
   * One table.
   *
   * @param name as the presets group it, such as {@code activation}
   * @param rows in the report's order, each extra row after the one it explains
   */
  public record Table(String name, List<Row> rows) {
    public Table {
      rows = List.copyOf(rows);
    }

    /** Key of the name a person reads. */
    public String titleKey() {
      return "presetGroup." + name;
    }
  }

  /**
   * One row.
   *
   * @param name of its preset, or of its own if it is an extra one
   * @param titleKey key of the name a person reads
   * @param config its settings
   * @param figures what the report says
   * @param settled whether training has come so far that chance moves the accuracy but little
   * @param doubt what is doubtful about the report's figures; empty for most
   * @param extra whether the report has no such row: it shows what its figures would need
   */
  public record Row(
      String name,
      String titleKey,
      TrainingConfig config,
      Figures figures,
      boolean settled,
      Optional<Doubt> doubt,
      boolean extra) {}

  /**
   * What the report says of a row.
   *
   * @param test accuracy on the test images, in percent; empty where it shows a curve alone
   * @param train likewise on the training images
   * @param seconds that the training took then
   */
  public record Figures(OptionalDouble test, OptionalDouble train, OptionalDouble seconds) {
    static final Figures NONE =
        new Figures(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
  }

  /** What is doubtful about figures of the report. */
  public enum Doubt {
    /** With its η of 0.00001 Adam cannot have come so far. */
    ADAM_RATE,
    /** It fits a μ of 0.8 rather than 0.9. */
    MOMENTUM_SHARE,
    /** Two hidden layers come further in 200 epochs than it says. */
    DEEP_AT_200,
    /** It does not give λ. */
    LAMBDA_NOT_GIVEN;

    /** Key of the sentence that says so. */
    public String key() {
      return "reproduction.doubt." + Spelling.of(this);
    }
  }

  /** The report's test %, train % and minutes with seconds, by preset. */
  private static final Map<String, Figures> FIGURES =
      Map.ofEntries(
          testOnly("depth-256-100", 91.76, 1, 19.15),
          testOnly("depth-256-128-100", 79.24, 1, 52.29),
          testOnly("depth-256-200", 93.74, 2, 42.64),
          testOnly("depth-256-128-200", 89.01, 4, 4.77),
          figures("activation-relu-100", 91.83, 91.61, 1, 26.94),
          figures("activation-leaky-relu-100", 91.85, 92.37, 1, 35.32),
          figures("activation-tanh-100", 91.27, 91.05, 2, 46.32),
          figures("activation-sigmoid-100", 78.12, 77.61, 2, 37.22),
          figures("activation-relu-200", 93.89, 93.65, 2, 58.42),
          figures("activation-leaky-relu-200", 93.78, 93.67, 3, 28.27),
          figures("activation-tanh-200", 92.38, 92.41, 5, 41.07),
          figures("activation-sigmoid-200", 89.23, 87.96, 5, 11.51),
          figures("batch-bgd", 91.83, 91.61, 1, 26.94),
          figures("batch-mbgd", 97.33, 98.09, 1, 18.64),
          figures("batch-sgd", 97.78, 99.32, 7, 34.93),
          figures("optimizer-momentum", 95.67, 95.72, 1, 11.06),
          figures("optimizer-adagrad", 96.89, 99.08, 1, 13.79),
          figures("optimizer-rmsprop", 97.63, 99.58, 1, 16.46),
          figures("optimizer-adam", 97.33, 98.57, 1, 15.90),
          figures("optimizer-none", 97.21, 98.06, 1, 11.03),
          figures("regularization-adagrad-none", 96.89, 99.08, 1, 13.79),
          figures("regularization-adagrad-l1", 97.16, 98.04, 1, 14.61),
          figures("regularization-adagrad-l2", 96.95, 98.14, 1, 18.35),
          figures("regularization-rmsprop-none", 97.63, 99.58, 1, 16.46),
          figures("regularization-rmsprop-l1", 97.75, 99.14, 1, 20.58),
          figures("regularization-rmsprop-l2", 97.92, 99.67, 1, 20.10));

  private static final Map<String, Doubt> DOUBTS =
      Map.of(
          "optimizer-adam", Doubt.ADAM_RATE,
          "optimizer-momentum", Doubt.MOMENTUM_SHARE,
          "depth-256-128-200", Doubt.DEEP_AT_200,
          "regularization-adagrad-l1", Doubt.LAMBDA_NOT_GIVEN,
          "regularization-adagrad-l2", Doubt.LAMBDA_NOT_GIVEN,
          "regularization-rmsprop-l1", Doubt.LAMBDA_NOT_GIVEN,
          "regularization-rmsprop-l2", Doubt.LAMBDA_NOT_GIVEN);

  /** Rows that are still on the steep part of their curve, where a seed moves them by a point. */
  private static final List<String> UNSETTLED =
      List.of(
          "depth-256-128-100",
          "depth-256-128-200",
          "activation-sigmoid-100",
          "loss-mean-squared-error");

  private static final List<String> NAMES =
      List.of("depth", "loss", "activation", "batch", "optimizer", "regularization");

  private static final List<Table> ALL = NAMES.stream().map(ReportTables::table).toList();

  private ReportTables() {}

  /** All tables in the report's order. */
  public static List<Table> all() {
    return ALL;
  }

  /**
   * The table of a name.
   *
   * @throws Problem if there is none, naming those there are
   */
  public static Table named(String name) {
    return ALL.stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow(() -> Settings.unknown("table", name, String.join(", ", NAMES)));
  }

  private static Table table(String name) {
    List<Row> rows = new ArrayList<>();
    for (Presets.Preset preset : Presets.all()) {
      if (preset.group().equals(name)) {
        // The report compares the two losses at its own steps alone.
        boolean extra = preset.name().equals("loss-mean-squared-error-6000");
        rows.add(row(preset.name(), preset.titleKey(), preset.config(), preset.name(), extra));
        extra(preset).ifPresent(rows::add);
      }
    }
    return new Table(name, rows);
  }

  private static Row row(
      String name, String titleKey, TrainingConfig config, String figures, boolean extra) {
    return new Row(
        name,
        titleKey,
        config,
        FIGURES.getOrDefault(figures, Figures.NONE),
        !UNSETTLED.contains(name),
        extra ? Optional.empty() : Optional.ofNullable(DOUBTS.get(name)),
        extra);
  }

  /** The same row as the report's figures would need it. */
  private static Optional<Row> extra(Presets.Preset preset) {
    return switch (preset.name()) {
      case "optimizer-adam" ->
          Optional.of(needed(preset, preset.config().toBuilder().learningRate(0.0001).build()));
      case "optimizer-momentum" ->
          Optional.of(
              needed(
                  preset,
                  preset.config().toBuilder().optimizer(new Optimizer.Momentum(0.8)).build()));
      default -> Optional.empty();
    };
  }

  private static Row needed(Presets.Preset preset, TrainingConfig config) {
    String name = preset.name() + "-as-needed";
    return row(name, "reproduction." + name, config, preset.name(), true);
  }

  private static Map.Entry<String, Figures> figures(
      String name, double test, double train, int minutes, double seconds) {
    return Map.entry(
        name,
        new Figures(OptionalDouble.of(test), OptionalDouble.of(train), time(minutes, seconds)));
  }

  private static Map.Entry<String, Figures> testOnly(
      String name, double test, int minutes, double seconds) {
    return Map.entry(
        name, new Figures(OptionalDouble.of(test), OptionalDouble.empty(), time(minutes, seconds)));
  }

  private static OptionalDouble time(int minutes, double seconds) {
    return OptionalDouble.of(60 * minutes + seconds);
  }
}
