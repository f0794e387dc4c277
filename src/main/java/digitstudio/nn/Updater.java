package digitstudio.nn;

import digitstudio.nn.kernel.FloatArray;
import digitstudio.nn.kernel.UpdateRule;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;

/** An optimizer at work on one network: its rule, and what the rule remembers between steps. */
public final class Updater implements AutoCloseable {
  private final Optimizer optimizer;
  private final Regularizer regularizer;
  private final Reduction reduction;
  private final UpdateRule rule;
  private final List<LayerSpec> layers;
  private final List<FloatArray> weightStates = new ArrayList<>();
  private final List<FloatArray> biasStates = new ArrayList<>();
  private long step;

  /** An updater whose memory is empty. */
  public Updater(
      Optimizer optimizer, Regularizer regularizer, Reduction reduction, NetworkSpec spec) {
    this.optimizer = optimizer;
    this.regularizer = regularizer;
    this.reduction = reduction;
    rule = rule(optimizer);
    layers = spec.layers();
    for (int l = 0; l < layers.size(); l++) {
      for (int s = 0; s < optimizer.stateArrays(); s++) {
        weightStates.add(Network.newWeights(l, layers.get(l)));
        biasStates.add(new FloatArray(1, layers.get(l).units()));
      }
    }
  }

  private static UpdateRule rule(Optimizer optimizer) {
    if (optimizer instanceof Optimizer.Momentum momentum) {
      return new UpdateRule(UpdateRule.Kind.MOMENTUM, momentum.momentum(), 0, 0);
    }
    if (optimizer instanceof Optimizer.Nesterov nesterov) {
      return new UpdateRule(UpdateRule.Kind.NESTEROV, nesterov.momentum(), 0, 0);
    }
    if (optimizer instanceof Optimizer.Adagrad adagrad) {
      return new UpdateRule(UpdateRule.Kind.ADAGRAD, 0, 0, adagrad.epsilon());
    }
    if (optimizer instanceof Optimizer.RmsProp rmsProp) {
      return new UpdateRule(UpdateRule.Kind.RMSPROP, rmsProp.decay(), 0, rmsProp.epsilon());
    }
    if (optimizer instanceof Optimizer.Adam adam) {
      return new UpdateRule(UpdateRule.Kind.ADAM, adam.beta1(), adam.beta2(), adam.epsilon());
    }
    return new UpdateRule(UpdateRule.Kind.SGD, 0, 0, 0);
  }

  /**
   * One step of the network along the gradients that were added up.
   *
   * @param learningRate η
   * @param images of the batch
   */
  public void step(Backpropagation backpropagation, double learningRate, int images) {
    step++;
    rule.rate = (float) learningRate;
    rule.scale = reduction == Reduction.MEAN ? 1f / images : 1;
    if (optimizer instanceof Optimizer.Adam adam && adam.biasCorrection()) {
      rule.firstCorrection = (float) (1 / (1 - Math.pow(adam.beta1(), step)));
      rule.secondCorrection = (float) (1 / (1 - Math.pow(adam.beta2(), step)));
    }
    Network network = backpropagation.network();
    for (int l = 0; l < network.depth(); l++) {
      rule.l1 = regularizer instanceof Regularizer.L1 ? (float) regularizer.lambda() : 0;
      rule.l2 = regularizer instanceof Regularizer.L2 ? (float) regularizer.lambda() : 0;
      backpropagation.stepWeights(l, rule, state(weightStates, l, 0), state(weightStates, l, 1));
      rule.l1 = 0;
      rule.l2 = 0;
      backpropagation.stepBiases(l, rule, state(biasStates, l, 0), state(biasStates, l, 1));
    }
    Reference.reachabilityFence(backpropagation);
    Reference.reachabilityFence(this);
  }

  private FloatArray state(List<FloatArray> states, int layer, int which) {
    int arrays = optimizer.stateArrays();
    return which < arrays ? states.get(arrays * layer + which) : null;
  }

  /** How many steps were taken. */
  public long steps() {
    return step;
  }

  /**
   * Copies of what the rule remembers, as many times over as it has arrays: of W1, b1, W2, b2, …,
   * in the shapes that {@link Network#parameters} has.
   */
  public List<float[]> state() {
    int arrays = optimizer.stateArrays();
    List<float[]> state = new ArrayList<>();
    for (int s = 0; s < arrays; s++) {
      for (int l = 0; l < layers.size(); l++) {
        state.add(Network.copyWeights(l, layers.get(l), weightStates.get(arrays * l + s)));
        state.add(biasStates.get(arrays * l + s).copy());
      }
    }
    return state;
  }

  /** Remembers what {@link #state} gave after so many steps. */
  public void restore(long steps, List<float[]> state) {
    int arrays = optimizer.stateArrays();
    if (state.size() != 2 * arrays * layers.size()) {
      throw new IllegalArgumentException(state.size() + " arrays of state");
    }
    step = steps;
    int next = 0;
    for (int s = 0; s < arrays; s++) {
      for (int l = 0; l < layers.size(); l++) {
        Network.setWeights(l, layers.get(l), weightStates.get(arrays * l + s), state.get(next++));
        Network.set(biasStates.get(arrays * l + s), state.get(next++));
      }
    }
  }

  /** Gives the native memory back. */
  @Override
  public void close() {
    weightStates.forEach(FloatArray::close);
    biasStates.forEach(FloatArray::close);
  }
}
