package digitstudio.cli;

import digitstudio.experiment.Presets;
import digitstudio.experiment.RunKeeper;
import digitstudio.text.Problem;
import digitstudio.training.Checkpoint;
import digitstudio.training.EpochResult;
import digitstudio.training.Evaluation;
import digitstudio.training.RunListener;
import digitstudio.training.RunResult;
import digitstudio.training.RunState;
import digitstudio.training.StopSignal;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import digitstudio.training.TrainingListener;
import digitstudio.training.doctor.Checkup;
import digitstudio.training.doctor.Diagnosis;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Trains a network and writes what was asked for. */
@Command(name = "train", sortOptions = false)
final class TrainCommand implements Callable<Integer> {
  private final Console console;
  private final Set<String> complaints = ConcurrentHashMap.newKeySet();
  private final Workbench workbench;

  @Option(names = "--preset", paramLabel = "NAME", descriptionKey = "cli.train.preset")
  private String preset;

  @Mixin private TrainOptions settings;

  @Mixin private DataOption data;

  @Mixin private StoreOption store;

  @Option(names = "--no-store", descriptionKey = "cli.train.noStore")
  private boolean noStore;

  @Option(names = "--name", paramLabel = "NAME", descriptionKey = "cli.train.name")
  private String name = "";

  @Option(names = "--group", paramLabel = "NAME", descriptionKey = "cli.train.group")
  private String group = "";

  @Option(names = "--resume", paramLabel = "RUN", descriptionKey = "cli.train.resume")
  private String resume;

  @Option(names = "--json", paramLabel = "FILE", descriptionKey = "cli.json")
  private String json;

  @Option(names = "--out", paramLabel = "MODEL.npz", descriptionKey = "cli.train.out")
  private String out;

  @Option(names = "--quiet", descriptionKey = "cli.quiet")
  private boolean quiet;

  @Mixin private HelpOption help;

  TrainCommand(Console console, Workbench workbench, DataOption data, StoreOption store) {
    this.console = console;
    this.workbench = workbench;
    this.data = data;
    this.store = store;
    settings = new TrainOptions();
    help = new HelpOption();
  }

  @Override
  public Integer call() throws IOException {
    if (quiet) {
      console.silence();
    }
    requireSettingsOrResume();
    Optional<OutputFile> jsonFile = Optional.ofNullable(json).map(OutputFile::of);
    Optional<OutputFile> modelFile = Optional.ofNullable(out).map(OutputFile::of);
    if (jsonFile.isPresent() && modelFile.isPresent() && jsonFile.get().isSameAs(modelFile.get())) {
      throw new Problem("cli.sameFile", json);
    }
    StopSignal signal = new StopSignal();
    try (Interruption interruption = Interruption.of(signal);
        RunKeeper keeper =
            new RunKeeper(store.file(), ForkJoinPool.commonPool(), this::complainOnce)) {
      if (!noStore) {
        // While the images are read.
        keeper.store();
      }
      TrainingConfig config =
          resume == null
              ? settings.apply((preset == null ? Presets.FIRST : Presets.named(preset)).config())
              : KeptRuns.find(keeper, resume).config();
      TrainingData images =
          data.read(workbench, console).withDrawings(() -> workbench.drawings(store.drawings()));
      RunListener recorder = recorder(keeper, config);
      RunResult run = train(config, images, recorder, signal);
      List<Diagnosis> found = Checkup.of(run, images.train());
      return interruption.ended(report(run, found, jsonFile, modelFile));
    }
  }

  /** A run that goes on has its settings, and its place in the store. */
  private void requireSettingsOrResume() {
    if (resume == null) {
      return;
    }
    if (!settings.isEmpty() || preset != null || !name.isEmpty() || !group.isEmpty()) {
      throw new Problem("resume.withSettings");
    }
    if (noStore) {
      throw new Problem("resume.withoutStore");
    }
  }

  private RunListener recorder(RunKeeper keeper, TrainingConfig config) {
    if (resume != null) {
      return keeper.resume(KeptRuns.id(resume));
    }
    return noStore ? RunListener.SILENT : keeper.record(config, name, group);
  }

  /** A store that cannot be opened is tried again when the run begins, and told of once. */
  private void complainOnce(Problem problem) {
    if (complaints.add(problem.getMessage())) {
      console.complain(problem);
    }
  }

  private RunResult train(
      TrainingConfig config, TrainingData images, RunListener recorder, StopSignal signal) {
    try {
      RunResult run = workbench.train(config, images, progress(config).then(recorder), signal);
      recorder.finished(run);
      return run;
    } catch (Problem e) {
      recorder.failed(e);
      throw e;
    } catch (RuntimeException | Error e) {
      recorder.failed(new Problem(e, "training.failed", e, System.getProperty("digitstudio.log")));
      throw e;
    }
  }

  private TrainingListener progress(TrainingConfig config) {
    return new TrainingListener() {
      @Override
      public void epochEnded(EpochResult epoch) {
        EpochLine.say(console, epoch, config.epochs());
      }

      @Override
      public void resumed(Checkpoint from) {
        console.say("resume.from", from.epoch(), config.epochs());
      }
    };
  }

  private int report(
      RunResult run,
      List<Diagnosis> found,
      Optional<OutputFile> jsonFile,
      Optional<OutputFile> modelFile)
      throws IOException {
    if (run.stoppedEarly()) {
      console.say("cli.stoppedEarly", run.bestEpoch());
    } else if (run.state() == RunState.STOPPED) {
      console.say("cli.stopped", run.epochs().size());
    }
    console.say("cli.trained", run.trainingSeconds());
    say("cli.onTrain", run.train());
    run.validation().ifPresent(held -> say("cli.onValidation", held));
    say("cli.onTest", run.test());
    // Of a run that diverged its problem says the same.
    if (run.state() != RunState.DIVERGED) {
      found.forEach(one -> console.say("cli.doctor", one.sentence().in(console.locale())));
    }
    boolean diverged = run.state() == RunState.DIVERGED;
    try {
      if (jsonFile.isPresent()) {
        jsonFile.get().write(RunJson.of(run, found));
        console.say("cli.wrote", jsonFile.get());
      }
    } finally {
      // What cannot be written in one place may well be in another, and is lost otherwise.
      if (modelFile.isPresent() && !diverged) {
        modelFile.get().write(run.model());
        console.say("cli.wrote", modelFile.get());
      }
    }
    if (diverged) {
      run.problem().ifPresent(console::complain);
      return ExitCode.FAILURE;
    }
    return run.state() == RunState.STOPPED ? ExitCode.INTERRUPTED : ExitCode.DONE;
  }

  private void say(String key, Evaluation evaluation) {
    console.say(key, evaluation.accuracy(), evaluation.loss());
  }
}
