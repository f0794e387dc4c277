package digitstudio.ui.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.digits.MnistFiles;
import digitstudio.training.RunListener;
import digitstudio.training.StopSignal;
import digitstudio.training.Trainer;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import digitstudio.training.doctor.Checkup;
import digitstudio.training.doctor.Condition;
import digitstudio.training.doctor.Diagnosis;
import digitstudio.ui.TestWindow;
import digitstudio.ui.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Labeled;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class DoctorViewTest {
  /** Of a real run whose learning rate is a hundred times too large. */
  private static List<Diagnosis> two;

  private final Texts texts = new Texts(Locale.ENGLISH);
  private final List<TrainingConfig> edited = new ArrayList<>();
  private DoctorViewModel doctor;
  private DoctorView card;

  @BeforeAll
  static void train() {
    MnistFiles files = MnistFiles.read(Path.of("data"));
    TrainingData images =
        new TrainingData(files.train().first(2000), files.test().first(100), files.sha256());
    TrainingConfig config =
        TrainingConfig.builder().hidden(64).batchSize(32).learningRate(0.1).build();
    two =
        Checkup.of(
            new Trainer(config, images).run(RunListener.SILENT, new StopSignal()), images.train());
  }

  @Start
  void start(Stage stage) {
    doctor = new DoctorViewModel(edited::add);
    card = new DoctorView(doctor, texts);
    TestWindow.show(stage, new VBox(card), 640, 320);
  }

  @Test
  void theCardIsGoneWhileAllIsWell(FxRobot robot) {
    assertFalse(card.isVisible());
    show(robot, two);
    assertTrue(card.isVisible());
    show(robot, List.of());
    assertFalse(card.isVisible());
    assertFalse(card.isManaged());
  }

  @Test
  void theMostImportantIsSaidAndTheRestIsBehindMore(FxRobot robot) {
    assertEquals(
        List.of(Condition.DEAD_UNITS, Condition.OVERFITTING),
        two.stream().map(Diagnosis::condition).toList());
    show(robot, two);
    assertTrue(text(robot, "#doctor-sentence-0").contains("dead"));
    assertTrue(robot.lookup("#doctor-sentence-1").tryQuery().isEmpty());
    assertEquals("1 more finding", text(robot, "#doctor-more"));
    robot.clickOn("#doctor-more");
    assertTrue(text(robot, "#doctor-sentence-1").contains("overfits"));
    robot.clickOn("#doctor-more");
    assertTrue(robot.lookup("#doctor-sentence-1").tryQuery().isEmpty());
  }

  @Test
  void theButtonFillsTheFormWithTheChange(FxRobot robot) {
    show(robot, two);
    robot.clickOn("#doctor-clone-0");
    assertEquals(List.of(two.get(0).change()), edited);
    assertEquals(0.001, edited.get(0).learningRate().initial());
  }

  @Test
  void whatIsDismissedStaysAwayUntilTheNextRun(FxRobot robot) {
    show(robot, two);
    robot.clickOn("#doctor-dismiss");
    show(robot, two);
    assertFalse(card.isVisible());
    robot.interact(doctor::begin);
    show(robot, two);
    assertTrue(card.isVisible());
  }

  @Test
  void theLanguageIsFollowedAtOnce(FxRobot robot) {
    show(robot, two);
    robot.interact(() -> texts.localeProperty().set(Locale.SIMPLIFIED_CHINESE));
    assertTrue(text(robot, "#doctor-sentence-0").contains("失活"));
    assertEquals("按此修改复制设置", text(robot, "#doctor-clone-0"));
    assertEquals("另有 1 项发现", text(robot, "#doctor-more"));
  }

  private void show(FxRobot robot, List<Diagnosis> found) {
    robot.interact(() -> doctor.show(found));
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Labeled.class).getText();
  }
}
