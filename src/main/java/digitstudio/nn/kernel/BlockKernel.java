package digitstudio.nn.kernel;

import java.util.Arrays;

/**
 * A kernel that takes arrays a block at a time, in place on the heap or through a copy that stays
 * in the first-level cache; what happens within a block is up to its kind.
 */
abstract class BlockKernel implements Kernel {
  /** Entries of a block; whole blocks are also where work is cut among a team. */
  static final int BLOCK = 1024;

  private final float[] one = new float[BLOCK];
  private final float[] two = new float[BLOCK];
  private final float[] three = new float[BLOCK];
  private final float[] four = new float[BLOCK];
  private float[] row = new float[16];
  private float[] biasRow = new float[16];
  private double[] exponentials = new double[16];

  /** z += bias. */
  abstract void add(float[] z, int zAt, float[] bias, int biasAt, int count);

  /** z = f(z). */
  abstract void apply(Nonlinearity f, float[] z, int at, int count);

  /** delta *= f′, taken from the value a. */
  abstract void derive(Nonlinearity f, float[] delta, int deltaAt, float[] a, int aAt, int count);

  /** One step of a rule; s and t are unused by rules without. */
  abstract void step(
      UpdateRule rule,
      float[] w,
      int wAt,
      float[] g,
      int gAt,
      float[] s,
      int sAt,
      float[] t,
      int tAt,
      int count);

  /** The fastest kernel this Java can run, unless the property asks for the plain one. */
  static BlockKernel best() {
    return Kernel.vectors() ? new VectorKernel() : new PlainKernel();
  }

  private void ensureRow(int units) {
    if (row.length < units) {
      row = new float[units];
      biasRow = new float[units];
      exponentials = new double[units];
    }
  }

  @Override
  public final void activate(FloatArray z, FloatArray bias, int rows, int units, Nonlinearity f) {
    activateRows(z, bias, 0, rows, units, f);
  }

  /** {@link Kernel#activate} for some rows. */
  final void activateRows(
      FloatArray z, FloatArray bias, int fromRow, int toRow, int units, Nonlinearity f) {
    ensureRow(units);
    float[] b = bias.read(0, units, biasRow);
    for (int r = fromRow; r < toRow; r++) {
      float[] values = z.read(r * units, units, row);
      int at = z.place(r * units);
      add(values, at, b, 0, units);
      apply(f, values, at, units);
      z.write(r * units, units, row);
    }
  }

  @Override
  public final void derive(
      FloatArray delta,
      FloatArray values,
      FloatArray mask,
      float keep,
      int rows,
      int units,
      Nonlinearity f) {
    deriveEntries(delta, values, mask, keep, 0, rows * units, f);
  }

  /** {@link Kernel#derive} for some entries. */
  final void deriveEntries(
      FloatArray delta,
      FloatArray values,
      FloatArray mask,
      float keep,
      int begin,
      int end,
      Nonlinearity f) {
    for (int from = begin; from < end; from += BLOCK) {
      int size = Math.min(BLOCK, end - from);
      float[] d = delta.read(from, size, one);
      float[] a = values.read(from, size, two);
      int aAt = values.place(from);
      if (mask != null) {
        float[] kept = mask.read(from, size, three);
        int dAt = delta.place(from);
        int keptAt = mask.place(from);
        for (int i = 0; i < size; i++) {
          d[dAt + i] *= kept[keptAt + i];
          // In room of its own: the values themselves are still wanted as they are.
          four[i] = a[aAt + i] * keep;
        }
        a = four;
        aAt = 0;
      }
      derive(f, d, delta.place(from), a, aAt, size);
      delta.write(from, size, one);
    }
  }

  @Override
  public final void dropout(
      FloatArray values, FloatArray mask, int count, float keep, long stream) {
    dropoutEntries(values, mask, 0, count, keep, stream);
  }

  /** {@link Kernel#dropout} for some entries. */
  final void dropoutEntries(
      FloatArray values, FloatArray mask, int begin, int end, float keep, long stream) {
    float kept = 1 / keep;
    for (int from = begin; from < end; from += BLOCK) {
      int size = Math.min(BLOCK, end - from);
      float[] a = values.read(from, size, one);
      float[] m = mask.read(from, size, two);
      int aAt = values.place(from);
      int mAt = mask.place(from);
      for (int i = 0; i < size; i++) {
        m[mAt + i] = DropoutStream.uniform(stream, from + i) < keep ? kept : 0;
        a[aAt + i] *= m[mAt + i];
      }
      values.write(from, size, one);
      mask.write(from, size, two);
    }
  }

  @Override
  public final void sumColumns(
      FloatArray delta, FloatArray sums, int rows, int units, boolean add) {
    sumUnits(delta, sums, rows, units, add, 0, units);
  }

  /** {@link Kernel#sumColumns} for some units. */
  final void sumUnits(
      FloatArray delta,
      FloatArray sums,
      int rows,
      int units,
      boolean add,
      int fromUnit,
      int toUnit) {
    int count = toUnit - fromUnit;
    ensureRow(count);
    float[] sum = sums.read(fromUnit, count, biasRow);
    int sumAt = sums.place(fromUnit);
    if (!add) {
      Arrays.fill(sum, sumAt, sumAt + count, 0);
    }
    for (int r = 0; r < rows; r++) {
      int from = r * units + fromUnit;
      add(sum, sumAt, delta.read(from, count, row), delta.place(from), count);
    }
    sums.write(fromUnit, count, biasRow);
  }

