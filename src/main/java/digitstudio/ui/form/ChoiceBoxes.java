package digitstudio.ui.form;

import digitstudio.nn.Spelling;
import digitstudio.ui.control.ChoiceCell;
import digitstudio.ui.text.Texts;
import javafx.beans.property.Property;
import javafx.scene.control.ComboBox;

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
    ChoiceCell.show(box, texts, choice -> "form." + name + "." + Spelling.of(choice));
    box.valueProperty().bindBidirectional(chosen);
    return box;
  }
}
