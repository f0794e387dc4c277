package digitstudio.ui.hand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitSet;
import digitstudio.experiment.Drawing;
import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunSummary;
import digitstudio.training.Model;
import digitstudio.training.RunListener;
import digitstudio.training.RunResult;
import digitstudio.training.SmallMnist;
import digitstudio.training.StopSignal;
import digitstudio.training.Trainer;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import digitstudio.ui.TestWindow;
import digitstudio.ui.main.Notice;
import digitstudio.ui.pad.PadViewModel;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The place on a real store of drawings and a real store with a run that was trained. */
@ExtendWith(ApplicationExtension.class)
class HandViewTest {
  private final Texts texts = new Texts(Locale.ENGLISH);
  private final Appearance appearance = new Appearance();
  private final List<Notice> told = new ArrayList<>();
  private Path folder;
  private StoredDrawings drawings;
  private RunStore runs;
  private Path toOpen;
  private final ObjectProperty<Model> network = new SimpleObjectProperty<>();
  private HandViewModel hand;

  @Start
  void show(Stage stage) throws IOException {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    folder = Files.createTempDirectory("hand");
    toOpen = SheetViewModelTest.picture(folder);
    drawings = new StoredDrawings(folder.resolve("hand.db"));
    runs = RunStore.open(folder.resolve("runs.db"));
    network.set(train().model());
    hand =
        new HandViewModel(
            drawings, Runnable::run, Runnable::run, told::add, new GuidedSession(new Random(1)));
    ScoresViewModel scores =
        new ScoresViewModel(
            new StoredScoring(() -> runs),
            hand.drawings(),
            Runnable::run,
            Runnable::run,
            told::add);
    SheetViewModel sheet =
        new SheetViewModel(
            (images, observer) -> observer.accept(images.stream().map(this::answer).toList()),
            Runnable::run,
            Runnable::run,
            told::add,
            hand::keepAll);
    PadViewModel pad = new PadViewModel((image, observer) -> {}, Runnable::run, Runnable::run);
    FileQuestions questions =
        new FileQuestions() {
          @Override
          public Optional<Path> open(String titleKey, List<String> patterns) {
            return Optional.of(toOpen);
          }

          @Override
          public Optional<Path> save(String titleKey, String name) {
            return Optional.of(folder.resolve(name));
          }
        };
    HandView view = new HandView(hand, scores, sheet, pad, texts, appearance, questions);
    view.follow(network);
    TestWindow.show(stage, view, 1024, 600).getStylesheets().add("digitstudio/studio.css");
    hand.load();
  }

  private float[] answer(DigitImage image) {
    return network.get() == null ? new float[0] : network.get().predict(image);
  }

  /** One run that is kept with its weights. */
  private RunResult train() {
    TrainingConfig config = TrainingConfig.builder().hidden(16).epochs(1).validation(0).build();
    TrainingData data = SmallMnist.of(2000, 200);
    RunListener recorder = runs.record(config, "small", "");
    RunResult run = new Trainer(config, data).run(recorder, new StopSignal());
    recorder.finished(run);
    return run;
  }

  @AfterEach
  void close() {
    drawings.close();
    runs.close();
  }

  private static void until(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitForFxEvents();
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void draw(FxRobot robot) {
    Node paper = robot.lookup("#hand-paper").query();
    Bounds at = paper.localToScreen(paper.getBoundsInLocal());
    double x = at.getMinX() + at.getWidth() / 2;
    robot.moveTo(x, at.getMinY() + at.getHeight() * 0.3);
    robot.press(MouseButton.PRIMARY);
    robot.moveTo(x, at.getMinY() + at.getHeight() * 0.5);
    robot.moveTo(x, at.getMinY() + at.getHeight() * 0.7);
    robot.release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Labeled.class).getText();
  }

  private List<Integer> kept() {
    return drawings.all().stream().map(Drawing::label).toList();
  }

  @Test
  void aDrawingIsKeptByAKeyAndReadByEveryRun(FxRobot robot) throws TimeoutException {
    until(() -> runs.model(1, RunStore.Weights.FINAL).isPresent());
    assertTrue(robot.lookup("#hand-none").query().isVisible());
    assertTrue(robot.lookup("#hand-keep-1").query().isDisabled());

    draw(robot);
    assertFalse(robot.lookup("#hand-keep-1").query().isDisabled());
    robot.push(KeyCode.DIGIT1);
    draw(robot);
    robot.clickOn("#hand-keep-7");

    until(() -> kept().equals(List.of(1, 7)));
    assertEquals(
        "All digits (2)", robot.lookup("#hand-filter").queryComboBox().getButtonCell().getText());
    TableView<HandScore> scores = robot.lookup("#hand-scores").queryTableView();
    until(() -> scores.getItems().size() == 1);
    assertEquals("small", scores.getItems().get(0).run().name());
    assertEquals(2, scores.getItems().get(0).total());
    assertEquals(
        "2 drawings, read by every run whose weights are kept; the interval holds 19 times in 20.",
        text(robot, "#hand-scores-count"));
  }

