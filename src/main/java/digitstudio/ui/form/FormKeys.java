package digitstudio.ui.form;

import java.util.List;
import javafx.event.EventHandler;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * Undo and redo by key within the form, before a field of text takes the keys for its own letters
 * alone.
 */
public final class FormKeys implements EventHandler<KeyEvent> {
  /** Takes back a change of the form. */
  public static final KeyCombination UNDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

  /** Make it again, the usual one first. */
  public static final List<KeyCombination> REDO =
      List.of(
          new KeyCodeCombination(
              KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
          new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN));

  private final FormHistory history;

  FormKeys(FormHistory history) {
    this.history = history;
  }

  @Override
  public void handle(KeyEvent event) {
    if (UNDO.match(event)) {
      history.undo();
      event.consume();
    } else if (REDO.stream().anyMatch(key -> key.match(event))) {
      history.redo();
      event.consume();
    }
  }
}
