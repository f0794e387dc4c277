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
import digitstudio.report.document.LabReport;
import digitstudio.report.document.ReportFile;
import digitstudio.report.document.ReproductionReport;
import digitstudio.text.Problem;
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
  private static final double MILLION = 1e6;

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

  @Option(names = "--anew", descriptionKey = "reproduction.anew.help")
  private boolean anew;

  @Option(names = "--out", paramLabel = "FILE", descriptionKey = "cli.report.out")
  private String out;

  @Mixin private DocumentOptions document;

  @Option(names = "--json", paramLabel = "FILE", descriptionKey = "cli.json")
  private String json;

  @Mixin private HelpOption help;

  ReproduceCommand(Console console, Workbench workbench, DataOption data, StoreOption store) {
    this.console = console;
    this.workbench = workbench;
    this.data = data;
    this.store = store;
    document = new DocumentOptions();
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
    Optional<OutputFile> outFile = Optional.ofNullable(out).map(OutputFile::of);
    requireDocument(jsonFile, outFile);
    TrainingData images =
        data.read(workbench, console).withDrawings(() -> workbench.drawings(store.drawings()));
    try (RunArchive archive = archive(images)) {
      Reproduction reproduction =
          new Reproduction(
              tables,
              scope,
              images,
              (config, listener, signal) -> workbench.train(config, images, listener, signal),
              archive,
              anew);
      announce(reproduction, images, scope);
      if (dryRun) {
        return ExitCode.DONE;
      }
      StopSignal signal = new StopSignal();
      try (Interruption interruption = Interruption.of(signal)) {
        List<ReproducedTable> done = work(reproduction, signal);
        if (jsonFile.isPresent()) {
          jsonFile.get().write(ReproductionJson.of(scope, images, done));
          console.say("cli.wrote", jsonFile.get());
        }
        if (outFile.isPresent()) {
          write(scope, done, outFile.get());
        }
        return interruption.ended(signal.isStopped() ? ExitCode.INTERRUPTED : ExitCode.DONE);
      }
    }
  }

  /** Said before minutes of training, not after them. */
  private void requireDocument(Optional<OutputFile> jsonFile, Optional<OutputFile> outFile) {
    document.locale(console);
    document.format(out == null ? "" : out);
    if (jsonFile.isPresent() && outFile.isPresent() && jsonFile.get().isSameAs(outFile.get())) {
      throw new Problem("cli.sameFile", out);
    }
  }

  private void write(ReproductionScope scope, List<ReproducedTable> tables, OutputFile file)
      throws IOException {
    LabReport report = new ReproductionReport(document.locale(console)).of(scope, tables);
    ReportFile.write(report, document.format(out), OutputFile.path(out));
    console.say("cli.wrote", file);
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
    return noStore
        ? RunArchive.NONE
        : workbench.archive(store, console, Reproduction.GROUP, images.sha256());
  }

  private void announce(Reproduction reproduction, TrainingData images, ReproductionScope scope) {
    if (reproduction.kept() > 0) {
      console.say("reproduction.kept", reproduction.kept());
    }
    List<TrainingConfig> trainings = reproduction.trainings();
    if (!trainings.isEmpty()) {
      SpeedEstimate speed = SpeedProbe.of(trainings, images, workbench::train);
      OptionalDouble seconds = Sweep.seconds(trainings, speed, images.train().size());
      console.say(
          "reproduction.count",
          trainings.size(),
          seconds.isPresent()
              ? TimeWords.of(seconds.getAsDouble()).in(console.locale())
              : console.text("comparison.nothing"));
      console.say(
          "reproduction.effort",
          reproduction.plan().epochs(),
          reproduction.plan().images(images.train().size()) / MILLION);
    }
    if (scope.isShort()) {
      console.say("reproduction.short");
    }
  }

  private List<ReproducedTable> work(Reproduction reproduction, StopSignal signal) {
    List<ReproducedTable> tables = reproduction.run(progress(), signal);
    tables.stream()
        .filter(table -> !table.rows().isEmpty() && !table.isComplete())
        .forEach(new ReproductionTable(console)::print);
    return tables;
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
