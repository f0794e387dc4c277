package digitstudio.cli;

import digitstudio.experiment.Comparison;
import digitstudio.experiment.Measure;
import digitstudio.experiment.Repeats;
import digitstudio.experiment.RunDetails;
import digitstudio.text.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says of kept runs what differs, whether they can be compared, and which is better. */
@Command(name = "compare", sortOptions = false)
final class CompareCommand implements Callable<Integer> {
  private final Console console;
  private final Workbench workbench;

  @Parameters(arity = "1..*", paramLabel = "ID", descriptionKey = "comparison.ids.help")
  private List<String> ids;

  @Mixin private StoreOption store;

  @Option(names = "--measure", paramLabel = "NAME", descriptionKey = "comparison.measure.help")
  private String measure;

  @Mixin private HelpOption help;

  CompareCommand(Console console, Workbench workbench, StoreOption store) {
    this.console = console;
    this.workbench = workbench;
    this.store = store;
    help = new HelpOption();
  }

  @Override
  public Integer call() {
    List<Long> wanted =
        new ArrayList<>(new LinkedHashSet<>(ids.stream().map(CompareCommand::id).toList()));
    Optional<Measure> by = Optional.ofNullable(measure).map(Measure::parse);
    if (wanted.size() < 2) {
      throw new Problem("comparison.oneRun");
    }
    List<RunDetails> runs = runs(wanted);
    print(by.map(chosen -> Comparison.of(runs, chosen)).orElseGet(() -> Comparison.of(runs)));
    return ExitCode.DONE;
  }

  private static long id(String text) {
    try {
      return Long.parseLong(text.trim());
    } catch (NumberFormatException e) {
      throw new Problem(e, "comparison.notAnId", text);
    }
  }

  private List<RunDetails> runs(List<Long> wanted) {
    List<Optional<RunDetails>> found = workbench.runs(store, console, wanted);
    List<RunDetails> runs = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      long id = wanted.get(i);
      runs.add(
          found
              .get(i)
              .orElseThrow(() -> new Problem("comparison.noRun", store.file(), Long.toString(id))));
    }
    return runs;
  }

  private void print(Comparison comparison) {
    TextTable table =
        new TextTable(
            comparison.measure().title().in(console.locale()),
            console.text("sweep.column.repeats"),
            console.text("comparison.column.runs"));
    for (Repeats group : comparison.repeats()) {
      table.add(
          group.spread().percent().in(console.locale()),
          Integer.toString(group.runs().size()),
          group.label().in(console.locale()));
    }
    table.lines().forEach(console::print);
    console.print("");
    comparison
        .differences()
        .forEach(difference -> console.print(difference.sentence().in(console.locale())));
    console.say("comparison.verdict", comparison.fairness().verdict().title().in(console.locale()));
    comparison.fairness().reasons().forEach(reason -> console.print(reason.in(console.locale())));
    comparison.tests().forEach(test -> console.print(test.sentence().in(console.locale())));
  }
}
