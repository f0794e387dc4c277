package digitstudio.experiment;

import digitstudio.text.Sentence;
import digitstudio.training.TrainingConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Runs of the same settings but the seed.
 *
 * @param label what sets them apart from the others of the comparison
 * @param runs in the order they were given
 * @param values their accuracies, of those that have one
 */
public record Repeats(Sentence label, List<RunSummary> runs, List<Double> values) {
  public Repeats {
    runs = List.copyOf(runs);
    values = List.copyOf(values);
  }

  /** The mean and deviation of the accuracies. */
  public Spread spread() {
    return Spread.of(values);
  }

  /** Groups runs by everything but their seed, in the order of the first of each group. */
  static List<Repeats> of(List<RunSummary> runs, Measure measure) {
    Map<TrainingConfig, List<RunSummary>> groups = new LinkedHashMap<>();
    for (RunSummary run : runs) {
      TrainingConfig seedless = run.config().toBuilder().seed(0).build();
      groups.computeIfAbsent(seedless, config -> new ArrayList<>()).add(run);
    }
    List<SettingDifference> differences = SettingDifference.between(List.copyOf(groups.keySet()));
    List<Repeats> repeats = new ArrayList<>();
    for (List<RunSummary> group : groups.values()) {
      Sentence label = label(differences, repeats.size(), group.get(0));
      List<Double> values =
          group.stream()
              .map(measure::of)
              .filter(OptionalDouble::isPresent)
              .map(OptionalDouble::getAsDouble)
              .toList();
      repeats.add(new Repeats(label, group, values));
    }
    return repeats;
  }

  private static Sentence label(List<SettingDifference> differences, int index, RunSummary first) {
    List<Sentence> parts = new ArrayList<>();
    for (SettingDifference difference : differences) {
      difference
          .values()
          .get(index)
          .map(
              value ->
                  needsName(difference.setting())
                      ? Sentence.of("comparison.named", difference.setting().title(), value)
                      : value)
          .ifPresent(parts::add);
    }
    return parts.isEmpty() ? SettingWords.asWritten(first.name()) : Comparison.list(parts);
  }

  /** A function or an optimizer speaks for itself; a number does not. */
  private static boolean needsName(Setting setting) {
    return switch (setting) {
      case ACTIVATION, LOSS, OPTIMIZER -> false;
      default -> true;
    };
  }
}
