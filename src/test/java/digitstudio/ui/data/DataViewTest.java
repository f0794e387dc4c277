package digitstudio.ui.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitSet;
import digitstudio.digits.survey.DataImages;
import digitstudio.digits.survey.ImagePair;
import digitstudio.report.figure.Figure;
import digitstudio.report.figure.PngPicture;
import digitstudio.text.Problem;
import digitstudio.training.RunImages;
import digitstudio.training.RunImages.Part;
import digitstudio.training.SmallMnist;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import digitstudio.ui.TestWindow;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import digitstudio.ui.theme.Theme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The view on a small set of real digits with planted copies, everything done on one thread. */
@ExtendWith(ApplicationExtension.class)
class DataViewTest {
  private static final TrainingConfig CONFIG =
      TrainingConfig.builder().validation(0.25).trainLimit(500).seed(11).build();
  private static final TrainingData DATA = planted();

  private final Texts texts = new Texts(Locale.ENGLISH);
  private final List<Integer> looked = new ArrayList<>();
  private DataViewModel model;
  private DataView view;
  private Problem unreadable;

  /** Test image 3 is training image 21, and training image 40 training image 39. */
  private static TrainingData planted() {
    TrainingData small = SmallMnist.of(600, 100);
    byte[] train = small.train().pixels().clone();
    byte[] test = small.test().pixels().clone();
    int size = DigitImage.PIXELS;
    System.arraycopy(train, 21 * size, test, 3 * size, size);
    System.arraycopy(train, 39 * size, train, 40 * size, size);
    return new TrainingData(
        new DigitSet(train, small.train().labels()),
        new DigitSet(test, small.test().labels()),
        "planted");
  }

  private DataImages read() {
    if (unreadable != null) {
      throw unreadable;
    }
    List<String> names = IntStream.range(0, 10).mapToObj(i -> "class " + i).toList();
    return new DataImages(DATA.train(), DATA.test(), names);
  }

  @Start
  private void open(Stage stage) {
    Appearance appearance = new Appearance();
    model = new DataViewModel(this::read, Runnable::run, Runnable::run, Runnable::run);
    model.configProperty().set(CONFIG);
    view = new DataView(model, texts, appearance, looked::add, null, null);
    TestWindow.show(stage, view, 1100, 700);
    new Theme(appearance).dress(stage.getScene());
  }

  private void load(FxRobot robot) {
    robot.interact(() -> model.load());
  }

  private static int[] withLabel(int label) {
    return IntStream.range(0, 700)
        .filter(i -> (i < 600 ? DATA.train().label(i) : DATA.test().label(i - 600)) == label)
        .toArray();
  }

  @Test
  void everyImageIsShownInTheOrderOfItsFile(FxRobot robot) {
    load(robot);
    assertArrayEquals(IntStream.range(0, 700).toArray(), model.shownProperty().get());
    assertEquals("700 of 700 images", robot.lookup("#data-count").queryAs(Label.class).getText());
  }

  @Test
  void theSplitIsTheTrainers(FxRobot robot) {
    load(robot);
    Set<Integer> held = new HashSet<>();
    for (int place : RunImages.of(Part.VALIDATION, CONFIG, DATA).places()) {
      held.add(place);
    }
    Set<Integer> learnt = new HashSet<>();
    for (int place : RunImages.of(Part.TRAIN, CONFIG, DATA).places()) {
      learnt.add(place);
    }
    ImagePart[] parts = model.partsProperty().get();
    for (int image = 0; image < 700; image++) {
      ImagePart expected =
          image >= 600
              ? ImagePart.TEST
              : held.contains(image)
                  ? ImagePart.VALIDATION
                  : learnt.contains(image) ? ImagePart.TRAIN : ImagePart.UNREAD;
      assertEquals(expected, parts[image]);
    }
    assertEquals(125, held.size());
    robot.clickOn("#data-part-train");
    robot.clickOn("#data-part-test");
    robot.clickOn("#data-part-unread");
    assertArrayEquals(
        held.stream().mapToInt(Integer::intValue).sorted().toArray(), model.shownProperty().get());
    assertEquals(
        "Validation 125",
        robot.lookup("#data-part-validation").queryAs(ToggleButton.class).getText());
    robot.interact(() -> model.configProperty().set(CONFIG.toBuilder().validation(0).build()));
    assertEquals(0, model.shownProperty().get().length, "another split, at once");
  }

