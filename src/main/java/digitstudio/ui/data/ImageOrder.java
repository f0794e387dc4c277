package digitstudio.ui.data;

import digitstudio.nn.Spelling;

/** By what images are sorted. */
public enum ImageOrder {
  /** As they stand in their files. */
  INDEX,
  /** Share of inked pixels. */
  INK,
  /** Mean of the pixels. */
  MEAN,
  /** Distance from the mean of their class. */
  DISTANCE;

  /** Key of its name. */
  String key() {
    return "data.order." + Spelling.of(this);
  }
}
