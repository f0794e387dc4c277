package digitstudio.ui.inside;

import digitstudio.nn.Spelling;

/** What the weights page shows. */
enum WeightSection {
  /** Units of the first layer as images. */
  UNITS,
  /** A layer's matrix as a heat map. */
  MAP,
  /** How weights and biases are spread, over the epochs. */
  HISTOGRAMS,
  /** How large the steps are beside the weights. */
  UPDATES;

  String key() {
    return "inside.section." + Spelling.of(this);
  }
}
