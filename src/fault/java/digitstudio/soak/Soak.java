package digitstudio.soak;

import digitstudio.DigitStudioApp;
import digitstudio.experiment.KeptRun;
import digitstudio.experiment.RunFile;
import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunSummary;
import digitstudio.report.document.ComparisonReport;
import digitstudio.report.document.ReportFile;
import digitstudio.report.document.ReportFormat;
import digitstudio.report.document.RunReport;
import digitstudio.report.figure.Figure;
import digitstudio.report.figure.FigureFile;
import digitstudio.report.figure.FigureFormat;
import digitstudio.training.ModelFile;
import digitstudio.training.RunState;
import digitstudio.ui.command.Command;
import digitstudio.ui.main.MainView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Uses the real window for hours as a restless person would: trains, draws, changes views, languages
 * and looks, exports, compares and deletes; and reads all the while what the process holds.
 */
public final class Soak {
  private static final int PATIENCE_SECONDS = 120;
  private static final long READING_NANOS = TimeUnit.SECONDS.toNanos(15);

  /** So many runs stay; the others are deleted, as a person would, so that no list grows. */
  private static final int KEPT_RUNS = 8;

  private static final List<String> LOOKS =
      List.of(
          "language-en",
          "language-zh",
          "theme-light",
          "theme-dark",
          "density-comfortable",
          "density-compact",
          "letters-larger",
          "letters-smaller",
          "letters-usual",
          "accent-teal",
          "accent-blue");

  private final Path folder;
  private final SplittableRandom random;
  private final FxRobot robot = new FxRobot();
  private final Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> done = new TreeMap<>();
  private final Readings readings = new Readings();
  private RunStore store;

  private Soak(Path folder, long seed) {
    this.folder = folder;
    random = new SplittableRandom(seed);
  }

  /** Arguments: minutes, a seed, and the folder to work in. */
  public static void main(String[] arguments) throws Exception {
    Soak soak = new Soak(Path.of(arguments[2]), Long.parseLong(arguments[1]));
    boolean well = soak.run(Double.parseDouble(arguments[0]));
    System.exit(well ? 0 : 1);
  }

  private boolean run(double minutes) throws Exception {
    Thread.setDefaultUncaughtExceptionHandler((thread, error) -> uncaught.add(error));
    // What fails on the window's thread is noted by the handler, and the soak goes on.
    WaitForAsyncUtils.autoCheckException = false;
    WaitForAsyncUtils.printException = false;
    FxToolkit.registerPrimaryStage();
    FxToolkit.setupApplication(DigitStudioApp::new);
    store = RunStore.open(folder.resolve("runs.db"));
    train();
    long start = System.nanoTime();
    long read = start - READING_NANOS;
    while ((System.nanoTime() - start) / 60e9 < minutes && uncaught.size() < 10) {
      if (System.nanoTime() - read >= READING_NANOS) {
        read = System.nanoTime();
        idle();
        readings.take();
      }
      try {
        act();
      } catch (RuntimeException | TimeoutException e) {
        uncaught.add(e);
      }
    }
    idle();
    readings.take();
    store.close();
    FxToolkit.cleanupStages();
    return report((System.nanoTime() - start) / 60e9);
  }

  private void act() throws Exception {
    switch (random.nextInt(12)) {
      case 0 -> train();
      case 1, 2 -> draw();
      case 3, 4, 5 -> go();
      case 6, 7 -> look();
      case 8 -> export();
      case 9 -> compare();
      case 10 -> delete();
      default -> palette();
    }
  }

  private void count(String what) {
    done.merge(what, 1, Integer::sum);
  }

  private MainView view() {
    return (MainView) robot.lookup("#status").query().getScene().getRoot();
  }

