package digitstudio.nn;

import digitstudio.nn.kernel.FloatArray;
import digitstudio.nn.kernel.Kernel;
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
  private final Kernel kernel = Kernel.best();
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
    for (LayerSpec layer : spec.layers()) {
      for (int s = 0; s < optimizer.stateArrays(); s++) {
        weightStates.add(new FloatArray(layer.inputs(), layer.units()));
        biasStates.add(new FloatArray(1, layer.units()));
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
      update(network.weights(l), backpropagation.weightGradients(l), weightStates, l);
      rule.l1 = 0;
      rule.l2 = 0;
      update(network.biases(l), backpropagation.biasGradients(l), biasStates, l);
    }
    Reference.reachabilityFence(backpropagation);
    Reference.reachabilityFence(this);
  }

  private void update(
      FloatArray parameters, FloatArray gradient, List<FloatArray> states, int layer) {
    int arrays = optimizer.stateArrays();
    kernel.update(
        rule,
        parameters,
        gradient,
        arrays > 0 ? states.get(arrays * layer) : null,
        arrays > 1 ? states.get(arrays * layer + 1) : null);
  }

  /** Gives the native memory back. */
  @Override
  public void close() {
    weightStates.forEach(FloatArray::close);
    biasStates.forEach(FloatArray::close);
  }
}
