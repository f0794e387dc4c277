package digitstudio.ui.runs;

import digitstudio.experiment.RunDetails;
import digitstudio.experiment.RunSummary;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Compares runs by their settings alone. */
public final class SettingsComparer implements RunComparer {
  @Override
  public Compared compare(List<RunDetails> details) {
    List<RunSummary> runs = details.stream().map(RunDetails::summary).toList();
    List<RunColumn> different =
        Arrays.stream(RunColumn.values())
            .filter(column -> column.kind() == RunColumn.Kind.SETTING)
            .filter(column -> differs(column, runs))
            .toList();
    long factors = different.stream().filter(column -> column != RunColumn.SEED).count();
    boolean fair = factors <= 1;
    return new Compared(
        fair ? Worth.FAIR : Worth.DOUBTFUL,
        locale -> new RunWords(locale).say("runs.compared." + (fair ? "fair" : "mixed")),
        List.of(locale -> new RunWords(locale).say("runs.compared.factors", factors)),
        different.stream().map(column -> difference(column, runs)).toList(),
        List.of(),
        List.of());
  }

  private static boolean differs(RunColumn column, List<RunSummary> runs) {
    return !runs.stream()
        .allMatch(run -> Objects.equals(column.value(run), column.value(runs.get(0))));
  }

  private static Telling difference(RunColumn column, List<RunSummary> runs) {
    return (Locale locale) -> {
      RunWords words = new RunWords(locale);
      Set<String> values = new LinkedHashSet<>();
      runs.forEach(run -> values.add(words.text(column, run)));
      return words.say("runs.difference", words.title(column), String.join(", ", values));
    };
  }
}
