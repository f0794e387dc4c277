package digitstudio.cli;

import digitstudio.experiment.KeptRun;
import digitstudio.experiment.RunFile;
import digitstudio.experiment.RunStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes a kept run to a file that can be imported elsewhere. */
@Command(name = "export", sortOptions = false)
final class ExportCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "ID", descriptionKey = "cli.runs.id")
  private String id;

  @Parameters(index = "1", paramLabel = "FILE.digitrun", descriptionKey = "cli.export.file")
  private String file;

  @Mixin private StoreOption store;

  @Mixin private HelpOption help;

  ExportCommand(Console console, StoreOption store) {
    this.console = console;
    this.store = store;
    help = new HelpOption();
  }

  @Override
  public Integer call() throws IOException {
    OutputFile checked = OutputFile.of(file);
    try (RunStore kept = store.openExisting(console)) {
      KeptRun run = kept.kept(KeptRuns.id(id)).orElseThrow(() -> KeptRuns.unknown(kept, id));
      // The weights of its epochs are read as they are written.
      RunFile.write(run, Path.of(checked.toString()));
    }
    console.say("cli.wrote", checked);
    return ExitCode.DONE;
  }
}
