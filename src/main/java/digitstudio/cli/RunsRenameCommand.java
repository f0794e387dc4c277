package digitstudio.cli;

import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Gives a run another name. */
@Command(name = "rename", sortOptions = false)
final class RunsRenameCommand extends RunsChange {
  @Parameters(index = "0", paramLabel = "ID", descriptionKey = "cli.runs.id")
  private String id;

  @Parameters(index = "1", paramLabel = "NAME", descriptionKey = "cli.runs.name")
  private String name;

  RunsRenameCommand(Console console, StoreOption store) {
    super(console, store);
  }

  @Override
  void change(RunStore kept, Console console) {
    RunSummary run = KeptRuns.find(kept, id);
    kept.describe(run.id(), name, run.notes(), run.starred());
    console.say("cli.runs.renamed", id, kept.run(run.id()).orElse(run).name());
  }
}
