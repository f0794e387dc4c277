package digitstudio.ui;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The window of a test, of the size it asks for whatever the tests before did to it. */
public final class TestWindow {
  private TestWindow() {}

  /**
   * Shows the content in a scene of the given size.
   *
   * <p>All tests share one stage. A size that one test gave it would outlive that test, and what
   * lies outside the window cannot be clicked.
   */
  public static Scene show(Stage stage, Parent content, double width, double height) {
    Scene scene = new Scene(content, width, height);
    stage.setMaximized(false);
    stage.setMinWidth(0);
    stage.setMinHeight(0);
    stage.setScene(scene);
    stage.sizeToScene();
    stage.show();
    return scene;
  }
}
