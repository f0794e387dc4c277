package digitstudio.training;

import digitstudio.nn.LayerSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The weights of one layer of a model, and what is read off them.
 *
 * @param shape inputs and units
 * @param weights [inputs · units] row by row, not to be written to
 * @param biases [units], not to be written to
 */
public record LayerWeights(LayerSpec shape, float[] weights, float[] biases) {
  /** The layers of a model from the first hidden one to the output. */
  public static List<LayerWeights> of(Model model) {
    List<LayerWeights> layers = new ArrayList<>();
    for (LayerSpec shape : model.spec().layers()) {
      int at = 2 * layers.size();
      layers.add(
          new LayerWeights(shape, model.parameters().get(at), model.parameters().get(at + 1)));
    }
    return layers;
  }

  /** The weight from an input to a unit. */
  public float weight(int input, int unit) {
    return weights[input * shape.units() + unit];
  }

  /** The weights that come into a unit: [inputs]. */
  public float[] incoming(int unit) {
    float[] column = new float[shape.inputs()];
    for (int i = 0; i < column.length; i++) {
      column[i] = weight(i, unit);
    }
    return column;
  }

  /** The weights that go out from a unit of the layer below: [units]. */
  public float[] outgoing(int input) {
    int from = input * shape.units();
    return Arrays.copyOfRange(weights, from, from + shape.units());
  }

  /** For each unit the norm of what comes in: [units]. */
  public double[] incomingNorms() {
    double[] sums = new double[shape.units()];
    for (int i = 0, k = 0; i < shape.inputs(); i++) {
      for (int u = 0; u < sums.length; u++, k++) {
        sums[u] += (double) weights[k] * weights[k];
      }
    }
    return roots(sums);
  }

  /** For each unit of the layer below the norm of what goes out from it: [inputs]. */
  public double[] outgoingNorms() {
    double[] sums = new double[shape.inputs()];
    for (int i = 0, k = 0; i < sums.length; i++) {
      for (int u = 0; u < shape.units(); u++, k++) {
        sums[i] += (double) weights[k] * weights[k];
      }
    }
    return roots(sums);
  }

  private static double[] roots(double[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] = Math.sqrt(sums[i]);
    }
    return sums;
  }

  /** The magnitude of the largest weight that is a number; 0 if none is. */
  public float reach() {
    return reach(weights);
  }

  /** The magnitude of the largest value that is a number; 0 if none is. */
  public static float reach(float[] values) {
    float reach = 0;
    for (float value : values) {
      float size = Math.abs(value);
      if (size > reach && size < Float.POSITIVE_INFINITY) {
        reach = size;
      }
    }
    return reach;
  }

  /**
   * How far the weights went from earlier ones, as a share of those: ‖after - before‖ / ‖before‖.
   */
  public double movedFrom(LayerWeights before) {
    double moved = 0;
    double size = 0;
    for (int k = 0; k < weights.length; k++) {
      double step = (double) weights[k] - before.weights[k];
      moved += step * step;
      size += (double) before.weights[k] * before.weights[k];
    }
    return Math.sqrt(moved / size);
  }
}
