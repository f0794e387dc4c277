package digitstudio.ui.main;

import digitstudio.nn.Spelling;

/** The views of the window, from the top of the rail on. */
public enum Place {
  /** Form, charts and drawing pad. */
  TRAIN,
  /** Everything that was ever trained. */
  RUNS;

  /** Key of its name; that of what it is for ends in {@code .help}. */
  String nameKey() {
    return "runs.place." + Spelling.of(this);
  }
}
