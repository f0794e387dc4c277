package digitstudio.nn.kernel;

import static digitstudio.nn.kernel.VectorAccess.load;
import static digitstudio.nn.kernel.VectorAccess.store;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** The update rules on one vector of parameters, so that any kernel can end with one. */
final class VectorUpdate {
  private VectorUpdate() {}

  /**
   * One step of a rule.
   *
   * @param gradient summed over the batch, without penalty
   * @param parameters read and written
   * @param first state read and written; unused by rules without
   * @param second likewise
   * @param offset of the vector in all of them, in bytes
   */
  static void step(
      UpdateRule rule,
      FloatVector gradient,
      Object parameters,
      Object first,
      Object second,
      long offset) {
    FloatVector w = load(parameters, offset);
    FloatVector g = complete(rule, gradient, w);
    FloatVector next =
        switch (rule.kind) {
          case SGD -> w.sub(g.mul(rule.rate));
          case MOMENTUM -> momentum(rule, w, g, first, offset);
          case NESTEROV -> nesterov(rule, w, g, first, offset);
          case ADAGRAD, RMSPROP -> scaled(rule, w, g, first, offset);
          case ADAM -> adam(rule, w, g, first, second, offset);
        };
    store(next, parameters, offset);
  }

  private static FloatVector complete(UpdateRule rule, FloatVector gradient, FloatVector w) {
    FloatVector g = gradient;
    if (rule.l2 != 0) {
      g = g.add(w.mul(rule.l2));
    }
    if (rule.l1 != 0) {
      FloatVector lambda = FloatVector.broadcast(Elementary.SPECIES, rule.l1);
      FloatVector zero = FloatVector.zero(Elementary.SPECIES);
      FloatVector sign =
          zero.blend(lambda, w.compare(VectorOperators.GT, 0f))
              .blend(lambda.neg(), w.compare(VectorOperators.LT, 0f));
      g = g.add(sign);
    }
    return g.mul(rule.scale);
  }

  private static FloatVector momentum(
      UpdateRule rule, FloatVector w, FloatVector g, Object state, long offset) {
    FloatVector v = load(state, offset).mul(rule.first).sub(g.mul(rule.rate));
    store(v, state, offset);
    return w.add(v);
  }

  private static FloatVector nesterov(
      UpdateRule rule, FloatVector w, FloatVector g, Object state, long offset) {
    FloatVector v = load(state, offset).mul(rule.first).add(g);
    store(v, state, offset);
    return w.sub(g.add(v.mul(rule.first)).mul(rule.rate));
  }

  /** Adagrad and RMSprop: the step is divided by the root of the squares seen so far. */
  private static FloatVector scaled(
      UpdateRule rule, FloatVector w, FloatVector g, Object state, long offset) {
    FloatVector squares = load(state, offset);
    squares =
        rule.kind == UpdateRule.Kind.ADAGRAD
            ? squares.add(g.mul(g))
            : squares.mul(rule.first).add(g.mul(g).mul(rule.firstRest));
    store(squares, state, offset);
    return w.sub(g.mul(rule.rate).div(squares.lanewise(VectorOperators.SQRT).add(rule.epsilon)));
  }

  private static FloatVector adam(
      UpdateRule rule, FloatVector w, FloatVector g, Object first, Object second, long offset) {
    FloatVector m = load(first, offset).mul(rule.first).add(g.mul(rule.firstRest));
    store(m, first, offset);
    FloatVector v = load(second, offset).mul(rule.second).add(g.mul(g).mul(rule.secondRest));
    store(v, second, offset);
    FloatVector root = v.mul(rule.secondCorrection).lanewise(VectorOperators.SQRT);
    return w.sub(m.mul(rule.firstCorrection * rule.rate).div(root.add(rule.epsilon)));
  }
}
