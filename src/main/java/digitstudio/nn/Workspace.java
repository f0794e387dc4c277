package digitstudio.nn;

import digitstudio.nn.kernel.FloatArray;
import digitstudio.nn.kernel.InputProduct;
import digitstudio.nn.kernel.Kernel;
import digitstudio.nn.kernel.LayerProduct;
import digitstudio.nn.kernel.LossSums;
import digitstudio.nn.kernel.Team;
import java.util.ArrayList;
import java.util.List;

/**
 * The arrays a network needs to answer: the outputs of every layer for one chunk of rows.
 *
 * <p>A batch of any size goes through in chunks, so that memory does not grow with the batch and a
 * stop is heard within a batch.
 */
final class Workspace implements AutoCloseable {
  /** Operations of one chunk: some ten milliseconds of work on a small computer. */
  private static final double CHUNK_OPERATIONS = 1.5e9;

  private static final int LEAST_ROWS = 64;
  private static final int MOST_ROWS = 256;

  final Network network;
  final Kernel kernel;
  final List<FloatArray> outputs = new ArrayList<>();
  final InputProduct input;
  final Team team;
  private final List<LayerProduct> products = new ArrayList<>();
  final int chunk;

  /**
   * @param rows most of one batch
   * @param threads that share the work
   * @param firstPart number of the first of them among all that read the network at the same time
   */
  Workspace(Network network, Samples samples, int rows, int threads, int firstPart) {
    this.network = network;
    chunk = Math.min(rows, chunk(network.spec()));
    team = new Team(threads);
    kernel = Kernel.best(team);
    input =
        InputProduct.of(
            samples.pixels(), samples.columns(), samples.values(), chunk, team, firstPart);
    for (int l = 0; l < network.depth(); l++) {
      LayerSpec layer = network.layer(l);
      outputs.add(new FloatArray(chunk, layer.units()));
      // The first layer's product is the input's; its place is kept so that indices agree.
      products.add(
          l == 0 ? null : new LayerProduct(layer.inputs(), layer.units(), chunk, team, firstPart));
    }
  }

  /** Most rows that go through a network of this shape at once. */
  static int chunk(NetworkSpec spec) {
    // A parameter costs two operations forward and four backward for each row.
    double rows = CHUNK_OPERATIONS / (6.0 * spec.parameters());
    return (int) Math.max(LEAST_ROWS, Math.min(MOST_ROWS, rows));
  }

  FloatArray logits() {
    return outputs.get(outputs.size() - 1);
  }

  /** Rows order[from] … through every layer; {@link #logits()} is left without bias and softmax. */
  void forward(int[] order, int from, int rows, Dropout dropout) {
    int depth = network.depth();
    input.forward(order, from, rows, network.weights(0), outputs.get(0), network.layer(0).units());
    for (int l = 1; l < depth; l++) {
      FloatArray below = outputs.get(l - 1);
      int inputs = network.layer(l).inputs();
      kernel.activate(below, network.biases(l - 1), rows, inputs, network.nonlinearity());
      if (dropout != null) {
        dropout.apply(kernel, l - 1, below, rows * inputs);
      }
      products.get(l).forward(below, network.weights(l), outputs.get(l), rows);
    }
  }

  /** The loss of the rows just sent forward; {@link #logits()} becomes its gradient. */
  void loss(Loss loss, Samples samples, int[] order, int from, int rows, LossSums sums) {
    int last = network.depth() - 1;
    kernel.softmaxLoss(
        logits(),
        network.biases(last),
        rows,
        network.layer(last).units(),
        samples.labels(),
        order,
        from,
        loss == Loss.MEAN_SQUARED_ERROR,
        sums);
  }

  /** The rows just sent forward as probabilities in {@link #logits()}. */
  void softmax(int rows) {
    int last = network.depth() - 1;
    kernel.softmax(logits(), network.biases(last), rows, network.layer(last).units());
  }

  LayerProduct product(int layer) {
    return products.get(layer);
  }

  @Override
  public void close() {
    team.close();
    input.close();
    outputs.forEach(FloatArray::close);
  }
}
