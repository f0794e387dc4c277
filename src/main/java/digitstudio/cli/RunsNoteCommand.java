package digitstudio.cli;

import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes a person's own words beside a run. */
@Command(name = "note", sortOptions = false)
final class RunsNoteCommand extends RunsChange {
  @Parameters(index = "0", paramLabel = "ID", descriptionKey = "cli.runs.id")
  private String id;

  @Parameters(index = "1", paramLabel = "TEXT", descriptionKey = "cli.runs.text")
  private String text;

  RunsNoteCommand(Console console, StoreOption store) {
    super(console, store);
  }

  @Override
  void change(RunStore kept, Console console) {
    RunSummary run = KeptRuns.find(kept, id);
    kept.describe(run.id(), run.name(), text, run.starred());
    console.say("cli.runs.noted", id);
  }
}
