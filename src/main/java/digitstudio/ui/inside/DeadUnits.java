package digitstudio.ui.inside;

import java.util.BitSet;
import java.util.List;

/**
 * The ReLU units that answer to none of some images.
 *
 * @param layers for each layer its dead units
 * @param images that were tried
 */
record DeadUnits(List<BitSet> layers, int images) {
  /** Before they were looked for. */
  static final DeadUnits UNKNOWN = new DeadUnits(List.of(), 0);

  boolean isKnown() {
    return images > 0;
  }

  boolean isDead(int layer, int unit) {
    return layer < layers.size() && layers.get(layer).get(unit);
  }

  int count(int layer) {
    return layer < layers.size() ? layers.get(layer).cardinality() : 0;
  }
}
