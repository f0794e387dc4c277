package digitstudio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** Somebody opens the studio for the first time, and takes a lesson with the real engine. */
@ExtendWith(ApplicationExtension.class)
class FirstStartTest {
  private final Preferences preferences = Preferences.userNodeForPackage(DigitStudioApp.class);
  private final DigitStudioApp app = new DigitStudioApp();
  private boolean closed;

  @Start
  private void open(Stage stage) throws BackingStoreException {
    preferences.clear();
    app.start(stage);
  }

  @Stop
  private void close() throws BackingStoreException {
    if (!closed) {
      app.stop();
    }
    preferences.clear();
  }

  @BeforeEach
  void waitForTheFirstLayout(FxRobot robot) {
    WaitForAsyncUtils.waitForFxEvents(20);
    robot.clickOn("#language-en");
  }

  private static void await(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static boolean isThere(FxRobot robot, String query) {
    return robot.lookup(query).tryQuery().isPresent();
  }

  private static String text(FxRobot robot, String query) {
    return robot.lookup(query).<Labeled>query().getText();
  }

  private static void fire(FxRobot robot, String query) {
    robot.interact(() -> robot.lookup(query).<ButtonBase>query().fire());
  }

  @Test
  void theStartPageLeadsToALessonThatIsTrainedAndTicksItself(FxRobot robot) throws Exception {
    assertTrue(isThere(robot, "#start"));
    await(() -> isThere(robot, "#start-lesson-learning-rate"));
    fire(robot, "#start-lesson-learning-rate");
    assertFalse(isThere(robot, "#start"));
    assertEquals("0 of 3 done", text(robot, "#lesson-count"));
    assertTrue(robot.lookup("#form-epochs").query().isDisabled());

    fire(robot, "#train");
    await(() -> text(robot, "#lesson-count").equals("1 of 3 done"));
    assertTrue(text(robot, "#lesson-goal-0").startsWith("Done: validation accuracy 2"));

    robot.interact(
        () -> {
          closed = true;
          app.stop();
        });
    // What is remembered is the form of before the lesson.
    assertTrue(preferences.get("form", "").contains("\"hidden\":[\"256\"]"));
    assertFalse(preferences.getBoolean("startAlways", false));
    assertTrue(preferences.getBoolean("startSeen", false));
  }

  @Test
  void theStartPageIsLeftAndFoundByKeys(FxRobot robot) {
    assertTrue(isThere(robot, "#start"));
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
    WaitForAsyncUtils.waitForFxEvents();
    assertFalse(isThere(robot, "#start"));
    robot.push(KeyCode.CONTROL, KeyCode.DIGIT8);
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(isThere(robot, "#start"));
  }

  @Test
  void aControlIsExplainedBesideItAndTheWholeHelpIsOneKeyAway(FxRobot robot) throws Exception {
    fire(robot, "#place-train");
    robot.interact(() -> robot.lookup("#form-seed").<TextField>query().requestFocus());
    robot.press(KeyCode.SHIFT, KeyCode.F1).release(KeyCode.F1, KeyCode.SHIFT);
    await(() -> isThere(robot, "#help-bubble"));
    assertTrue(text(robot, "#help-bubble .help-name").contains("Seed"));
    fire(robot, "#help-more");
    await(() -> isThere(robot, "#help-dialog"));
    robot.interact(() -> robot.lookup("#help-query").<TextField>query().setText("momentum"));
    assertTrue(robot.lookup("#help-topic-form-momentum").query().isVisible());
    assertFalse(robot.lookup("#help-topic-form-seed").query().isVisible());
    robot.interact(() -> robot.lookup("#help-dialog").query().getScene().getWindow().hide());
  }
}
