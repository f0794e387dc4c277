package digitstudio.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.ui.text.Texts;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What a person sees of an error that nobody foresaw. */
@ExtendWith(ApplicationExtension.class)
class UnexpectedErrorDialogTest {
  private static final String LOG = "/home/ada/.local/state/digit-studio/digit-studio.log";
  private UnexpectedErrorDialog dialog;

  @Start
  private void open(Stage stage) {
    stage.setScene(new Scene(new StackPane(), 800, 600));
    stage.show();
    dialog = new UnexpectedErrorDialog(stage, new Texts(Locale.ENGLISH), LOG);
  }

  @Test
  void saysWhatHappenedAndWhereTheLogIsAndCopiesBoth(FxRobot robot) {
    robot.interact(() -> dialog.show(new IllegalStateException("the ink ran out")));

    String details = robot.lookup("#unexpected-details").<TextArea>query().getText();
    assertTrue(details.startsWith("java.lang.IllegalStateException: the ink ran out"), details);
    assertTrue(details.contains("UnexpectedErrorDialogTest"), details);
    assertEquals(LOG, robot.lookup("#unexpected-log").<TextField>query().getText());

    robot.clickOn("#unexpected-copy");
    robot.interact(
        () -> {
          String copied = Clipboard.getSystemClipboard().getString();
          assertTrue(copied.contains("the ink ran out") && copied.endsWith(LOG), copied);
        });
    assertTrue(robot.lookup("#unexpected").tryQuery().isPresent());

    robot.clickOn("#unexpected-close");
    assertFalse(robot.lookup("#unexpected").tryQuery().isPresent());
  }
}
