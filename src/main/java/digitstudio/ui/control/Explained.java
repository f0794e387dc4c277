package digitstudio.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** A control with a tooltip that also shows while the control is disabled and says why it is. */
public final class Explained extends StackPane {
  private static final Duration DELAY = Duration.millis(400);

  /**
   * @param help what the control does, or why it cannot
   */
  public Explained(Control control, ObservableValue<String> help) {
    // A disabled control hears no mouse; its place in the window does.
    Tooltip.install(this, tooltip(help));
    control.accessibleHelpProperty().bind(help);
    getChildren().add(control);
    setMinWidth(USE_PREF_SIZE);
  }

  /** A tooltip whose text follows the language. */
  public static Tooltip tooltip(ObservableValue<String> text) {
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(text);
    tooltip.setShowDelay(DELAY);
    return tooltip;
  }
}
