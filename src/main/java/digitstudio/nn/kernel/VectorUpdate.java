package digitstudio.nn.kernel;

import static digitstudio.nn.kernel.VectorAccess.load;
import static digitstudio.nn.kernel.VectorAccess.store;

import java.lang.ref.Reference;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** The update rules on whole vectors of parameters. */
final class VectorUpdate {
  private static final int STRIDE = Elementary.SPECIES.length() * Float.BYTES;

  private VectorUpdate() {}

  /**
   * One step of a rule on a range of whole vectors.
   *
   * @param start of the range in the parameters and states, in bytes
   * @param gradientStart of the range in the gradient, in bytes
   * @param first state; null if the rule has none
   * @param second likewise
   * @param size of the range, in bytes, a multiple of a vector's
   */
  static void range(
      UpdateRule rule,
      FloatArray parameters,
      long start,
      FloatArray gradient,
      long gradientStart,
      FloatArray first,
      FloatArray second,
      long size) {
    Object w = parameters.vectors();
    Object g = gradient.vectors();
    Object s = first == null ? null : first.vectors();
    Object t = second == null ? null : second.vectors();
    long toGradient = gradientStart - start;
    long end = start + size;
    switch (rule.kind) {
      case SGD -> {
        for (long i = start; i < end; i += STRIDE) {
          FloatVector old = load(w, i);
          store(old.sub(complete(rule, load(g, i + toGradient), old).mul(rule.rate)), w, i);
        }
      }
      case MOMENTUM -> {
        for (long i = start; i < end; i += STRIDE) {
          FloatVector old = load(w, i);
          store(momentum(rule, old, complete(rule, load(g, i + toGradient), old), s, i), w, i);
        }
      }
      case NESTEROV -> {
        for (long i = start; i < end; i += STRIDE) {
          FloatVector old = load(w, i);
          store(nesterov(rule, old, complete(rule, load(g, i + toGradient), old), s, i), w, i);
        }
      }
      case ADAGRAD, RMSPROP -> {
        for (long i = start; i < end; i += STRIDE) {
          FloatVector old = load(w, i);
          store(scaled(rule, old, complete(rule, load(g, i + toGradient), old), s, i), w, i);
        }
      }
      case ADAM -> {
        for (long i = start; i < end; i += STRIDE) {
          FloatVector old = load(w, i);
          store(adam(rule, old, complete(rule, load(g, i + toGradient), old), s, t, i), w, i);
        }
      }
    }
    Reference.reachabilityFence(parameters);
    Reference.reachabilityFence(gradient);
    Reference.reachabilityFence(first);
    Reference.reachabilityFence(second);
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
