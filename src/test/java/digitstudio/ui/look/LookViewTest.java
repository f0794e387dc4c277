package digitstudio.ui.look;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.experiment.RunRecorder;
import digitstudio.experiment.RunStore;
import digitstudio.report.figure.Figure;
import digitstudio.training.Answers;
import digitstudio.training.ConfusionMatrix;
import digitstudio.training.EpochResult;
import digitstudio.training.Model;
import digitstudio.training.RunImages;
import digitstudio.training.RunImages.Part;
import digitstudio.training.RunResult;
import digitstudio.training.SmallMnist;
import digitstudio.training.StopSignal;
import digitstudio.training.Trainer;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import digitstudio.training.TrainingListener;
import digitstudio.ui.TestWindow;
import digitstudio.ui.look.RunPair.Agreement;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import digitstudio.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The view on two small runs of real digits, with everything done on one thread. */
@ExtendWith(ApplicationExtension.class)
class LookViewTest {
  private static final TrainingData DATA = SmallMnist.of(800, 200);
  private static final TrainingConfig CONFIG =
      TrainingConfig.builder().hidden(8).epochs(6).batchSize(50).build();

  private static Path folder;
  private static RunStore store;
  private static long worse;
  private static long better;

  private final Texts texts = new Texts(Locale.ENGLISH);
  private final List<Figure> saved = new ArrayList<>();
  private final List<LookSubject> told = new ArrayList<>();
  private LookViewModel look;

  @BeforeAll
  static void trainTwoRuns() throws IOException {
    folder = Files.createTempDirectory("look");
    store = RunStore.open(folder.resolve("runs.db"));
    worse = train(CONFIG.toBuilder().epochs(2).build());
    store.keepEpochs(3);
    better = train(CONFIG);
  }

  @AfterAll
  static void removeThem() throws IOException {
    store.close();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private static long train(TrainingConfig config) {
    RunRecorder recorder = store.record(config, "", "");
    recorder.finished(new Trainer(config, DATA).run(recorder, new StopSignal()));
    return recorder.id();
  }

  /** A page from elsewhere. */
  private final class Page implements LookPage {
    @Override
    public String id() {
      return "look-tab-page";
    }

    @Override
    public String nameKey() {
      return "look.figures";
    }

    @Override
    public Node view() {
      return new StackPane();
    }

    @Override
    public void show(LookSubject subject) {
      told.add(subject);
    }
  }

  @Start
  private void open(Stage stage) {
    look =
        new LookViewModel(
            new StoredLook(() -> store, () -> DATA),
            Runnable::run,
            task -> {
              // The store tells of changes on a thread of its own.
              if (Platform.isFxApplicationThread()) {
                task.run();
              } else {
                Platform.runLater(task);
              }
            },
            texts);
    Appearance appearance = new Appearance();
    LookView view = new LookView(look, appearance, saved::add, List.of(new Page()));
    new Theme(appearance).dress(TestWindow.show(stage, view, 1216, 720));
  }

  @BeforeEach
  void waitForTheFirstLayout() {
    WaitForAsyncUtils.waitForFxEvents(20);
  }

  private static ConfusionMatrix apart(long id, int epoch, Part part) {
    Model model = store.epochWeights(id).at(epoch).orElseThrow();
    RunImages images = RunImages.of(part, model.config(), DATA);
    return Answers.of(model, images.images(), new StopSignal()).orElseThrow().confusion();
  }

  private void assertShown(ConfusionMatrix expected) {
    assertArrayEquals(expected.counts(), look.confusionProperty().get().counts());
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Label.class).getText();
  }

  private static String chosenRun(FxRobot robot) {
    return robot.lookup("#look-run").queryAs(ComboBox.class).getButtonCell().getText();
  }

  private static int[] images(FxRobot robot, LookViewModel look, int label, int given) {
    return GalleryOrder.FILE.of(
        look.readingProperty().get().answers(),
        image ->
            look.readingProperty().get().answers().label(image) == label
                && look.readingProperty().get().answers().given(image) == given);
  }

  @Test
  void theNewestRunIsShownAtItsEndOnItsValidationImages() {
    assertEquals(better, look.runProperty().get().id());
    assertEquals(Part.VALIDATION, look.partProperty().get());
    assertEquals(6, look.epochProperty().get());
    assertShown(apart(better, 6, Part.VALIDATION));
  }

  @Test
  void theSliderShowsTheMatrixOfEveryEpochAndTheImagesOfTheNearestWeights(FxRobot robot) {
    Slider slider = robot.lookup("#look-epoch").query();
    assertFalse(slider.isDisabled());
    robot.interact(() -> slider.setValue(2));
    assertEquals(2, look.epochProperty().get());
    assertArrayEquals(
        store.confusions(better).get(1).confusion().counts(),
        look.confusionProperty().get().counts());
    assertEquals(1, look.readingProperty().get().epoch());
    robot.interact(() -> slider.setValue(4));
    assertShown(apart(better, 4, Part.VALIDATION));
    assertEquals(4, look.readingProperty().get().epoch());
  }

