package digitstudio.nn;

import digitstudio.nn.kernel.FloatArray;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;

/**
 * The gradient of one class with respect to the inputs of one sample: which inputs speak for the
 * class and which against it (Simonyan et al. 2014). One caller at a time.
 */
public final class InputGradient implements AutoCloseable {
  /** What the gradient is taken of. */
  public enum Target {
    /** The weighted sum of the class, before the softmax. */
    SCORE,
    /** The probability of the class, to which all classes contribute. */
    PROBABILITY
  }

  private final Network network;
  private final Workspace workspace;
  private final List<FloatArray> deltas = new ArrayList<>();
  private final float[] first;
  private final int[] order = new int[1];

  /**
   * @param network does not change while this is in use; it is not closed with it
   * @param samples whose inputs may change between two calls, but not their number
   */
  public InputGradient(Network network, Samples samples) {
    this.network = network;
    workspace = new Workspace(network, samples, 1, 1, 0);
    for (int l = 0; l < network.depth(); l++) {
      deltas.add(new FloatArray(1, network.layer(l).units()));
    }
    first = network.weights(0).copy();
  }

  /** What every layer puts out for a sample, last the probabilities: for each layer [units]. */
  public List<float[]> outputs(int sample) {
    forward(sample);
    List<float[]> outputs = new ArrayList<>();
    for (int l = 0; l < network.depth(); l++) {
      outputs.add(workspace.outputs.get(l).copy(network.layer(l).units()));
    }
    Reference.reachabilityFence(this);
    return outputs;
  }

  /**
   * The gradient for a sample.
   *
   * @param target what of the class
   * @param output the class, from 0
   * @return [inputs]
   */
  public float[] of(int sample, Target target, int output) {
    forward(sample);
    int last = network.depth() - 1;
    deltas.get(last).set(outputDelta(target, output));
    for (int l = last; l > 0; l--) {
      FloatArray below = deltas.get(l - 1);
      workspace.product(l).backward(deltas.get(l), network.weights(l), below, 1);
      workspace.kernel.derive(
          below,
          workspace.outputs.get(l - 1),
          null,
          1,
          1,
          network.layer(l - 1).units(),
          network.nonlinearity());
    }
    float[] gradient = throughFirst(deltas.get(0).copy());
    Reference.reachabilityFence(this);
    return gradient;
  }

  private void forward(int sample) {
    order[0] = sample;
    workspace.forward(order, 0, 1, null);
    workspace.softmax(1);
  }

  /** The gradient with respect to the weighted sums of the output layer. */
  private float[] outputDelta(Target target, int output) {
    float[] p = workspace.logits().copy(network.spec().outputs());
    float[] delta = new float[p.length];
    if (target == Target.PROBABILITY) {
      for (int c = 0; c < p.length; c++) {
        delta[c] = -p[output] * p[c];
      }
    }
    delta[output] += target == Target.PROBABILITY ? p[output] : 1;
    return delta;
  }

  private float[] throughFirst(float[] delta) {
    int units = delta.length;
    float[] gradient = new float[network.spec().inputs()];
    for (int i = 0; i < gradient.length; i++) {
      float sum = 0;
      for (int u = 0; u < units; u++) {
        sum += first[i * units + u] * delta[u];
      }
      gradient[i] = sum;
    }
    return gradient;
  }

  /** Gives the native memory back; the network keeps its own. */
  @Override
  public void close() {
    workspace.close();
    deltas.forEach(FloatArray::close);
  }
}