  private void perform(String id) {
    robot.interact(
        () ->
            view().commands().all().stream()
                .filter(command -> command.id().equals(id))
                .findFirst()
                .ifPresent(Command::perform));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void place(int number) {
    robot.interact(
        () ->
            robot.lookup(".view-rail .toggle-button").<ToggleButton>queryAll().stream()
                .skip(number)
                .findFirst()
                .filter(button -> !button.isSelected())
                .ifPresent(ToggleButton::fire));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private boolean fire(String query) {
    Optional<ButtonBase> button =
        robot.lookup(query).<ButtonBase>tryQuery().filter(found -> !found.isDisabled());
    button.ifPresent(found -> robot.interact(found::fire));
    WaitForAsyncUtils.waitForFxEvents();
    return button.isPresent();
  }

  private void train() throws Exception {
    place(0);
    enter("#form-epochs", Integer.toString(1 + random.nextInt(3)));
    enter("#form-train-limit", Integer.toString(1000 + 1000 * random.nextInt(4)));
    enter("#form-seed", Integer.toString(random.nextInt(1_000_000)));
    if (!fire("#train")) {
      return;
    }
    count("trainings");
    if (random.nextInt(4) == 0) {
      draw();
    } else if (random.nextInt(3) == 0) {
      go();
    }
    place(0);
    WaitForAsyncUtils.waitFor(
        PATIENCE_SECONDS,
        TimeUnit.SECONDS,
        () -> robot.lookup("#train").<Button>tryQuery().filter(b -> !b.isDisabled()).isPresent());
  }

  private void enter(String query, String value) {
    robot
        .lookup(query)
        .<TextField>tryQuery()
        .ifPresent(field -> robot.interact(() -> field.setText(value)));
  }

  private void draw() {
    place(random.nextBoolean() ? 0 : 5);
    Optional<Node> paper = robot.lookup("#pad-canvas").<Node>tryQuery();
    if (paper.isEmpty()) {
      return;
    }
    robot.interact(() -> stroke(paper.get()));
    WaitForAsyncUtils.waitForFxEvents();
    count("drawings");
    if (random.nextInt(3) == 0) {
      fire("#pad-clear");
    }
  }

  private void stroke(Node paper) {
    Bounds bounds = paper.getBoundsInLocal();
    double x = bounds.getWidth() * random.nextDouble(0.2, 0.8);
    double y = bounds.getHeight() * 0.2;
    mouse(paper, MouseEvent.MOUSE_PRESSED, x, y);
    for (int step = 1; step <= 20; step++) {
      mouse(
          paper,
          MouseEvent.MOUSE_DRAGGED,
          x + random.nextDouble(-3, 3),
          y + bounds.getHeight() * 0.03 * step);
    }
    mouse(paper, MouseEvent.MOUSE_RELEASED, x, bounds.getHeight() * 0.8);
  }

  private static void mouse(
      Node node, javafx.event.EventType<MouseEvent> type, double x, double y) {
    node.fireEvent(
        new MouseEvent(
            type, x, y, x, y, MouseButton.PRIMARY, 1, false, false, false, false, true, false,
            false, true, false, false, null));
  }

  private void go() {
    int places = robot.lookup(".view-rail .toggle-button").queryAll().size();
    place(random.nextInt(places));
    count("view changes");
  }

  private void look() {
    perform(LOOKS.get(random.nextInt(LOOKS.size())));
    count("changes of language and look");
  }

  private void palette() {
    perform("palette");
    enter("#palette-query", "tr");
    perform("palette");
    count("palettes");
  }

  private List<RunSummary> finished() {
    return store.runs().stream().filter(run -> run.state() == RunState.FINISHED).toList();
  }

  /** All formats of a run that is chosen by chance, as the commands and the views write them. */
  private void export() throws IOException {
    List<RunSummary> runs = finished();
    KeptRun run = store.kept(runs.get(random.nextInt(runs.size())).id()).orElseThrow();
    Locale locale = random.nextBoolean() ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    var report = new RunReport(locale).of(run.details(), run.last(), "");
    switch (random.nextInt(4)) {
      case 0 -> RunFile.write(run, folder.resolve("run.digitrun"));
      case 1 -> ModelFile.write(run.last().orElseThrow(), folder.resolve("model.npz"));
      case 2 -> {
        ReportFormat format = ReportFormat.values()[random.nextInt(ReportFormat.values().length)];
        ReportFile.write(report, format, folder.resolve("report." + random.nextInt(2)));
      }
      default -> {
        List<Figure> figures = report.figures();
        Figure figure = figures.get(random.nextInt(figures.size()));
        FigureFormat format = FigureFormat.values()[random.nextInt(FigureFormat.values().length)];
        FigureFile.write(figure, format, figure.size(), 150, folder.resolve("figure"));
      }
    }
    count("exports");
  }

  private void compare() throws IOException {
    place(1);
    idle();
    robot
        .lookup("#runs-table")
        .<TableView<?>>tryQuery()
        .ifPresent(
            table ->
                robot.interact(
                    () -> {
                      table.getSelectionModel().clearSelection();
                      table.getSelectionModel().selectRange(0, 2 + random.nextInt(3));
                    }));
    WaitForAsyncUtils.waitForFxEvents();
    List<RunSummary> runs = finished();
    if (runs.size() > 1) {
      ReportFile.write(
          new ComparisonReport(Locale.ENGLISH)
              .of(
                  runs.subList(0, 2).stream()
                      .map(run -> store.details(run.id()).orElseThrow())
                      .toList(),
                  ""),
          ReportFormat.HTML,
          folder.resolve("compared.html"));
    }
    count("comparisons");
  }

  private void delete() throws Exception {
    if (store.runs().size() <= KEPT_RUNS) {
      return;
    }
    place(1);
    idle();
    Optional<TableView<?>> table = robot.lookup("#runs-table").<TableView<?>>tryQuery();
    if (table.isEmpty()) {
      return;
    }
    robot.interact(
        () -> {
          table.get().getSelectionModel().clearSelection();
          table.get().getSelectionModel().selectRange(KEPT_RUNS / 2, table.get().getItems().size());
          table.get().requestFocus();
        });
    WaitForAsyncUtils.waitForFxEvents();
    if (fire("#runs-delete")) {
      count("deletions");
    }
    if (random.nextInt(4) == 0) {
      fire("#runs-undo");
      count("deletions undone");
    }
  }

  /** Until nothing is left to be painted. */
  private void idle() {
    WaitForAsyncUtils.waitForFxEvents(10);
  }

  private boolean report(double minutes) throws IOException, TimeoutException {
    System.out.printf(
        "%n%.1f minutes: %s%n",
        minutes,
        done.entrySet().stream()
            .map(each -> each.getValue() + " " + each.getKey())
            .collect(Collectors.joining(", ")));
    boolean flat = readings.areFlat();
    List<String> complaints = new ArrayList<>();
    uncaught.forEach(
        error -> {
          complaints.add("nobody caught " + error);
          error.printStackTrace(System.out);
        });
    Path log = Path.of(System.getProperty("digitstudio.log"));
    if (Files.exists(log)) {
      try (var lines = Files.lines(log)) {
        // Of others' warnings, such as those of fonts, a person need not know.
        lines
            .filter(line -> line.matches(".* ERROR .*|.* WARN .* digitstudio\\..*|\\w+.*Exception.*"))
            .limit(20)
            .forEach(line -> complaints.add("the log says: " + line));
      }
    }
    complaints.forEach(System.out::println);
    System.out.println(
        flat && complaints.isEmpty() ? "Flat, and no exception in the log." : "NOT WELL");
    return flat && complaints.isEmpty();
  }
}
