package digitstudio.ui.runs;

import digitstudio.experiment.RunDetails;
import digitstudio.experiment.RunSummary;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What runs are called beside each other: by name, or by what differs where names are alike. */
record CurveNames(List<RunColumn> different, boolean byName, RunWords words) {
  static CurveNames of(List<RunDetails> details, RunWords words) {
    List<RunSummary> runs = details.stream().map(RunDetails::summary).toList();
    boolean byName = runs.stream().map(RunSummary::name).distinct().count() == runs.size();
    List<RunColumn> different =
        Arrays.stream(RunColumn.values())
            .filter(column -> column.kind() == RunColumn.Kind.SETTING)
            .filter(column -> column != RunColumn.EPOCHS)
            .filter(
                column ->
                    runs.stream()
                        .anyMatch(
                            run -> !Objects.equals(column.value(run), column.value(runs.get(0)))))
            .toList();
    return new CurveNames(different, byName, words);
  }

  String of(RunSummary run) {
    if (byName || different.isEmpty()) {
      return run.name();
    }
    String told =
        different.stream()
            .map(column -> words.phrase(column, run))
            .filter(phrase -> !phrase.isEmpty())
            .collect(Collectors.joining(" · "));
    return told.isEmpty() ? run.name() : told;
  }
}
