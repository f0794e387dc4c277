package digitstudio.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.lesson.SampleLessons;
import digitstudio.ui.lesson.LessonMarks;
import digitstudio.ui.main.MemoryPreferences;
import digitstudio.ui.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.prefs.Preferences;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The page of the first start. */
@ExtendWith(ApplicationExtension.class)
class StartViewTest {
  private final List<String> done = new ArrayList<>();
  private final ObservableList<Path> recent = FXCollections.observableArrayList();
  private final Preferences preferences = new MemoryPreferences();
  private final Texts texts = new Texts(Locale.ENGLISH);
  private final StartViewModel model =
      new StartViewModel(
          preferences,
          new LessonMarks(preferences),
          Runnable::run,
          Runnable::run,
          new Ways(),
          (lesson, name) -> done.add("lesson " + name),
          recent);

  private final class Ways implements StartViewModel.Ways {
    @Override
    public void train() {
      done.add("train");
    }

    @Override
    public void openLessonFile() {
      done.add("file");
    }

    @Override
    public void draw() {
      done.add("draw");
    }

    @Override
    public void help() {
      done.add("help");
    }

    @Override
    public void open(Path file) {
      done.add("open " + file);
    }
  }

  @Start
  private void open(Stage stage) {
    stage.setScene(new Scene(new StartView(model, texts), 1000, 700));
    stage.show();
  }

  private static void fire(FxRobot robot, String query) {
    robot.interact(() -> robot.lookup(query).<ButtonBase>query().fire());
  }

  @Test
  void itIsShownAtTheFirstStartAndThenOnlyIfThatIsWished(FxRobot robot) {
    assertTrue(StartViewModel.isWanted(preferences));
    robot.interact(model::show);
    assertFalse(StartViewModel.isWanted(preferences));
    robot.interact(() -> robot.lookup("#start-always").<CheckBox>query().setSelected(true));
    assertTrue(StartViewModel.isWanted(preferences));
  }

  @Test
  void itsThreeThingsAreDone(FxRobot robot) {
    assertTrue(robot.lookup("#start-lesson").query().isDisabled());
    robot.interact(model::show);
    fire(robot, "#start-train");
    fire(robot, "#start-lesson");
    fire(robot, "#start-draw");
    assertEquals(List.of("train", "lesson learning-rate", "draw"), done);
  }

  @Test
  void everyLessonOfTheProgramIsListedAndOpens(FxRobot robot) {
    robot.interact(model::show);
    for (String name : SampleLessons.names()) {
      fire(robot, "#start-lesson-" + name);
    }
    assertEquals(SampleLessons.names().stream().map(name -> "lesson " + name).toList(), done);
  }

  @Test
  void recentFilesAndTheLanguageAreThere(FxRobot robot) {
    Path file = Path.of("my_lesson.dslesson");
    robot.interact(() -> recent.add(file));
    assertEquals("my_lesson.dslesson", robot.lookup("#start-recent-0").<Labeled>query().getText());
    fire(robot, "#start-recent-0");
    fire(robot, "#start-help");
    fire(robot, "#start-lesson-file");
    assertEquals(List.of("open " + file, "help", "file"), done);
    robot.clickOn("#start-chinese");
    assertTrue(robot.lookup("#start-what").<Labeled>query().getText().contains("手写数字"));
  }
}