  @Test
  void theScoresAreThoseOfTheStoredNetwork(FxRobot robot) throws TimeoutException {
    until(() -> runs.model(1, RunStore.Weights.FINAL).isPresent());
    DigitSet some = SmallMnist.of(10, 50).test();
    List<RunSummary> all = new StoredScoring(() -> runs).runs();
    HandScore score = new StoredScoring(() -> runs).score(all.get(0), some).orElseThrow();
    long right = 0;
    for (int i = 0; i < some.size(); i++) {
      float[] answer = runs.model(1, RunStore.Weights.FINAL).orElseThrow().predict(some.image(i));
      int best = 0;
      for (int digit = 1; digit < 10; digit++) {
        best = answer[digit] > answer[best] ? digit : best;
      }
      right += best == some.label(i) ? 1 : 0;
    }
    assertEquals(right, score.right());
    assertEquals(50, score.total());
    assertTrue(score.interval().low() < score.accuracy());
    assertTrue(score.interval().high() > score.accuracy());
    assertTrue(score.mnist().isPresent());
  }

  @Test
  void theGridRelabelsDeletesAndTakesBackByKeyboard(FxRobot robot) throws TimeoutException {
    for (int i = 0; i < 3; i++) {
      draw(robot);
      robot.push(KeyCode.DIGIT3);
    }
    until(() -> kept().size() == 3);
    robot.interact(() -> robot.lookup("#hand-grid").query().requestFocus());
    robot.push(KeyCode.RIGHT);
    robot.push(KeyCode.RIGHT);
    robot.push(KeyCode.DIGIT9);
    until(() -> kept().equals(List.of(3, 9, 3)));
    robot.push(KeyCode.DELETE);
    until(() -> kept().equals(List.of(3, 3)));
    robot.push(KeyCode.SHORTCUT, KeyCode.Z);
    until(() -> kept().equals(List.of(3, 9, 3)));
  }

  @Test
  void aSessionGuidesByKeyboardAlone(FxRobot robot) throws TimeoutException {
    robot.clickOn("#hand-session-start");
    int first = hand.session().targetProperty().get();
    assertEquals("Write a " + first, text(robot, "#hand-prompt"));
    robot.push(KeyCode.ENTER);
    assertEquals("0 of 100", text(robot, "#hand-progress-words"));

    draw(robot);
    robot.push(KeyCode.ENTER);
    until(() -> kept().equals(List.of(first)));
    assertEquals("1 of 100", text(robot, "#hand-progress-words"));
    robot.push(KeyCode.ESCAPE);
    assertEquals("Write a digit", text(robot, "#hand-prompt"));
    assertTrue(robot.lookup("#hand-session-start").query().isVisible());
  }

  @Test
  void aPictureIsOpenedCorrectedAndKept(FxRobot robot) throws TimeoutException {
    robot.clickOn("#hand-picture");
    assertTrue(robot.lookup("#sheet-none").query().isVisible());
    robot.clickOn("#sheet-open");
    WaitForAsyncUtils.waitForFxEvents();
    TextArea text = robot.lookup("#sheet-text").queryAs(TextArea.class);
    assertTrue(text.getText().matches("[0-9]{3}\n[0-9]{2}"), text.getText());

    robot.push(KeyCode.RIGHT);
    for (KeyCode digit :
        List.of(KeyCode.DIGIT8, KeyCode.DIGIT0, KeyCode.DIGIT4, KeyCode.DIGIT3, KeyCode.DIGIT5)) {
      robot.push(digit);
    }
    assertEquals("804\n35", text.getText());
    assertEquals("5, as you say", text(robot, "#sheet-digit"));
    robot.push(KeyCode.DELETE);
    assertEquals("804\n3", text.getText());
    robot.push(KeyCode.SHORTCUT, KeyCode.Z);
    assertEquals("804\n35", text.getText());

    robot.clickOn("#sheet-keep");
    until(() -> kept().equals(List.of(8, 0, 4, 3, 5)));
  }

  @Test
  void aPictureIsReadOnceThereIsANetwork(FxRobot robot) {
    Model trained = network.get();
    robot.interact(() -> network.set(null));
    robot.clickOn("#hand-picture").clickOn("#sheet-open");
    WaitForAsyncUtils.waitForFxEvents();
    TextArea text = robot.lookup("#sheet-text").queryAs(TextArea.class);
    assertEquals("???\n??", text.getText());
    assertTrue(robot.lookup("#sheet-keep").query().isDisabled());
    robot.interact(() -> network.set(trained));
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(text.getText().matches("[0-9]{3}\n[0-9]{2}"), text.getText());
    assertFalse(robot.lookup("#sheet-keep").query().isDisabled());
  }

  @Test
  void everyControlCanBeNamedAndReached(FxRobot robot) {
    for (String id :
        List.of(
            "#hand-paper",
            "#hand-grid",
            "#hand-scores",
            "#hand-filter",
            "#hand-import",
            "#hand-export",
            "#hand-delete",
            "#hand-undo",
            "#hand-session-start",
            "#hand-keep-0")) {
      Node node = robot.lookup(id).query();
      assertFalse(node.getAccessibleText().isBlank(), id);
      assertTrue(node.isFocusTraversable(), id);
    }
  }
}
