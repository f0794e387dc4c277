package digitstudio.ui.form;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import digitstudio.ui.control.Explained;
import digitstudio.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Takes further values of a choice, to be tried beside the one that its box shows. */
final class AlsoButton<E extends Enum<E>> extends MenuButton {
  private final Chosen<E> choice;

  /**
   * @param name of the choice, as a text that follows the language
   */
  AlsoButton(ChoiceField field, Chosen<E> choice, Texts texts, ObservableValue<String> name) {
    this.choice = choice;
    setId("form-" + field.spelling() + "-also");
    setGraphic(new FontIcon(Feather.LAYERS));
    getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Tweaks.NO_ARROW, "also-button");
    ObservableValue<String> help =
        texts.binding(() -> texts.get("form.also", name.getValue()), name);
    accessibleTextProperty().bind(help);
    setTooltip(Explained.tooltip(help));
    for (E value : choice.all()) {
      CheckMenuItem item = new CheckMenuItem();
      item.setId(getId() + "-" + value.name().toLowerCase(Locale.ROOT));
      item.textProperty().bind(texts.of(field.key(value)));
      item.setSelected(choice.values().contains(value));
      item.setOnAction(
          event -> {
            choice.toggle(value);
            showTicks();
          });
      item.setUserData(value);
      getItems().add(item);
    }
    choice.valueProperty().addListener(change -> showTicks());
    choice.also().addListener((ListChangeListener<E>) change -> showTicks());
  }

  private void showTicks() {
    List<E> taken = choice.values();
    getItems()
        .forEach(item -> ((CheckMenuItem) item).setSelected(taken.contains(item.getUserData())));
  }

  /** The values in words, where there are several. */
  static ObjectBinding<List<String>> words(ChoiceField field, Chosen<?> choice, Texts texts) {
    return Bindings.createObjectBinding(
        () ->
            choice.values().size() < 2
                ? List.of()
                : choice.values().stream().map(value -> texts.get(field.key(value))).toList(),
        choice.valueProperty(),
        choice.also(),
        texts.localeProperty());
  }
}
