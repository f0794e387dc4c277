package digitstudio.ui.look;

import atlantafx.base.theme.Styles;
import digitstudio.ui.control.Explained;
import digitstudio.ui.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Saves a chart; disabled while there is none. */
final class SaveButton extends StackPane {
  /**
   * @param shown what the chart is drawn from; null for none
   */
  SaveButton(String id, Texts texts, ObservableValue<?> shown, Runnable save) {
    Button button = new Button(null, new FontIcon(Feather.DOWNLOAD));
    button.setId(id);
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "row-button");
    button.accessibleTextProperty().bind(texts.of("look.save"));
    button
        .disableProperty()
        .bind(Bindings.createBooleanBinding(() -> shown.getValue() == null, shown));
    button.setOnAction(event -> save.run());
    getChildren()
        .add(
            new Explained(
                button,
                texts.binding(
                    () -> texts.get(shown.getValue() == null ? "look.save.disabled" : "look.save"),
                    shown)));
  }
}
