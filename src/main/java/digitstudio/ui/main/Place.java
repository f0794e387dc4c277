package digitstudio.ui.main;

import digitstudio.nn.Spelling;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/** The views of the window, from the top of the rail on. */
public enum Place {
  /** Form, charts and drawing pad. */
  TRAIN(Feather.SLIDERS),
  /** Everything that was ever trained. */
  RUNS(Feather.LIST),
  /** The report's tables, then and now. */
  REPORT(Feather.BOOK_OPEN),
  /** Why a network answers as it does. */
  LOOK(Feather.SEARCH),
  /** The images themselves. */
  DATA(Feather.GRID),
  /** The drawing pad with room: step by step, and read by many runs. */
  DRAW(Feather.EDIT_3),
  /** The person's own handwriting, and digits read from a picture. */
  HAND(Feather.USER),
  /** What a person finds at the first start: first steps and lessons. */
  START(Feather.HOME);

  private final Feather icon;

  Place(Feather icon) {
    this.icon = icon;
  }

  Feather icon() {
    return icon;
  }

  /** The digit that leads to it together with the shortcut key, counted along the rail. */
  KeyCode key() {
    return KeyCode.valueOf("DIGIT" + (ordinal() + 1));
  }

  /** Key of its name; that of what it is for ends in {@code .help}. */
  String nameKey() {
    return "runs.place." + Spelling.of(this);
  }
}
