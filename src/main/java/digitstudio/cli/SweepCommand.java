package digitstudio.cli;

import digitstudio.experiment.Presets;
import digitstudio.experiment.RunArchive;
import digitstudio.experiment.RunQueue;
import digitstudio.experiment.RunSummary;
import digitstudio.experiment.Selection;
import digitstudio.experiment.SpeedProbe;
import digitstudio.experiment.Sweep;
import digitstudio.experiment.SweepAxis;
import digitstudio.experiment.SweepFile;
import digitstudio.experiment.TimeWords;
import digitstudio.nn.Settings;
import digitstudio.text.Problem;
import digitstudio.training.RunState;
import digitstudio.training.SpeedEstimate;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains every combination of some values and chooses the best on the validation images. */
@Command(name = "sweep", sortOptions = false)
final class SweepCommand implements Callable<Integer> {
  private static final String USUAL_NAME = "sweep";

  private final Console console;
  private final Workbench workbench;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE.json",
      descriptionKey = "sweep.file.help")
  private String file;

  @Option(names = "--grid", paramLabel = "NAME=VALUES", descriptionKey = "sweep.grid.help")
  private List<String> grid = List.of();

  @Option(names = "--random", paramLabel = "N", descriptionKey = "sweep.random.help")
  private String random;

  @Option(names = "--random-seed", paramLabel = "N", descriptionKey = "sweep.randomSeed.help")
  private String randomSeed;

  @Option(names = "--seeds", paramLabel = "N", descriptionKey = "sweep.seeds.help")
  private String seeds;

  @Option(names = "--dry-run", descriptionKey = "sweep.dryRun.help")
  private boolean dryRun;

  @Option(names = "--name", paramLabel = "NAME", descriptionKey = "sweep.name.help")
  private String name;

  @Mixin private StoreOption store;

  @Option(names = "--no-store", descriptionKey = "sweep.noStore.help")
  private boolean noStore;

  @Option(names = "--preset", paramLabel = "NAME", descriptionKey = "cli.train.preset")
  private String preset;

  @Mixin private TrainOptions settings;

  @Mixin private DataOption data;

  @Option(names = "--json", paramLabel = "FILE", descriptionKey = "cli.json")
  private String json;

  @Mixin private HelpOption help;

  SweepCommand(Console console, Workbench workbench, DataOption data, StoreOption store) {
    this.console = console;
    this.workbench = workbench;
    this.data = data;
    this.store = store;
    settings = new TrainOptions();
    help = new HelpOption();
  }

  @Override
  public Integer call() throws IOException {
    SweepFile asked = asked();
    List<TrainingConfig> configs = asked.sweep().configs();
    Optional<OutputFile> jsonFile = Optional.ofNullable(json).map(OutputFile::of);
    TrainingData images =
        data.read(workbench, console).withDrawings(() -> workbench.drawings(store.drawings()));
    try (RunArchive archive = archive(asked.name(), images)) {
      List<TrainingConfig> left =
          configs.stream().filter(config -> archive.finished(config).isEmpty()).toList();
      SpeedEstimate speed = SpeedProbe.of(left, images, workbench::train);
      announce(configs, left, Sweep.seconds(left, speed, images.train().size()));
      if (dryRun) {
        return ExitCode.DONE;
      }
      return work(asked, configs, images, archive, jsonFile);
    }
  }

  /** What the file or the options say. */
  private SweepFile asked() {
    if (file == null) {
      if (grid.isEmpty() && seeds == null) {
        throw new Problem("sweep.nothingAsked");
      }
      TrainingConfig base = (preset == null ? Presets.FIRST : Presets.named(preset)).config();
      return new SweepFile(
          name == null ? USUAL_NAME : name,
          sweep(new Sweep(base, List.of(), 0, 1, 1), grid.stream().map(SweepAxis::parse).toList()));
    }
    if (!grid.isEmpty() || preset != null) {
      throw new Problem("sweep.fileAndGrid", grid.isEmpty() ? "--preset" : "--grid");
    }
    SweepFile read = SweepFile.read(OutputFile.path(file));
    return new SweepFile(
        name == null ? read.name() : name, sweep(read.sweep(), read.sweep().axes()));
  }

  /** A sweep with the options in the place of its own numbers. */
  private Sweep sweep(Sweep usual, List<SweepAxis> axes) {
    return new Sweep(
        settings.apply(usual.base()),
        axes,
        random == null ? usual.draws() : positive("random", random),
        randomSeed == null ? usual.drawSeed() : Settings.parseCount("random-seed", randomSeed),
        seeds == null ? usual.seeds() : Settings.parseCount("seeds", seeds));
  }

  private static int positive(String field, String text) {
    int count = Settings.parseCount(field, text);
    Settings.requireAtLeast(field, count, 1);
    return count;
  }

  private RunArchive archive(String group, TrainingData images) {
    return noStore
        ? RunArchive.NONE
        : workbench.sweepArchive(store, console, group, images.sha256());
  }

  private void announce(
      List<TrainingConfig> configs, List<TrainingConfig> left, OptionalDouble seconds) {
    int done = configs.size() - left.size();
    if (left.isEmpty()) {
      console.say("sweep.allDone", configs.size());
      return;
    }
    String time =
        seconds.isPresent()
            ? TimeWords.of(seconds.getAsDouble()).in(console.locale())
            : console.text("comparison.nothing");
    console.say(done > 0 ? "sweep.countAndDone" : "sweep.count", configs.size(), time, done);
    if (noStore) {
      console.say("sweep.notKept");
    }
    if (configs.stream().anyMatch(config -> config.validation() == 0)) {
      console.say("sweep.nothingHeldOut");
    }
  }

  private int work(
      SweepFile asked,
      List<TrainingConfig> configs,
      TrainingData images,
      RunArchive archive,
      Optional<OutputFile> jsonFile)
      throws IOException {
    RunQueue queue =
        new RunQueue(
            (config, listener, signal) -> workbench.train(config, images, listener, signal),
            archive);
    queue.add(configs);
    SweepProgress progress = new SweepProgress(console, configs, images.train().size());
    try (Interruption interruption = Interruption.of(queue::stop)) {
      queue.run(progress);
      Selection selection = Selection.of(progress.runs()).lookedAt(archive::look);
      new SweepTable(console).print(selection);
      if (jsonFile.isPresent()) {
        jsonFile.get().write(SweepJson.of(asked, selection, progress.failures()));
        console.say("cli.wrote", jsonFile.get());
      }
      return interruption.ended(exitCode(queue, progress));
    }
  }

  private static int exitCode(RunQueue queue, SweepProgress progress) {
    if (queue.isStopped()) {
      return ExitCode.INTERRUPTED;
    }
    boolean none = progress.runs().stream().noneMatch(SweepCommand::hasEnded);
    return none ? ExitCode.FAILURE : ExitCode.DONE;
  }

  private static boolean hasEnded(RunSummary run) {
    return run.state() == RunState.FINISHED;
  }
}