  @Test
  void classesAreFilteredByTheMenu(FxRobot robot) {
    load(robot);
    robot.clickOn("#data-classes");
    robot.clickOn("#data-classes-none");
    assertEquals(0, model.shownProperty().get().length);
    robot.clickOn("#data-classes");
    robot.clickOn("#data-class-7");
    assertArrayEquals(withLabel(7), model.shownProperty().get());
  }

  @Test
  void imagesAreSortedByWhatIsMeasured(FxRobot robot) {
    load(robot);
    robot.interact(
        () -> {
          model.orderProperty().set(ImageOrder.INK);
          model.descendingProperty().set(true);
        });
    float[] inks = model.surveyProperty().get().figures().inks();
    int[] shown = model.shownProperty().get();
    assertEquals(700, Arrays.stream(shown).distinct().count());
    for (int i = 1; i < shown.length; i++) {
      assertTrue(inks[shown[i - 1]] >= inks[shown[i]]);
    }
  }

  @Test
  void keysMoveTheChoiceAndTheDetailTellsOfIt(FxRobot robot) {
    load(robot);
    robot.interact(() -> view.lookup("#data-grid").requestFocus());
    robot.push(KeyCode.HOME);
    assertEquals(0, model.chosenProperty().get());
    robot.push(KeyCode.RIGHT);
    robot.push(KeyCode.RIGHT);
    assertEquals(2, model.chosenProperty().get());
    robot.push(KeyCode.DOWN);
    int columns = model.chosenProperty().get() - 2;
    assertTrue(columns > 3);
    robot.push(KeyCode.PAGE_DOWN);
    assertTrue(model.chosenProperty().get() > 2 + 2 * columns);
    robot.push(KeyCode.END);
    assertEquals(699, model.chosenProperty().get());
    assertEquals(
        "class " + DATA.test().label(99),
        robot.lookup("#data-image-title").queryAs(Label.class).getText());
    String facts = robot.lookup("#data-image-facts").queryAs(Label.class).getText();
    assertTrue(facts.startsWith("No. 99 of the test file\nTest"), facts);
    robot.clickOn("#data-look");
    assertEquals(List.of(699), looked);
  }

  @Test
  void aNumberLeadsToTheImageOfEachFile(FxRobot robot) {
    load(robot);
    robot.clickOn("#data-search").write("57").push(KeyCode.ENTER);
    assertEquals(57, model.chosenProperty().get());
    robot.push(KeyCode.ENTER);
    assertEquals(657, model.chosenProperty().get());
    assertFalse(robot.lookup("#data-search-none").query().isVisible());
    robot.interact(() -> robot.lookup("#data-search").queryAs(TextField.class).setText("5x"));
    robot.push(KeyCode.ENTER);
    assertTrue(robot.lookup("#data-search-none").query().isVisible());
    assertEquals(657, model.chosenProperty().get());
  }

  @Test
  void aPressedTileIsTheOneThatIsPaintedThere(FxRobot robot) {
    load(robot);
    robot.interact(() -> view.layout());
    TileGrid grid = robot.lookup("#data-grid").queryAs(TileGrid.class);
    // Tiles of 56 with gaps of 4: the second of the first row.
    robot.moveTo(grid.localToScreen(4 + 60 + 20, 4 + 20));
    robot.clickOn();
    assertEquals(1, model.chosenProperty().get());
    robot.interact(
        () ->
            Event.fireEvent(
                grid,
                new KeyEvent(
                    KeyEvent.KEY_TYPED, "-", "-", KeyCode.UNDEFINED, false, false, false, false)));
    assertEquals(1, grid.zoomProperty().get());
  }

