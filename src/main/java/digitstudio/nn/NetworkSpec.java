package digitstudio.nn;

import digitstudio.text.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * The shape of a fully connected network whose output layer is a softmax.
 *
 * @param inputs values of one image, at least 1
 * @param hidden units of each hidden layer from the input on; empty for softmax regression
 * @param activation of every hidden layer
 * @param outputs classes, at least 2
 */
public record NetworkSpec(int inputs, List<Integer> hidden, Activation activation, int outputs) {
  /** Most weights between two layers: what one buffer of float32 addresses. */
  public static final long MOST_WEIGHTS = Integer.MAX_VALUE / Float.BYTES;

  public NetworkSpec {
    hidden = List.copyOf(hidden);
    Settings.requireAtLeast("inputs", inputs, 1);
    Settings.requireAtLeast("outputs", outputs, 2);
    int below = inputs;
    for (int units : hidden) {
      Settings.requireAtLeast("hidden", units, 1);
      requireAddressable(below, units);
      below = units;
    }
    requireAddressable(below, outputs);
  }

  private static void requireAddressable(int inputs, int units) {
    if ((long) inputs * units > MOST_WEIGHTS) {
      throw new Problem("settings.layerTooLarge", inputs, units, MOST_WEIGHTS);
    }
  }

  /** The layers from the first hidden one to the softmax. */
  public List<LayerSpec> layers() {
    List<LayerSpec> layers = new ArrayList<>();
    int below = inputs;
    for (int units : hidden) {
      layers.add(new LayerSpec(below, units));
      below = units;
    }
    layers.add(new LayerSpec(below, outputs));
    return layers;
  }

  /** Weights and biases together. */
  public long parameters() {
    return layers().stream().mapToLong(LayerSpec::parameters).sum();
  }
}
