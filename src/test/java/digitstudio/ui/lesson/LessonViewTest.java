package digitstudio.ui.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.experiment.Presets;
import digitstudio.experiment.Setting;
import digitstudio.lesson.Lesson;
import digitstudio.lesson.LessonRun;
import digitstudio.lesson.SampleLessons;
import digitstudio.training.TrainingConfig;
import digitstudio.ui.form.SettingsView;
import digitstudio.ui.form.SettingsViewModel;
import digitstudio.ui.main.MemoryPreferences;
import digitstudio.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.prefs.Preferences;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A lesson beside the form: what it locks, what it marks, and what is left when it ends. */
@ExtendWith(ApplicationExtension.class)
class LessonViewTest {
  private final Preferences preferences = new MemoryPreferences();
  private final SettingsViewModel form = new SettingsViewModel(Presets.all());
  private final LessonViewModel lessons = new LessonViewModel(form, new LessonMarks(preferences));
  private final Texts texts = new Texts(Locale.ENGLISH);
  private final Lesson lesson = SampleLessons.named("learning-rate");

  @Start
  private void open(Stage stage) {
    stage.setScene(
        new Scene(
            new HBox(new SettingsView(form, texts), new LessonView(lessons, texts, lessons::end)),
            900,
            700));
    stage.show();
  }

  @BeforeEach
  void changeTheForm(FxRobot robot) {
    robot.interact(() -> robot.lookup("#form-epochs").<TextField>query().setText("77"));
  }

  private void begin(FxRobot robot) {
    robot.interact(() -> lessons.open(lesson, "learning-rate"));
  }

  private static String text(FxRobot robot, String query) {
    return robot.lookup(query).<Labeled>query().getText();
  }

  private static boolean isOff(FxRobot robot, String query) {
    return robot.lookup(query).query().isDisabled();
  }

  private void run(FxRobot robot, TrainingConfig config, double validation) {
    robot.interact(
        () ->
            lessons.ran(new LessonRun(config, true, false, config.epochs(), 1, 0.25, validation)));
  }

  @Test
  void nothingIsShownBeforeALessonIsOpened(FxRobot robot) {
    assertFalse(robot.lookup("#lesson").query().isVisible());
    assertFalse(isOff(robot, "#form-hidden-0"));
  }

  @Test
  void theFormIsFilledAndAllButTheFreeSettingsAreLocked(FxRobot robot) {
    begin(robot);
    assertEquals(lesson.config(), form.configProperty().get());
    for (String locked :
        List.of(
            "#form-epochs",
            "#form-hidden-0",
            "#form-hidden-add",
            "#form-optimizer",
            "#form-optimizer-also",
            "#form-preset",
            "#form-contrast",
            "#form-batch-size")) {
      assertTrue(isOff(robot, locked), locked);
    }
    assertFalse(isOff(robot, "#form-learning-rate"));
    assertFalse(isOff(robot, "#form-repeats"));
    Node place = robot.lookup("#form-epochs").query().getParent();
    assertTrue(place.getAccessibleHelp().contains("How large a step?"), place.getAccessibleHelp());
    assertEquals("How large a step?", text(robot, "#lesson-title"));
    assertEquals("0 of 3 done", text(robot, "#lesson-count"));
  }

  @Test
  void theEndGivesTheFormBackAndItsUndoBringsTheLessonsSettings(FxRobot robot) {
    String before = form.content();
    begin(robot);
    assertEquals(before, lessons.formToKeep());
    robot.clickOn("#lesson-end");
    assertEquals(before, form.content());
    assertNull(lessons.lessonProperty().get());
    assertFalse(robot.lookup("#lesson").query().isVisible());
    assertFalse(isOff(robot, "#form-epochs"));
    robot.interact(() -> form.history().undo());
    assertEquals(lesson.config(), form.configProperty().get());
  }

  @Test
  void anotherLessonKeepsTheFormOfBeforeTheFirst(FxRobot robot) {
    String before = form.content();
    begin(robot);
    robot.interact(() -> lessons.open(SampleLessons.named("depth"), "depth"));
    assertTrue(isOff(robot, "#form-learning-rate"));
    assertFalse(isOff(robot, "#form-hidden-0"));
    robot.interact(lessons::end);
    assertEquals(before, form.content());
  }

  @Test
  void runsMarkTheirStepsAndTheirNumbersAreTold(FxRobot robot) {
    begin(robot);
    run(robot, lesson.config(), 0.2438);
    assertEquals("1 of 3 done", text(robot, "#lesson-count"));
    assertEquals("Done: validation accuracy 24.38 %", text(robot, "#lesson-goal-0"));
    assertTrue(text(robot, "#lesson-goal-1").startsWith("Wanted: "));
    assertTrue(text(robot, "#lesson-last").startsWith("Last run: validation accuracy 24.38 %"));
    robot.interact(() -> texts.localeProperty().set(Locale.SIMPLIFIED_CHINESE));
    assertEquals("步长取多大？", text(robot, "#lesson-title"));
    assertTrue(text(robot, "#lesson-goal-0").contains("24.38"));
  }

  @Test
  void aFormThatLeavesTheLessonIsToldAndPutBack(FxRobot robot) {
    begin(robot);
    TrainingConfig other = lesson.config().toBuilder().hidden(10).epochs(1).build();
    robot.interact(() -> form.load(other));
    assertEquals(Set.of(Setting.HIDDEN, Setting.EPOCHS), lessons.strayedProperty().get());
    assertTrue(robot.lookup("#lesson-put-back").query().getParent().isVisible());
    run(robot, other, 0.1);
    assertTrue(text(robot, "#lesson-last").contains("does not count"));
    assertEquals("0 of 3 done", text(robot, "#lesson-count"));
    robot.interact(() -> robot.lookup("#lesson-put-back").queryButton().fire());
    assertEquals(Set.of(), lessons.strayedProperty().get());
    assertEquals(lesson.config(), form.configProperty().get());
  }

  @Test
  void marksLastFromOneStartToTheNextUntilTheLessonIsStartedOver(FxRobot robot) {
    begin(robot);
    run(robot, lesson.config(), 0.2);
    assertEquals(Set.of(0), new LessonMarks(preferences).done("learning-rate", lesson));
    robot.interact(lessons::end);
    begin(robot);
    assertEquals("1 of 3 done", text(robot, "#lesson-count"));
    assertEquals("Done earlier", text(robot, "#lesson-goal-0"));
    robot.interact(lessons::restart);
    assertEquals("0 of 3 done", text(robot, "#lesson-count"));
    assertEquals(Set.of(), new LessonMarks(preferences).done("learning-rate", lesson));
  }

  @Test
  void theAnswerIsShownWhenItIsAskedForAndTheLessonFolds(FxRobot robot) {
    begin(robot);
    assertFalse(robot.lookup("#lesson-answer").query().isVisible());
    robot.interact(
        () -> robot.lookup("#lesson-answer-link").<javafx.scene.control.Hyperlink>query().fire());
    assertTrue(robot.lookup("#lesson-answer").query().isVisible());
    robot.clickOn("#lesson-fold");
    assertFalse(robot.lookup("#lesson-question").query().getParent().isVisible());
    assertTrue(robot.lookup("#lesson-title").query().isVisible());
  }

  @Test
  void aStepWithoutAGoalIsTickedByHand(FxRobot robot) {
    robot.interact(() -> lessons.open(SampleLessons.named("activation"), "activation"));
    robot.clickOn("#lesson-step-3");
    assertEquals("1 of 4 done", text(robot, "#lesson-count"));
  }
}