  @Test
  void plantedCopiesAreFoundAndThoseOfTheTestFileOnlyWhenAskedFor(FxRobot robot) {
    load(robot);
    robot.interact(() -> model.radiusProperty().set(0));
    select(robot, 2);
    robot.clickOn("#data-duplicates-start");
    assertEquals(List.of(new ImagePair(39, 40, 0)), pairs(robot));
    assertFalse(robot.lookup("#data-duplicates-test").queryAs(CheckBox.class).isSelected());
    robot.clickOn("#data-duplicates-test");
    robot.interact(() -> model.radiusProperty().set(1));
    robot.clickOn("#data-duplicates-start");
    assertEquals(List.of(new ImagePair(21, 603, 0), new ImagePair(39, 40, 0)), pairs(robot));
    robot.interact(
        () -> robot.lookup("#data-duplicates").queryTableView().getSelectionModel().select(0));
    assertEquals(21, model.chosenProperty().get());
    assertEquals(603, model.besideProperty().get());
    assertTrue(robot.lookup("#data-second-card").query().isVisible());
    select(robot, 0);
    assertNull(model.besideProperty().get());
  }

  private List<?> pairs(FxRobot robot) {
    TableView<?> table = robot.lookup("#data-duplicates").queryTableView();
    return List.copyOf(table.getItems());
  }

  private void select(FxRobot robot, int tab) {
    robot.interact(
        () -> robot.lookup("#data-tabs").queryAs(TabPane.class).getSelectionModel().select(tab));
  }

  @Test
  void outliersAreThoseFarthestFromTheirClass(FxRobot robot) {
    load(robot);
    select(robot, 3);
    robot.interact(() -> model.measureProperty().set(OutlierMeasure.CLASS_MEAN));
    robot.clickOn("#data-outliers-start");
    Outliers found = model.outliers().resultProperty().get();
    float[] distances = model.surveyProperty().get().figures().distances();
    assertEquals(600, found.searched());
    float most = 0;
    for (int image = 0; image < 600; image++) {
      most = Math.max(most, distances[image]);
    }
    assertEquals(most, distances[found.images()[0]]);
    robot.interact(() -> model.measureProperty().set(OutlierMeasure.NEIGHBOURS));
    robot.clickOn("#data-outliers-start");
    float[] far = model.outliers().resultProperty().get().distances();
    for (int i = 1; i < far.length; i++) {
      assertTrue(far[i - 1] >= far[i]);
    }
  }

  @Test
  void figuresCarryTheNumbersOfEveryClassAndPart(FxRobot robot) {
    load(robot);
    DataFigures figures =
        new DataFigures(
            model,
            List.of(
                DataFigures.BALANCE, DataFigures.MEAN, DataFigures.VARIANCE, DataFigures.SHOWN));
    for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      for (String chart : figures.charts()) {
        Figure figure = figures.figure(chart, locale);
        assertNotNull(PngPicture.image(figure, figure.size(), 72));
      }
    }
    List<List<String>> rows = figures.figure(DataFigures.BALANCE, Locale.ENGLISH).data().rows();
    int sum =
        rows.stream()
            .flatMap(row -> row.subList(1, row.size()).stream())
            .mapToInt(Integer::parseInt)
            .sum();
    assertEquals(700, sum);
    assertEquals("class 3", rows.get(3).get(0));
    assertEquals(
        withLabel(3).length, rows.get(3).subList(1, 5).stream().mapToInt(Integer::parseInt).sum());
    select(robot, 1);
    assertNotNull(robot.lookup("#data-balance").query());
  }

  @Test
  void imagesThatCannotBeReadAreToldAndTriedAgain(FxRobot robot) {
    unreadable = new Problem("digits.noFolder", "/nowhere");
    load(robot);
    Label told = robot.lookup("#data-problem").queryAs(Label.class);
    assertTrue(told.getText().contains("/nowhere"));
    unreadable = null;
    robot.clickOn("#data-again");
    assertEquals(700, model.shownProperty().get().length);
    assertFalse(told.getParent().isVisible());
  }

  @Test
  void anotherSetIsReadAnew(FxRobot robot) {
    load(robot);
    robot.interact(
        () -> {
          model.chosenProperty().set(650);
          model.reload();
        });
    assertNull(model.chosenProperty().get());
    assertEquals(700, model.shownProperty().get().length);
  }
}
