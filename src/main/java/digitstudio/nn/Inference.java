package digitstudio.nn;

import digitstudio.nn.kernel.LossSums;
import digitstudio.nn.kernel.Team;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;

/**
 * A network's answers on samples, without learning; dropout is off.
 *
 * <p>Each thread takes rows of its own through all layers, so that they meet once a chunk and not
 * at every layer.
 */
public final class Inference implements AutoCloseable {
  /** Rows from which handing out parts gains more than it costs. */
  private static final int WORTH_SHARING = 32;

  private final Network network;
  private final Team team;
  private final List<Reader> readers = new ArrayList<>();
  private final Team.Task evaluateTask = (part, parts) -> readers.get(part).evaluate();
  private final Team.Task answerTask = (part, parts) -> readers.get(part).answer();
  private final int chunk;
  private Loss loss;

  /**
   * @param samples whose pixels may change between two calls, but not their number
   */
  public Inference(Network network, Samples samples) {
    this.network = network;
    chunk = Math.min(samples.size(), Workspace.chunk(network.spec()));
    // One image is answered faster than a second thread wakes up.
    team = new Team(chunk < WORTH_SHARING ? 1 : Engine.threads());
    int rows = (chunk + team.size() - 1) / team.size();
    for (int part = 0; part < team.size(); part++) {
      readers.add(new Reader(samples, rows, part));
    }
  }

  /** Most rows that one call takes. */
  public int chunk() {
    return chunk;
  }

  /**
   * The probabilities of samples from, from + 1, ….
   *
   * @return [rows · outputs], row by row
   */
  public float[] probabilities(int from, int rows) {
    run(answerTask, from, rows);
    int outputs = network.spec().outputs();
    float[] probabilities = new float[rows * outputs];
    for (Reader reader : readers) {
      float[] some = reader.workspace.logits().copy(reader.rows * outputs);
      System.arraycopy(some, 0, probabilities, (reader.from - from) * outputs, some.length);
    }
    Reference.reachabilityFence(this);
    return probabilities;
  }

  /**
   * What every layer puts out for samples from, from + 1, …: the hidden layers' values after their
   * activation, and last the probabilities.
   *
   * @param rows at most {@link #chunk()}
   * @return for each layer [rows · units], row by row
   */
  public List<float[]> outputs(int from, int rows) {
    run(answerTask, from, rows);
    List<float[]> outputs = new ArrayList<>();
    for (int l = 0; l < network.depth(); l++) {
      int units = network.layer(l).units();
      float[] all = new float[rows * units];
      for (Reader reader : readers) {
        float[] some = reader.workspace.outputs.get(l).copy(reader.rows * units);
        System.arraycopy(some, 0, all, (reader.from - from) * units, some.length);
      }
      outputs.add(all);
    }
    Reference.reachabilityFence(this);
    return outputs;
  }

  /**
   * Reads samples from, from + 1, … and compares with their labels.
   *
   * @param given [rows] takes the class each sample is given; the first of equals
   * @return their summed data loss
   */
  public double evaluate(Loss loss, int from, int rows, int[] given) {
    this.loss = loss;
    run(evaluateTask, from, rows);
    double sum = 0;
    for (Reader reader : readers) {
      sum += reader.sums.loss;
      System.arraycopy(reader.sums.given, 0, given, reader.from - from, reader.rows);
    }
    Reference.reachabilityFence(this);
    return sum;
  }

  private void run(Team.Task task, int from, int rows) {
    for (int part = 0; part < readers.size(); part++) {
      Reader reader = readers.get(part);
      reader.from = from + Team.bound(rows, part, readers.size());
      reader.rows = from + Team.bound(rows, part + 1, readers.size()) - reader.from;
    }
    team.run(task, rows >= WORTH_SHARING);
  }

  /** Gives the native memory back; the network keeps its own. */
  @Override
  public void close() {
    team.close();
    readers.forEach(reader -> reader.workspace.close());
  }

  /** One thread's rows and its arrays for them. */
  private final class Reader {
    final Workspace workspace;
    final LossSums sums = new LossSums();
    final Samples samples;
    final int[] order;
    int from;
    int rows;

    Reader(Samples samples, int most, int part) {
      this.samples = samples;
      workspace = new Workspace(network, samples, most, 1, part);
      order = new int[most];
      sums.given = new int[most];
    }

    private void forward() {
      for (int r = 0; r < rows; r++) {
        order[r] = from + r;
      }
      workspace.forward(order, 0, rows, null);
    }

    void answer() {
      if (rows > 0) {
        forward();
        workspace.softmax(rows);
      }
    }

    void evaluate() {
      sums.clear();
      if (rows > 0) {
        forward();
        workspace.loss(loss, samples, order, 0, rows, sums);
      }
    }
  }
}
