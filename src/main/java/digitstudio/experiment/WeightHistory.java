package digitstudio.experiment;

import digitstudio.training.WeightHistogram;
import java.util.List;

/**
 * How the weights of a run were spread at its kept epochs, and how far they moved between them.
 *
 * @param epochs counted from 1, the earliest first
 * @param layers from the first hidden one to the output
 */
public record WeightHistory(List<Integer> epochs, List<Layer> layers) {
  /** Of a run that kept no epochs. */
  public static final WeightHistory EMPTY = new WeightHistory(List.of(), List.of());

  public WeightHistory {
    epochs = List.copyOf(epochs);
    layers = List.copyOf(layers);
  }

  /**
   * One layer.
   *
   * @param weights at each epoch
   * @param biases at each epoch
   * @param moved from each epoch to the next, as a share of the weights' size: ‖after - before‖ /
   *     ‖before‖; one fewer than epochs
   */
  public record Layer(
      List<WeightHistogram> weights, List<WeightHistogram> biases, List<Double> moved) {
    public Layer {
      weights = List.copyOf(weights);
      biases = List.copyOf(biases);
      moved = List.copyOf(moved);
    }
  }
}
