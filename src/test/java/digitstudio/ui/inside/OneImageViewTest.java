package digitstudio.ui.inside;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.digits.ClassNames;
import digitstudio.digits.DigitImage;
import digitstudio.experiment.KeptWeights;
import digitstudio.nn.Activation;
import digitstudio.report.figure.Figure;
import digitstudio.report.figure.FigureFile;
import digitstudio.report.figure.FigureFormat;
import digitstudio.report.weights.ImageFlow.Link;
import digitstudio.report.weights.ImageFlow.Place;
import digitstudio.training.PlainForward;
import digitstudio.ui.TestWindow;
import digitstudio.ui.look.LookImage;
import digitstudio.ui.look.LookSubject;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import digitstudio.ui.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
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
class OneImageViewTest {
  private static SmallRun run;

  private final Texts texts = new Texts(Locale.ENGLISH);
  private final Appearance appearance = new Appearance();
  private final ObjectProperty<DigitImage> pad = new SimpleObjectProperty<>();
  private final OneImageViewModel viewModel =
      new OneImageViewModel(() -> SmallRun.DATA, Runnable::run, Runnable::run);
  private final List<Figure> saved = new ArrayList<>();
  private OneImagePage page;

  @BeforeAll
  static void train() {
    run = SmallRun.of(new Activation.Tanh(), 24, 11);
  }

  @Start
  void show(Stage stage) {
    page =
        new OneImagePage(
            viewModel, () -> new OneImageView(viewModel, pad, texts, appearance, saved::add));
    VBox content = new VBox(page.view());
    VBox.setVgrow(page.view(), Priority.ALWAYS);
    new Theme(appearance).dress(TestWindow.show(stage, content, 1000, 640));
    page.show(subject(3, Optional.empty()));
  }

