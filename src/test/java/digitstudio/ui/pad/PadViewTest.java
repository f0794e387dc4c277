package digitstudio.ui.pad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import digitstudio.ui.TestWindow;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.util.Locale;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class PadViewTest {
  private final FakePredictions predictions = new FakePredictions();
  private final Texts texts = new Texts(Locale.ENGLISH);
  private final Appearance appearance = new Appearance();
  private PadView view;
  private Stage stage;

  @Start
  void show(Stage window) {
    stage = window;
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    PadViewModel model = new PadViewModel(predictions, Runnable::run, Runnable::run);
    view = new PadView(model, texts, appearance);
    TestWindow.show(stage, new HBox(view), 320, 560).getStylesheets().add("digitstudio/studio.css");
  }

  private Bounds paper(FxRobot robot) {
    Node paper = robot.lookup("#pad-canvas").query();
    return paper.localToScreen(paper.getBoundsInLocal());
  }

  private void draw(FxRobot robot, double x0, double y0, double x1, double y1) {
    Bounds paper = paper(robot);
    robot.moveTo(
        at(paper.getMinX(), paper.getWidth(), x0), at(paper.getMinY(), paper.getHeight(), y0));
    robot.press(MouseButton.PRIMARY);
    for (int i = 1; i <= 5; i++) {
      robot.moveTo(
          at(paper.getMinX(), paper.getWidth(), x0 + (x1 - x0) * i / 5),
          at(paper.getMinY(), paper.getHeight(), y0 + (y1 - y0) * i / 5));
    }
    robot.release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static double at(double start, double length, double share) {
    return start + length * share;
  }

  private static String bar(FxRobot robot, int digit) {
    return robot.lookup("#pad-bar-" + digit).query().getAccessibleText();
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Labeled.class).getText();
  }

  private static boolean isBest(FxRobot robot, int digit) {
    return robot
        .lookup("#pad-bar-" + digit)
        .query()
        .getPseudoClassStates()
        .contains(PseudoClass.getPseudoClass("best"));
  }

  @Test
  void anEmptyPadSaysSoAndPredictsNothing(FxRobot robot) {
    assertTrue(robot.lookup("#pad-hint").query().isVisible());
    assertEquals("The pad is empty, so nothing is predicted.", text(robot, "#pad-note"));
    assertEquals("7: no prediction", bar(robot, 7));
    assertTrue(robot.lookup("#pad-undo").query().isDisabled());
    assertTrue(robot.lookup("#pad-clear").query().isDisabled());
    assertTrue(predictions.images.isEmpty());
  }

  @Test
  void aStrokeIsPaintedSeenAndPredicted(FxRobot robot) {
    predictions.answer = FakePredictions.sure(7, 0.931);

    draw(robot, 0.5, 0.2, 0.5, 0.8);

    assertFalse(robot.lookup("#pad-hint").query().isVisible());
    assertEquals("7: 93.1 %", bar(robot, 7));
    assertEquals("3: 0.8 %", bar(robot, 3));
    assertTrue(isBest(robot, 7));
    assertFalse(isBest(robot, 3));
    assertEquals("7", text(robot, "#pad-guess"));
    assertEquals("", text(robot, "#pad-note"));
    assertTrue(darkness(robot, "#pad-canvas", 0.5, 0.5) > 0.8, "ink on the line");
    assertTrue(darkness(robot, "#pad-canvas", 0.2, 0.5) < 0.2, "paper beside it");
    assertTrue(darkness(robot, "#pad-seen", 14.5 / 28, 0.5) > 0.8, "ink in what is seen");
    assertTrue(darkness(robot, "#pad-seen", 2.5 / 28, 0.5) < 0.2, "paper in what is seen");
  }

  /** How dark a place of a node is painted, 0 to 1. */
  private static double darkness(FxRobot robot, String id, double x, double y) {
    Node node = robot.lookup(id).query();
    WritableImage picture = WaitForAsyncUtils.waitForAsyncFx(5000, () -> node.snapshot(null, null));
    Color colour =
        picture
            .getPixelReader()
            .getColor((int) (x * picture.getWidth()), (int) (y * picture.getHeight()));
    return 1 - colour.getBrightness();
  }

  @Test
  void everyMoveReachesTheBarsWithoutWaiting(FxRobot robot) {
    predictions.answer = FakePredictions.sure(1, 0.5);

    draw(robot, 0.2, 0.2, 0.8, 0.8);

    assertTrue(predictions.images.size() >= 5, predictions.images.size() + " predictions");
  }

  @Test
  void theBarsFollowTheTraining(FxRobot robot) {
    draw(robot, 0.5, 0.2, 0.5, 0.8);

    robot.interact(() -> predictions.lastObserver().accept(FakePredictions.sure(1, 0.4)));
    assertEquals("1: 40.0 %", bar(robot, 1));
    robot.interact(() -> predictions.lastObserver().accept(FakePredictions.sure(4, 0.973)));
    assertEquals("4: 97.3 %", bar(robot, 4));
    assertTrue(isBest(robot, 4));
    assertFalse(isBest(robot, 1));
  }

  @Test
  void withoutANetworkThatIsSaid(FxRobot robot) {
    predictions.answer = new float[0];

    draw(robot, 0.5, 0.2, 0.5, 0.8);

    assertTrue(text(robot, "#pad-note").startsWith("No network yet"));
    assertEquals("7: no prediction", bar(robot, 7));
  }

  @Test
  void aNetworkThatDivergedGuessesNothing(FxRobot robot) {
    predictions.answer = FakePredictions.sure(7, Double.NaN);

    draw(robot, 0.5, 0.2, 0.5, 0.8);

    assertTrue(text(robot, "#pad-note").startsWith("The network diverged"));
    assertEquals("7: no prediction", bar(robot, 7));
    assertEquals("", text(robot, "#pad-guess"));
  }

  @Test
  void aClickDrawsADot(FxRobot robot) {
    robot.clickOn("#pad-canvas");

    assertEquals(1, predictions.images.size());
    assertTrue(darkness(robot, "#pad-canvas", 0.5, 0.5) > 0.8);
  }

  @Test
  void theOtherButtonDoesNotDraw(FxRobot robot) {
    robot.clickOn("#pad-canvas", MouseButton.SECONDARY);

    assertTrue(predictions.images.isEmpty());
  }

  @Test
  void undoAndClearWorkByButton(FxRobot robot) {
    draw(robot, 0.5, 0.2, 0.5, 0.8);
    var one = predictions.lastImage();
    draw(robot, 0.2, 0.5, 0.8, 0.5);
    var two = predictions.lastImage();
    assertNotEquals(one, two);

    robot.clickOn("#pad-undo");
    assertEquals(one, predictions.lastImage());
    robot.clickOn("#pad-clear");
    assertEquals(null, predictions.lastImage());
    assertTrue(robot.lookup("#pad-hint").query().isVisible());
    robot.clickOn("#pad-undo");
    assertEquals(one, predictions.lastImage());
  }

  @Test
  void undoAndClearWorkByKey(FxRobot robot) {
    draw(robot, 0.5, 0.2, 0.5, 0.8);
    var one = predictions.lastImage();

    robot.type(KeyCode.DELETE);
    assertEquals(null, predictions.lastImage());
    robot.press(KeyCode.SHORTCUT, KeyCode.Z).release(KeyCode.Z, KeyCode.SHORTCUT);
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(one, predictions.lastImage());
  }

  @Test
  void theTabKeyReachesEveryControl(FxRobot robot) {
    draw(robot, 0.5, 0.2, 0.5, 0.8);

    for (String id : new String[] {"pad-canvas", "pad-pen", "pad-undo", "pad-clear"}) {
      assertEquals(id, stage.getScene().getFocusOwner().getId());
      robot.type(KeyCode.TAB);
    }
  }

  @Test
  void theSliderSetsThePen(FxRobot robot) {
    draw(robot, 0.5, 0.2, 0.5, 0.8);
    var thin = predictions.lastImage();
    robot.interact(() -> robot.lookup("#pad-pen").queryAs(Slider.class).setValue(13));
    draw(robot, 0.5, 0.2, 0.5, 0.8);

    assertNotEquals(thin, predictions.lastImage());
  }

  @Test
  void theLanguageIsSwitchedAtOnce(FxRobot robot) {
    predictions.answer = FakePredictions.sure(7, 0.931);
    draw(robot, 0.5, 0.2, 0.5, 0.8);

    robot.interact(() -> texts.localeProperty().set(Locale.SIMPLIFIED_CHINESE));

    assertEquals("7：93.1%", bar(robot, 7));
    assertEquals("清空", robot.lookup("#pad-clear").query().getAccessibleText());
  }

  @Test
  void inkIsLightOnDarkPaper(FxRobot robot) {
    draw(robot, 0.5, 0.2, 0.5, 0.8);

    robot.interact(() -> appearance.darkProperty().set(true));

    assertTrue(darkness(robot, "#pad-canvas", 0.5, 0.5) < 0.2);
  }

  @Test
  void everythingFitsIntoASmallWindow(FxRobot robot) {
    layout(robot, 560);

    assertEverythingFits(robot);
    Bounds seen = robot.lookup("#pad-seen").query().getBoundsInParent();
    Bounds paper = robot.lookup("#pad-canvas").query().getBoundsInParent();
    assertTrue(seen.getMinX() > paper.getMaxX(), "what is seen stands beside the paper");
  }

  @Test
  void thePaperTakesTheWholeWidthOfATallWindow(FxRobot robot) {
    layout(robot, 720);

    assertEverythingFits(robot);
    Bounds seen = robot.lookup("#pad-seen").query().getBoundsInParent();
    Bounds paper = robot.lookup("#pad-canvas").query().getBoundsInParent();
    assertEquals(320 - 2 * 16, paper.getWidth());
    assertTrue(seen.getMinY() > paper.getMaxY(), "what is seen stands under the paper");
    assertTrue(robot.lookup("#pad-guess").query().isVisible());
  }

  private void layout(FxRobot robot, double height) {
    robot.interact(
        () -> {
          TestWindow.show(stage, new HBox(view), 320, height)
              .getStylesheets()
              .add("digitstudio/studio.css");
          view.getScene().getRoot().applyCss();
          view.getScene().getRoot().layout();
        });
  }

  private void assertEverythingFits(FxRobot robot) {
    Node note = robot.lookup("#pad-note").query();
    assertTrue(note.getBoundsInParent().getMaxY() <= view.getScene().getHeight());
    Bounds paper = paper(robot);
    assertEquals(paper.getWidth(), paper.getHeight(), "the paper stays square");
  }
}
