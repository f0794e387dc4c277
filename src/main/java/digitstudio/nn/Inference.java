package digitstudio.nn;

import digitstudio.nn.kernel.LossSums;
import java.lang.ref.Reference;

/** A network's answers on samples, without learning; dropout is off. */
public final class Inference implements AutoCloseable {
  private final Network network;
  private final Samples samples;
  private final Workspace workspace;
  private final LossSums sums = new LossSums();
  private final int[] order;

  /**
   * @param samples whose pixels may change between two calls, but not their number
   */
  public Inference(Network network, Samples samples) {
    this.network = network;
    this.samples = samples;
    // One image is answered faster than a second thread wakes up.
    int threads = samples.size() == 1 ? 1 : Engine.threads();
    workspace = new Workspace(network, samples, samples.size(), threads);
    order = new int[workspace.chunk];
  }

  /** Most rows that one call takes. */
  public int chunk() {
    return workspace.chunk;
  }

  /**
   * The probabilities of samples from, from + 1, ….
   *
   * @return [rows · outputs], row by row
   */
  public float[] probabilities(int from, int rows) {
    forward(from, rows);
    workspace.softmax(rows);
    float[] probabilities = workspace.logits().copy(rows * network.spec().outputs());
    Reference.reachabilityFence(this);
    return probabilities;
  }

  /**
   * Reads samples from, from + 1, … and compares with their labels.
   *
   * @param given [rows] takes the class each sample is given; the first of equals
   * @return their summed data loss
   */
  public double evaluate(Loss loss, int from, int rows, int[] given) {
    forward(from, rows);
    sums.clear();
    sums.given = given;
    workspace.loss(loss, samples, order, 0, rows, sums);
    Reference.reachabilityFence(this);
    return sums.loss;
  }

  private void forward(int from, int rows) {
    for (int r = 0; r < rows; r++) {
      order[r] = from + r;
    }
    workspace.forward(order, 0, rows, null);
  }

  /** Gives the native memory back; the network keeps its own. */
  @Override
  public void close() {
    workspace.close();
  }
}
