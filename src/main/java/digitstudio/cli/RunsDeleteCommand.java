package digitstudio.cli;

import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunSummary;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Deletes runs, which can be had back for some days. */
@Command(name = "delete", sortOptions = false)
final class RunsDeleteCommand implements Callable<Integer> {
  private final Console console;
  private final StoreOption store;

  @Parameters(arity = "1..*", paramLabel = "ID", descriptionKey = "cli.runs.ids")
  private List<String> ids;

  @Mixin private HelpOption help;

  RunsDeleteCommand(Console console, StoreOption store) {
    this.console = console;
    this.store = store;
    help = new HelpOption();
  }

  @Override
  public Integer call() {
    try (RunStore kept = store.openExisting(console)) {
      kept.delete(KeptRuns.all(kept, ids).stream().map(RunSummary::id).toList());
      console.say("cli.runs.gone", ids.size(), RunStore.GRACE.toDays());
    }
    return ExitCode.DONE;
  }
}
