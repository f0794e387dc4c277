package digitstudio.ui.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.experiment.Presets;
import digitstudio.experiment.ReproductionKeeper;
import digitstudio.experiment.ReproductionScope;
import digitstudio.experiment.RunKeeper;
import digitstudio.experiment.RunSummary;
import digitstudio.training.RunState;
import digitstudio.training.SmallMnist;
import digitstudio.training.TrainingData;
import digitstudio.training.TrainingService;
import digitstudio.ui.TestWindow;
import digitstudio.ui.form.SettingsViewModel;
import digitstudio.ui.main.Dialogs;
import digitstudio.ui.main.MainViewModel;
import digitstudio.ui.main.ModelStore;
import digitstudio.ui.main.Notice;
import digitstudio.ui.main.ServiceTraining;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import digitstudio.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.stage.Stage;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** The page of the report over the real service and a real store, on the first images of MNIST. */
@ExtendWith(ApplicationExtension.class)
class ReproductionViewTest {
  private static final TrainingData DATA = SmallMnist.of(200, 100);
  private static final ReproductionScope LITTLE = new ReproductionScope(2, 100);

  private final ExecutorService files = Executors.newSingleThreadExecutor();
  private final ExecutorService work = Executors.newSingleThreadExecutor();
  private final List<Notice> told = new CopyOnWriteArrayList<>();
  private final Texts texts = new Texts(Locale.ENGLISH);
  private Path folder;
  private Path file;
  private RunKeeper runs;
  private TrainingService service;
  private ReproductionKeeper keeper;
  private MainViewModel main;
  private ReproductionViewModel page;

  @Start
  private void open(Stage stage) throws IOException {
    folder = Files.createTempDirectory("report");
    runs = new RunKeeper(folder.resolve("runs.db"), files, problem -> {});
    keeper = new ReproductionKeeper(runs, () -> DATA);
    service = new TrainingService(Platform::runLater, () -> DATA, keeper::record);
    main =
        new MainViewModel(
            new ServiceTraining(service, runs::recordSealed),
            new SettingsViewModel(Presets.all()),
            ModelStore.FILES,
            work,
            Platform::runLater,
            texts);
    page = page();
    Appearance appearance = new Appearance();
    new Theme(appearance)
        .dress(TestWindow.show(stage, new ReproductionView(page, texts, appearance), 1216, 700));
  }

  private ReproductionViewModel page() {
    ReproductionViewModel made =
        new ReproductionViewModel(
            new StudioLab(
                main,
                keeper,
                () -> runs.store().join(),
                () -> CompletableFuture.completedFuture(DATA),
                work),
            new ReproductionDocuments(new OneFile(), work, told::add),
            Platform::runLater,
            told::add);
    made.scopeProperty().set(LITTLE);
    return made;
  }

  @Stop
  private void close() {
    service.close();
    runs.close();
    work.shutdown();
    files.shutdown();
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup("#report-" + id).<Label>query().getText();
  }

  private static void press(FxRobot robot, String id) {
    Button button = robot.lookup("#report-" + id).query();
    robot.interact(button::fire);
  }

  private void train(FxRobot robot, String button) throws Exception {
    await(() -> !page.readingProperty().get());
    press(robot, button);
    await(() -> !page.runningProperty().get());
  }

  @Test
  void theReportsOwnFiguresAreThereBeforeAnythingIsTrained(FxRobot robot) throws Exception {
    await(() -> !page.readingProperty().get());
    assertEquals("97.33", text(robot, "test-then-batch-mbgd"));
    assertEquals("98.09", text(robot, "train-then-batch-mbgd"));
    assertEquals("1 min 19 s", text(robot, "time-then-batch-mbgd"));
    assertEquals("–", text(robot, "test-batch-mbgd"));
    assertFalse(robot.lookup("#report-charts-batch").query().isVisible());
    assertTrue(robot.lookup("#report-export").<MenuButton>query().isDisabled());
  }

  @Test
  void aTableIsTrainedItsRowsFillAndItLeavesAsADocument(FxRobot robot) throws Exception {
    train(robot, "train-table-batch");
    assertEquals(3, page.tables().get(3).reproducedProperty().get().rows().size());
    String test = text(robot, "test-batch-sgd");
    assertTrue(test.matches("\\d+\\.\\d\\d"), test);
    assertEquals("short form, not comparable", text(robot, "verdict-batch-mbgd"));
    // The same settings stand in two other tables, and none of them was trained for them.
    assertEquals(text(robot, "test-batch-bgd"), text(robot, "test-loss-cross-entropy"));
    assertEquals(text(robot, "test-batch-bgd"), text(robot, "test-depth-256-200"));
    assertEquals("–", text(robot, "test-optimizer-adam"));
    assertEquals(3, runs.store().join().runs().size());
    Node chart = robot.lookup("#report-chart-batch-loss").query();
    assertTrue(chart.getAccessibleText().endsWith("3 curves"), chart.getAccessibleText());

    file = folder.resolve("reproduction.html");
    robot.interact(() -> page.export(Locale.ENGLISH));
    await(() -> !told.isEmpty());
    assertFalse(told.get(0).error(), told.get(0).toString());
    Document document = Jsoup.parse(file);
    String row =
        document.select("tr").stream()
            .filter(line -> line.text().startsWith("Stochastic gradient descent"))
            .findFirst()
            .orElseThrow()
            .text();
    assertTrue(row.contains("97.78 " + test), row);
  }