  @Test
  void theTestImagesAreReadOnlyWhenAskedFor(FxRobot robot) {
    assertFalse(text(robot, "#look-caption").contains("test images"));
    ComboBox<Part> part = robot.lookup("#look-part").queryComboBox();
    robot.interact(() -> part.setValue(Part.TEST));
    assertShown(apart(better, 6, Part.TEST));
    assertTrue(text(robot, "#look-caption").contains("200 test images"));
  }

  @Test
  void theTestImagesOfARunOfASweepAreShownOnceItIsChosen(FxRobot robot) {
    RunRecorder recorder = store.recordSealed(CONFIG, "a sweep");
    RunResult result = new Trainer(CONFIG, DATA).run(recorder, new StopSignal());
    assertTrue(store.isSealed(recorder.id()), "while it goes on");
    recorder.finished(result);
    robot.interact(() -> look.open(recorder.id()));
    assertNotNull(look.readingProperty().get());
    ComboBox<Part> part = robot.lookup("#look-part").queryComboBox();
    robot.interact(() -> part.setValue(Part.TEST));
    assertEquals("leftovers.sealed", look.problemProperty().get().key());
    assertTrue(robot.lookup("#look-problem").query().isVisible());
    assertNull(look.readingProperty().get());
    assertNull(look.confusionProperty().get());

    store.unseal(List.of(recorder.id()));
    assertFalse(store.isSealed(recorder.id()));
    robot.interact(look::load);
    assertNull(look.problemProperty().get());
    assertShown(apart(recorder.id(), 6, Part.TEST));
    store.delete(List.of(recorder.id()));
  }

  @Test
  void aCellShowsItsImagesAndAnImageItsProbabilities(FxRobot robot) {
    Node matrix = robot.lookup("#look-matrix").query();
    robot.interact(matrix::requestFocus);
    robot.type(KeyCode.DOWN).type(KeyCode.RIGHT);
    int[] expected = images(robot, look, 1, 1);
    assertTrue(expected.length > 0);
    assertTrue(text(robot, "#look-gallery-count").startsWith(expected.length + " images"));
    robot.interact(() -> robot.lookup("#look-gallery").query().requestFocus());
    robot.type(KeyCode.HOME);
    int image = look.imageProperty().get();
    Answers answers = look.readingProperty().get().answers();
    assertEquals(1, answers.label(image));
    for (int other : expected) {
      assertTrue(answers.confidence(image) >= answers.confidence(other));
    }
    assertEquals(
        texts.get("look.percent", 100.0 * answers.probability(image, 1)),
        text(robot, "#look-share-1"));
    int place = look.readingProperty().get().images().places()[image];
    assertTrue(text(robot, "#look-place").contains("No. " + place + " of the training file"));
    assertEquals(1, look.subjectProperty().get().image().orElseThrow().label());
  }

  @Test
  void mistakesComeMostConfidentFirstAndUncertainOnesByTheirMargin() {
    Answers answers = look.readingProperty().get().answers();
    int[] mistakes = GalleryOrder.MISTAKES.of(answers, image -> true);
    assertEquals(
        answers.size() - Math.round(answers.confusion().accuracy() * answers.size()),
        mistakes.length);
    for (int i = 1; i < mistakes.length; i++) {
      assertTrue(answers.confidence(mistakes[i - 1]) >= answers.confidence(mistakes[i]));
    }
    int[] unsure = GalleryOrder.UNSURE.of(answers, image -> true);
    assertEquals(answers.size(), unsure.length);
    for (int i = 1; i < unsure.length; i++) {
      assertTrue(answers.margin(unsure[i - 1]) <= answers.margin(unsure[i]));
    }
    int[] typical = GalleryOrder.TYPICAL.of(answers, image -> true);
    // So small a network may not know every digit yet.
    long known = Arrays.stream(typical).map(answers::label).distinct().count();
    assertTrue(known > 1);
    assertEquals(known, Arrays.stream(typical).map(answers::label).limit(known).distinct().count());
  }

  @Test
  void twoRunsAreComparedImageByImage(FxRobot robot) {
    robot.interact(() -> look.compareWith(store.run(worse).orElseThrow()));
    RunPair pair = look.pairProperty().get();
    assertEquals(160, pair.size());
    int sum = 0;
    for (Agreement agreement : Agreement.values()) {
      sum += pair.images(agreement).length;
    }
    assertEquals(160, sum);
    for (int image : pair.images(Agreement.ONLY_FIRST)) {
      assertTrue(pair.first().answers().isRight(image));
      assertFalse(pair.second().answers().isRight(pair.inSecond(image)));
      assertEquals(
          pair.first().images().places()[image],
          pair.second().images().places()[pair.inSecond(image)]);
    }
    assertArrayEquals(apart(worse, 2, Part.VALIDATION).counts(), pair.secondConfusion().counts());
  }

