package digitstudio.nn.kernel;

import static digitstudio.nn.kernel.Elementary.SPECIES;
import static digitstudio.nn.kernel.VectorUpdate.FADED;
import static digitstudio.nn.kernel.VectorUpdate.withoutFaded;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** The arithmetic of steps that were put off: several steps of one weight row in one pass. */
final class DeferredRows {
  private static final int LANES = SPECIES.length();

  private final int units;
  private final int kept;

  /** The delta of each of the last steps. */
  private final float[] deltas;

  /** By the number of steps due: what is left of the first state, and how far it moves w. */
  private final float[] firstPowers;

  private final float[] moves;
  private final AdamSeries series;
  private UpdateRule rule;
  private float rate;

  /**
   * @param kept most steps that may be due, a power of two
   */
  DeferredRows(int units, int kept) {
    this.units = units;
    this.kept = kept;
    deltas = new float[kept * units];
    firstPowers = new float[kept + 1];
    moves = new float[kept + 1];
    series = new AdamSeries(kept);
  }

  /** From here on steps of this rule, at its rate of now. */
  void begin(UpdateRule rule) {
    this.rule = rule;
    rate = rule.rate;
    double first = rule.kind == UpdateRule.Kind.ADAGRAD ? 1 : rule.first;
    double sum = 0;
    for (int due = 1; due <= kept; due++) {
      double power = Math.pow(first, due - 1);
      sum += power;
      firstPowers[due] = (float) power;
      moves[due] = (float) (rule.kind == UpdateRule.Kind.NESTEROV ? -rate * first * sum : sum);
    }
    if (rule.kind == UpdateRule.Kind.ADAM) {
      series.begin(rule);
    }
  }

  /** Keeps the delta of a step. */
  void note(int step, float[] delta) {
    System.arraycopy(delta, 0, deltas, (step & (kept - 1)) * units, units);
    if (rule.kind == UpdateRule.Kind.ADAM) {
      series.extend(step, rule);
    }
  }

  /**
   * Takes some steps, the first of them with a gradient.
   *
   * @param start the first step
   * @param due how many
   * @param g what the delta of the first is multiplied by
   * @param x adds x times the row to z
   * @param z null for nothing
   */
  void advance(
      int column,
      float[] weights,
      float[] first,
      float[] second,
      int start,
      int due,
      float g,
      float x,
      float[] z) {
    int at = column * units;
    int delta = (start & (kept - 1)) * units;
    int whole = SPECIES.loopBound(units);
    switch (rule.kind) {
      case MOMENTUM -> inertial(weights, first, at, delta, g, -rate, 0, due, whole, x, z);
      case NESTEROV -> inertial(weights, first, at, delta, g, 1, -rate, due, whole, x, z);
      case ADAGRAD -> scaled(weights, first, at, delta, g, 1, 1, due, whole, x, z);
      case RMSPROP ->
          scaled(weights, first, at, delta, g, rule.first, rule.firstRest, due, whole, x, z);
      case ADAM -> adam(weights, first, second, at, delta, g, start, due, whole, x, z);
      case SGD -> throw new IllegalStateException("plain steps are never put off");
    }
    advanceOneByOne(weights, first, second, at, delta, g, start, due, whole, units, x, z);
  }

  /** Momentum and Nesterov: s = μs + a·g; w += b·g + move·s. */
  private void inertial(
      float[] weights,
      float[] first,
      int at,
      int delta,
      float g,
      float a,
      float b,
      int due,
      int whole,
      float x,
      float[] z) {
    float keep = firstPowers[due];
    float move = moves[due];
    float decay = rule.first;
    for (int u = 0; u < whole; u += LANES) {
      FloatVector gradient = FloatVector.fromArray(SPECIES, deltas, delta + u).mul(g);
      FloatVector v = FloatVector.fromArray(SPECIES, first, at + u).mul(decay).add(gradient.mul(a));
      withoutFaded(v.mul(keep)).intoArray(first, at + u);
      FloatVector now =
          FloatVector.fromArray(SPECIES, weights, at + u).add(v.mul(move)).add(gradient.mul(b));
      put(now, weights, at + u, x, z, u);
    }
  }

  /** Writes new weights, and adds x times them to z unless that is null. */
  private static void put(FloatVector now, float[] weights, int at, float x, float[] z, int u) {
    now.intoArray(weights, at);
    if (z != null) {
      now.mul(x).add(FloatVector.fromArray(SPECIES, z, u)).intoArray(z, u);
    }
  }

  /** Adagrad and RMSprop: a step without gradient changes nothing but the state. */
  private void scaled(
      float[] weights,
      float[] first,
      int at,
      int delta,
      float g,
      float decay,
      float share,
      int due,
      int whole,
      float x,
      float[] z) {
    float keep = firstPowers[due];
    float epsilon = rule.epsilon;
    for (int u = 0; u < whole; u += LANES) {
      FloatVector gradient = FloatVector.fromArray(SPECIES, deltas, delta + u).mul(g);
      FloatVector squares =
          FloatVector.fromArray(SPECIES, first, at + u)
              .mul(decay)
              .add(gradient.mul(gradient).mul(share));
      withoutFaded(squares.mul(keep)).intoArray(first, at + u);
      FloatVector root = squares.lanewise(VectorOperators.SQRT).add(epsilon);
      FloatVector now =
          FloatVector.fromArray(SPECIES, weights, at + u).sub(gradient.mul(rate).div(root));
      put(now, weights, at + u, x, z, u);
    }
  }

