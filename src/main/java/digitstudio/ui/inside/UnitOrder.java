package digitstudio.ui.inside;

import digitstudio.nn.Spelling;

/** How the units of the first layer stand. */
enum UnitOrder {
  /** As they are numbered. */
  UNIT,
  /** By the norm of what comes in. */
  NORM,
  /** By the norm of what goes out. */
  OUTGOING;

  String key() {
    return "inside.order." + Spelling.of(this);
  }
}
