package digitstudio.cli;

import digitstudio.experiment.RunDetails;
import digitstudio.experiment.RunFile;
import digitstudio.experiment.Verification;
import digitstudio.text.Problem;
import digitstudio.training.EpochResult;
import digitstudio.training.RunResult;
import digitstudio.training.StopSignal;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import digitstudio.training.TrainingListener;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains the run of a file again and says how alike the two are. */
@Command(name = "verify", sortOptions = false)
final class VerifyCommand implements Callable<Integer> {
  private final Console console;
  private final Workbench workbench;

  @Parameters(index = "0", paramLabel = "FILE.digitrun", descriptionKey = "cli.verify.file")
  private String file;

  @Mixin private DataOption data;

  @Mixin private StoreOption store;

  @Option(names = "--quiet", descriptionKey = "cli.quiet")
  private boolean quiet;

  @Mixin private HelpOption help;

  VerifyCommand(Console console, Workbench workbench, DataOption data, StoreOption store) {
    this.console = console;
    this.workbench = workbench;
    this.data = data;
    this.store = store;
    help = new HelpOption();
  }

  @Override
  public Integer call() {
    if (quiet) {
      console.silence();
    }
    RunDetails first = RunFile.read(OutputFile.path(file)).details();
    if (first.epochs().isEmpty()) {
      throw new Problem("cli.verify.nothing", file);
    }
    StopSignal signal = new StopSignal();
    try (Interruption interruption = Interruption.of(signal)) {
      TrainingData images =
          data.read(workbench, console).withDrawings(() -> workbench.drawings(store.drawings()));
      requireSameData(first, images);
      Again again = new Again(first, signal);
      RunResult second = workbench.train(first.summary().config(), images, again, signal);
      if (signal.isStopped() && !again.isDone()) {
        console.say("cli.stopped", second.epochs().size());
        return interruption.ended(ExitCode.INTERRUPTED);
      }
      tellOfDrawings(first, second);
      return interruption.ended(tell(Verification.of(first, second)));
    }
  }

  private void requireSameData(RunDetails first, TrainingData images) {
    first
        .provenance()
        .filter(from -> !from.dataSha256().equals(images.sha256()))
        .ifPresent(
            from -> {
              throw new Problem("cli.verify.otherData", file, data.folder().toString());
            });
  }

  /** Said, and then compared all the same: whoever drew since wants to know what that changed. */
  private void tellOfDrawings(RunDetails first, RunResult second) {
    if (first.provenance().isPresent()
        && !second.provenance().hasDrawingsOf(first.provenance().get())) {
      console.say(
          "own.verify.changed",
          first.provenance().get().drawings(),
          second.provenance().drawings());
    }
  }

  private int tell(Verification verification) {
    if (!verification.wholeRun()) {
      console.say("cli.verify.curveOnly", verification.epochs());
    }
    return switch (verification.verdict()) {
      case EQUAL -> {
        console.say("cli.verify.equal", verification.epochs());
        yield ExitCode.DONE;
      }
      case CLOSE -> {
        say("cli.verify.close", verification);
        yield ExitCode.CLOSE;
      }
      case DIFFERENT -> {
        say("cli.verify.different", verification);
        yield ExitCode.DIFFERENT;
      }
    };
  }

  private void say(String key, Verification verification) {
    console.say(
        key,
        verification.firstDifference().orElse(verification.epochs()),
        verification.lossDifference(),
        100 * verification.accuracyDifference());
  }

  /** Tells the epochs, and ends the run where the first one's curve ends. */
  private final class Again implements TrainingListener {
    private final TrainingConfig config;
    private final StopSignal signal;
    private final boolean whole;
    private final int epochs;
    private volatile int done;

    Again(RunDetails first, StopSignal signal) {
      this.signal = signal;
      config = first.summary().config();
      whole = Verification.isWhole(first);
      epochs = first.epochs().size();
    }

    @Override
    public void epochEnded(EpochResult epoch) {
      EpochLine.say(console, epoch, config.epochs());
      done = epoch.epoch();
      if (!whole && done == epochs) {
        signal.stop();
      }
    }

    boolean isDone() {
      return !whole && done >= epochs;
    }
  }
}
