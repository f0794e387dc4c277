package digitstudio.ui.command;

import digitstudio.text.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/**
 * Keys that mean something only where the keyboard is within a view, as arrows do in a chart: they
 * are listed with the others, and heard by the view itself.
 */
public final class ViewKeys {
  private static final KeyCombination.Modifier ALT = KeyCombination.ALT_DOWN;
  private static final KeyCombination.Modifier SHIFT = KeyCombination.SHIFT_DOWN;
  private static final KeyCombination.Modifier SHORTCUT = KeyCombination.SHORTCUT_DOWN;

  private final List<Command> commands = new ArrayList<>();

  private ViewKeys() {
    add("chart", "chart-cursor", key(KeyCode.LEFT), key(KeyCode.RIGHT));
    add("chart", "chart-leap", key(KeyCode.LEFT, SHIFT), key(KeyCode.RIGHT, SHIFT));
    add("chart", "chart-zoom", key(KeyCode.PLUS), key(KeyCode.MINUS));
    add("chart", "chart-whole", key(KeyCode.DIGIT0));
    add("chart", "chart-leave", key(KeyCode.ESCAPE));
    add("pad", "pad-undo", key(KeyCode.Z, SHORTCUT));
    add("pad", "pad-redo", key(KeyCode.Z, SHORTCUT, SHIFT), key(KeyCode.Y, SHORTCUT));
    add("pad", "pad-clear", key(KeyCode.DELETE));
    add("queue", "queue-move", key(KeyCode.UP, ALT), key(KeyCode.DOWN, ALT));
    add("queue", "queue-remove", key(KeyCode.DELETE));
    add("runs", "runs-find", key(KeyCode.F, SHORTCUT));
    add("runs", "runs-import", key(KeyCode.O, SHORTCUT));
    add("runs", "runs-undo", key(KeyCode.Z, SHORTCUT));
    add("runs", "runs-fold", key(KeyCode.LEFT), key(KeyCode.RIGHT));
    add("look-view", "look-image", key(KeyCode.LEFT), key(KeyCode.RIGHT));
    add("look-view", "look-row", key(KeyCode.UP), key(KeyCode.DOWN));
    add("hand", "hand-label", key(KeyCode.DIGIT0), key(KeyCode.DIGIT9));
    add("hand", "hand-remove", key(KeyCode.DELETE));
    add("hand", "hand-undo", key(KeyCode.Z, SHORTCUT));
    add("sheet", "sheet-next", key(KeyCode.LEFT), key(KeyCode.RIGHT));
    add("sheet", "sheet-move", key(KeyCode.LEFT, ALT), key(KeyCode.RIGHT, ALT));
    add("sheet", "sheet-size", key(KeyCode.LEFT, ALT, SHIFT), key(KeyCode.RIGHT, ALT, SHIFT));
    add("sheet", "sheet-new", key(KeyCode.INSERT));
    add("sheet", "sheet-copy", key(KeyCode.C, SHORTCUT));
  }

  /** All of them. */
  public static List<Command> all() {
    return List.copyOf(new ViewKeys().commands);
  }

  private void add(String group, String name, KeyCombination... keys) {
    commands.add(
        Command.of(
                "keys-" + name,
                "commands.group." + group,
                language -> Messages.format(language, "commands.keys." + name),
                () -> {})
            .on(keys)
            // Without the keyboard there they mean nothing, so the palette has none of them.
            .where(() -> false)
            .byView());
  }

  private static KeyCombination key(KeyCode code, KeyCombination.Modifier... modifiers) {
    return new KeyCodeCombination(code, modifiers);
  }
}
