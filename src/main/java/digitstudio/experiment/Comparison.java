package digitstudio.experiment;

import digitstudio.text.Sentence;
import digitstudio.training.TrainingConfig;
import java.util.Collection;
import java.util.List;

/**
 * Several kept runs beside each other: what differs between them, whether they can be compared, and
 * whether the difference is larger than the seeds alone would make it.
 *
 * @param runs in the order they were given
 * @param measure the accuracy that is compared
 * @param differences of the settings, the seed among them
 * @param fairness whether a difference can be laid to one cause
 * @param repeats the runs, grouped by everything but the seed
 * @param tests the best group against each of the others, the nearest first; empty with one group
 */
public record Comparison(
    List<RunSummary> runs,
    Measure measure,
    List<SettingDifference> differences,
    Fairness fairness,
    List<Repeats> repeats,
    List<SeedTest> tests) {
  public Comparison {
    runs = List.copyOf(runs);
    differences = List.copyOf(differences);
    repeats = List.copyOf(repeats);
    tests = List.copyOf(tests);
  }

  /** Compares runs by the validation accuracy if all have one, else by the test accuracy. */
  public static Comparison of(List<RunDetails> runs) {
    return of(runs, Measure.commonTo(runs.stream().map(RunDetails::summary).toList()));
  }

  /** Compares runs by an accuracy of one's choice. */
  public static Comparison of(List<RunDetails> runs, Measure measure) {
    List<RunSummary> summaries = runs.stream().map(RunDetails::summary).toList();
    List<TrainingConfig> configs = summaries.stream().map(RunSummary::config).toList();
    List<SettingDifference> differences = SettingDifference.between(configs);
    List<Repeats> repeats = Repeats.of(summaries, measure);
    return new Comparison(
        summaries,
        measure,
        differences,
        Fairness.of(runs, differences),
        repeats,
        SeedTest.best(repeats));
  }

  /** Several names or values as one: {@code a, b, c}. */
  static Sentence list(Collection<Sentence> parts) {
    return parts.stream()
        .reduce((left, right) -> Sentence.of("comparison.and", left, right))
        .orElseGet(() -> Sentence.of("comparison.nothing"));
  }
}