  private static LookSubject subject(int epoch, Optional<LookImage> image) {
    return new LookSubject("run", run.model(epoch), run, epoch, image);
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Label.class).getText();
  }

  private void assertTheBarsAreThoseOf(DigitImage image, int epoch) {
    double[] expected = PlainForward.outputs(run.model(epoch), image).get(2);
    float[] shown = viewModel.resultProperty().get().reading().probabilities();
    for (int c = 0; c < 10; c++) {
      assertEquals(expected[c], shown[c], 1e-4);
    }
  }

  @Test
  void theFirstTestImageIsSeenUntilAnotherIsChosen(FxRobot robot) {
    assertEquals(SmallRun.DATA.test().image(0), viewModel.imageProperty().get());
    assertEquals("It is “" + SmallRun.DATA.test().label(0) + "”", text(robot, "#inside-label"));
    robot.clickOn("#inside-next");
    assertEquals(SmallRun.DATA.test().image(1), viewModel.imageProperty().get());
    robot.clickOn("#inside-train");
    assertEquals(SmallRun.DATA.train().image(1), viewModel.imageProperty().get());
    assertTheBarsAreThoseOf(SmallRun.DATA.train().image(1), 3);
  }

  @Test
  void theGradientIsOfferedForTheClassesOfTheRunAndUnderTheirNames(FxRobot robot) {
    robot.interact(() -> viewModel.explainedProperty().set(7));
    robot.interact(() -> viewModel.from(Optional.empty(), ClassNames.FASHION));
    ComboBox<?> box = robot.lookup("#inside-explained").queryAs(ComboBox.class);
    assertEquals(OneImageViewModel.WINNER, viewModel.explainedProperty().get());
    assertEquals(11, box.getItems().size());
    assertEquals(
        "It is “" + ClassNames.FASHION.name(SmallRun.DATA.test().label(0)) + "”",
        text(robot, "#inside-label"));
    robot.interact(() -> viewModel.from(Optional.empty(), ClassNames.numbered(5)));
    assertEquals(6, box.getItems().size());
  }

  @Test
  void paintingOnThePixelsChangesTheBarsAndIsTakenBack(FxRobot robot) {
    DigitImage before = viewModel.imageProperty().get();
    float[] bars = viewModel.resultProperty().get().reading().probabilities();
    Node paper = robot.lookup("#inside-paper").query();
    Bounds place = paper.localToScreen(paper.getBoundsInLocal());
    robot.moveTo(place.getMinX() + 60, place.getMinY() + 220);
    robot.press(MouseButton.PRIMARY);
    robot.moveTo(place.getMinX() + 200, place.getMinY() + 220);
    robot.release(MouseButton.PRIMARY);
    DigitImage painted = viewModel.imageProperty().get();
    assertNotEquals(before, painted);
    for (int column = 8; column < 19; column++) {
      assertEquals(255, painted.ink(22, column), "no holes in a fast stroke");
    }
    assertTheBarsAreThoseOf(painted, 3);
    robot.clickOn("#inside-undo");
    assertEquals(before, viewModel.imageProperty().get());
    assertArrayEquals(bars, viewModel.resultProperty().get().reading().probabilities());
    robot.clickOn("#inside-redo");
    assertEquals(painted, viewModel.imageProperty().get());
    robot.clickOn("#inside-reset");
    assertEquals(before, viewModel.imageProperty().get());
    assertFalse(viewModel.paintedProperty().get());
    robot.clickOn("#inside-undo");
    assertEquals(painted, viewModel.imageProperty().get(), "even the reset is taken back");
  }

  @Test
  void thePixelsArePaintedAndErasedByTheKeyboard(FxRobot robot) {
    robot.interact(() -> viewModel.look(new DigitImage(new byte[DigitImage.PIXELS]), -1));
    assertEquals("No label", text(robot, "#inside-label"));
    robot.interact(() -> viewModel.brushProperty().set(1));
    robot.interact(() -> robot.lookup("#inside-paper").query().requestFocus());
    robot.push(KeyCode.RIGHT).push(KeyCode.SPACE);
    assertEquals(255, viewModel.imageProperty().get().ink(14, 15));
    robot.clickOn("#inside-erase");
    robot.interact(() -> robot.lookup("#inside-paper").query().requestFocus());
    robot.push(KeyCode.LEFT).push(KeyCode.RIGHT).push(KeyCode.SPACE);
    assertEquals(0, viewModel.imageProperty().get().ink(14, 15));
  }

  @Test
  void aMouseThatRestsOnThePaperDoesNotMoveTheKeyboardsPlace(FxRobot robot) {
    robot.interact(() -> viewModel.look(new DigitImage(new byte[DigitImage.PIXELS]), -1));
    robot.interact(() -> viewModel.brushProperty().set(1));
    Node paper = robot.lookup("#inside-paper").query();
    robot.interact(paper::requestFocus);
    robot.push(KeyCode.RIGHT);
    robot.interact(
        () -> {
          paper.fireEvent(moved(MouseEvent.MOUSE_MOVED));
          paper.fireEvent(moved(MouseEvent.MOUSE_EXITED));
        });
    robot.push(KeyCode.SPACE);
    assertEquals(255, viewModel.imageProperty().get().ink(14, 15));
  }

  private static MouseEvent moved(EventType<MouseEvent> type) {
    return new MouseEvent(
        type,
        9,
        9,
        9,
        9,
        MouseButton.NONE,
        0,
        false,
        false,
        false,
        false,
        false,
        false,
        false,
        true,
        false,
        false,
        null);
  }

  @Test
  void whatWasPaintedStaysAsTheEpochMoves(FxRobot robot) {
    robot.interact(() -> viewModel.beginStroke());
    robot.interact(() -> viewModel.paint(5, 5));
    DigitImage painted = viewModel.imageProperty().get();
    robot.interact(() -> page.show(subject(1, Optional.empty())));
    assertEquals(painted, viewModel.imageProperty().get());
    assertTheBarsAreThoseOf(painted, 1);
    LookImage other = new LookImage(SmallRun.DATA.train().image(9), 4, true, 9);
    robot.interact(() -> page.show(subject(1, Optional.of(other))));
    assertEquals(other.image(), viewModel.imageProperty().get());
    assertEquals("9", robot.lookup("#inside-index").queryAs(TextField.class).getText());
    assertTrue(viewModel.trainProperty().get());
    robot.interact(() -> viewModel.paint(5, 5));
    robot.interact(() -> page.show(subject(2, Optional.of(other))));
    assertTrue(viewModel.paintedProperty().get());
  }

  @Test
  void theDrawingOnThePadIsLookedAt(FxRobot robot) {
    assertTrue(robot.lookup("#inside-from-pad").query().isDisabled());
    DigitImage drawn = SmallRun.DATA.train().image(20);
    robot.interact(() -> pad.set(drawn));
    robot.clickOn("#inside-from-pad");
    assertEquals(drawn, viewModel.imageProperty().get());
    assertEquals(-1, viewModel.labelProperty().get());
  }

  @Test
  void theStrongestConnectionsAreWeightTimesOutput(FxRobot robot) {
    robot.interact(() -> viewModel.choose(new Place(1, 4)));
    OneImage result = viewModel.resultProperty().get();
    List<double[]> outputs = PlainForward.outputs(run.model(3), result.image());
    float[] into = run.model(3).parameters().get(2);
    int strongest = 0;
    for (int i = 0; i < 24; i++) {
      if (Math.abs(outputs.get(0)[i] * into[i * 11 + 4])
          > Math.abs(outputs.get(0)[strongest] * into[strongest * 11 + 4])) {
        strongest = i;
      }
    }
    Link first = result.links().get(0);
    assertEquals(new Place(0, strongest), first.from());
    assertEquals(outputs.get(0)[strongest] * into[strongest * 11 + 4], first.given(), 1e-4);
    assertTrue(text(robot, "#inside-chosen").startsWith("unit 4 of layer 2 gets most from"));
    robot.interact(() -> robot.lookup("#inside-flow").query().requestFocus());
    robot.push(KeyCode.LEFT);
    assertEquals(new Place(0, 4), viewModel.resultProperty().get().chosen());
  }

  @Test
  void theGradientIsThatOfTheChosenClass(FxRobot robot) {
    OneImage first = viewModel.resultProperty().get();
    assertEquals(first.reading().winner(), first.reading().explained());
    int other = (first.reading().winner() + 3) % 10;
    robot.interact(() -> viewModel.explainedProperty().set(other));
    assertEquals(other, viewModel.resultProperty().get().reading().explained());
    robot.clickOn("#inside-probability");
    // A little more ink changes the probability as the gradient says.
    float[] gradient = viewModel.resultProperty().get().reading().gradient();
    int pixel = 14 * 28 + 14;
    byte[] more = first.image().pixels();
    int ink = more[pixel] & 0xFF;
    int step = ink > 200 ? -4 : 4;
    more[pixel] = (byte) (ink + step);
    double before = PlainForward.outputs(run.model(3), first.image()).get(2)[other];
    double after = PlainForward.outputs(run.model(3), new DigitImage(more)).get(2)[other];
    assertEquals((after - before) / step * 255, gradient[pixel], 2e-3);
  }

  @Test
  void withoutANetworkNothingIsShownAndNothingBreaks(FxRobot robot) {
    robot.interact(() -> page.show(null));
    assertEquals(null, viewModel.resultProperty().get());
    robot.interact(() -> viewModel.paint(3, 3));
    robot.moveTo("#inside-flow");
    robot.interact(
        () ->
            page.show(new LookSubject("run", run.model(2), KeptWeights.NONE, 2, Optional.empty())));
    assertTheBarsAreThoseOf(viewModel.imageProperty().get(), 2);
  }

  @Test
  void itIsWrittenAsAFigure(FxRobot robot, @TempDir Path folder) throws java.io.IOException {
    robot.clickOn("#inside-flow-save");
    Figure figure = saved.get(0);
    FigureFile.write(figure, FigureFormat.CSV, figure.size(), 150, folder.resolve("a.csv"));
    FigureFile.write(figure, FigureFormat.SVG, figure.size(), 150, folder.resolve("a.svg"));
    FigureFile.write(figure, FigureFormat.PDF, figure.size(), 150, folder.resolve("a.pdf"));
    assertEquals(1 + 24 + 11 + 10, Files.readString(folder.resolve("a.csv")).lines().count());
    assertTrue(Files.size(folder.resolve("a.pdf")) > 2000);
  }
}
