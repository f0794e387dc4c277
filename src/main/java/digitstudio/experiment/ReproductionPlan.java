package digitstudio.experiment;

import digitstudio.digits.ClassNames;
import digitstudio.digits.DigitImage;
import digitstudio.nn.LearningRate;
import digitstudio.training.TrainingConfig;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The trainings that rows of the report take: each configuration once, however many rows it stands
 * in, and none for a row that a longer one passes on its way.
 *
 * @param trainings in the order of the rows
 */
public record ReproductionPlan(List<Training> trainings) {
  /**
   * One training.
   *
   * @param config what is trained
   * @param rows all that it measures
   * @param passed shorter configurations that it measures on its way, the shortest first
   */
  public record Training(
      TrainingConfig config, List<ReportTables.Row> rows, List<TrainingConfig> passed) {
    public Training {
      rows = List.copyOf(rows);
      passed = List.copyOf(passed);
    }

    /** What it takes beside others: a multiplication for each parameter and image. */
    public double work(int trainImages) {
      return (double) config.epochs()
          * Sweep.trainImages(config, trainImages)
          * config.network(DigitImage.PIXELS, ClassNames.DIGITS.count()).parameters();
    }
  }

  public ReproductionPlan {
    trainings = List.copyOf(trainings);
  }

  /**
   * Plans rows.
   *
   * @param known what is measured already and needs no training
   */
  public static ReproductionPlan of(
      Collection<ReportTables.Row> rows, ReproductionScope scope, Set<TrainingConfig> known) {
    Map<TrainingConfig, List<ReportTables.Row>> wanted = new LinkedHashMap<>();
    for (ReportTables.Row row : rows) {
      TrainingConfig config = scope.of(row.config());
      if (!known.contains(config)) {
        wanted.computeIfAbsent(config, none -> new ArrayList<>()).add(row);
      }
    }
    Map<TrainingConfig, Set<TrainingConfig>> trained = new LinkedHashMap<>();
    for (TrainingConfig config : wanted.keySet()) {
      trained
          .computeIfAbsent(longest(config, wanted.keySet()), none -> new LinkedHashSet<>())
          .add(config);
    }
    List<Training> trainings = new ArrayList<>();
    trained.forEach(
        (config, measured) ->
            trainings.add(
                new Training(
                    config,
                    measured.stream().flatMap(one -> wanted.get(one).stream()).toList(),
                    measured.stream()
                        .filter(one -> !one.equals(config))
                        .sorted((one, other) -> Integer.compare(one.epochs(), other.epochs()))
                        .toList())));
    return new ReproductionPlan(trainings);
  }

  private static TrainingConfig longest(
      TrainingConfig config, Collection<TrainingConfig> candidates) {
    TrainingConfig longest = config;
    for (TrainingConfig candidate : candidates) {
      if (candidate.epochs() > longest.epochs() && beginsWith(candidate, config)) {
        longest = candidate;
      }
    }
    return longest;
  }

  /** Whether a run passes, on its way, through the very end of a shorter one. */
  public static boolean beginsWith(TrainingConfig longer, TrainingConfig shorter) {
    return longer.learningRate() instanceof LearningRate.Constant
        && longer.patience() == 0
        && longer.validation() == 0
        && longer.toBuilder().epochs(shorter.epochs()).build().equals(shorter);
  }

  /** The number, from 1, of the training that measures a configuration. */
  public OptionalInt number(TrainingConfig config) {
    for (int i = 0; i < trainings.size(); i++) {
      Training training = trainings.get(i);
      if (training.config().equals(config) || training.passed().contains(config)) {
        return OptionalInt.of(i + 1);
      }
    }
    return OptionalInt.empty();
  }

  /** Epochs of all trainings. */
  public long epochs() {
    return trainings.stream().mapToLong(training -> training.config().epochs()).sum();
  }

  /**
   * Images seen by all trainings.
   *
   * @param trainImages that the data has
   */
  public long images(int trainImages) {
    return trainings.stream()
        .mapToLong(
            training ->
                (long) training.config().epochs()
                    * Sweep.trainImages(training.config(), trainImages))
        .sum();
  }
}
