package digitstudio.ui.hand;

import atlantafx.base.theme.Styles;
import digitstudio.ui.control.Explained;
import digitstudio.ui.text.Texts;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The buttons of the place, each with a word on what it does, or on why it cannot. */
final class Buttons {
  private final Texts texts;

  Buttons(Texts texts) {
    this.texts = texts;
  }

  /** A button with an icon and a word. */
  Button worded(String id, Feather icon, String key, Runnable command) {
    Button button = new Button(null, new FontIcon(icon));
    button.setId(id);
    button.textProperty().bind(texts.of(key));
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.getStyleClass().add(Styles.SMALL);
    button.accessibleTextProperty().bind(texts.of(key));
    button.setOnAction(event -> command.run());
    return button;
  }

  /** A button with an icon alone. */
  Button plain(String id, Feather icon, String key, Runnable command) {
    Button button = worded(id, icon, key, command);
    button.textProperty().unbind();
    button.setText(null);
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    return button;
  }

  /** With a tooltip, {@code key.tip}. */
  Explained explained(Button button, String key) {
    return new Explained(button, texts.of(key + ".tip"));
  }

  /** Usable while something holds, with {@code key.tip}, and {@code key.disabled} otherwise. */
  Explained explained(Button button, String key, ObservableBooleanValue usable) {
    button.disableProperty().bind(javafx.beans.binding.Bindings.not(usable));
    return new Explained(
        button,
        texts.binding(() -> texts.get(key + (usable.get() ? ".tip" : ".disabled")), usable));
  }
}
