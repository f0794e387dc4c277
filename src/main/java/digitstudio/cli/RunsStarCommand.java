package digitstudio.cli;

import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunSummary;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Marks runs, or takes the mark away. */
@Command(name = "star", sortOptions = false)
final class RunsStarCommand implements Callable<Integer> {
  private final Console console;
  private final StoreOption store;

  @Parameters(arity = "1..*", paramLabel = "ID", descriptionKey = "cli.runs.ids")
  private List<String> ids;

  @Option(names = "--off", descriptionKey = "cli.runs.off")
  private boolean off;

  @Mixin private HelpOption help;

  RunsStarCommand(Console console, StoreOption store) {
    this.console = console;
    this.store = store;
    help = new HelpOption();
  }

  @Override
  public Integer call() {
    try (RunStore kept = store.openExisting(console)) {
      for (RunSummary run : KeptRuns.all(kept, ids)) {
        kept.describe(run.id(), run.name(), run.notes(), !off);
      }
      console.say(off ? "cli.runs.unstarred" : "cli.runs.starred", ids.size());
    }
    return ExitCode.DONE;
  }
}
