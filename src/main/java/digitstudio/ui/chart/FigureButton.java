package digitstudio.ui.chart;

import atlantafx.base.theme.Styles;
import digitstudio.ui.control.Explained;
import digitstudio.ui.text.Texts;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Takes the charts of a view out of the window, through a dialog that remembers. */
public final class FigureButton {
  private FigureButton() {}

  /**
   * The button.
   *
   * @param nothing whether there is nothing to save yet
   */
  public static Explained of(
      String id, FigureExport export, Texts texts, ObservableBooleanValue nothing) {
    Button button = new Button(null, new FontIcon(Feather.DOWNLOAD));
    button.setId(id);
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    button.disableProperty().bind(nothing);
    button.setOnAction(
        event -> new FigureDialog(export, texts, button.getScene().getWindow()).show());
    var help =
        texts.binding(
            () -> texts.get(nothing.get() ? "figures.export.disabled" : "figures.export"), nothing);
    button.accessibleTextProperty().bind(help);
    return new Explained(button, help);
  }
}
