package digitstudio.cli;

import digitstudio.experiment.Measure;
import digitstudio.experiment.Repeats;
import digitstudio.experiment.RunSummary;
import digitstudio.experiment.Selection;
import digitstudio.experiment.Spread;
import java.util.List;
import java.util.OptionalDouble;

/** What came of a sweep, as lines. */
final class SweepTable {
  private final Console console;

  SweepTable(Console console) {
    this.console = console;
  }

  void print(Selection selection) {
    TextTable table =
        new TextTable(
            console.text("sweep.column.rank"),
            console.text("sweep.column.validation"),
            console.text("sweep.column.train"),
            console.text("sweep.column.repeats"),
            console.text("sweep.column.time"),
            console.text("sweep.column.settings"));
    int rank = 0;
    for (Repeats group : selection.ranked()) {
      rank++;
      table.add(
          selection.chosen().isPresent() ? Integer.toString(rank) : "",
          percent(group.spread()),
          percent(spread(group.runs(), Measure.TRAIN)),
          Integer.toString(group.runs().size()),
          console.text("sweep.seconds", seconds(group.runs())),
          label(group));
    }
    console.print("");
    table.lines().forEach(console::print);
    console.print("");
    conclude(selection);
  }

  private String label(Repeats group) {
    String label = group.label().in(console.locale());
    return label.isEmpty() ? console.text("sweep.onlyRun") : label;
  }

  private static double seconds(List<RunSummary> runs) {
    return runs.stream().mapToDouble(RunSummary::trainingSeconds).average().orElse(Double.NaN);
  }

  private static Spread spread(List<RunSummary> runs, Measure measure) {
    return Spread.of(
        runs.stream()
            .map(measure::of)
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .toArray());
  }

  private String percent(Spread spread) {
    return spread.percent().in(console.locale());
  }

  private void conclude(Selection selection) {
    selection.obstacle().ifPresent(obstacle -> console.print(obstacle.in(console.locale())));
    selection.lead().ifPresent(lead -> console.print(lead.sentence().in(console.locale())));
    selection
        .chosen()
        .ifPresent(
            chosen ->
                console.say(
                    "sweep.chosen", label(chosen), percent(selection.test().orElseThrow())));
  }
}