  @Test
  void everyDigitHasItsFiguresAndTheirMeans(FxRobot robot) {
    robot.interact(
        () -> robot.lookup("#look-tabs").queryAs(TabPane.class).getSelectionModel().select(1));
    TableView<?> table = robot.lookup("#look-figures-table").query();
    assertEquals(12, table.getItems().size());
    ConfusionMatrix shown = look.confusionProperty().get();
    assertEquals(
        texts.get("look.figure", 100 * shown.precision(3)),
        table.getColumns().get(1).getCellData(3));
    assertEquals(
        texts.get("look.figure", 100 * shown.accuracy()),
        table.getColumns().get(2).getCellData(11));
    assertTrue(text(robot, "#look-sums").contains("Wilson"));
  }

  @Test
  void chartsLeaveTheViewAsFigures(FxRobot robot) {
    robot.clickOn("#look-matrix-save");
    assertEquals("confusion", saved.get(0).name());
    assertEquals(10, saved.get(0).data().rows().size());
  }

  @Test
  void aPageFromElsewhereIsToldWhatIsLookedAtOnceItIsOpen(FxRobot robot) {
    assertTrue(told.isEmpty());
    robot.interact(
        () -> robot.lookup("#look-tabs").queryAs(TabPane.class).getSelectionModel().selectLast());
    assertEquals(6, told.get(told.size() - 1).epoch());
    robot.interact(() -> look.epochProperty().set(1));
    LookSubject subject = told.get(told.size() - 1);
    assertEquals(1, subject.epoch());
    assertEquals(List.of(1, 4, 6), subject.weights().epochs());
    assertArrayEquals(
        store.epochWeights(better).at(1).orElseThrow().parameters().get(0),
        subject.model().parameters().get(0));
  }

  @Test
  void aRunWithoutEpochsSaysSoAndShowsItsEnd(FxRobot robot) {
    store.keepEpochs(0);
    long bare = train(CONFIG.toBuilder().epochs(1).build());
    robot.interact(() -> look.open(bare));
    assertTrue(robot.lookup("#look-epoch").query().isDisabled());
    assertEquals(texts.get("look.noEpochs"), text(robot, "#look-epoch-text"));
    assertNotNull(look.readingProperty().get());
    assertNull(look.problemProperty().get());
    store.delete(List.of(bare));
    store.keepEpochs(3);
  }

  @Test
  void aRunOfOtherImagesShowsWhatWasCountedAndSaysWhyNoMore(FxRobot robot) {
    TrainingData others = new TrainingData(DATA.train(), DATA.test(), "other");
    RunRecorder recorder = store.record(CONFIG, "elsewhere", "");
    recorder.finished(new Trainer(CONFIG, others).run(recorder, new StopSignal()));
    robot.interact(() -> look.open(recorder.id()));
    assertEquals("look.otherData", look.problemProperty().get().key());
    assertTrue(robot.lookup("#look-problem").query().isVisible());
    assertNotNull(look.confusionProperty().get());
    assertNull(look.readingProperty().get());
    store.delete(List.of(recorder.id()));
  }

  @Test
  void aRunIsFollowedWhileItLearns(FxRobot robot) {
    List<Integer> seen = new ArrayList<>();
    List<Integer> kept = new ArrayList<>();
    Set<String> named = new HashSet<>();
    RunRecorder recorder = store.record(CONFIG, "live", "");
    robot.interact(() -> look.open(recorder.id()));
    Trainer trainer = new Trainer(CONFIG, DATA);
    var watch =
        new TrainingListener() {
          @Override
          public void epochEnded(EpochResult result) {
            robot.interact(look::load);
            named.add(chosenRun(robot));
            seen.add(look.epochProperty().get());
            kept.add(look.readingProperty().get().epoch());
          }
        };
    recorder.finished(trainer.run(recorder.then(watch), new StopSignal()));
    assertEquals(List.of(1, 2, 3, 4, 5, 6), seen);
    assertEquals(List.of(1, 1, 1, 4, 4, 6), kept);
    assertEquals(Set.of("live (no. " + recorder.id() + ", still learning)"), named);
    robot.interact(look::load);
    assertEquals("live (no. " + recorder.id() + ")", chosenRun(robot));
    store.delete(List.of(recorder.id()));
  }

  @Test
  void textIsReadOnEveryGroundOfTheMatrix() {
    for (boolean dark : new boolean[] {false, true}) {
      MatrixColours colours = new MatrixColours(dark);
      for (double share = 0; share <= 1; share += 0.005) {
        for (boolean diagonal : new boolean[] {false, true}) {
          var ground = colours.cell(diagonal, share);
          double contrast = MatrixColours.contrast(ground, MatrixColours.text(ground));
          assertTrue(contrast >= 4.5, () -> "contrast " + contrast);
          var other = colours.difference(diagonal, share);
          assertTrue(MatrixColours.contrast(other, MatrixColours.text(other)) >= 4.5);
        }
      }
    }
  }
}
