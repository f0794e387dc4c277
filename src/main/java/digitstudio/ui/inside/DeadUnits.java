package digitstudio.ui.inside;

import digitstudio.nn.Activation;
import digitstudio.ui.text.Texts;
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

  /** The dead units of a layer, not to be written to. */
  BitSet of(int layer) {
    return layer < layers.size() ? layers.get(layer) : new BitSet();
  }

  /** How many of a layer's units are dead; nothing where none can be. */
  String sentence(WeightsReading reading, int layer, Texts texts) {
    boolean rectified = reading.model().spec().activation() instanceof Activation.Relu;
    boolean hidden = layer + 1 < reading.layers().size();
    int units = reading.layers().get(layer).shape().units();
    return isKnown() && rectified && hidden
        ? texts.get("inside.dead", count(layer), units, images)
        : "";
  }

  int count(int layer) {
    return layer < layers.size() ? layers.get(layer).cardinality() : 0;
  }
}
