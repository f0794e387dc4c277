package digitstudio.training;

import digitstudio.digits.DigitSet;
import digitstudio.nn.Activation;
import digitstudio.nn.Inference;
import digitstudio.nn.LayerSpec;
import digitstudio.nn.Network;
import digitstudio.nn.Samples;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * How much of a layer is at work: units that never answer, outputs stuck at an end of their range.
 *
 * @param layer from 1 for the first hidden layer to the number of layers for the output
 * @param units of the layer
 * @param dead units of a ReLU layer whose output is zero for every image: no gradient reaches them.
 *     None in the output layer or under another activation
 * @param saturated share of the outputs, 0 to 1, in the outer twentieth of what a sigmoid or tanh
 *     can give: beyond ±0.95 of tanh, below 0.025 or above 0.975 of the sigmoid; 0 for other
 *     activations and for the output layer
 * @param weightNorm square root of the sum of its squared weights, without biases
 */
public record LayerActivity(int layer, int units, int dead, double saturated, double weightNorm) {
  private static final double SATURATED = 0.95;

  /**
   * The activity of every layer on these images; not for the JavaFX thread.
   *
   * @throws IllegalArgumentException if there are no images
   */
  public static List<LayerActivity> of(Model model, DigitSet images) {
    if (images.size() == 0) {
      throw new IllegalArgumentException("no images to see a layer at work on");
    }
    List<LayerSpec> layers = model.spec().layers();
    List<Count> counts = layers.stream().map(layer -> new Count(layer.units())).toList();
    Samples samples = RunData.samples(images, model.scaling());
    try (Network network = Network.of(model.spec(), model.parameters());
        Inference inference = new Inference(network, samples)) {
      for (int from = 0; from < samples.size(); from += inference.chunk()) {
        int rows = Math.min(inference.chunk(), samples.size() - from);
        List<float[]> outputs = inference.outputs(from, rows);
        for (int l = 0; l + 1 < layers.size(); l++) {
          counts.get(l).add(outputs.get(l), model.spec().activation());
        }
      }
    }
    boolean rectified = model.spec().activation() instanceof Activation.Relu;
    List<LayerActivity> activities = new ArrayList<>();
    for (int l = 0; l < layers.size(); l++) {
      boolean last = l + 1 == layers.size();
      int units = layers.get(l).units();
      activities.add(
          new LayerActivity(
              l + 1,
              units,
              last || !rectified ? 0 : units - counts.get(l).alive.cardinality(),
              last ? 0 : counts.get(l).saturated / ((double) samples.size() * units),
              norm(model.parameters().get(2 * l))));
    }
    return activities;
  }

  private static double norm(float[] weights) {
    double sum = 0;
    for (float weight : weights) {
      sum += (double) weight * weight;
    }
    return Math.sqrt(sum);
  }

  private static final class Count {
    final int units;
    final BitSet alive = new BitSet();
    long saturated;

    Count(int units) {
      this.units = units;
    }

    void add(float[] outputs, Activation activation) {
      boolean sigmoid = activation instanceof Activation.Sigmoid;
      boolean bounded = sigmoid || activation instanceof Activation.Tanh;
      for (int i = 0; i < outputs.length; i++) {
        // What is no number any more is not dead: the run diverged.
        if (outputs[i] != 0) {
          alive.set(i % units);
        }
        double value = sigmoid ? 2.0 * outputs[i] - 1 : outputs[i];
        if (bounded && Math.abs(value) > SATURATED) {
          saturated++;
        }
      }
    }
  }
}