  /** Adam by its series, and step by step where that is not safe. */
  private void adam(
      float[] weights,
      float[] first,
      float[] second,
      int at,
      int delta,
      float g,
      int start,
      int due,
      int whole,
      float x,
      float[] z) {
    series.take(start, due);
    if (series.isSafe()) {
      adam(weights, first, second, at, delta, g, 0, whole, x, z);
      return;
    }
    for (int u = 0; u < whole; u += LANES) {
      if (isDoubtful(first, second, at + u, delta + u, g)) {
        advanceOneByOne(weights, first, second, at, delta, g, start, due, u, u + LANES, x, z);
      } else {
        adam(weights, first, second, at, delta, g, u, u + LANES, x, z);
      }
    }
  }

  /** The sum as it is; without a call within, for which all vectors would have to be put away. */
  private void adam(
      float[] weights,
      float[] first,
      float[] second,
      int at,
      int delta,
      float g,
      int from,
      int to,
      float x,
      float[] z) {
    float decayFirst = rule.first;
    float shareFirst = rule.firstRest;
    float decaySecond = rule.second;
    float shareSecond = rule.secondRest;
    float keepFirst = series.keepFirst;
    float keepSecond = series.keepSecond;
    float move = series.sum;
    float epsilon = series.epsilon;
    float deviation = series.deviation;
    FloatVector one = FloatVector.broadcast(SPECIES, 1f);
    for (int u = from; u < to; u += LANES) {
      FloatVector gradient = FloatVector.fromArray(SPECIES, deltas, delta + u).mul(g);
      FloatVector m =
          FloatVector.fromArray(SPECIES, first, at + u)
              .mul(decayFirst)
              .add(gradient.mul(shareFirst));
      FloatVector v =
          FloatVector.fromArray(SPECIES, second, at + u)
              .mul(decaySecond)
              .add(gradient.mul(gradient).mul(shareSecond));
      withoutFaded(m.mul(keepFirst)).intoArray(first, at + u);
      withoutFaded(v.mul(keepSecond)).intoArray(second, at + u);
      FloatVector share = one.div(v.lanewise(VectorOperators.SQRT).add(epsilon));
      FloatVector spread = share.mul(deviation);
      FloatVector moved = m.mul(move).mul(share).mul(spread.mul(spread).add(1f));
      FloatVector now = FloatVector.fromArray(SPECIES, weights, at + u).sub(moved);
      put(now, weights, at + u, x, z, u);
    }
  }

  /** Whether a weight of a vector moves, and by how much is not sure. */
  private boolean isDoubtful(float[] first, float[] second, int at, int delta, float g) {
    float least = series.least;
    for (int u = 0; u < LANES; u++) {
      float gradient = deltas[delta + u] * g;
      float v = rule.second * second[at + u] + rule.secondRest * gradient * gradient;
      // One that does not move has no doubtful sum, and many have never moved.
      if (v < least * least && (first[at + u] != 0 || gradient != 0)) {
        return true;
      }
    }
    return false;
  }

  private void advanceOneByOne(
      float[] weights,
      float[] first,
      float[] second,
      int at,
      int delta,
      float g,
      int start,
      int due,
      int from,
      int to,
      float x,
      float[] z) {
    for (int u = from; u < to; u++) {
      advanceOne(weights, first, second, at + u, deltas[delta + u] * g, start, due);
      if (z != null) {
        z[u] += x * weights[at + u];
      }
    }
  }

  /** {@link #advance} for one weight. */
  private void advanceOne(
      float[] weights, float[] first, float[] second, int i, float g, int start, int due) {
    float keep = firstPowers[due];
    switch (rule.kind) {
      case MOMENTUM -> {
        float v = rule.first * first[i] - rate * g;
        first[i] = flushed(v * keep);
        weights[i] += v * moves[due];
      }
      case NESTEROV -> {
        float v = rule.first * first[i] + g;
        first[i] = flushed(v * keep);
        weights[i] += v * moves[due] - rate * g;
      }
      case ADAGRAD, RMSPROP -> {
        boolean sum = rule.kind == UpdateRule.Kind.ADAGRAD;
        float v = sum ? first[i] + g * g : rule.first * first[i] + rule.firstRest * g * g;
        first[i] = flushed(v * keep);
        weights[i] -= rate * g / ((float) Math.sqrt(v) + rule.epsilon);
      }
      case ADAM -> {
        float m = rule.first * first[i] + rule.firstRest * g;
        float v = rule.second * second[i] + rule.secondRest * g * g;
        first[i] = flushed(m * keep);
        second[i] = flushed(v * series.keepSecond);
        if (m != 0) {
          weights[i] -= (float) (m * series.exact(Math.sqrt(v), start, due));
        }
      }
      case SGD -> throw new IllegalStateException("plain steps are never put off");
    }
  }

  private static float flushed(float state) {
    return state + FADED - FADED;
  }
}
