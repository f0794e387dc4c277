package digitstudio.nn;

import digitstudio.nn.kernel.FloatArray;
import digitstudio.nn.kernel.LossSums;
import digitstudio.nn.kernel.Nonlinearity;
import digitstudio.nn.kernel.Team;
import digitstudio.nn.kernel.UpdateRule;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Losses and gradients of a network on its training samples (Rumelhart et al. 1986), added up chunk
 * by chunk over a batch.
 */
public final class Backpropagation implements AutoCloseable {
  private final Network network;
  private final Samples samples;
  private final Loss loss;
  private final Workspace workspace;
  private final Dropout dropout;
  private final List<FloatArray> weightGradients = new ArrayList<>();
  private final List<FloatArray> biasGradients = new ArrayList<>();
  private final List<FloatArray> deltas = new ArrayList<>();
  private final LossSums sums = new LossSums();

  /** Which layers' gradients are put off, and for how many rows. */
  private final boolean[] putOff;

  private int putOffRows;

  /**
   * @param batch most rows of one batch, so that no more memory is taken than is used
   * @param dropout share of hidden outputs set to zero, 0 ≤ p &lt; 1
   * @param dropoutSeed of the masks
   */
  public Backpropagation(
      Network network, Samples samples, Loss loss, int batch, double dropout, long dropoutSeed) {
    this(network, samples, loss, batch, dropout, dropoutSeed, false);
  }

  /**
   * @param batch most rows of one batch, so that no more memory is taken than is used
   * @param dropout share of hidden outputs set to zero, 0 ≤ p &lt; 1
   * @param dropoutSeed of the masks
   * @param changing whether the samples will be others from one {@link #add} to the next
   */
  public Backpropagation(
      Network network,
      Samples samples,
      Loss loss,
      int batch,
      double dropout,
      long dropoutSeed,
      boolean changing) {
    this.network = network;
    this.samples = samples;
    this.loss = loss;
    workspace = new Workspace(network, samples, batch, batch == 1 ? 1 : Engine.threads(), 0);
    if (!changing) {
      workspace.input.expectManyReadings();
    }
    sums.given = new int[workspace.chunk];
    this.dropout =
        dropout > 0 ? new Dropout(network.spec(), dropout, workspace.chunk, dropoutSeed) : null;
    putOff = new boolean[network.depth()];
    for (int l = 0; l < network.depth(); l++) {
      LayerSpec layer = network.layer(l);
      weightGradients.add(Network.newWeights(l, layer));
      biasGradients.add(new FloatArray(1, layer.units()));
      if (l > 0) {
        deltas.add(new FloatArray(workspace.chunk, layer.inputs()));
      }
    }
  }

  /** Most rows that {@link #add} takes. */
  public int chunk() {
    return workspace.chunk;
  }

  /**
   * Adds the losses and gradients of samples order[from] … order[from + rows - 1].
   *
   * @param rows at most {@link #chunk()}
   * @param first whether these begin a batch, and everything before is forgotten
   */
  public void add(int[] order, int from, int rows, boolean first) {
    settle(false);
    if (first) {
      sums.clear();
    }
    workspace.forward(order, from, rows, dropout);
    workspace.loss(loss, samples, order, from, rows, sums);
    for (int l = network.depth() - 1; l >= 0; l--) {
      int units = network.layer(l).units();
      workspace.kernel.sumColumns(delta(l), biasGradients.get(l), rows, units, !first);
      if (l > 0) {
        workspace.product(l).backward(delta(l), network.weights(l), delta(l - 1), rows);
        derive(delta(l - 1), workspace.outputs.get(l - 1), l - 1, rows);
      }
    }
    Arrays.fill(putOff, true);
    putOffRows = rows;
    if (!first) {
      settle(true);
    }
    Reference.reachabilityFence(this);
  }

  /** The gradient with respect to a layer's weighted sums. */
  private FloatArray delta(int layer) {
    return layer == network.depth() - 1 ? workspace.logits() : deltas.get(layer);
  }

