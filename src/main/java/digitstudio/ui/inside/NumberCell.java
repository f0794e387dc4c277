package digitstudio.ui.inside;

import digitstudio.ui.text.Texts;
import java.util.function.IntFunction;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;

/** A number of a list in words that follow the language. */
final class NumberCell extends ListCell<Integer> {
  private final Texts texts;
  private final IntFunction<String> words;

  private NumberCell(Texts texts, IntFunction<String> words) {
    this.texts = texts;
    this.words = words;
  }

  static void show(ComboBox<Integer> box, Texts texts, IntFunction<String> words) {
    box.setCellFactory(list -> new NumberCell(texts, words));
    box.setButtonCell(new NumberCell(texts, words));
  }

  @Override
  protected void updateItem(Integer item, boolean empty) {
    super.updateItem(item, empty);
    textProperty().unbind();
    if (empty || item == null) {
      setText(null);
    } else {
      textProperty().bind(texts.binding(() -> words.apply(item)));
    }
  }
}
