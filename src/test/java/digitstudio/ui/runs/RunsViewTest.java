package digitstudio.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.digits.ClassNames;
import digitstudio.digits.DigitImage;
import digitstudio.digits.PixelScaling;
import digitstudio.experiment.RunDetails;
import digitstudio.report.chart.Quantity;
import digitstudio.report.chart.Span;
import digitstudio.text.Problem;
import digitstudio.training.Curve;
import digitstudio.training.EpochResult;
import digitstudio.training.Model;
import digitstudio.training.Provenance;
import digitstudio.training.RunSnapshot;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import digitstudio.ui.TestWindow;
import digitstudio.ui.chart.FigureExport;
import digitstudio.ui.runs.RunArrangement.SortKey;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import digitstudio.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.prefs.Preferences;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class RunsViewTest {
  private final MemoryLibrary library = new MemoryLibrary(ManyRuns.twelve());
  private final Texts texts = new Texts(Locale.ENGLISH);
  private final Recorded actions = new Recorded();
  private RunsViewModel runs;
  private RunsTable table;
  private int imports;

  /** What was asked of the window around. */
  private static final class Recorded implements RunActions {
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final List<Model> answering = new ArrayList<>();
    private final List<Model> saved = new ArrayList<>();
    private final List<TrainingConfig> edited = new ArrayList<>();
    private final List<TrainingConfig> trained = new ArrayList<>();
    private Consumer<RunSnapshot> ended;
    private int trainingShown;
    private boolean otherImages;

    @Override
    public void requireImages(String name, Provenance origin) {
      if (otherImages) {
        throw new Problem("runs.chooseImages", name, origin.data().name());
      }
    }

    @Override
    public ObservableBooleanValue busy() {
      return busy;
    }

    @Override
    public void answerWith(Model model) {
      answering.add(model);
    }

    @Override
    public void editSettings(TrainingConfig config) {
      edited.add(config);
    }

    @Override
    public void train(TrainingConfig config, Consumer<RunSnapshot> ended) {
      trained.add(config);
      this.ended = ended;
    }

    @Override
    public void showTraining() {
      trainingShown++;
    }

    @Override
    public void save(Model model) {
      saved.add(model);
    }

    @Override
    public List<RunCommand> others() {
      return List.of();
    }
  }

  @Start
  private void open(Stage stage) {
    runs =
        new RunsViewModel(
            library, actions, new StoredComparison(), Runnable::run, Runnable::run, texts);
    Appearance appearance = new Appearance();
    RunsView view = new RunsView(runs, appearance);
    view.offer(
        new FigureExport(
            runs.overlay(),
            Preferences.userRoot().node("runs-view-test"),
            Runnable::run,
            Runnable::run));
    view.offerImport(() -> imports++);
    new Theme(appearance).dress(TestWindow.show(stage, view, 1216, 720));
    runs.load();
  }

  @BeforeEach
  void waitForTheFirstLayout(FxRobot robot) {
    WaitForAsyncUtils.waitForFxEvents(20);
    table = robot.lookup("#runs-table").query();
    robot.interact(table::requestFocus);
  }

  @Test
  void everyRunHasALineTheNewestFirstAndChosen() {
    assertEquals(12, table.getItems().size());
    assertEquals(12, chosen().get(0));
    assertEquals(1, chosen().size());
  }

  @Test
  void runsThatAreChosenElsewhereAreSelectedEvenIfTheSearchHidThem(FxRobot robot) {
    robot.clickOn("#runs-search").write("optimizer:adam rate>=0.01");
    robot.interact(() -> runs.choose(List.of(2L, 5L, 9L)));

    assertEquals(Set.of(2L, 5L, 9L), Set.copyOf(chosen()));
    assertEquals(12, table.getItems().size());
  }

  @Test
  void searchingLeavesTheRunsThatAreFound(FxRobot robot) {
    robot.clickOn("#runs-search").write("optimizer:adam rate>=0.01");

    assertEquals(3, table.getItems().size());
    assertEquals("3 of 12 runs", text(robot, "#runs-count"));
    robot.push(KeyCode.ESCAPE);
    assertEquals(12, table.getItems().size());
  }

  @Test
  void aTermOnNoColumnIsExplained(FxRobot robot) {
    robot.clickOn("#runs-search").write("colour:red");

    assertTrue(robot.lookup("#runs-search-problem").query().isVisible());
    assertTrue(text(robot, "#runs-search-problem").startsWith("There is no column \"colour\""));
    assertEquals(12, table.getItems().size());
  }

  @Test
  void whatAllRunsFoundHaveInCommonIsSaidOnceAndNotInColumns(FxRobot robot) {
    assertFalse(column(RunColumn.ACTIVATION).isVisible());
    assertTrue(column(RunColumn.OPTIMIZER).isVisible());

    robot.clickOn("#runs-search").write("optimizer:adam seed:1 group:rate");

    assertFalse(column(RunColumn.OPTIMIZER).isVisible());
    assertTrue(column(RunColumn.LEARNING_RATE).isVisible());
    assertTrue(text(robot, "#runs-folded").contains("ReLU · Cross-entropy · Adam"));
    robot.interact(() -> runs.foldingProperty().set(false));
    assertTrue(column(RunColumn.OPTIMIZER).isVisible());
  }

  @Test
  void aColumnOrdersTheRunsAndWhatWasChosenStaysChosen(FxRobot robot) {
    robot.interact(
        () -> {
          var test = column(RunColumn.TEST);
          test.setSortType(javafx.scene.control.TableColumn.SortType.DESCENDING);
          table.getSortOrder().setAll(List.of(test));
        });

    List<Double> accuracies =
        table.getItems().stream()
            .map(entry -> ((RunRow) entry).run().testAccuracy().orElse(-1))
            .toList();
    assertEquals(accuracies.stream().sorted((a, b) -> Double.compare(b, a)).toList(), accuracies);
    assertEquals(List.of(12L), chosen());
  }

  @Test
  void severalChosenRunsLieOverEachOtherWithNamesAndAVerdict(FxRobot robot) {
    choose(robot, 3, 4);
    // They differ in their seeds alone, and so are one curve until they are asked for singly.
    assertEquals(1, names(robot).getChildren().size());
    robot.clickOn("#runs-mean");
    assertEquals(2, names(robot).getChildren().size());
    assertEquals("Repeats of the same settings", text(robot, "#runs-verdict"));
    assertTrue(spoken(robot, "#runs-chart").startsWith("Loss, Validation of 2 runs"));

    choose(robot, 3, 6);
    assertEquals("A fair comparison", text(robot, "#runs-verdict"));

    choose(robot, 2, 3);
    assertEquals("Not a fair comparison", text(robot, "#runs-verdict"));
  }

  @Test
  void theChartSaysWhichImagesItsCurvesAreOf(FxRobot robot) {
    // The second line is a run of the report, which holds nothing out.
    choose(robot, 1);
    assertTrue(spoken(robot, "#runs-chart").startsWith("Loss, Train of"));
    choose(robot, 1, 3);
    assertTrue(spoken(robot, "#runs-chart").startsWith("Loss, Validation, train where"));
    choose(robot, 3);
    assertTrue(spoken(robot, "#runs-chart").startsWith("Loss, Validation of"));
  }

  @Test
  void theArrowKeysReadTheValuesOfAllCurves(FxRobot robot) {
    choose(robot, 3, 4);
    robot.clickOn("#runs-mean");
    String last = value(robot, 0);
    robot.interact(() -> robot.lookup("#runs-chart").query().requestFocus());
    robot.push(KeyCode.RIGHT);

    assertEquals(String.format(Locale.ENGLISH, "%.4f", loss(9, 1)), value(robot, 0));
    assertFalse(value(robot, 0).equals(last));
  }

  @Test
  void f2RenamesInPlace(FxRobot robot) {
    robot.push(KeyCode.F2);
    robot.write("Wide with dropout").push(KeyCode.ENTER);

    assertEquals("Wide with dropout", library.run(12).orElseThrow().name());
    assertEquals("Wide with dropout", ((RunRow) table.getItems().get(0)).run().name());
    robot.push(KeyCode.F2);
    robot.write("no").push(KeyCode.ESCAPE);
    assertEquals("Wide with dropout", library.run(12).orElseThrow().name());
  }

  @Test
  void deletedRunsComeBack(FxRobot robot) {
    choose(robot, 3, 4);
    robot.push(KeyCode.DELETE);

    assertEquals(10, table.getItems().size());
    assertEquals("2 runs are deleted", text(robot, "#runs-notice"));
    assertEquals(10, library.runs().size());
    robot.clickOn("#runs-undo");
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(12, table.getItems().size());
    assertEquals(12, library.runs().size());
    assertFalse(robot.lookup("#runs-undo").query().isVisible());
  }

  @Test
  void aRunThatGoesOnIsNotDeleted(FxRobot robot) {
    robot.push(KeyCode.DELETE);

    assertEquals(12, table.getItems().size());
    assertTrue(text(robot, "#runs-notice").startsWith("A run that goes on cannot be deleted"));
  }

  @Test
  void starsAndNotesAreKept(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.D);
    assertTrue(library.run(12).orElseThrow().starred());

    robot.push(KeyCode.CONTROL, KeyCode.E);
    robot.write("Too slow.");
    choose(robot, 3);

    assertEquals("Too slow.", library.run(12).orElseThrow().notes());
    assertEquals("", robot.lookup("#runs-notes").<TextArea>query().getText());
  }

  @Test
  void theSettingsOfARunFillTheForm(FxRobot robot) {
    choose(robot, 3);
    robot.clickOn("#runs-form");

    assertEquals(List.of(library.run(9).orElseThrow().config()), actions.edited);
  }

  @Test
  void theWeightsOfARunAnswerBeATrainingGoingOnOrNot(FxRobot robot) {
    Model model = model();
    robot.push(KeyCode.ENTER);
    assertTrue(text(robot, "#runs-notice").contains("were not kept"));

    library.answerWith(model);
    robot.push(KeyCode.ENTER);
    assertSame(model, actions.answering.get(0));

    robot.interact(() -> actions.busy.set(true));
    assertFalse(robot.lookup("#runs-open").query().isDisabled());
    assertTrue(robot.lookup("#runs-again").query().isDisabled());
    robot.interact(table::requestFocus);
    robot.push(KeyCode.ENTER);
    assertEquals(2, actions.answering.size());
  }

  @Test
  void aRunOnOtherImagesThanTheChosenOnesIsNotTrainedAgain(FxRobot robot) {
    actions.otherImages = true;
    choose(robot, 3);
    robot.push(KeyCode.CONTROL, KeyCode.R);
    assertEquals(List.of(), actions.trained);
    assertTrue(text(robot, "#runs-notice").contains("choose them in the Train view first"));
  }

  @Test
  void aRunThatIsTrainedAgainIsCheckedAgainstItsCurve(FxRobot robot) {
    choose(robot, 3);
    robot.push(KeyCode.CONTROL, KeyCode.R);
    RunDetails kept = library.details(9).orElseThrow();
    assertEquals(List.of(kept.summary().config()), actions.trained);

    robot.interact(() -> actions.ended.accept(ended(kept, kept.epochs())));
    assertTrue(text(robot, "#runs-notice").contains("the same to the last bit, in all 10 epochs"));

    List<EpochResult> other = new ArrayList<>(kept.epochs());
    other.set(6, library.details(8).orElseThrow().epochs().get(6));
    robot.interact(() -> actions.ended.accept(ended(kept, other)));
    assertTrue(text(robot, "#runs-notice").contains("different from epoch 7 on"));
  }

  @Test
  void groupsOpenAndCloseByKey(FxRobot robot) {
    robot.interact(() -> runs.groupingProperty().set(RunArrangement.Grouping.OPTIMIZER));
    assertEquals(14, table.getItems().size());
    robot.interact(() -> table.getFocusModel().focus(0));
    robot.push(KeyCode.LEFT);
    assertEquals(3, table.getItems().size());
    robot.push(KeyCode.RIGHT);
    assertEquals(14, table.getItems().size());
  }

  @Test
  void aRunThatGoesOnIsFollowedWhereItStands(FxRobot robot) {
    RunDetails going = library.details(12).orElseThrow();
    TrainingConfig config = going.summary().config();
    robot.interact(() -> library.put(ManyRuns.run(12, config, "", RunState.RUNNING, 9)));
    assertEquals(9, ((RunRow) table.getItems().get(0)).run().epochs());

    robot.interact(() -> library.put(ManyRuns.run(13, config, "", RunState.PREPARING, 1)));
    assertEquals(13, ((RunRow) table.getItems().get(0)).id());
    assertEquals(List.of(12L), chosen());
  }

  @Test
  void theKeyboardAloneFindsComparesAndReturns(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.write("seed:1 group:rate").push(KeyCode.ENTER);
    assertSame(table, table.getScene().getFocusOwner());
    robot.push(KeyCode.HOME);
    robot.push(KeyCode.SHIFT, KeyCode.DOWN);
    assertEquals(List.of(7L, 4L), chosen());
    robot.push(KeyCode.DELETE);
    assertEquals(1, table.getItems().size());
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    assertEquals(3, table.getItems().size());
  }

  @Test
  void aStoreThatCannotBeReadIsExplainedAndAskedAgain(FxRobot robot) {
    library.failWith(new Problem("digits.unreadable", "runs.sqlite"));
    RunsViewModel broken =
        new RunsViewModel(
            library, actions, new StoredComparison(), Runnable::run, Runnable::run, texts);
    robot.interact(
        () -> {
          table.getScene().setRoot(new RunsView(broken, new Appearance()));
          broken.load();
        });
    assertEquals(
        "runs.sqlite: the file cannot be read; check that it is a file and that you may read it",
        text(robot, "#runs-message"));

    library.failWith(null);
    robot.interact(() -> robot.lookup("#runs-try-again").<Button>query().fire());
    assertEquals(RunsViewModel.State.READY, broken.stateProperty().get());
  }

  @Test
  void withoutRunsTheWayToTheFirstIsShown(FxRobot robot) {
    RunsViewModel none =
        new RunsViewModel(
            new MemoryLibrary(List.of()),
            actions,
            new StoredComparison(),
            Runnable::run,
            Runnable::run,
            texts);
    robot.interact(
        () -> {
          table.getScene().setRoot(new RunsView(none, new Appearance()));
          none.load();
        });
    robot.interact(() -> robot.lookup("#runs-to-training").<Button>query().fire());

    assertEquals(1, actions.trainingShown);
  }

  @Test
  void aRefusedChangeIsTakenBackAndTold(FxRobot robot) {
    library.failWith(new Problem("digits.unreadable", "runs.sqlite"));
    robot.push(KeyCode.CONTROL, KeyCode.D);
    assertTrue(text(robot, "#runs-notice").contains("runs.sqlite"));
    library.failWith(null);
    robot.interact(() -> runs.load());

    assertFalse(((RunRow) table.getItems().get(0)).run().starred());
  }

  @Test
  void theWordsFollowTheLanguage(FxRobot robot) {
    robot.interact(() -> texts.localeProperty().set(Locale.SIMPLIFIED_CHINESE));

    assertEquals("状态", column(RunColumn.STATE).getText());
    assertEquals("共 12 次训练", text(robot, "#runs-count"));
    assertTrue(robot.lookup("训练中").tryQuery().isPresent());
  }

  @Test
  void everyControlCanBeSpoken(FxRobot robot) {
    for (String id :
        List.of(
            "#runs-search",
            "#runs-grouping",
            "#runs-columns",
            "#runs-open",
            "#runs-form",
            "#runs-again",
            "#runs-star",
            "#runs-delete",
            "#runs-chart",
            "#runs-table",
            "#runs-notes",
            "#runs-loss",
            "#runs-log",
            "#runs-x",
            "#runs-reset-zoom",
            "#runs-chart-export",
            "#runs-import")) {
      assertNotNull(robot.lookup(id).<Node>query().getAccessibleText(), id);
    }
  }

  @Test
  void wheelAndKeysZoomTheCurvesAndZeroShowsThemWhole(FxRobot robot) throws Exception {
    choose(robot, 3, 6);
    OverlayViewModel overlay = runs.overlay();
    robot.moveTo("#runs-chart").moveBy(5, 5);
    // Values can be read as soon as the curves are painted.
    await(() -> overlay.cursorProperty().get().isPresent());
    robot.interact(() -> turnWheel(robot.lookup("#runs-curves").query()));
    assertTrue(overlay.zoomedProperty().get());
    assertFalse(robot.lookup("#runs-reset-zoom").query().isDisabled());

    robot.interact(() -> robot.lookup("#runs-reset-zoom").<Button>query().fire());
    assertFalse(overlay.zoomedProperty().get());

    double whole = overlay.xSpan().length();
    robot.moveTo("#runs-search");
    await(() -> overlay.cursorProperty().get().isEmpty());
    robot.interact(() -> robot.lookup("#runs-chart").query().requestFocus());
    robot.type(KeyCode.RIGHT, KeyCode.RIGHT).write("+");
    assertEquals(whole / 1.5, overlay.xSpan().length(), 1e-9);
    assertEquals("epoch 2", text(robot, "#runs-place"));
    robot.write("0");
    assertFalse(overlay.zoomedProperty().get());
  }

  @Test
  void otherRunsAreSeenWholeAndARunThatGoesOnStaysWhereItIsLookedAt(FxRobot robot) {
    OverlayViewModel overlay = runs.overlay();
    robot.interact(() -> overlay.showX(new Span(2, 4)));
    RunDetails going = library.details(12).orElseThrow();
    robot.interact(
        () -> library.put(ManyRuns.run(12, going.summary().config(), "", RunState.RUNNING, 9)));
    assertEquals(new Span(2, 4), overlay.xSpan());
    choose(robot, 3);
    assertFalse(overlay.zoomedProperty().get());
  }

  @Test
  void theChartLeavesTheWindowAsItIsSeen(FxRobot robot) {
    choose(robot, 3, 6);
    robot.interact(
        () -> {
          runs.overlay().quantityProperty().set(Quantity.ACCURACY);
          robot.lookup("#runs-chart-export").<Button>query().fire();
        });
    ComboBox<String> chart = robot.lookup("#figure-chart").query();
    assertEquals("charts.accuracy", chart.getValue());
    robot.interact(() -> robot.lookup("#figure-cancel").<Button>query().fire());
  }

  @Test
  void runFilesAreAskedForByButtonAndByKeyWhereverTheKeyboardIs(FxRobot robot) {
    robot.interact(() -> robot.lookup("#runs-import").<Button>query().fire());
    assertEquals(1, imports);
    robot.push(KeyCode.CONTROL, KeyCode.O);
    assertEquals(2, imports);
    robot.clickOn("#runs-search").push(KeyCode.CONTROL, KeyCode.O);
    assertEquals(3, imports);
  }

  @Test
  void runsThatAreToBeSeenAreFoundAndChosenEvenBeforeTheyAreRead(FxRobot robot) {
    robot.clickOn("#runs-search").write("optimizer:sgd");
    TrainingConfig config = library.run(9).orElseThrow().config();
    robot.interact(() -> runs.choose(List.of(4L, 13L)));
    assertFalse(chosen().contains(13L));

    robot.interact(() -> library.put(ManyRuns.run(13, config, "", RunState.FINISHED, 3)));
    assertEquals(List.of(13L, 4L), chosen());
    assertEquals("", runs.searchProperty().get());
    assertEquals(2, table.getSelectionModel().getSelectedIndices().size());
  }

  @Test
  void theLayoutFollowsTheTableAndTheTableTheLayout(FxRobot robot) {
    Node header = robot.lookup("#runs-column-name").query();
    Bounds name = header.localToScreen(header.getBoundsInLocal());
    robot.drag(name.getMaxX(), name.getCenterY(), MouseButton.PRIMARY).moveBy(36, 0).drop();
    double wide = column(RunColumn.NAME).getWidth();
    assertEquals(264 + 36, wide, 2);
    robot.interact(
        () -> {
          var columns = new ArrayList<>(table.getColumns());
          columns.add(0, columns.remove(columns.indexOf(column(RunColumn.TEST))));
          table.getColumns().setAll(columns);
          column(RunColumn.TEST).setSortType(TableColumn.SortType.DESCENDING);
          table.getSortOrder().setAll(List.of(column(RunColumn.TEST)));
        });
    WaitForAsyncUtils.waitForFxEvents();
    RunsLayout layout = runs.layoutProperty().get();
    assertEquals(RunColumn.TEST, layout.order().get(0));
    assertEquals(Map.of(RunColumn.NAME, wide), layout.widths());
    assertEquals(List.of(new SortKey(RunColumn.TEST, true)), layout.sorted());

    RunsViewModel later =
        new RunsViewModel(
            library, actions, new StoredComparison(), Runnable::run, Runnable::run, texts);
    robot.interact(
        () -> {
          later.layoutProperty().set(layout);
          table.getScene().setRoot(new RunsView(later, new Appearance()));
          later.load();
        });
    WaitForAsyncUtils.waitForFxEvents(20);
    table = robot.lookup("#runs-table").query();
    assertSame(column(RunColumn.TEST), table.getColumns().get(0));
    assertEquals(wide, column(RunColumn.NAME).getWidth());
    assertEquals(
        later.foundProperty().get().stream()
            .map(row -> row.run().testAccuracy().orElse(-1))
            .sorted((a, b) -> Double.compare(b, a))
            .toList(),
        later.foundProperty().get().stream()
            .map(row -> row.run().testAccuracy().orElse(-1))
            .toList());

    robot.interact(() -> later.layoutProperty().set(RunsLayout.USUAL));
    assertSame(column(RunColumn.STAR), table.getColumns().get(0));
    assertTrue(table.getSortOrder().isEmpty());
  }

  /** Away from the person, over the middle of a node. */
  private static void turnWheel(Node node) {
    Bounds bounds = node.localToScene(node.getBoundsInLocal());
    node.fireEvent(
        new ScrollEvent(
            ScrollEvent.SCROLL,
            bounds.getCenterX(),
            bounds.getCenterY(),
            0,
            0,
            false,
            false,
            false,
            false,
            false,
            false,
            0,
            200,
            0,
            200,
            ScrollEvent.HorizontalTextScrollUnits.NONE,
            0,
            ScrollEvent.VerticalTextScrollUnits.NONE,
            0,
            0,
            null));
  }

  private static void await(BooleanSupplier condition) throws Exception {
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition::getAsBoolean);
  }

  // What is seen

  private List<Long> chosen() {
    return runs.selection().chosen().stream().map(RunRow::id).toList();
  }

  private void choose(FxRobot robot, int first, int... others) {
    robot.interact(
        () -> {
          table.getSelectionModel().clearSelection();
          table.getSelectionModel().selectIndices(first, others);
          table.requestFocus();
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private javafx.scene.control.TableColumn<RunEntry, ?> column(RunColumn wanted) {
    return table.getColumns().stream()
        .filter(column -> column.getUserData() == wanted)
        .findFirst()
        .orElseThrow();
  }

  private static VBox names(FxRobot robot) {
    return robot.lookup("#runs-names").query();
  }

  private static String value(FxRobot robot, int index) {
    Node row = names(robot).getChildren().get(index);
    return ((Label) ((javafx.scene.layout.HBox) row).getChildren().get(2)).getText();
  }

  private double loss(long id, int epoch) {
    return library.details(id).orElseThrow().epochs().get(epoch - 1).validationLoss();
  }

  private static String text(FxRobot robot, String query) {
    return robot.lookup(query).<Labeled>query().getText();
  }

  private static String spoken(FxRobot robot, String query) {
    return robot.lookup(query).<Node>query().getAccessibleText();
  }

  private static Model model() {
    TrainingConfig config = TrainingConfig.DEFAULT;
    return new Model(
        config.network(DigitImage.PIXELS, ClassNames.DIGITS.count()),
        PixelScaling.PLAIN,
        List.of(),
        config,
        null);
  }

  private static RunSnapshot ended(RunDetails run, List<EpochResult> epochs) {
    return new RunSnapshot(
        run.summary().config(),
        RunState.FINISHED,
        epochs.size(),
        1,
        1,
        1,
        0,
        0,
        epochs,
        Curve.EMPTY,
        Curve.EMPTY,
        Optional.empty(),
        Optional.empty());
  }
}
