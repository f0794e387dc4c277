package digitstudio.cli;

import digitstudio.experiment.RunStore;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that changes kept runs. */
abstract class RunsChange implements Callable<Integer> {
  private final Console console;
  private final StoreOption store;

  @Mixin private HelpOption help = new HelpOption();

  RunsChange(Console console, StoreOption store) {
    this.console = console;
    this.store = store;
  }

  /** Makes the change and says so. */
  abstract void change(RunStore kept, Console console);

  @Override
  public final Integer call() {
    try (RunStore kept = store.openExisting(console)) {
      change(kept, console);
    }
    return ExitCode.DONE;
  }
}
