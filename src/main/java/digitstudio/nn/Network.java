package digitstudio.nn;

import digitstudio.nn.kernel.FloatArray;
import digitstudio.nn.kernel.Kernel;
import digitstudio.nn.kernel.Nonlinearity;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A fully connected network: its shape and its parameters in native memory.
 *
 * <p>Seen from outside every weight matrix is [inputs, units]. Inside, that holds for the first
 * layer alone, whose rows belong to pixels and are skipped where there is no ink; those above lie
 * as [units, inputs], so that the few units of the output have long rows.
 */
public final class Network implements AutoCloseable {
  private final NetworkSpec spec;
  private final List<LayerSpec> layers;
  private final List<FloatArray> weights = new ArrayList<>();
  private final List<FloatArray> biases = new ArrayList<>();
  private final Kernel kernel = Kernel.best();

  private Network(NetworkSpec spec) {
    this.spec = spec;
    layers = spec.layers();
    for (LayerSpec layer : layers) {
      weights.add(newWeights(weights.size(), layer));
      biases.add(new FloatArray(1, layer.units()));
    }
  }

  /** A matrix of a layer's weights or of something for each of them, as they lie in memory. */
  static FloatArray newWeights(int layer, LayerSpec spec) {
    return layer == 0
        ? new FloatArray(spec.inputs(), spec.units())
        : new FloatArray(spec.units(), spec.inputs());
  }

  /** A copy of such a matrix as [inputs, units]. */
  static float[] copyWeights(int layer, LayerSpec spec, FloatArray matrix) {
    float[] values = matrix.copy();
    return layer == 0 ? values : transposed(values, spec.units(), spec.inputs());
  }

  private static float[] transposed(float[] values, int rows, int columns) {
    float[] turned = new float[values.length];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        turned[c * rows + r] = values[r * columns + c];
      }
    }
    return turned;
  }

  private void setWeights(int layer, float[] values) {
    setWeights(layer, layers.get(layer), weights.get(layer), values);
  }

  /** Fills such a matrix from [inputs, units]. */
  static void setWeights(int layer, LayerSpec spec, FloatArray matrix, float[] values) {
    set(
        matrix,
        layer == 0 || values.length != spec.weights()
            ? values
            : transposed(values, spec.inputs(), spec.units()));
  }

  /** A new network, its weights drawn by the initializer, its biases zero. */
  public static Network create(NetworkSpec spec, Initializer initializer, long seed) {
    Network network = new Network(spec);
    Random random = new Random(seed);
    for (int l = 0; l < network.layers.size(); l++) {
      LayerSpec layer = network.layers.get(l);
      double deviation = initializer.deviation(layer.inputs(), layer.units());
      float[] values = new float[(int) layer.weights()];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (deviation * random.nextGaussian());
      }
      network.setWeights(l, values);
    }
    return network;
  }

  /**
   * A network of given parameters.
   *
   * @param parameters W1, b1, W2, b2, …: weights [inputs · units] row by row, biases [units]
   */
  public static Network of(NetworkSpec spec, List<float[]> parameters) {
    Network network = new Network(spec);
    network.set(parameters);
    return network;
  }

  public NetworkSpec spec() {
    return spec;
  }

  /** Copies of the parameters: W1, b1, W2, b2, …. */
  public List<float[]> parameters() {
    List<float[]> parameters = new ArrayList<>();
    for (int l = 0; l < layers.size(); l++) {
      parameters.add(copyWeights(l, layers.get(l), weights.get(l)));
      parameters.add(biases.get(l).copy());
    }
    return parameters;
  }

  /** Takes over parameters: W1, b1, W2, b2, …. */
  public void set(List<float[]> parameters) {
    if (parameters.size() != 2 * layers.size()) {
      throw new IllegalArgumentException(
          parameters.size() + " arrays for " + layers.size() + " layers");
    }
    for (int l = 0; l < layers.size(); l++) {
      setWeights(l, parameters.get(2 * l));
      set(biases.get(l), parameters.get(2 * l + 1));
    }
  }

  static void set(FloatArray array, float[] values) {
    if (values.length != array.length()) {
      throw new IllegalArgumentException(values.length + " values for " + array.length());
    }
    array.set(values);
  }

  /** Takes over the parameters of a network of the same shape. */
  public void set(Network other) {
    for (int l = 0; l < layers.size(); l++) {
      weights.get(l).set(other.weights.get(l));
      biases.get(l).set(other.biases.get(l));
    }
  }

  /** Another network of the same shape and parameters. */
  public Network copy() {
    Network copy = new Network(spec);
    copy.set(this);
    return copy;
  }

  /** The regularizer's penalty on the weights as they are, for batches of so many images. */
  public double penalty(Regularizer regularizer, int images) {
    double sum = 0;
    for (FloatArray layer : weights) {
      if (regularizer instanceof Regularizer.L1) {
        sum += regularizer.lambda() * kernel.sumOfMagnitudes(layer);
      } else if (regularizer instanceof Regularizer.L2) {
        sum += regularizer.lambda() / 2 * kernel.sumOfSquares(layer);
      }
    }
    return sum / images;
  }

  int depth() {
    return layers.size();
  }

  LayerSpec layer(int index) {
    return layers.get(index);
  }

  FloatArray weights(int layer) {
    return weights.get(layer);
  }

  FloatArray biases(int layer) {
    return biases.get(layer);
  }

  Nonlinearity nonlinearity() {
    Activation activation = spec.activation();
    if (activation instanceof Activation.LeakyRelu leaky) {
      return new Nonlinearity(Nonlinearity.Kind.RECTIFIER, (float) leaky.slope());
    }
    if (activation instanceof Activation.Sigmoid) {
      return new Nonlinearity(Nonlinearity.Kind.SIGMOID, 0);
    }
    if (activation instanceof Activation.Tanh) {
      return new Nonlinearity(Nonlinearity.Kind.TANH, 0);
    }
    return new Nonlinearity(Nonlinearity.Kind.RECTIFIER, 0);
  }

  /** Gives the native memory back. */
  @Override
  public void close() {
    weights.forEach(FloatArray::close);
    biases.forEach(FloatArray::close);
  }
}
