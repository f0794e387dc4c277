package digitstudio.ui.inside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.experiment.KeptWeights;
import digitstudio.nn.Activation;
import digitstudio.report.figure.Figure;
import digitstudio.report.figure.FigureFile;
import digitstudio.report.figure.FigureFormat;
import digitstudio.ui.TestWindow;
import digitstudio.ui.look.LookSubject;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import digitstudio.ui.theme.Theme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class WeightsViewTest {
  private static SmallRun run;

  private final Texts texts = new Texts(Locale.ENGLISH);
  private final Appearance appearance = new Appearance();
  private final WeightsViewModel viewModel =
      new WeightsViewModel(() -> SmallRun.DATA, Runnable::run, Runnable::run, Runnable::run);
  private final List<Figure> saved = new ArrayList<>();
  private WeightsPage page;

  @BeforeAll
  static void train() {
    run = SmallRun.of(new Activation.Relu(), 24, 11);
    // A unit that no image wakes.
    run.model(3).parameters().get(1)[7] = -1000;
  }

  @Start
  void show(Stage stage) {
    page =
        new WeightsPage(viewModel, () -> new WeightsView(viewModel, texts, appearance, saved::add));
    VBox content = new VBox(page.view());
    VBox.setVgrow(page.view(), javafx.scene.layout.Priority.ALWAYS);
    new Theme(appearance).dress(TestWindow.show(stage, content, 1000, 640));
    page.show(subject(3));
  }

  private static LookSubject subject(int epoch) {
    return new LookSubject("run", run.model(epoch), run, epoch, Optional.empty());
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Label.class).getText();
  }

  private void open(FxRobot robot, WeightSection section) {
    robot.interact(() -> viewModel.sectionProperty().set(section));
    robot.interact(() -> {});
  }

  @Test
  void aUnitOfTheFirstLayerIsChosenByTheKeyboardAndReadInTheCard(FxRobot robot) {
    robot.clickOn("#inside-own-scale");
    robot.interact(() -> viewModel.orderProperty().set(UnitOrder.UNIT));
    robot.interact(() -> robot.lookup("#inside-units").query().requestFocus());
    robot.push(KeyCode.HOME).push(KeyCode.RIGHT).push(KeyCode.RIGHT);
    assertEquals(2, viewModel.unitProperty().get());
    assertEquals("unit 2 of layer 1", text(robot, "#inside-unit-name"));
    robot.interact(() -> robot.lookup("#inside-unit").query().requestFocus());
    robot.push(KeyCode.UP);
    // The keyboard begins in the middle, so one up is row 13, column 14.
    float weight = run.model(3).parameters().get(0)[(13 * 28 + 14) * 24 + 2];
    String written = digitstudio.report.weights.WeightStyle.number(weight, Locale.ENGLISH);
    assertEquals("row 13, column 14: " + written, text(robot, "#inside-unit-readout"));
  }

  @Test
  void theUnitsAreSortedByTheNormOfTheirWeights(FxRobot robot) {
    robot.interact(() -> viewModel.orderProperty().set(UnitOrder.NORM));
    int[] order = viewModel.readingProperty().get().order(UnitOrder.NORM);
    double[] norms = new double[24];
    float[] weights = run.model(3).parameters().get(0);
    for (int k = 0; k < weights.length; k++) {
      norms[k % 24] += (double) weights[k] * weights[k];
    }
    for (int place = 1; place < order.length; place++) {
      assertTrue(norms[order[place - 1]] >= norms[order[place]]);
    }
    assertEquals(24, Arrays.stream(order).distinct().count());
    robot.interact(() -> robot.lookup("#inside-units").query().requestFocus());
    robot.push(KeyCode.HOME);
    assertEquals(order[0], viewModel.unitProperty().get());
  }

  @Test
  void deadUnitsAreCountedAndTheChosenOneSaysThatItIs(FxRobot robot) {
    int dead = viewModel.deadProperty().get().count(0);
    assertTrue(dead >= 1 && viewModel.deadProperty().get().isDead(0, 7));
    assertTrue(text(robot, "#inside-dead").startsWith(dead + " of 24 units dead"));
    robot.interact(() -> viewModel.unitProperty().set(7));
    assertTrue(text(robot, "#inside-unit-dead").startsWith("Dead"));
  }

  @Test
  void theHeatMapOfALayerReadsItsWeights(FxRobot robot) {
    open(robot, WeightSection.MAP);
    robot.interact(() -> robot.lookup("#inside-layer").queryAs(ComboBox.class).setValue(1));
    robot.interact(() -> robot.lookup("#inside-map").query().requestFocus());
    robot.push(KeyCode.DOWN).push(KeyCode.RIGHT).push(KeyCode.RIGHT);
    float weight = run.model(3).parameters().get(2)[2 * 11 + 1];
    assertEquals(
        "unit 1, from 2: " + digitstudio.report.weights.WeightStyle.number(weight, Locale.ENGLISH),
        text(robot, "#inside-map-readout"));
    Node map = robot.lookup("#inside-map").query();
    robot.moveTo(map);
    assertTrue(text(robot, "#inside-map-readout").startsWith("unit "));
  }

  @Test
  void theHistogramsFollowTheEpochsThatWereKept(FxRobot robot) {
    open(robot, WeightSection.HISTOGRAMS);
    assertEquals(List.of(1, 2, 3), viewModel.historyProperty().get().epochs());
    Node strip = robot.lookup("#inside-weights-2").query();
    robot.moveTo(strip);
    assertTrue(
        text(robot, "#inside-histogram-readout").matches("epoch [123]: [0-9.]+ % of the values.*"),
        text(robot, "#inside-histogram-readout"));
  }

  @Test
  void theStepSizesAreThoseBetweenTheKeptEpochs(FxRobot robot) {
    open(robot, WeightSection.UPDATES);
    robot.interact(() -> robot.lookup("#inside-updates").query().requestFocus());
    robot.push(KeyCode.RIGHT);
    float[] before = run.model(1).parameters().get(0);
    float[] after = run.model(2).parameters().get(0);
    double moved = 0;
    double size = 0;
    for (int k = 0; k < before.length; k++) {
      moved += Math.pow((double) after[k] - before[k], 2);
      size += Math.pow(before[k], 2);
    }
    double way = Math.sqrt(moved / size);
    // 600 images in batches of 50 are 12 steps.
    String expected =
        String.format(
            Locale.ENGLISH,
            "layer 1: %.1f to %.1f",
            Math.log10(way / 12),
            Math.log10(way / Math.sqrt(12)));
    assertTrue(text(robot, "#inside-updates-readout").startsWith("Up to epoch 2: " + expected));
    assertTrue(text(robot, "#inside-updates-verdict").startsWith("Epoch 3:"));
  }

  @Test
  void theEpochThatIsShownFollowsTheSlider(FxRobot robot) {
    robot.interact(() -> viewModel.unitProperty().set(3));
    String last = robot.lookup("#inside-unit-facts .inside-figure").queryAs(Label.class).getText();
    robot.interact(() -> page.show(subject(1)));
    assertEquals(1, viewModel.readingProperty().get().epoch());
    String first = robot.lookup("#inside-unit-facts .inside-figure").queryAs(Label.class).getText();
    assertNotEquals(last, first);
  }

  @Test
  void aRunWithoutKeptEpochsSaysSo(FxRobot robot) {
    robot.interact(
        () ->
            page.show(new LookSubject("run", run.model(2), KeptWeights.NONE, 2, Optional.empty())));
    open(robot, WeightSection.HISTOGRAMS);
    open(robot, WeightSection.UPDATES);
    assertTrue(viewModel.historyProperty().get().epochs().isEmpty());
    assertEquals("", text(robot, "#inside-updates-verdict"));
    robot.interact(() -> page.show(null));
    assertFalse(
        robot.lookup("#inside-updates").query().getParent().getParent().getParent().isVisible());
  }

  @Test
  void everySectionIsWrittenToEveryFormat(FxRobot robot, @TempDir Path folder) throws IOException {
    for (WeightSection section : WeightSection.values()) {
      open(robot, section);
      robot.clickOn("#inside-save");
      Figure figure = saved.get(saved.size() - 1);
      for (FigureFormat format : FigureFormat.values()) {
        Path file = folder.resolve(section + "." + format.extension());
        FigureFile.write(figure, format, figure.size(), 150, file);
      }
    }
    String csv = Files.readString(folder.resolve("UNITS.csv"), StandardCharsets.UTF_8);
    assertEquals(25, csv.lines().count());
    assertTrue(Files.readString(folder.resolve("UPDATES.csv")).contains("layer,epoch,moved"));
    for (WeightSection section : WeightSection.values()) {
      assertTrue(
          Files.size(folder.resolve(section + ".png")) > 3000,
          section + " " + Files.size(folder.resolve(section + ".png")));
      assertTrue(Files.readString(folder.resolve(section + ".svg")).contains("</svg"));
    }
    String drawn = Files.readString(folder.resolve("UNITS.svg"));
    assertEquals(25, drawn.split("data:image/png;base64,iVBOR", -1).length);
  }

  @Test
  void everythingSpeaksChineseAndTurnsDarkAtOnce(FxRobot robot) {
    for (WeightSection section : WeightSection.values()) {
      open(robot, section);
      robot.interact(() -> texts.localeProperty().set(Locale.SIMPLIFIED_CHINESE));
      robot.interact(() -> appearance.darkProperty().set(true));
      robot.interact(() -> texts.localeProperty().set(Locale.ENGLISH));
      robot.interact(() -> appearance.darkProperty().set(false));
    }
    open(robot, WeightSection.UNITS);
    robot.interact(() -> texts.localeProperty().set(Locale.SIMPLIFIED_CHINESE));
    assertEquals("第 1 层单元 " + viewModel.unitProperty().get(), text(robot, "#inside-unit-name"));
  }
}