  @Override
  public final void softmax(FloatArray z, FloatArray bias, int rows, int units) {
    ensureRow(units);
    float[] b = bias.read(0, units, biasRow);
    for (int r = 0; r < rows; r++) {
      float[] values = z.read(r * units, units, row);
      int at = z.place(r * units);
      double sum = exponentiate(values, at, b, units);
      for (int u = 0; u < units; u++) {
        values[at + u] = (float) (exponentials[u] / sum);
      }
      z.write(r * units, units, row);
    }
  }

  /** Adds the bias to a row and fills the exponentials; returns their sum. */
  private double exponentiate(float[] z, int at, float[] bias, int units) {
    float greatest = Float.NEGATIVE_INFINITY;
    for (int u = 0; u < units; u++) {
      z[at + u] += bias[u];
      greatest = Math.max(greatest, z[at + u]);
    }
    double sum = 0;
    for (int u = 0; u < units; u++) {
      exponentials[u] = Math.exp((double) z[at + u] - greatest);
      sum += exponentials[u];
    }
    return sum;
  }

  @Override
  public final void softmaxLoss(
      FloatArray z,
      FloatArray bias,
      int rows,
      int units,
      byte[] labels,
      int[] order,
      int from,
      boolean squared,
      LossSums sums) {
    ensureRow(units);
    float[] b = bias.read(0, units, biasRow);
    for (int r = 0; r < rows; r++) {
      float[] values = z.read(r * units, units, row);
      int at = z.place(r * units);
      int label = labels[order[from + r]];
      double sum = exponentiate(values, at, b, units);
      int best = 0;
      for (int u = 1; u < units; u++) {
        if (values[at + u] > values[at + best]) {
          best = u;
        }
      }
      if (sums.given != null) {
        sums.given[r] = best;
      }
      // With NaN in the row nothing is greater, and the first class would pass for an answer.
      sums.correct += best == label && !Double.isNaN(sum) ? 1 : 0;
      if (squared) {
        sums.loss += squaredError(values, at, label, units, sum);
      } else {
        // The maximum is that of best, so this is log Σ e^(z - max) - (z_label - max).
        sums.loss += Math.log(sum) - ((double) values[at + label] - values[at + best]);
        for (int u = 0; u < units; u++) {
          values[at + u] = (float) (exponentials[u] / sum - (u == label ? 1 : 0));
        }
      }
      z.write(r * units, units, row);
    }
  }

  /** Half the squared error of a row; the row becomes p ⊙ (q - Σ q p), q = p - y. */
  private double squaredError(float[] z, int at, int label, int units, double sum) {
    double loss = 0;
    double weighted = 0;
    for (int u = 0; u < units; u++) {
      double p = exponentials[u] / sum;
      double q = p - (u == label ? 1 : 0);
      loss += q * q;
      weighted += q * p;
    }
    for (int u = 0; u < units; u++) {
      double p = exponentials[u] / sum;
      z[at + u] = (float) (p * (p - (u == label ? 1 : 0) - weighted));
    }
    return loss / 2;
  }

  @Override
  public final void update(
      UpdateRule rule,
      FloatArray parameters,
      FloatArray gradient,
      FloatArray first,
      FloatArray second) {
    updateEntries(rule, parameters, gradient, first, second, 0, parameters.length());
  }

  /** {@link Kernel#update} for some parameters. */
  final void updateEntries(
      UpdateRule rule,
      FloatArray parameters,
      FloatArray gradient,
      FloatArray first,
      FloatArray second,
      int begin,
      int end) {
    for (int from = begin; from < end; from += BLOCK) {
      int size = Math.min(BLOCK, end - from);
      float[] w = parameters.read(from, size, one);
      float[] g = gradient.read(from, size, two);
      float[] s = first == null ? null : first.read(from, size, three);
      float[] t = second == null ? null : second.read(from, size, four);
      step(
          rule,
          w,
          parameters.place(from),
          g,
          gradient.place(from),
          s,
          first == null ? 0 : first.place(from),
          t,
          second == null ? 0 : second.place(from),
          size);
      parameters.write(from, size, one);
      if (first != null) {
        first.write(from, size, three);
      }
      if (second != null) {
        second.write(from, size, four);
      }
    }
  }

  @Override
  public final double sumOfMagnitudes(FloatArray parameters) {
    double sum = 0;
    for (int from = 0; from < parameters.length(); from += BLOCK) {
      int size = Math.min(BLOCK, parameters.length() - from);
      float[] w = parameters.read(from, size, one);
      int at = parameters.place(from);
      for (int i = 0; i < size; i++) {
        sum += Math.abs(w[at + i]);
      }
    }
    return sum;
  }

  @Override
  public final double sumOfSquares(FloatArray parameters) {
    double sum = 0;
    for (int from = 0; from < parameters.length(); from += BLOCK) {
      int size = Math.min(BLOCK, parameters.length() - from);
      float[] w = parameters.read(from, size, one);
      int at = parameters.place(from);
      for (int i = 0; i < size; i++) {
        sum += (double) w[at + i] * w[at + i];
      }
    }
    return sum;
  }
}