  @Test
  void whatIsKeptIsShownByAnotherPageAndTrainedOnlyAnew(FxRobot robot) throws Exception {
    train(robot, "start-batch-mbgd");
    String test = text(robot, "test-batch-mbgd");
    assertTrue(robot.lookup("#report-start-batch-mbgd").query().isDisabled());
    robot.interact(
        () -> {
          page = page();
          page.load();
        });
    await(() -> page.rowsMeasured() > 0);
    assertEquals(
        test,
        String.format(
            Locale.ENGLISH,
            "%.2f",
            page.tables().get(3).reproducedProperty().get().rows().get(0).measured().test()));
    assertEquals(2, page.plan(page.tables().get(3).table().rows()).trainings().size());
    robot.interact(() -> page.anewProperty().set(true));
    assertEquals(3, page.plan(page.tables().get(3).table().rows()).trainings().size());
  }

  @Test
  void stoppingKeepsWhatIsDoneAndBeginsNothingElse(FxRobot robot) throws Exception {
    robot.interact(() -> page.scopeProperty().set(new ReproductionScope(3, 150)));
    await(() -> !page.readingProperty().get());
    press(robot, "train-all");
    await(() -> page.rowsMeasured() > 0);
    press(robot, "stop");
    await(() -> !page.runningProperty().get());
    int done = page.rowsMeasured();
    assertTrue(done < 31, done + " rows");
    assertNotEquals("–", text(robot, "test-depth-256-100"));
    assertEquals("", text(robot, "verdict-regularization-rmsprop-l2"));
    List<RunState> ends = runs.store().join().runs().stream().map(RunSummary::state).toList();
    assertTrue(ends.stream().allMatch(RunState::isOver), ends.toString());
    assertFalse(robot.lookup("#report-train-all").query().isDisabled());
  }

  @Test
  void aRowThatALongerOnePassesIsMeasuredAndKeptOnTheWay(FxRobot robot) throws Exception {
    robot.interact(() -> page.scopeProperty().set(new ReproductionScope(0, 40)));
    train(robot, "train-table-depth");
    assertEquals(4, page.tables().get(0).reproducedProperty().get().rows().size());
    assertTrue(text(robot, "said-depth-256-100").endsWith("in run 1"));
    List<RunSummary> kept = runs.store().join().runs();
    assertEquals(4, kept.size());
    assertEquals(
        2,
        kept.stream().filter(run -> run.epochs() == 100 && run.config().epochs() == 100).count());
    Node chart = robot.lookup("#report-chart-depth-loss").query();
    assertTrue(chart.getAccessibleText().endsWith("2 curves"), chart.getAccessibleText());
  }

  @Test
  void aFolderThatIsGoneAndAFileThatCannotBeWrittenAreOneSentenceEach(FxRobot robot)
      throws Exception {
    train(robot, "start-batch-mbgd");
    file = folder.resolve("gone").resolve("reproduction.pdf");
    robot.interact(() -> page.export(Locale.ENGLISH));
    await(() -> told.size() == 1);
    assertTrue(told.get(0).error());
    assertTrue(told.get(0).sentence(Locale.ENGLISH).contains("there is no folder"));
    file = Files.createDirectory(folder.resolve("taken.html"));
    robot.interact(() -> page.export(Locale.SIMPLIFIED_CHINESE));
    await(() -> told.size() == 2);
    assertTrue(told.get(1).error());
    assertTrue(told.get(1).sentence(Locale.SIMPLIFIED_CHINESE).contains("taken.html"));
  }

  @Test
  void thePageIsInTheWindowsLanguage(FxRobot robot) {
    robot.interact(() -> texts.localeProperty().set(Locale.SIMPLIFIED_CHINESE));
    assertEquals("全部训练", robot.lookup("#report-train-all").<Button>query().getText());
    assertTrue(text(robot, "said-batch-sgd").startsWith("学习率 0.01 · 批量 1 · 2 轮"));
  }

  /** Always the same answer. */
  private final class OneFile implements Dialogs {
    @Override
    public boolean confirmClose() {
      return true;
    }

    @Override
    public Optional<Path> chooseModelToOpen() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> chooseModelToSave() {
      return Optional.empty();
    }

    @Override
    public Optional<Path> chooseFileToSave(String titleKey, String name, List<String> extensions) {
      return Optional.of(file);
    }
  }
}
