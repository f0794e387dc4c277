package digitstudio.ui.control;

import digitstudio.ui.text.Texts;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;

/** One of some plain choices, in words that follow the language. */
public final class ChoiceCell<E> extends ListCell<E> {
  private final Texts texts;
  private final Function<E, String> key;

  private ChoiceCell(Texts texts, Function<E, String> key) {
    this.texts = texts;
    this.key = key;
  }

  /**
   * Shows a box's choices so.
   *
   * @param key of a choice's words
   */
  public static <E> void show(ComboBox<E> box, Texts texts, Function<E, String> key) {
    box.setCellFactory(list -> new ChoiceCell<>(texts, key));
    box.setButtonCell(new ChoiceCell<>(texts, key));
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
