package digitstudio.cli;

import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunSummary;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Marks runs, or takes the mark away. */
@Command(name = "star", sortOptions = false)
final class RunsStarCommand extends RunsChange {
  @Parameters(arity = "1..*", paramLabel = "ID", descriptionKey = "cli.runs.ids")
  private List<String> ids;

  @Option(names = "--off", descriptionKey = "cli.runs.off")
  private boolean off;

  RunsStarCommand(Console console, StoreOption store) {
    super(console, store);
  }

  @Override
  void change(RunStore kept, Console console) {
    for (RunSummary run : KeptRuns.all(kept, ids)) {
      kept.describe(run.id(), run.name(), run.notes(), !off);
    }
    console.say(off ? "cli.runs.unstarred" : "cli.runs.starred", ids.size());
  }
}
