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
    RunLabels labels = new RunLabels(groups.keySet());
    List<Repeats> repeats = new ArrayList<>();
    for (Map.Entry<TrainingConfig, List<RunSummary>> entry : groups.entrySet()) {
      List<RunSummary> group = entry.getValue();
      Sentence label =
          labels.of(entry.getKey()).orElseGet(() -> SettingWords.asWritten(group.get(0).name()));
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
}
