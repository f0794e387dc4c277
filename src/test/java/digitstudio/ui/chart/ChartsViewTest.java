package digitstudio.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.report.chart.ChartPalette;
import digitstudio.report.chart.Quantity;
import digitstudio.report.chart.Runs;
import digitstudio.report.chart.Span;
import digitstudio.report.chart.XAxis;
import digitstudio.ui.TestWindow;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ChartsViewTest {
  private final ChartsViewModel viewModel = new ChartsViewModel();
  private final Texts texts = new Texts(Locale.ENGLISH);
  private final Appearance appearance = new Appearance();

  @Start
  void start(Stage stage) {
    TestWindow.show(stage, new ChartsView(viewModel, texts, appearance), 620, 640);
  }

  private static void await(BooleanSupplier condition) throws Exception {
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition::getAsBoolean);
  }

  private static Node loss(FxRobot robot) {
    return robot.lookup("#chart-loss").query();
  }

  /** The right-most pixel in the colour of the train curve, below the heading. */
  private static int rightEnd(FxRobot robot, ChartPalette palette) {
    return WaitForAsyncUtils.waitForAsyncFx(
        5000,
        () -> {
          Image image = loss(robot).snapshot(null, null);
          Color color = ChartReadout.screen(palette.train());
          for (int x = (int) image.getWidth() - 1; x >= 0; x--) {
            for (int y = 32; y < (int) image.getHeight(); y++) {
              if (image.getPixelReader().getColor(x, y).equals(color)) {
                return x;
              }
            }
          }
          return 0;
        });
  }

  private void show(FxRobot robot, int epochs) {
    robot.interact(() -> viewModel.show(Runs.after(epochs)));
  }

  @Test
  void theChartGrowsWithTheRun(FxRobot robot) throws Exception {
    assertEquals(0, rightEnd(robot, ChartPalette.LIGHT));
    show(robot, 2);
    await(() -> rightEnd(robot, ChartPalette.LIGHT) > 0);
    int before = rightEnd(robot, ChartPalette.LIGHT);
    show(robot, 4);
    await(() -> rightEnd(robot, ChartPalette.LIGHT) > before + 100);
  }

  @Test
  void theyGrowNarrowAgainWithTheWindow(FxRobot robot) throws Exception {
    Region charts = (Region) loss(robot).getParent();
    Node label =
        robot
            .lookup(".charts-label")
            .match(node -> !node.getStyleClass().contains("charts-value"))
            .query();
    assertTrue(label.isVisible());

    robot.interact(() -> charts.getScene().getWindow().setWidth(360));

    await(() -> charts.getWidth() <= 360 && !label.isVisible());
    Node last = robot.lookup("#chart-reset-zoom").query();
    await(() -> last.localToScene(last.getLayoutBounds()).getMaxX() <= 360);
  }

  @Test
  void theNewestValuesAreSaidInWords(FxRobot robot) {
    assertEquals("Loss: Press Train to see the curves", loss(robot).getAccessibleText());
    show(robot, 0);
    assertEquals(
        "Loss: The curves begin when the first epoch ends", loss(robot).getAccessibleText());
    show(robot, 5);
    assertEquals(
        "Loss: train 0.2000, validation 0.1200 at epoch 5", loss(robot).getAccessibleText());
    assertEquals(
        "Accuracy: train 98.00 %, validation 94.50 % at epoch 5",
        robot.lookup("#chart-accuracy").query().getAccessibleText());
  }

  @Test
  void aBreakIsReadAsWhatItIs(FxRobot robot) {
    robot.interact(() -> viewModel.show(Runs.diverged()));
    assertEquals("Loss: train NaN, validation NaN at epoch 3", loss(robot).getAccessibleText());
  }

  @Test
  void hoveringReadsTheValuesInBothCharts(FxRobot robot) throws Exception {
    show(robot, 5);
    robot.moveTo(loss(robot), new Point2D(40, 0));
    await(() -> viewModel.cursorProperty().get().isPresent());
    await(
        () ->
            robot.lookup(".chart-readout").queryAll().stream()
                .allMatch(node -> node.getParent().isVisible()));
    double epoch = viewModel.cursorProperty().get().orElseThrow();
    String value = String.format(Locale.US, "%.4f", 1 / epoch);
    assertTrue(
        robot.from(loss(robot)).lookup(".chart-readout .label").queryAllAs(Label.class).stream()
            .anyMatch(label -> label.getText().equals(value)));
    robot.moveTo("#chart-x-epoch");
    await(() -> viewModel.cursorProperty().get().isEmpty());
  }

  @Test
  void arrowKeysReadAndPlusZoomsAndZeroShowsTheWhole(FxRobot robot) {
    show(robot, 5);
    robot.interact(() -> loss(robot).requestFocus());
    robot.type(KeyCode.LEFT).type(KeyCode.LEFT);
    assertEquals(Optional.of(4.0), viewModel.cursorProperty().get());
    assertEquals(
        "Loss: train 0.2500, validation 0.1100 at epoch 4", loss(robot).getAccessibleText());
    robot.write('+');
    assertTrue(viewModel.zoomedProperty().get());
    assertFalse(robot.lookup("#chart-reset-zoom").query().isDisabled());
    robot.write('0');
    assertFalse(viewModel.zoomedProperty().get());
    assertTrue(robot.lookup("#chart-reset-zoom").query().isDisabled());
  }

  @Test
  void draggingABoxZoomsAndADoubleClickShowsTheWhole(FxRobot robot) throws Exception {
    show(robot, 5);
    await(() -> rightEnd(robot, ChartPalette.LIGHT) > 0);
    Span whole = viewModel.xSpan();
    robot.drag(loss(robot), MouseButton.PRIMARY).moveBy(100, 60).drop();
    assertTrue(viewModel.xSpan().length() < whole.length() / 2);
    assertTrue(viewModel.yWindowProperty(Quantity.LOSS).get().isPresent());
    assertEquals(Optional.empty(), viewModel.yWindowProperty(Quantity.ACCURACY).get());
    robot.doubleClickOn(loss(robot));
    assertEquals(whole, viewModel.xSpan());
  }

  @Test
  void theTogglesChangeTheAxesAndOneOfThemIsAlwaysDown(FxRobot robot) {
    show(robot, 3);
    robot.clickOn("#chart-x-step").clickOn("#chart-x-step");
    assertEquals(XAxis.STEP, viewModel.axisProperty().get());
    assertTrue(robot.lookup("#chart-x-step").queryAs(ToggleButton.class).isSelected());
    assertTrue(loss(robot).getAccessibleText().endsWith("at step 12"));
    robot.clickOn("#chart-scale-log");
    assertTrue(viewModel.logarithmicProperty().get());
    robot.clickOn("#chart-scale-linear");
    assertFalse(viewModel.logarithmicProperty().get());
  }

  @Test
  void languageAndThemeSwitchAtOnce(FxRobot robot) throws Exception {
    show(robot, 5);
    robot.interact(() -> texts.localeProperty().set(Locale.SIMPLIFIED_CHINESE));
    assertEquals("损失：第 5 轮，训练 0.2000，验证 0.1200", loss(robot).getAccessibleText());
    assertNotEquals("Epoch", robot.lookup("#chart-x-epoch").queryAs(ToggleButton.class).getText());
    robot.interact(() -> appearance.darkProperty().set(true));
    await(() -> rightEnd(robot, ChartPalette.DARK) > 0);
  }
}
