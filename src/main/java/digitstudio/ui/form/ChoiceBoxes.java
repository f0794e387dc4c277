package digitstudio.ui.form;

import digitstudio.nn.Spelling;
import digitstudio.ui.text.Texts;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;

/** Boxes of plain choices, whose words follow the language. */
final class ChoiceBoxes {
  private final Texts texts;

  ChoiceBoxes(Texts texts) {
    this.texts = texts;
  }

  /**
   * A box of all of a type's constants.
   *
   * @param name of the setting; {@code optimizer} finds its words at {@code form.optimizer.adam}
   */
  <E extends Enum<E>> ComboBox<E> of(String name, Class<E> type, Property<E> chosen) {
    ComboBox<E> box = new ComboBox<>();
    box.setId("form-" + name);
    box.getItems().setAll(type.getEnumConstants());
    Function<E, String> key = choice -> "form." + name + "." + Spelling.of(choice);
    box.setCellFactory(list -> new ChoiceCell<>(key));
    box.setButtonCell(new ChoiceCell<>(key));
    box.valueProperty().bindBidirectional(chosen);
    return box;
  }

  private final class ChoiceCell<E> extends ListCell<E> {
    private final Function<E, String> key;

    ChoiceCell(Function<E, String> key) {
      this.key = key;
    }

    @Override
    protected void updateItem(E item, boolean empty) {
      super.updateItem(item, empty);
      textProperty().unbind();
      if (empty || item == null) {
        setText(null);
      } else {
        textProperty().bind(texts.of(key.apply(item)));
      }
    }
  }
}
