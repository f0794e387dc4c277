package digitstudio.cli;

import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunSummary;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes a person's own words beside a run. */
@Command(name = "note", sortOptions = false)
final class RunsNoteCommand implements Callable<Integer> {
  private final Console console;
  private final StoreOption store;

  @Parameters(index = "0", paramLabel = "ID", descriptionKey = "cli.runs.id")
  private String id;

  @Parameters(index = "1", paramLabel = "TEXT", descriptionKey = "cli.runs.text")
  private String text;

  @Mixin private HelpOption help;

  RunsNoteCommand(Console console, StoreOption store) {
    this.console = console;
    this.store = store;
    help = new HelpOption();
  }

  @Override
  public Integer call() {
    try (RunStore kept = store.openExisting(console)) {
      RunSummary run = KeptRuns.find(kept, id);
      kept.describe(run.id(), run.name(), text, run.starred());
      console.say("cli.runs.noted", id);
    }
    return ExitCode.DONE;
  }
}
