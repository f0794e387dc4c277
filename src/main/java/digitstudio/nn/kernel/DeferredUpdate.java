package digitstudio.nn.kernel;

import static digitstudio.nn.kernel.Elementary.SPECIES;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * Steps along single images, each weight row put off until its pixel has ink again.
 *
 * <p>A rule with a memory moves every weight at every step, though only the rows of inked pixels
 * have a gradient. What the rows without one do is known in advance: their states fade by a power,
 * and their weights move by the sum of a series. So a row is left alone until an image needs it,
 * and then takes its last gradient and all the steps since at once, in the same pass in which the
 * forward product reads it. Where the sum of Adam's series is not exact, because its ε has a say,
 * the steps are taken one by one.
 *
 * <p>Whoever else asks for the arrays finds them settled ({@link FloatArray.Pending}).
 */
final class DeferredUpdate implements FloatArray.Pending {
  private static final int LANES = SPECIES.length();

  /** Entries of the gradients kept: a part of the second-level cache. */
  private static final int KEPT_ENTRIES = 32 * 1024;

  private static final int MOST_KEPT = 128;
  private static final int FEWEST_KEPT = 16;

  /** Steps after which everything is settled, long before their count overflows. */
  private static final int MOST_STEPS = 1 << 30;

  /**
   * Nothing is due in a row: it has no gradient to take, and its states are zero or stand still.
   */
  private static final int NOTHING = -1;

  private final int columns;
  private final int units;
  private final int kept;

  /** For each column the first step it has not taken, and the input its gradient came from. */
  private final int[] since;

  private final float[] inputs;
  private int steps;
  private int swept;

  private UpdateRule rule;
  private float rate;
  private float scale;
  private FloatArray weightArray;
  private FloatArray firstArray;
  private FloatArray secondArray;
  private float[] w;
  private float[] s;
  private float[] t;

  private final DeferredRows rows;

  DeferredUpdate(int columns, int units) {
    this.columns = columns;
    this.units = units;
    int wanted = Math.max(FEWEST_KEPT, Math.min(MOST_KEPT, KEPT_ENTRIES / units));
    kept = Integer.highestOneBit(wanted);
    since = new int[columns];
    inputs = new float[columns];
    rows = new DeferredRows(units, kept);
  }

  /** Whether steps of a rule can be put off: one with a memory and without a penalty. */
  static boolean suits(UpdateRule rule) {
    return rule.kind != UpdateRule.Kind.SGD && rule.l1 == 0 && rule.l2 == 0;
  }

  /** Whether these weights have steps put off here. */
  boolean holds(FloatArray weights) {
    return weightArray == weights;
  }

  private void begin(UpdateRule rule, FloatArray weights, FloatArray first, FloatArray second) {
    this.rule = rule;
    rate = rule.rate;
    scale = rule.scale;
    w = weights.heap();
    s = first.heap();
    t = second == null ? null : second.heap();
    weightArray = weights;
    firstArray = first;
    secondArray = second;
    weights.setPending(this);
    first.setPending(this);
    if (second != null) {
      second.setPending(this);
    }
    steps = 0;
    swept = 0;
    Arrays.fill(since, rule.kind == UpdateRule.Kind.ADAGRAD ? NOTHING : 0);
    Arrays.fill(inputs, 0);
    rows.begin(rule);
  }

  @Override
  public void settle() {
    finish(w, s, t);
    weightArray.setPending(null);
    firstArray.setPending(null);
    if (secondArray != null) {
      secondArray.setPending(null);
    }
    weightArray = null;
    firstArray = null;
    secondArray = null;
  }

  @Override
  public float[] settledCopy(FloatArray array) {
    float[] weights = w.clone();
    float[] first = s.clone();
    float[] second = t == null ? null : t.clone();
    finish(weights, first, second);
    return array == weightArray ? weights : array == firstArray ? first : second;
  }

  /** Takes all steps that are due, in these arrays. */
  private void finish(float[] weights, float[] first, float[] second) {
    for (int c = 0; c < columns; c++) {
      if (isDue(c)) {
        advance(c, weights, first, second, 0, null);
      }
    }
  }

  private boolean isDue(int column) {
    return since[column] != NOTHING && since[column] != steps;
  }

  /** z = x · weights for one image, whose inked rows take the steps they are due. */
  void forward(char[] columnOf, float[] valueOf, int from, int to, float[] z) {
    Arrays.fill(z, 0, units, 0);
    for (int k = from; k < to; k++) {
      int column = columnOf[k];
      if (isDue(column)) {
        advance(column, w, s, t, valueOf[k], z);
        since[column] = rule.kind == UpdateRule.Kind.ADAGRAD ? NOTHING : steps;
        inputs[column] = 0;
      } else {
        addRow(column * units, valueOf[k], z);
      }
    }
  }

  private void addRow(int at, float x, float[] z) {
    int whole = SPECIES.loopBound(units);
    for (int u = 0; u < whole; u += LANES) {
      FloatVector.fromArray(SPECIES, w, at + u)
          .mul(x)
          .add(FloatVector.fromArray(SPECIES, z, u))
          .intoArray(z, u);
    }
    for (int u = whole; u < units; u++) {
      z[u] += x * w[at + u];
    }
  }

  /** Notes one step along the image that {@link #forward} read last. */
  void step(
      UpdateRule rule,
      FloatArray weights,
      FloatArray first,
      FloatArray second,
      char[] columnOf,
      float[] valueOf,
      int from,
      int to,
      float[] delta) {
    if (weightArray != null && isOther(rule, weights)) {
      settle();
    }
    if (weightArray == null) {
      begin(rule, weights, first, second);
    }
    rows.note(steps, delta);
    for (int k = from; k < to; k++) {
      since[columnOf[k]] = steps;
      inputs[columnOf[k]] = valueOf[k];
    }
    steps++;
    sweep();
  }

  private boolean isOther(UpdateRule rule, FloatArray weights) {
    return rule != this.rule
        || rule.rate != rate
        || rule.scale != scale
        || weights != weightArray
        || steps == MOST_STEPS;
  }

  /** Goes through the columns fast enough that none is due more steps than are kept. */
  private void sweep() {
    int share = (2 * columns + kept - 1) / kept + 1;
    for (int i = 0; i < share; i++) {
      swept = swept + 1 == columns ? 0 : swept + 1;
      if (since[swept] != NOTHING && steps - since[swept] >= kept / 2 - 1) {
        advance(swept, w, s, t, 0, null);
        since[swept] = isStill(swept) ? NOTHING : steps;
        inputs[swept] = 0;
      }
    }
  }

  /** Whether no step without gradient changes anything in a row. */
  private boolean isStill(int column) {
    if (rule.kind == UpdateRule.Kind.ADAGRAD) {
      return true;
    }
    for (int i = column * units; i < (column + 1) * units; i++) {
      if (s[i] != 0 || (t != null && t[i] != 0)) {
        return false;
      }
    }
    return true;
  }

  /** Takes all steps a row is due, and adds x times the row to z unless that is null. */
  private void advance(
      int column, float[] weights, float[] first, float[] second, float x, float[] z) {
    int start = since[column];
    float g = inputs[column] * scale;
    rows.advance(column, weights, first, second, start, steps - start, g, x, z);
  }
}
