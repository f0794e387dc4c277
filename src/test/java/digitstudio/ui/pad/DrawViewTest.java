package digitstudio.ui.pad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import digitstudio.digits.DigitImage;
import digitstudio.experiment.RunSummary;
import digitstudio.ui.TestWindow;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class DrawViewTest {
  private final FakePredictions predictions = new FakePredictions();
  private final MemoryPadRuns runs = new MemoryPadRuns();
  private final Texts texts = new Texts(Locale.ENGLISH);
  private PadViewModel pad;
  private PadRunsViewModel many;
  private DrawView view;
  private StackPane window;

  @Start
  void show(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    runs.add(1, 7, 0.1);
    runs.add(2, 2, 0.01);
    runs.epochs.put(2L, new TreeMap<>(Map.of(1, 7, 2, 7, 3, 2, 4, 2)));
    predictions.reading = DrawViewTest::middle;
    pad = new PadViewModel(predictions, Runnable::run, Runnable::run);
    Appearance appearance = new Appearance();
    many = new PadRunsViewModel(runs, pad.imageProperty(), Runnable::run, Runnable::run);
    view = new DrawView(pad, many, texts, appearance);
    window = new StackPane(view);
    TestWindow.show(stage, window, 960, 564).getStylesheets().add("digitstudio/studio.css");
  }

  /** Sure of 1 if there is ink in the image's middle, else of 0. */
  private static float[] middle(DigitImage image) {
    return FakePredictions.sure(image.ink(14, 14) > 127 ? 1 : 0, 0.9);
  }

  /** A short line in the upper left corner. */
  private void draw(FxRobot robot) {
    robot.interact(
        () -> {
          pad.beginStroke(0.1, 0.1);
          pad.extendStroke(0.1, 0.3);
          pad.endStroke();
        });
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Labeled.class).getText();
  }

  private static double ink(FxRobot robot, String id) {
    Node node = robot.lookup(id).query();
    WritableImage picture = WaitForAsyncUtils.waitForAsyncFx(5000, () -> node.snapshot(null, null));
    double ink = 0;
    for (int y = 4; y < picture.getHeight() - 4; y++) {
      for (int x = 4; x < picture.getWidth() - 4; x++) {
        ink += 1 - picture.getPixelReader().getColor(x, y).getBrightness();
      }
    }
    return ink;
  }

  @Test
  void everyStageIsPaintedAsSoonAsSomethingIsDrawn(FxRobot robot) {
    String[] stages = {"pen", "crop", "scale", "centre", "grey"};
    for (String stage : stages) {
      assertTrue(ink(robot, "#pad-stage-" + stage) < 1, stage + " is blank");
    }
    draw(robot);
    for (String stage : stages) {
      assertTrue(ink(robot, "#pad-stage-" + stage) > 50, stage + " is painted");
    }
    assertTrue(
        ink(robot, "#pad-stage-crop") > 2 * ink(robot, "#pad-stage-pen"), "the crop is nearer");
  }

  @Test
  void aSwitchLeavesAStepOutAndTheBarsShowBoth(FxRobot robot) {
    draw(robot);
    assertEquals("without: 1 · 90.0 → 90.0 %", text(robot, "#pad-effect-grey"));
    assertEquals("1: 90.0 %", robot.lookup("#pad-bar-1").query().getAccessibleText());

    robot.clickOn("#pad-step-crop").clickOn("#pad-step-centre");

    assertEquals(
        "1: 1.1 %; with all steps 90.0 %", robot.lookup("#pad-bar-1").query().getAccessibleText());
    assertEquals("with: read as 1 · 90.0 %", text(robot, "#pad-effect-centre"));
    assertTrue(text(robot, "#pad-note").startsWith("Steps are left out"));

    robot.clickOn("#pad-steps-all");
    assertEquals("1: 90.0 %", robot.lookup("#pad-bar-1").query().getAccessibleText());
    assertTrue(robot.lookup("#pad-steps-all").query().isDisabled());
    assertEquals("", text(robot, "#pad-note"));
  }

  @Test
  void everyChosenRunAnswersTheDrawing(FxRobot robot) {
    assertEquals("run 1: no answer", robot.lookup("#pad-run-1").query().getAccessibleText());
    draw(robot);

    assertEquals("run 1: reads 7, 90.0 %", robot.lookup("#pad-run-1").query().getAccessibleText());
    assertEquals("run 2: reads 2, 90.0 %", robot.lookup("#pad-run-2").query().getAccessibleText());
  }

  @Test
  void runsAreChosenInTheList(FxRobot robot) {
    draw(robot);
    robot.clickOn("#pad-runs").clickOn("#pad-choose-1");

    assertTrue(robot.lookup("#pad-run-1").tryQuery().isEmpty());
    assertEquals("Runs: 1 of at most 8", text(robot, "#pad-runs"));
    robot.clickOn("#pad-choose-1");
    assertEquals("run 1: reads 7, 90.0 %", robot.lookup("#pad-run-1").query().getAccessibleText());
    robot.clickOn("#pad-runs-filter").write("run 2");
    assertTrue(robot.lookup("#pad-choose-1").tryQuery().filter(Node::isVisible).isEmpty());
    robot.type(KeyCode.ESCAPE);
  }

  @Test
  void withTheDigitThatWasMeantAnswersAreRightOrWrong(FxRobot robot) {
    draw(robot);
    robot.interact(
        () -> {
          @SuppressWarnings("unchecked")
          ComboBox<Integer> truth = robot.lookup("#pad-truth").queryAs(ComboBox.class);
          truth.setValue(7);
        });

    assertTrue(hasGuess(robot, "#pad-run-1", "right"));
    assertTrue(hasGuess(robot, "#pad-run-2", "wrong"));
    assertTrue(text(robot, "#pad-learnt").contains("has not learnt to read this as a 7"));
  }

  private static boolean hasGuess(FxRobot robot, String run, String state) {
    return robot
        .from(robot.lookup(run).queryAll())
        .lookup(".run-guess")
        .query()
        .getPseudoClassStates()
        .contains(PseudoClass.getPseudoClass(state));
  }

  @Test
  void theSliderGoesThroughTheEpochsOfARun(FxRobot robot) {
    assertTrue(text(robot, "#pad-learnt").contains("has the weights of 4 epochs"));
    draw(robot);

    assertEquals(
        "“run 2” reads this as a 2 from epoch 3 on, and not yet after epoch 2.",
        text(robot, "#pad-learnt"));
    assertEquals("epoch 4: 2 · 90.0 %", text(robot, "#pad-epoch-answer"));
    robot.interact(() -> robot.lookup("#pad-epoch").queryAs(Slider.class).setValue(0));
    assertEquals("epoch 1: 7 · 90.0 %", text(robot, "#pad-epoch-answer"));
    assertEquals("run 2: reads 7, 90.0 %", robot.lookup("#pad-run-2").query().getAccessibleText());
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(ink(robot, "#pad-course-chart") > 100, "the probability is drawn");
  }

  @Test
  void aRunWithoutKeptEpochsSaysSo(FxRobot robot) {
    robot.clickOn("#pad-follow-1");

    assertTrue(text(robot, "#pad-learnt").startsWith("“run 1” has no weights of its epochs kept"));
    assertTrue(robot.lookup("#pad-epoch").query().isDisabled());
  }

  @Test
  void whatIsNotSeenIsNotWorkedOut(FxRobot robot) {
    draw(robot);
    assertEquals(7, predictions.asked.size());

    robot.interact(() -> window.getChildren().clear());
    draw(robot);

    assertEquals(2, predictions.asked.size());
    assertFalse(pad.closelyProperty().get());
  }

  @Test
  void theLanguageIsSwitchedAtOnce(FxRobot robot) {
    draw(robot);
    robot.interact(() -> texts.localeProperty().set(Locale.SIMPLIFIED_CHINESE));

    assertEquals("裁剪", text(robot, "#pad-step-crop"));
    assertEquals("训练：2，最多 8", text(robot, "#pad-runs"));
    assertEquals("第 4 轮：2 · 90.0%", text(robot, "#pad-epoch-answer"));
  }

  @Test
  void theEpochsStandUnderTheRunsWhereThereAreMany(FxRobot robot) {
    Bounds column = robot.lookup("#pad-run-1").query().localToScreen(new BoundingBox(0, 0, 1, 1));
    Node course = robot.lookup("#pad-course").query();
    assertTrue(course.localToScreen(0, 0).getX() > column.getMinX(), "beside two");

    robot.interact(
        () -> {
          for (int id = 3; id <= 8; id++) {
            runs.add(id, id, 0.1 * id);
          }
          runs.observers.forEach(observer -> observer.accept(8));
          runs.runs.forEach(run -> many.choose(run, true));
        });
    WaitForAsyncUtils.waitForFxEvents();

    Node last = robot.lookup("#pad-run-1").query();
    assertTrue(
        course.localToScreen(0, 0).getY()
            > last.localToScreen(last.getBoundsInLocal()).getMaxY() - 1,
        "under eight");
  }

  @Test
  void everythingFitsIntoTheSmallestWindow(FxRobot robot) {
    draw(robot);
    Bounds frame = view.localToScreen(view.getBoundsInLocal());
    for (String id :
        new String[] {
          "#pad-stage-pen",
          "#pad-stage-grey",
          "#pad-run-1",
          "#pad-runs",
          "#pad-epoch",
          "#pad-course",
          "#pad-note"
        }) {
      Node node = robot.lookup(id).query();
      Bounds bounds = node.localToScreen(node.getBoundsInLocal());
      assertTrue(frame.contains(bounds), id + " " + bounds + " in " + frame);
    }
    Bounds picture = robot.lookup("#pad-stage-pen").query().getBoundsInLocal();
    assertEquals(112 + 2, picture.getHeight(), 1, "four pixels for each of the network's");
  }

  @Test
  void columnsOfRunsThatAreNoLongerChosenAreForgotten(FxRobot robot) throws Exception {
    List<WeakReference<Node>> columns = columns(robot);
    assertFalse(columns.isEmpty(), "nothing is chosen");
    robot.interact(
        () -> {
          for (RunSummary run : List.copyOf(many.chosenProperty().get())) {
            many.choose(run, false);
          }
        });
    WaitForAsyncUtils.waitFor(
        20,
        TimeUnit.SECONDS,
        () -> {
          WaitForAsyncUtils.waitForFxEvents();
          System.gc();
          return columns.stream().allMatch(column -> column.get() == null);
        });
  }

  /** Apart, so that the test itself holds none of them. */
  private static List<WeakReference<Node>> columns(FxRobot robot) {
    return robot.lookup(".answer-column").queryAll().stream()
        .map((Node column) -> new WeakReference<>(column))
        .toList();
  }
}
