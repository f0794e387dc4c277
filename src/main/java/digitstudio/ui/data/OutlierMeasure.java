package digitstudio.ui.data;

import digitstudio.nn.Spelling;

/** What makes an image an outlier. */
public enum OutlierMeasure {
  /** Far from its fifth nearest neighbour in its class. */
  NEIGHBOURS,
  /** Far from the mean of its class. */
  CLASS_MEAN;

  /** Key of its name; that of what it is good for ends in {@code .help}. */
  String key() {
    return "data.outliers." + Spelling.of(this);
  }
}
