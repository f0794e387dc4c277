package digitstudio.nn.kernel;

import static digitstudio.nn.kernel.Elementary.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** The update rules on vectors. */
final class VectorUpdate {
  private static final int LANES = SPECIES.length();

  /**
   * Added to a state and taken away again it leaves nothing between zero and 1e-37. A state that no
   * gradient feeds fades by its decay until it leaves the normal range of float32, where every
   * operation takes many times as long; it has been far too small to move a weight since long
   * before.
   */
  static final float FADED = 1e-30f;

  private VectorUpdate() {}

  static FloatVector withoutFaded(FloatVector state) {
    return state.add(FADED).sub(FADED);
  }

  /** One step of a rule on a range of parameters, as {@link BlockKernel#step}. */
  static void step(
      UpdateRule rule,
      float[] w,
      int wAt,
      float[] g,
      int gAt,
      float[] s,
      int sAt,
      float[] t,
      int tAt,
      int count) {
    int whole = SPECIES.loopBound(count);
    switch (rule.kind) {
      case SGD -> sgd(rule, w, wAt, g, gAt, whole);
      case MOMENTUM -> momentum(rule, w, wAt, g, gAt, s, sAt, whole);
      case NESTEROV -> nesterov(rule, w, wAt, g, gAt, s, sAt, whole);
      case ADAGRAD, RMSPROP -> scaled(rule, w, wAt, g, gAt, s, sAt, whole);
      case ADAM -> adam(rule, w, wAt, g, gAt, s, sAt, t, tAt, whole);
    }
    if (whole < count) {
      PlainKernel.stepPlainly(
          rule, w, wAt + whole, g, gAt + whole, s, sAt + whole, t, tAt + whole, count - whole);
    }
  }

  /** The gradient with the penalty's part, scaled. */
  private static FloatVector complete(UpdateRule rule, FloatVector gradient, FloatVector w) {
    FloatVector g = gradient;
    if (rule.l2 != 0) {
      g = g.add(w.mul(rule.l2));
    }
    if (rule.l1 != 0) {
      FloatVector lambda = FloatVector.broadcast(SPECIES, rule.l1);
      FloatVector zero = FloatVector.zero(SPECIES);
      FloatVector sign =
          zero.blend(lambda, w.compare(VectorOperators.GT, 0f))
              .blend(lambda.neg(), w.compare(VectorOperators.LT, 0f));
      g = g.add(sign);
    }
    return g.mul(rule.scale);
  }

  private static void sgd(UpdateRule rule, float[] w, int wAt, float[] g, int gAt, int whole) {
    for (int i = 0; i < whole; i += LANES) {
      FloatVector old = FloatVector.fromArray(SPECIES, w, wAt + i);
      FloatVector gradient = complete(rule, FloatVector.fromArray(SPECIES, g, gAt + i), old);
      old.sub(gradient.mul(rule.rate)).intoArray(w, wAt + i);
    }
  }

  private static void momentum(
      UpdateRule rule, float[] w, int wAt, float[] g, int gAt, float[] s, int sAt, int whole) {
    for (int i = 0; i < whole; i += LANES) {
      FloatVector old = FloatVector.fromArray(SPECIES, w, wAt + i);
      FloatVector gradient = complete(rule, FloatVector.fromArray(SPECIES, g, gAt + i), old);
      FloatVector v =
          FloatVector.fromArray(SPECIES, s, sAt + i).mul(rule.first).sub(gradient.mul(rule.rate));
      v = withoutFaded(v);
      v.intoArray(s, sAt + i);
      old.add(v).intoArray(w, wAt + i);
    }
  }

  private static void nesterov(
      UpdateRule rule, float[] w, int wAt, float[] g, int gAt, float[] s, int sAt, int whole) {
    for (int i = 0; i < whole; i += LANES) {
      FloatVector old = FloatVector.fromArray(SPECIES, w, wAt + i);
      FloatVector gradient = complete(rule, FloatVector.fromArray(SPECIES, g, gAt + i), old);
      FloatVector v = FloatVector.fromArray(SPECIES, s, sAt + i).mul(rule.first).add(gradient);
      v = withoutFaded(v);
      v.intoArray(s, sAt + i);
      old.sub(gradient.add(v.mul(rule.first)).mul(rule.rate)).intoArray(w, wAt + i);
    }
  }

  /** Adagrad and RMSprop: the step is divided by the root of the squares seen so far. */
  private static void scaled(
      UpdateRule rule, float[] w, int wAt, float[] g, int gAt, float[] s, int sAt, int whole) {
    boolean sum = rule.kind == UpdateRule.Kind.ADAGRAD;
    float keep = sum ? 1 : rule.first;
    float share = sum ? 1 : rule.firstRest;
    for (int i = 0; i < whole; i += LANES) {
      FloatVector old = FloatVector.fromArray(SPECIES, w, wAt + i);
      FloatVector gradient = complete(rule, FloatVector.fromArray(SPECIES, g, gAt + i), old);
      FloatVector squares =
          FloatVector.fromArray(SPECIES, s, sAt + i)
              .mul(keep)
              .add(gradient.mul(gradient).mul(share));
      squares = withoutFaded(squares);
      squares.intoArray(s, sAt + i);
      FloatVector root = squares.lanewise(VectorOperators.SQRT).add(rule.epsilon);
      old.sub(gradient.mul(rule.rate).div(root)).intoArray(w, wAt + i);
    }
  }

  private static void adam(
      UpdateRule rule,
      float[] w,
      int wAt,
      float[] g,
      int gAt,
      float[] s,
      int sAt,
      float[] t,
      int tAt,
      int whole) {
    float rate = rule.firstCorrection * rule.rate;
    for (int i = 0; i < whole; i += LANES) {
      FloatVector old = FloatVector.fromArray(SPECIES, w, wAt + i);
      FloatVector gradient = complete(rule, FloatVector.fromArray(SPECIES, g, gAt + i), old);
      FloatVector m =
          FloatVector.fromArray(SPECIES, s, sAt + i)
              .mul(rule.first)
              .add(gradient.mul(rule.firstRest));
      m = withoutFaded(m);
      m.intoArray(s, sAt + i);
      FloatVector v =
          FloatVector.fromArray(SPECIES, t, tAt + i)
              .mul(rule.second)
              .add(gradient.mul(gradient).mul(rule.secondRest));
      v = withoutFaded(v);
      v.intoArray(t, tAt + i);
      FloatVector root = v.mul(rule.secondCorrection).lanewise(VectorOperators.SQRT);
      old.sub(m.mul(rate).div(root.add(rule.epsilon))).intoArray(w, wAt + i);
    }
  }
}
