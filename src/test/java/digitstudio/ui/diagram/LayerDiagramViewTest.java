package digitstudio.ui.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.nn.Activation;
import digitstudio.nn.NetworkSpec;
import digitstudio.ui.TestWindow;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.util.List;
import java.util.Locale;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class LayerDiagramViewTest {
  private final Texts texts = new Texts(Locale.ENGLISH);
  private LayerDiagramView view;

  @Start
  void start(Stage stage) {
    view = new LayerDiagramView(texts, new Appearance());
    TestWindow.show(stage, view, 300, 136);
  }

  private void show(FxRobot robot, NetworkSpec spec) {
    robot.interact(() -> view.specProperty().set(spec));
  }

  private static NetworkSpec spec(Activation activation, Integer... hidden) {
    return new NetworkSpec(784, List.of(hidden), activation, 10);
  }

  private boolean isBlank() {
    Image image = WaitForAsyncUtils.waitForAsyncFx(5000, () -> view.snapshot(null, null));
    Color ground = image.getPixelReader().getColor(0, 0);
    for (int x = 0; x < (int) image.getWidth(); x++) {
      for (int y = 0; y < (int) image.getHeight(); y++) {
        if (!image.getPixelReader().getColor(x, y).equals(ground)) {
          return false;
        }
      }
    }
    return true;
  }

  @Test
  void theNetworkIsSaidInWords(FxRobot robot) {
    show(robot, spec(new Activation.Relu(), 256));
    assertEquals("784 inputs, 256 ReLU, 10 softmax outputs", view.getAccessibleText());
    show(robot, spec(new Activation.Tanh()));
    assertEquals("784 inputs, 10 softmax outputs", view.getAccessibleText());
    show(robot, spec(new Activation.LeakyRelu(0.2), 1024, 64));
    assertEquals(
        "784 inputs, 1,024 Leaky ReLU, 64 Leaky ReLU, 10 softmax outputs",
        view.getAccessibleText());
  }

  @Test
  void theWordsFollowTheLanguage(FxRobot robot) {
    show(robot, spec(new Activation.Sigmoid(), 256));
    robot.interact(() -> texts.localeProperty().set(Locale.SIMPLIFIED_CHINESE));
    assertEquals("784 个输入，256 个 sigmoid 单元，10 个 softmax 输出", view.getAccessibleText());
  }

  @Test
  void nothingIsDrawnBeforeThereIsANetworkAndTheLastOneStays(FxRobot robot) {
    assertTrue(isBlank());
    show(robot, spec(new Activation.Relu(), 256));
    assertFalse(isBlank());
    show(robot, null);
    assertFalse(isBlank());
    assertEquals("No network: a field of the form is wrong", view.getAccessibleText());
  }
}
