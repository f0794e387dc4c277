package digitstudio.fault;

import digitstudio.experiment.KeptRun;
import digitstudio.experiment.RunFile;
import digitstudio.experiment.RunImport;
import digitstudio.experiment.RunStore;
import digitstudio.report.document.LabReport;
import digitstudio.report.document.ReportFile;
import digitstudio.report.document.ReportFormat;
import digitstudio.report.document.RunReport;
import digitstudio.report.figure.Figure;
import digitstudio.report.figure.FigureFile;
import digitstudio.report.figure.FigureFormat;
import digitstudio.training.Model;
import digitstudio.training.ModelFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Does one kind of work again and again until it is killed, and prints before each piece what it
 * begins and after it what is done: {@code save}, {@code import} or {@code migrate}.
 */
public final class WorkingProgram {
  private static final int DPI = 100;

  private final Path folder;
  private final Path source;
  private final SplittableRandom random;
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private WorkingProgram(Path folder, Path source, long seed) {
    this.folder = folder;
    this.source = source;
    random = new SplittableRandom(seed);
  }

  /** Arguments: the work, the folder to work in, the folder of what is taken in, and a seed. */
  public static void main(String[] arguments) throws Exception {
    WorkingProgram program =
        new WorkingProgram(
            Path.of(arguments[1]), Path.of(arguments[2]), Long.parseLong(arguments[3]));
    switch (arguments[0]) {
      case "save" -> program.save();
      case "import" -> program.takeIn();
      case "migrate" -> program.migrate();
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private void say(String what, Object... details) {
    StringBuilder line = new StringBuilder(what);
    for (Object detail : details) {
      line.append('\t').append(detail);
    }
    out.println(line);
  }

  /** A piece of work that leaves a file. */
  private interface Saving {
    void to(Path file) throws IOException;
  }

  private void saved(String name, Saving saving) throws IOException {
    Path file = folder.resolve(name);
    say("begin", name);
    saving.to(file);
    say("saved", name, SavedFiles.digest(file));
  }

  private void save() throws IOException {
    KeptRun run = RunFile.read(source.resolve("run.digitrun"));
    say("open");
    while (true) {
      switch (random.nextInt(7)) {
        case 0 -> saved("model.npz", file -> ModelFile.write(changed(run.last().get()), file));
        case 1 ->
            saved(
                "run.digitrun",
                file ->
                    RunFile.write(
                        new KeptRun(
                            run.details(),
                            run.last().map(this::changed),
                            run.best(),
                            run.confusions(),
                            run.weights()),
                        file));
        case 2 -> report(run, ReportFormat.HTML, "report.html");
        case 3 -> report(run, ReportFormat.PDF, "report.pdf");
        case 4 -> report(run, ReportFormat.MARKDOWN, "report.md");
        case 5 -> report(run, ReportFormat.LATEX, "report.tex");
        default -> chart(run);
      }
    }
  }

  /** The same network with another first weight, so that no two files are alike. */
  private Model changed(Model model) {
    List<float[]> parameters = new ArrayList<>(model.parameters());
    float[] first = parameters.get(0).clone();
    first[0] = (float) random.nextDouble();
    parameters.set(0, first);
    return new Model(
        model.spec(), model.scaling(), parameters, model.config(), model.provenance());
  }

  private LabReport report(KeptRun run) {
    return new RunReport(random.nextBoolean() ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE)
        .of(run.details(), run.last(), "Question " + random.nextInt() + "?");
  }

  private void report(KeptRun run, ReportFormat format, String name) throws IOException {
    LabReport report = report(run);
    saved(name, file -> ReportFile.write(report, format, file));
  }

  private void chart(KeptRun run) throws IOException {
    List<Figure> figures = report(run).figures();
    Figure figure = figures.get(random.nextInt(figures.size()));
    FigureFormat format = FigureFormat.values()[random.nextInt(FigureFormat.values().length)];
    saved(
        "chart." + format.extension(),
        file -> FigureFile.write(figure, format, figure.size(), DPI, file));
  }

  /** Takes in runs whose every number follows from their seed, which their name is. */
  private void takeIn() throws IOException {
    List<Path> files = SavedFiles.in(source);
    while (true) {
      try (RunStore store = RunStore.open(folder.resolve("runs.db"))) {
        say("open");
        for (int times = 0; times < 10; times++) {
          KeptRun run = RunFile.read(files.get(random.nextInt(files.size())));
          RunImport taken = RunImport.into(store, run);
          say("imported", taken.id(), run.details().summary().config().seed());
          if (random.nextInt(3) == 0) {
            say("deleting", taken.id());
            store.delete(List.of(taken.id()));
            say("deleted", taken.id());
          }
        }
      }
    }
  }

  /** Puts an old store in place, whole, and has it brought to the newest version. */
  private void migrate() throws IOException {
    List<Path> old = SavedFiles.in(source);
    Path store = folder.resolve("runs.db");
    while (true) {
      Path from = old.get(random.nextInt(old.size()));
      say("clearing");
      Files.deleteIfExists(store);
      Files.deleteIfExists(folder.resolve("runs.db-wal"));
      Files.deleteIfExists(folder.resolve("runs.db-shm"));
      Path aside = folder.resolve(".next.tmp");
      Files.copy(from, aside, StandardCopyOption.REPLACE_EXISTING);
      say("begin", from.getFileName());
      Files.move(aside, store, StandardCopyOption.ATOMIC_MOVE);
      say("placed", from.getFileName());
      RunStore.open(store).close();
      say("migrated", from.getFileName());
    }
  }
}
