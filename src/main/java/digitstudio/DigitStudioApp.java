package digitstudio;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/** The studio's window. */
public final class DigitStudioApp extends Application {
  @Override
  public void start(Stage stage) {
    stage.setTitle("Digit Studio");
    stage.setScene(new Scene(new Label("Digit Studio"), 400, 300));
    stage.show();
  }
}
