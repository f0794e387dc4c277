package digitstudio.ui.main;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** A control with a tooltip that also shows while the control is disabled and says why it is. */
final class Explained extends StackPane {
  private static final Duration DELAY = Duration.millis(400);

  /**
   * @param help what the control does, or why it cannot
   */
  Explained(Control control, ObservableValue<String> help) {
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(help);
    tip.setShowDelay(DELAY);
    // A disabled control hears no mouse; its place in the window does.
    Tooltip.install(this, tip);
    control.accessibleHelpProperty().bind(tip.textProperty());
    getChildren().add(control);
    setMinWidth(USE_PREF_SIZE);
  }
}
