package digitstudio.ui.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitSet;
import digitstudio.experiment.Presets;
import digitstudio.text.Problem;
import digitstudio.training.SmallMnist;
import digitstudio.training.augment.Augmentation;
import digitstudio.ui.TestWindow;
import digitstudio.ui.form.NumberField;
import digitstudio.ui.form.SettingsView;
import digitstudio.ui.form.SettingsViewModel;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import digitstudio.ui.theme.Theme;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class AugmentPreviewTest {
  private static final DigitSet DIGITS = SmallMnist.of(300, 1).train();

  private final Texts texts = new Texts(Locale.ENGLISH);
  private final SettingsViewModel form = new SettingsViewModel(Presets.all());
  private boolean unreadable;
  private int readings;
  private final AugmentPreviewViewModel preview =
      new AugmentPreviewViewModel(this::read, Runnable::run, Runnable::run);

  private DigitSet read() {
    readings++;
    if (unreadable) {
      throw new Problem("digits.noTraining", 0);
    }
    return DIGITS;
  }

  @Start
  void show(Stage stage) {
    SettingsView view = new SettingsView(form, texts);
    view.offerAugmentation(preview);
    new Theme(new Appearance()).dress(TestWindow.show(stage, view, 320, 1400));
  }

  private static Node node(FxRobot robot, String id) {
    return robot.lookup(id).query();
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Label.class).getText();
  }

  private void distort(FxRobot robot) {
    robot.interact(() -> form.augmentedProperty().set(true));
  }

  private void type(FxRobot robot, NumberField field, String text) {
    robot.interact(() -> form.text(field).set(text));
  }

  @Test
  void withoutDistortionsThereIsNoPreviewAndNoImageIsRead(FxRobot robot) {
    assertFalse(node(robot, "#augment-preview").isVisible());
    assertFalse(node(robot, "#form-elastic").getParent().getParent().isVisible());
    assertEquals(0, readings);
    assertTrue(form.configProperty().get().augmentation().isNone());
  }

  @Test
  void tickingTheBoxShowsADigitAndDistortedOnes(FxRobot robot) {
    distort(robot);
    assertTrue(node(robot, "#augment-preview").isVisible());
    assertTrue(node(robot, "#form-elastic").isVisible());
    List<DigitImage> pictures = preview.picturesProperty().get();
    assertEquals(AugmentPreviewViewModel.PICTURES, pictures.size());
    assertEquals(DIGITS.image(0), pictures.get(0));
    assertEquals(pictures.size(), pictures.stream().distinct().count());
    assertEquals(
        new Augmentation(0, 10, 0.1, 0, 36, 5), form.configProperty().get().augmentation());
    assertEquals("Displaced by about 1.2 px", text(robot, "#augment-displacement"));
  }

  @Test
  void anotherStrengthShowsOtherPicturesOfTheSameDigit(FxRobot robot) {
    distort(robot);
    List<DigitImage> before = preview.picturesProperty().get();
    type(robot, NumberField.ELASTIC, "0");
    List<DigitImage> now = preview.picturesProperty().get();
    assertEquals(before.get(0), now.get(0));
    assertNotEquals(before.get(1), now.get(1));
    assertEquals("First the image itself", text(robot, "#augment-displacement"));
  }

  @Test
  void aBadStrengthIsMarkedAndLeavesThePictures(FxRobot robot) {
    distort(robot);
    List<DigitImage> before = preview.picturesProperty().get();
    type(robot, NumberField.ROTATION, "200");
    assertEquals(
        "Rotation ± is 200; take a value from 0 to 180", text(robot, "#form-rotation-problem"));
    assertEquals(before, preview.picturesProperty().get());
  }

  @Test
  void theButtonTakesAnotherDigit(FxRobot robot) {
    distort(robot);
    DigitImage before = preview.picturesProperty().get().get(0);
    robot.interact(() -> robot.lookup("#augment-another").queryButton().fire());
    assertNotEquals(before, preview.picturesProperty().get().get(0));
  }

  @Test
  void imagesThatCannotBeReadAreSpokenOf(FxRobot robot) {
    unreadable = true;
    distort(robot);
    assertTrue(node(robot, "#augment-problem").isVisible());
    assertFalse(text(robot, "#augment-problem").isBlank());
    assertEquals(List.of(), preview.picturesProperty().get());
  }

  @Test
  void loadedSettingsFillTheGroup(FxRobot robot) {
    Augmentation strengths = new Augmentation(1, 12, 0.05, 0.1, 40, 6);
    robot.interact(
        () -> form.load(Presets.FIRST.config().toBuilder().augmentation(strengths).build()));
    assertTrue(form.augmentedProperty().get());
    assertEquals(strengths, form.configProperty().get().augmentation());
    robot.interact(() -> form.load(Presets.FIRST.config()));
    assertFalse(form.augmentedProperty().get());
  }

  @Test
  void severalStrengthsBecomeSeveralRuns(FxRobot robot) {
    distort(robot);
    type(robot, NumberField.ELASTIC, "24, 36");
    assertEquals(
        List.of(24.0, 36.0),
        form.planProperty().get().configs().stream()
            .map(config -> config.augmentation().elastic())
            .toList());
  }
}
