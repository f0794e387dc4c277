package digitstudio.cli;

import digitstudio.experiment.ReportTables;
import digitstudio.experiment.Reproduction;
import digitstudio.experiment.Reproduction.ReproducedTable;
import digitstudio.experiment.ReproductionScope;
import digitstudio.experiment.RunArchive;
import digitstudio.experiment.SpeedProbe;
import digitstudio.experiment.Sweep;
import digitstudio.experiment.TimeWords;
import digitstudio.nn.Settings;
import digitstudio.training.RunResult;
import digitstudio.training.SpeedEstimate;
import digitstudio.training.StopSignal;
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

/** Trains the experiments of the report and shows its tables beside what was measured. */
@Command(name = "reproduce", sortOptions = false)
final class ReproduceCommand implements Callable<Integer> {
  /** What the runs are grouped under. */
  private static final String GROUP = "report";

  private final Console console;
  private final Workbench workbench;

  @Option(names = "--table", paramLabel = "NAME", descriptionKey = "reproduction.table.help")
  private List<String> names = List.of();

  @Option(names = "--epochs", paramLabel = "N", descriptionKey = "reproduction.epochs.help")
  private String epochs;

  @Option(names = "--train-limit", paramLabel = "N", descriptionKey = "reproduction.limit.help")
  private String trainLimit;

  @Option(names = "--dry-run", descriptionKey = "sweep.dryRun.help")
  private boolean dryRun;

  @Mixin private DataOption data;

  @Mixin private StoreOption store;

  @Option(names = "--no-store", descriptionKey = "sweep.noStore.help")
  private boolean noStore;

  @Option(names = "--json", paramLabel = "FILE", descriptionKey = "cli.json")
  private String json;

  @Mixin private HelpOption help;

  ReproduceCommand(Console console, Workbench workbench, DataOption data, StoreOption store) {
    this.console = console;
    this.workbench = workbench;
    this.data = data;
    this.store = store;
    help = new HelpOption();
  }

  @Override
  public Integer call() throws IOException {
    List<ReportTables.Table> tables =
        names.isEmpty()
            ? ReportTables.all()
            : names.stream().distinct().map(ReportTables::named).toList();
    ReproductionScope scope =
        new ReproductionScope(atLeastOne("epochs", epochs), atLeastOne("train-limit", trainLimit));
    Optional<OutputFile> jsonFile = Optional.ofNullable(json).map(OutputFile::of);
    TrainingData images = workbench.data(data.folder());
    try (RunArchive archive = archive(images)) {
      Reproduction reproduction =
          new Reproduction(
              tables,
              scope,
              images,
              (config, listener, signal) -> workbench.train(config, images, listener, signal),
              archive);
      announce(reproduction.trainings(), images, scope);
      return dryRun ? ExitCode.DONE : work(reproduction, scope, images, jsonFile);
    }
  }

  private static int atLeastOne(String field, String text) {
    if (text == null) {
      return 0;
    }
    int count = Settings.parseCount(field, text);
    Settings.requireAtLeast(field, count, 1);
    return count;
  }

  private RunArchive archive(TrainingData images) {
    return noStore ? RunArchive.NONE : workbench.archive(store, console, GROUP, images.sha256());
  }

  private void announce(
      List<TrainingConfig> trainings, TrainingData images, ReproductionScope scope) {
    SpeedEstimate speed = SpeedProbe.of(trainings, images, workbench::train);
    OptionalDouble seconds = Sweep.seconds(trainings, speed, images.train().size());
    console.say(
        "reproduction.count",
        trainings.size(),
        seconds.isPresent()
            ? TimeWords.of(seconds.getAsDouble()).in(console.locale())
            : console.text("comparison.nothing"));
    if (scope.isShort()) {
      console.say("reproduction.short");
    }
  }

  private int work(
      Reproduction reproduction,
      ReproductionScope scope,
      TrainingData images,
      Optional<OutputFile> jsonFile)
      throws IOException {
    StopSignal signal = new StopSignal();
    try (Interruption interruption = Interruption.of(signal)) {
      List<ReproducedTable> tables = reproduction.run(progress(), signal);
      tables.stream()
          .filter(table -> !table.rows().isEmpty() && !table.isComplete())
          .forEach(new ReproductionTable(console)::print);
      if (jsonFile.isPresent()) {
        jsonFile.get().write(ReproductionJson.of(scope, images, tables));
        console.say("cli.wrote", jsonFile.get());
      }
      return interruption.ended(signal.isStopped() ? ExitCode.INTERRUPTED : ExitCode.DONE);
    }
  }

  private Reproduction.Observer progress() {
    ReproductionTable printer = new ReproductionTable(console);
    return new Reproduction.Observer() {
      @Override
      public void began(int number, int total, ReportTables.Row row) {
        console.say("reproduction.began", number, total, console.text(row.titleKey()));
      }

      @Override
      public void ended(int number, int total, RunResult result) {
        console.say(
            "reproduction.ended",
            number,
            total,
            result.test().accuracy(),
            result.trainingSeconds());
      }

      @Override
      public void tableDone(ReproducedTable table) {
        printer.print(table);
      }
    };
  }
}
