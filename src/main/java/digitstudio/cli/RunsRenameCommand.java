package digitstudio.cli;

import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunSummary;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Gives a run another name. */
@Command(name = "rename", sortOptions = false)
final class RunsRenameCommand implements Callable<Integer> {
  private final Console console;
  private final StoreOption store;

  @Parameters(index = "0", paramLabel = "ID", descriptionKey = "cli.runs.id")
  private String id;

  @Parameters(index = "1", paramLabel = "NAME", descriptionKey = "cli.runs.name")
  private String name;

  @Mixin private HelpOption help;

  RunsRenameCommand(Console console, StoreOption store) {
    this.console = console;
    this.store = store;
    help = new HelpOption();
  }

  @Override
  public Integer call() {
    try (RunStore kept = store.openExisting(console)) {
      RunSummary run = KeptRuns.find(kept, id);
      kept.describe(run.id(), name, run.notes(), run.starred());
      console.say("cli.runs.renamed", id, kept.run(run.id()).orElse(run).name());
    }
    return ExitCode.DONE;
  }
}
