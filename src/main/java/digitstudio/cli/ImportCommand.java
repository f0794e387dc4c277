package digitstudio.cli;

import digitstudio.experiment.KeptRun;
import digitstudio.experiment.RunFile;
import digitstudio.experiment.RunImport;
import digitstudio.experiment.RunStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes runs of elsewhere into the store. */
@Command(name = "import", sortOptions = false)
final class ImportCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(arity = "1..*", paramLabel = "FILE.digitrun", descriptionKey = "cli.import.files")
  private List<String> files;

  @Mixin private StoreOption store;

  @Mixin private HelpOption help;

  ImportCommand(Console console, StoreOption store) {
    this.console = console;
    this.store = store;
    help = new HelpOption();
  }

  @Override
  public Integer call() {
    // All are read before the first is taken in: a bad one leaves everything as it was.
    List<KeptRun> runs = new ArrayList<>();
    for (String file : files) {
      runs.add(RunFile.read(OutputFile.path(file)));
    }
    try (RunStore kept = store.open(console)) {
      for (KeptRun run : runs) {
        RunImport taken = RunImport.into(kept, run);
        String key =
            switch (taken.outcome()) {
              case ADDED -> "cli.import.done";
              case KNOWN -> "keeping.import.knownAs";
              case BROUGHT_BACK -> "keeping.import.backAs";
            };
        console.say(key, taken.name(), Long.toString(taken.id()));
      }
    }
    return ExitCode.DONE;
  }
}