  /**
   * The weights' gradients are put off: if the batch ends here, the step takes them in the same
   * pass as the weights; if not, the next chunk finds them settled.
   */
  private void settle(boolean add) {
    for (int l = 0; l < putOff.length; l++) {
      if (putOff[l]) {
        FloatArray gradient = weightGradients.get(l);
        if (l == 0) {
          int units = network.layer(0).units();
          workspace.input.gradient(delta(0), putOffRows, gradient, units, add);
        } else {
          FloatArray below = workspace.outputs.get(l - 1);
          workspace.product(l).gradient(below, delta(l), gradient, putOffRows, add);
        }
        putOff[l] = false;
      }
    }
  }

  /** One step of a rule on a layer's weights. */
  void stepWeights(int layer, UpdateRule rule, FloatArray firstState, FloatArray secondState) {
    FloatArray weights = network.weights(layer);
    FloatArray gradient = weightGradients.get(layer);
    if (!putOff[layer]) {
      workspace.kernel.update(rule, weights, gradient, firstState, secondState);
      return;
    }
    putOff[layer] = false;
    FloatArray delta = delta(layer);
    if (layer == 0) {
      int units = network.layer(0).units();
      workspace.input.step(
          delta, putOffRows, gradient, units, rule, weights, firstState, secondState);
    } else {
      FloatArray below = workspace.outputs.get(layer - 1);
      workspace
          .product(layer)
          .step(
              below,
              delta,
              gradient,
              putOffRows,
              workspace.kernel,
              rule,
              weights,
              firstState,
              secondState);
    }
  }

  /** One step of a rule on a layer's biases. */
  void stepBiases(int layer, UpdateRule rule, FloatArray firstState, FloatArray secondState) {
    workspace.kernel.update(
        rule, network.biases(layer), biasGradients.get(layer), firstState, secondState);
  }

  private void derive(FloatArray delta, FloatArray values, int layer, int rows) {
    Nonlinearity nonlinearity = network.nonlinearity();
    workspace.kernel.derive(
        delta,
        values,
        dropout == null ? null : dropout.mask(layer),
        dropout == null ? 1 : dropout.keep(),
        rows,
        network.layer(layer).units(),
        nonlinearity);
  }

  /** Summed data loss of the batch so far. */
  public double loss() {
    return sums.loss;
  }

  /** Samples of the batch so far that were read right. */
  public int correct() {
    return sums.correct;
  }

  /**
   * The class that each sample of the newest {@link #add} was given; the first of equals.
   *
   * @return [chunk], of which as many count as samples were added; written over by the next
   */
  public int[] given() {
    return sums.given;
  }

  /** Copies of the summed gradients, without penalty: of W1, b1, W2, b2, …. */
  public List<float[]> gradients() {
    settle(false);
    List<float[]> gradients = new ArrayList<>();
    for (int l = 0; l < network.depth(); l++) {
      gradients.add(Network.copyWeights(l, network.layer(l), weightGradients.get(l)));
      gradients.add(biasGradients.get(l).copy());
    }
    return gradients;
  }

  /** Runs parts of other work on the threads that share the arithmetic, between two steps of it. */
  public void share(Team.Task task) {
    workspace.team.run(task, true);
  }

  Network network() {
    return network;
  }

  /**
   * Brings weights and optimizer state to what all steps so far make of them. Steps that were put
   * off are rounded otherwise when they are taken in other portions: a run that is to be had again
   * bit by bit settles after the same steps.
   */
  public void settleSteps() {
    for (int l = 0; l < network.depth(); l++) {
      network.weights(l).settle();
      network.biases(l).settle();
    }
  }

  /** How many dropout masks were drawn. */
  public long masksDrawn() {
    return dropout == null ? 0 : dropout.drawn();
  }

  /** Goes on with the masks that follow so many. */
  public void setMasksDrawn(long drawn) {
    if (dropout != null) {
      dropout.setDrawn(drawn);
    }
  }

  /** Gives the native memory back; the network keeps its own. */
  @Override
  public void close() {
    workspace.close();
    if (dropout != null) {
      dropout.close();
    }
    weightGradients.forEach(FloatArray::close);
    biasGradients.forEach(FloatArray::close);
    deltas.forEach(FloatArray::close);
  }
}
