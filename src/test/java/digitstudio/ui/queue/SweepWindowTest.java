package digitstudio.ui.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.experiment.Presets.Preset;
import digitstudio.experiment.QueueFile;
import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunSummary;
import digitstudio.training.SmallMnist;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import digitstudio.training.TrainingService;
import digitstudio.ui.TestWindow;
import digitstudio.ui.form.SettingsView;
import digitstudio.ui.form.SettingsViewModel;
import digitstudio.ui.main.MainViewModel;
import digitstudio.ui.main.ModelStore;
import digitstudio.ui.main.ServiceTraining;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import digitstudio.ui.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** From the form through the queue to the outcome, with a real training and a real store. */
@ExtendWith(ApplicationExtension.class)
class SweepWindowTest {
  private static final TrainingConfig SMALL =
      TrainingConfig.builder().hidden(8).epochs(2).batchSize(32).validation(0.2).build();

  private final TrainingData data = SmallMnist.of(400, 100);
  private final ExecutorService work = Executors.newSingleThreadExecutor();
  private final Texts texts = new Texts(Locale.ENGLISH);
  private final SettingsViewModel settings =
      new SettingsViewModel(List.of(new Preset("default", "studio", SMALL)));
  private final List<Long> shown = new ArrayList<>();
  private Path folder;
  private RunStore store;
  private QueueFile file;
  private TrainingService service;
  private QueueViewModel queue;
  private MainViewModel main;

  @Start
  private void open(Stage stage) throws Exception {
    folder = Files.createTempDirectory("queue");
    store = RunStore.open(folder.resolve("runs.db"));
    file = new QueueFile(folder.resolve("queue.json"));
    settings.trainImagesProperty().set(data.train().size());
    service = new TrainingService(Platform::runLater, () -> data);
    queue =
        new QueueViewModel(
            new StoredSweeps(() -> store, file),
            settings::seconds,
            work,
            Platform::runLater,
            texts);
    main =
        new MainViewModel(
            new ServiceTraining(service, store::recordSealed),
            settings,
            ModelStore.FILES,
            work,
            Platform::runLater,
            texts,
            queue);
    HBox content =
        new HBox(
            new SettingsView(settings, texts),
            new QueueView(queue, texts, outcome -> shown.addAll(outcome.runs())));
    new Theme(new Appearance()).dress(TestWindow.show(stage, content, 1100, 700));
  }

  @AfterEach
  void close() throws Exception {
    queue.close();
    service.close();
    work.shutdown();
    work.awaitTermination(10, TimeUnit.SECONDS);
    file.close();
    store.close();
  }

  private static void type(FxRobot robot, String field, String text) {
    robot.interact(() -> robot.lookup(field).<TextField>query().setText(text));
  }

  private static String text(FxRobot robot, String label) {
    return robot.lookup(label).<Label>query().getText();
  }

  private void awaitOutcome() throws TimeoutException {
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, queue.outcomeProperty().isNotNull());
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void aSweepEndsInOneSentenceAndTheTestImagesAreLookedAtForTheChosenRunsAlone(FxRobot robot)
      throws TimeoutException {
    type(robot, "#form-hidden-0", "2, 16");
    type(robot, "#form-repeats", "2");
    assertEquals(4, settings.planProperty().get().count());
    robot.interact(() -> main.train());
    awaitOutcome();

    assertEquals("4 of 4 runs done", text(robot, "#queue-text"));
    String sentence = text(robot, "#queue-outcome-text");
    assertTrue(sentence.startsWith("The best on the validation images: "), sentence);
    List<RunSummary> runs = store.runs();
    assertEquals(4, runs.size());
    assertEquals(1, runs.stream().map(RunSummary::group).distinct().count());
    List<RunSummary> opened = runs.stream().filter(run -> run.testAccuracy().isPresent()).toList();
    assertEquals(2, opened.size());
    assertEquals(1, opened.stream().map(run -> run.config().hidden()).distinct().count());

    robot.clickOn("#queue-show-runs");
    assertEquals(4, shown.size());
    assertEquals(opened.get(0).config().hidden(), config(shown.get(0)).hidden());
    assertFalse(Files.exists(folder.resolve("queue.json")));
  }

  private TrainingConfig config(long id) {
    return store.run(id).orElseThrow().config();
  }

  @Test
  void waitingRunsAreMovedTakenOutAndHadBackWithTheKeyboard(FxRobot robot) throws TimeoutException {
    robot.interact(
        () -> {
          queue.add(List.of(epochs(100_000), epochs(1), epochs(2), epochs(3)));
          queue.openProperty().set(true);
        });
    ListView<QueuedRun> list = robot.lookup("#queue-list").query();
    robot.interact(
        () -> {
          list.requestFocus();
          list.getSelectionModel().select(3);
        });
    robot.press(KeyCode.ALT).push(KeyCode.UP).release(KeyCode.ALT);
    assertEquals(List.of(1, 3, 2), waiting());
    robot.push(KeyCode.DELETE);
    assertEquals(List.of(1, 2), waiting());
    robot.clickOn("#queue-clear");
    assertEquals(List.of(), waiting());
    assertEquals("2 runs were taken out of the queue.", text(robot, "#queue-removed-text"));
    robot.clickOn("#queue-undo");
    assertEquals(List.of(1, 2), waiting());
    robot.clickOn("#queue-hold");
    assertEquals("Held after this run: 2 runs wait", text(robot, "#queue-text"));
    robot.interact(() -> main.stop());
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, queue.currentProperty().isNull());
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals("Held: 2 runs wait", text(robot, "#queue-text"));
    robot.clickOn("#queue-hold");
    awaitOutcome();
    assertTrue(
        text(robot, "#queue-outcome-text").contains("1 of 3 runs did not come to their end."),
        text(robot, "#queue-outcome-text"));
  }

  private static TrainingConfig epochs(int epochs) {
    return SMALL.toBuilder().epochs(epochs).build();
  }

  private List<Integer> waiting() {
    return queue.runs().stream()
        .filter(run -> run.stateProperty().get() == QueuedRun.State.WAITING)
        .map(run -> run.config().epochs())
        .toList();
  }
}
