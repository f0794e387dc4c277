package digitstudio.cli;

import digitstudio.experiment.RunDetails;
import digitstudio.experiment.RunStore;
import digitstudio.report.document.ComparisonReport;
import digitstudio.report.document.LabReport;
import digitstudio.report.document.ReportFile;
import digitstudio.report.document.ReportFormat;
import digitstudio.report.document.RunReport;
import digitstudio.text.Problem;
import digitstudio.training.Model;
import digitstudio.training.ModelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the lab report of one run, or of several beside each other. */
@Command(name = "report", sortOptions = false)
final class ReportCommand implements Callable<Integer> {
  private static final String MODEL = ".npz";

  private final Console console;
  private final Workbench workbench;

  @Parameters(arity = "1..*", paramLabel = "RUN", descriptionKey = "cli.report.runs")
  private List<String> runs;

  @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "cli.report.out")
  private String out;

  @Mixin private DocumentOptions document;

  @Option(names = "--question", paramLabel = "TEXT", descriptionKey = "cli.report.question")
  private String question = "";

  @Mixin private StoreOption store;

  @Mixin private DataOption data;

  @Mixin private HelpOption help;

  /** A run as it was found, and its network where there is one. */
  private record Found(RunDetails details, Optional<Model> model) {}

  ReportCommand(Console console, Workbench workbench, DataOption data, StoreOption store) {
    this.console = console;
    this.workbench = workbench;
    this.data = data;
    this.store = store;
    document = new DocumentOptions();
    help = new HelpOption();
  }

  @Override
  public Integer call() throws IOException {
    ReportFormat written = document.format(out);
    Locale locale = document.locale(console);
    OutputFile file = OutputFile.of(out);
    List<Found> found = find();
    LabReport report =
        found.size() == 1
            ? new RunReport(locale).of(found.get(0).details(), found.get(0).model(), question)
            : new ComparisonReport(locale)
                .of(found.stream().map(Found::details).toList(), question);
    ReportFile.write(report, written, OutputFile.path(out));
    console.say("cli.wrote", file);
    return ExitCode.DONE;
  }

  private List<Found> find() {
    List<Found> found = new ArrayList<>();
    for (String run : new LinkedHashSet<>(runs)) {
      if (run.toLowerCase(Locale.ROOT).endsWith(MODEL)) {
        found.add(ofModel(run));
      } else {
        found.add(ofStore(run));
      }
    }
    return found;
  }

  /** A model file keeps no curve; its network is asked anew. */
  private Found ofModel(String text) {
    Path file = OutputFile.path(text);
    Model model = ModelFile.read(file);
    return new Found(
        ModelRun.details(
            model,
            file,
            workbench.evaluate(model, workbench.data(data.folder()).test(), model.config().loss())),
        Optional.of(model));
  }

  private Found ofStore(String text) {
    long id = id(text);
    try (RunStore open = store.open(console)) {
      RunDetails details = open.details(id).orElseThrow(() -> new Problem("report.runNone", text));
      return new Found(details, open.model(id, RunStore.Weights.FINAL));
    }
  }

  private static long id(String text) {
    try {
      return Long.parseLong(text.trim());
    } catch (NumberFormatException e) {
      throw new Problem(e, "report.notWhole", text);
    }
  }
}
