package digitstudio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** The whole studio as a person uses it: the real window, the real engine, the real MNIST. */
@ExtendWith(ApplicationExtension.class)
class DigitStudioAppTest {
  private static final Pattern LAST_EPOCH = Pattern.compile("epoch (\\d+)$");

  private final DigitStudioApp app = new DigitStudioApp();

  @Start
  private void open(Stage stage) throws BackingStoreException {
    // The tests before may have left another form behind.
    Preferences.userNodeForPackage(DigitStudioApp.class).clear();
    // As at every start but the first, which greets.
    Preferences.userNodeForPackage(DigitStudioApp.class).putBoolean("startSeen", true);
    app.start(stage);
  }

  @Stop
  private void close() {
    app.stop();
  }

  @BeforeEach
  void waitForTheFirstLayout(FxRobot robot) {
    WaitForAsyncUtils.waitForFxEvents(20);
    // The tests before may have left another language behind.
    robot.clickOn("#language-en");
  }

  private static void await(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static String spoken(FxRobot robot, String query) {
    return robot.lookup(query).<Node>query().getAccessibleText();
  }

  private static String text(FxRobot robot, String query) {
    return robot.lookup(query).<Labeled>query().getText();
  }

  private static int epochShown(FxRobot robot) {
    Matcher matcher = LAST_EPOCH.matcher(spoken(robot, "#chart-loss"));
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  private static void enter(FxRobot robot, String query, String value) {
    robot.interact(() -> robot.lookup(query).<TextField>query().setText(value));
  }

  private static void drawASeven(FxRobot robot) {
    Node canvas = robot.lookup("#pad-canvas").query();
    Bounds pad = canvas.localToScreen(canvas.getLayoutBounds());
    double x = pad.getMinX();
    double y = pad.getMinY();
    double width = pad.getWidth();
    robot.moveTo(x + 0.3 * width, y + 0.25 * width).press(MouseButton.PRIMARY);
    robot.moveTo(x + 0.7 * width, y + 0.25 * width);
    robot.moveTo(x + 0.6 * width, y + 0.5 * width);
    robot.moveTo(x + 0.45 * width, y + 0.8 * width).release(MouseButton.PRIMARY);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** The probability that a bar shows, in percent; -1 before there is one. */
  private static double bar(FxRobot robot, int digit) {
    String[] words = spoken(robot, "#pad-bar-" + digit).split("[: %]+");
    return words.length == 2 ? Double.parseDouble(words[1]) : -1;
  }

  @Test
  void aPersonTrainsPausesDrawsAndStops(FxRobot robot) throws Exception {
    enter(robot, "#form-epochs", "500");
    robot.clickOn("#train");
    await(() -> epochShown(robot) >= 1);
    int early = epochShown(robot);
    assertEquals("Queue run", text(robot, "#train"));

    drawASeven(robot);
    await(() -> bar(robot, 7) >= 0);
    double sum = IntStream.range(0, 10).mapToDouble(digit -> bar(robot, digit)).sum();
    assertEquals(100, sum, 0.6);
    await(() -> epochShown(robot) > early);

    robot.clickOn("#pause");
    await(() -> text(robot, "#progress-text").contains("Paused"));
    robot.clickOn("#pause");
    await(() -> !text(robot, "#progress-text").contains("Paused"));

    robot.clickOn("#language-zh");
    assertEquals("加入队列", text(robot, "#train"));
    assertTrue(spoken(robot, "#chart-loss").contains("损失"));
    robot.clickOn("#language-en");

    robot.clickOn("#stop");
    await(() -> text(robot, "#status").contains("test"));
    assertTrue(text(robot, "#progress-text").startsWith("Stopped"));
    assertFalse(robot.lookup("#train").query().isDisabled());
    assertFalse(robot.lookup("#save-model").query().isDisabled());
    assertTrue(bar(robot, 7) > 50, () -> spoken(robot, "#pad-bar-7"));
  }

  @Test
  void aBadValueIsMarkedAndNothingCanBeTrainedUntilItIsMended(FxRobot robot) {
    ComboBox<String> rate = robot.lookup("#form-learning-rate").query();
    robot.interact(() -> rate.getEditor().setText("-1"));
    assertTrue(robot.lookup("#form-learning-rate-problem").query().isVisible());
    assertTrue(robot.lookup("#train").query().isDisabled());
    robot.interact(() -> rate.getEditor().setText("0.001"));
    assertFalse(robot.lookup("#train").query().isDisabled());
  }

  @Test
  void aRunThatDivergesIsExplainedAndItsCurveKept(FxRobot robot) throws Exception {
    enter(robot, "#form-train-limit", "3000");
    ComboBox<String> rate = robot.lookup("#form-learning-rate").query();
    robot.interact(() -> rate.getEditor().setText("1e30"));
    robot.clickOn("#train");
    await(() -> text(robot, "#progress-text").startsWith("Diverged"));
    await(() -> robot.lookup("#explanation").tryQuery().filter(Node::isVisible).isPresent());
    assertEquals(1, epochShown(robot));
  }

  @Test
  void aPaletteThatWasClosedIsForgotten(FxRobot robot) throws Exception {
    List<WeakReference<Node>> palettes = new ArrayList<>();
    for (int times = 0; times < 2; times++) {
      robot.push(KeyCode.CONTROL, KeyCode.K);
      await(() -> robot.lookup("#palette").tryQuery().isPresent());
      palettes.add(new WeakReference<>(robot.lookup("#palette").query()));
      robot.push(KeyCode.ESCAPE);
      await(() -> robot.lookup("#palette").tryQuery().isEmpty());
    }
    // The toolkit itself remembers the last one.
    await(
        () -> {
          System.gc();
          return palettes.get(0).get() == null;
        });
  }

  @Test
  void thePreferencesAreMadeOnce(FxRobot robot) throws Exception {
    List<Node> made = new ArrayList<>();
    for (int times = 0; times < 2; times++) {
      robot.clickOn("#preferences");
      await(() -> robot.lookup("#prefs-theme").tryQuery().isPresent());
      made.add(robot.lookup("#prefs-theme").query());
      robot.interact(() -> robot.lookup("#prefs-close").<Button>query().fire());
      await(() -> robot.lookup("#prefs-theme").tryQuery().isEmpty());
    }
    assertSame(made.get(0), made.get(1));
  }
}
