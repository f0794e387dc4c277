package digitstudio.cli;

import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunSummary;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Deletes runs, which can be had back for some days. */
@Command(name = "delete", sortOptions = false)
final class RunsDeleteCommand extends RunsChange {
  @Parameters(arity = "1..*", paramLabel = "ID", descriptionKey = "cli.runs.ids")
  private List<String> ids;

  RunsDeleteCommand(Console console, StoreOption store) {
    super(console, store);
  }

  @Override
  void change(RunStore kept, Console console) {
    kept.delete(KeptRuns.all(kept, ids).stream().map(RunSummary::id).toList());
    console.say("cli.runs.gone", ids.size(), RunStore.GRACE.toDays());
  }
}
