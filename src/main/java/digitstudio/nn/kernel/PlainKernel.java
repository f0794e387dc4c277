package digitstudio.nn.kernel;

import java.lang.ref.Reference;
import java.nio.FloatBuffer;
import java.util.Arrays;

/** The kernel that runs on any Java: plain loops, one row or block at a time on the heap. */
final class PlainKernel implements Kernel {
  /** Floats of a block: small enough for the first-level cache. */
  private static final int BLOCK = 1024;

  private final float[] one = new float[BLOCK];
  private final float[] two = new float[BLOCK];
  private final float[] three = new float[BLOCK];
  private final float[] four = new float[BLOCK];
  private float[] row = new float[16];
  private float[] biasRow = new float[16];
  private double[] exponentials = new double[16];

  private void ensureRow(int units) {
    if (row.length < units) {
      row = new float[units];
      biasRow = new float[units];
      exponentials = new double[units];
    }
  }

  @Override
  public void activate(FloatArray z, FloatArray bias, int rows, int units, Nonlinearity f) {
    activateColumns(z, bias, rows, units, 0, f);
  }

  /** {@link #activate} for the columns from one on. */
  void activateColumns(
      FloatArray z, FloatArray bias, int rows, int units, int from, Nonlinearity f) {
    int columns = units - from;
    ensureRow(columns);
    FloatBuffer values = z.floats();
    bias.floats().get(from, biasRow, 0, columns);
    for (int r = 0; r < rows; r++) {
      values.get(r * units + from, row, 0, columns);
      for (int c = 0; c < columns; c++) {
        row[c] += biasRow[c];
      }
      apply(f, row, columns);
      values.put(r * units + from, row, 0, columns);
    }
    fence(z, bias);
  }

  private static void apply(Nonlinearity f, float[] values, int count) {
    switch (f.kind()) {
      case RECTIFIER -> {
        float slope = f.slope();
        for (int i = 0; i < count; i++) {
          float z = values[i];
          // Written so that NaN stays NaN: a diverged run must not look like a dead one.
          values[i] = z <= 0 ? slope * z : z;
        }
      }
      case SIGMOID -> {
        for (int i = 0; i < count; i++) {
          values[i] = (float) (1 / (1 + Math.exp(-values[i])));
        }
      }
      case TANH -> {
        for (int i = 0; i < count; i++) {
          values[i] = (float) (1 - 2 / (Math.exp(2.0 * values[i]) + 1));
        }
      }
    }
  }

  @Override
  public void derive(
      FloatArray delta,
      FloatArray values,
      FloatArray mask,
      float keep,
      int rows,
      int units,
      Nonlinearity f) {
    deriveFrom(delta, values, mask, keep, 0, rows * units, f);
  }

  /** {@link #derive} for the entries from one on. */
  void deriveFrom(
      FloatArray delta,
      FloatArray values,
      FloatArray mask,
      float keep,
      int start,
      int count,
      Nonlinearity f) {
    for (int from = start; from < count; from += BLOCK) {
      int size = Math.min(BLOCK, count - from);
      delta.floats().get(from, one, 0, size);
      values.floats().get(from, two, 0, size);
      if (mask != null) {
        mask.floats().get(from, three, 0, size);
        for (int i = 0; i < size; i++) {
          one[i] *= three[i];
          two[i] *= keep;
        }
      }
      multiplyByDerivative(f, one, two, size);
      delta.floats().put(from, one, 0, size);
    }
    fence(delta, values);
    Reference.reachabilityFence(mask);
  }

  private static void multiplyByDerivative(
      Nonlinearity f, float[] delta, float[] values, int count) {
    switch (f.kind()) {
      case RECTIFIER -> {
        float slope = f.slope();
        for (int i = 0; i < count; i++) {
          delta[i] = values[i] > 0 ? delta[i] : slope * delta[i];
        }
      }
      case SIGMOID -> {
        for (int i = 0; i < count; i++) {
          delta[i] *= values[i] * (1 - values[i]);
        }
      }
      case TANH -> {
        for (int i = 0; i < count; i++) {
          delta[i] *= 1 - values[i] * values[i];
        }
      }
    }
  }

  @Override
  public void dropout(FloatArray values, FloatArray mask, int count, float keep, long stream) {
    float kept = 1 / keep;
    for (int from = 0; from < count; from += BLOCK) {
      int size = Math.min(BLOCK, count - from);
      values.floats().get(from, one, 0, size);
      for (int i = 0; i < size; i++) {
        two[i] = DropoutStream.uniform(stream, from + i) < keep ? kept : 0;
        one[i] *= two[i];
      }
      values.floats().put(from, one, 0, size);
      mask.floats().put(from, two, 0, size);
    }
    fence(values, mask);
  }

  @Override
  public void sumColumns(FloatArray delta, FloatArray sums, int rows, int units, boolean add) {
    sumColumnsFrom(delta, sums, rows, units, 0, add);
  }

  /** {@link #sumColumns} for the columns from one on. */
  void sumColumnsFrom(
      FloatArray delta, FloatArray sums, int rows, int units, int from, boolean add) {
    int columns = units - from;
    ensureRow(columns);
    if (add) {
      sums.floats().get(from, biasRow, 0, columns);
    } else {
      Arrays.fill(biasRow, 0, columns, 0);
    }
    for (int r = 0; r < rows; r++) {
      delta.floats().get(r * units + from, row, 0, columns);
      for (int c = 0; c < columns; c++) {
        biasRow[c] += row[c];
      }
    }
    sums.floats().put(from, biasRow, 0, columns);
    fence(delta, sums);
  }

  @Override
  public void softmax(FloatArray z, FloatArray bias, int rows, int units) {
    ensureRow(units);
    bias.floats().get(0, biasRow, 0, units);
    for (int r = 0; r < rows; r++) {
      z.floats().get(r * units, row, 0, units);
      double sum = exponentiate(units);
      for (int u = 0; u < units; u++) {
        row[u] = (float) (exponentials[u] / sum);
      }
      z.floats().put(r * units, row, 0, units);
    }
    fence(z, bias);
  }

  /** Adds the bias to the row and fills the exponentials; returns their sum. */
  private double exponentiate(int units) {
    float greatest = Float.NEGATIVE_INFINITY;
    for (int u = 0; u < units; u++) {
      row[u] += biasRow[u];
      greatest = Math.max(greatest, row[u]);
    }
    double sum = 0;
    for (int u = 0; u < units; u++) {
      exponentials[u] = Math.exp((double) row[u] - greatest);
      sum += exponentials[u];
    }
    return sum;
  }

  @Override
  public void softmaxLoss(
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
    bias.floats().get(0, biasRow, 0, units);
    for (int r = 0; r < rows; r++) {
      z.floats().get(r * units, row, 0, units);
      int label = labels[order[from + r]];
      double sum = exponentiate(units);
      int best = 0;
      for (int u = 1; u < units; u++) {
        if (row[u] > row[best]) {
          best = u;
        }
      }
      if (sums.given != null) {
        sums.given[r] = best;
      }
      // With NaN in the row nothing is greater, and the first class would pass for an answer.
      sums.correct += best == label && !Double.isNaN(sum) ? 1 : 0;
      if (squared) {
        sums.loss += squaredError(label, units, sum);
      } else {
        // The maximum is row[best], so this is log Σ e^(z - max) - (z_label - max).
        sums.loss += Math.log(sum) - ((double) row[label] - row[best]);
        for (int u = 0; u < units; u++) {
          row[u] = (float) (exponentials[u] / sum - (u == label ? 1 : 0));
        }
      }
      z.floats().put(r * units, row, 0, units);
    }
    fence(z, bias);
  }

  /** Half the squared error of the row; the row becomes p ⊙ (q - Σ q p), q = p - y. */
  private double squaredError(int label, int units, double sum) {
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
      row[u] = (float) (p * (p - (u == label ? 1 : 0) - weighted));
    }
    return loss / 2;
  }

  @Override
  public void update(
      UpdateRule rule,
      FloatArray parameters,
      FloatArray gradient,
      FloatArray first,
      FloatArray second) {
    updateRange(rule, parameters, 0, parameters.length(), gradient, 0, first, second);
  }

  /**
   * {@link #update} for some entries.
   *
   * @param start the first of them in the parameters and states
   * @param gradientStart the first of them in the gradient
   */
  void updateRange(
      UpdateRule rule,
      FloatArray parameters,
      int start,
      int count,
      FloatArray gradient,
      int gradientStart,
      FloatArray first,
      FloatArray second) {
    for (int done = 0; done < count; done += BLOCK) {
      int size = Math.min(BLOCK, count - done);
      int from = start + done;
      parameters.floats().get(from, one, 0, size);
      gradient.floats().get(gradientStart + done, two, 0, size);
      complete(rule, one, two, size);
      if (first != null) {
        first.floats().get(from, three, 0, size);
      }
      if (second != null) {
        second.floats().get(from, four, 0, size);
      }
      step(rule, size);
      parameters.floats().put(from, one, 0, size);
      if (first != null) {
        first.floats().put(from, three, 0, size);
      }
      if (second != null) {
        second.floats().put(from, four, 0, size);
      }
    }
    fence(parameters, gradient);
    Reference.reachabilityFence(first);
    Reference.reachabilityFence(second);
  }

  /** Adds the penalty's part to the gradient and scales it. */
  private static void complete(UpdateRule rule, float[] w, float[] g, int size) {
    float scale = rule.scale;
    float l1 = rule.l1;
    float l2 = rule.l2;
    for (int i = 0; i < size; i++) {
      g[i] = scale * (g[i] + l2 * w[i] + l1 * Math.signum(w[i]));
    }
  }

  private void step(UpdateRule rule, int size) {
    float[] w = one;
    float[] g = two;
    float[] s = three;
    float[] t = four;
    float rate = rule.rate;
    float first = rule.first;
    float rest = rule.firstRest;
    float epsilon = rule.epsilon;
    switch (rule.kind) {
      case SGD -> {
        for (int i = 0; i < size; i++) {
          w[i] -= rate * g[i];
        }
      }
      case MOMENTUM -> {
        for (int i = 0; i < size; i++) {
          s[i] = first * s[i] - rate * g[i];
          w[i] += s[i];
        }
      }
      case NESTEROV -> {
        for (int i = 0; i < size; i++) {
          s[i] = first * s[i] + g[i];
          w[i] -= rate * (g[i] + first * s[i]);
        }
      }
      case ADAGRAD -> {
        for (int i = 0; i < size; i++) {
          s[i] += g[i] * g[i];
          w[i] -= rate * g[i] / ((float) Math.sqrt(s[i]) + epsilon);
        }
      }
      case RMSPROP -> {
        for (int i = 0; i < size; i++) {
          s[i] = first * s[i] + rest * g[i] * g[i];
          w[i] -= rate * g[i] / ((float) Math.sqrt(s[i]) + epsilon);
        }
      }
      case ADAM -> {
        float second = rule.second;
        float secondRest = rule.secondRest;
        float c1 = rule.firstCorrection;
        float c2 = rule.secondCorrection;
        for (int i = 0; i < size; i++) {
          s[i] = first * s[i] + rest * g[i];
          t[i] = second * t[i] + secondRest * g[i] * g[i];
          w[i] -= rate * (s[i] * c1) / ((float) Math.sqrt(t[i] * c2) + epsilon);
        }
      }
    }
  }

  @Override
  public double sumOfMagnitudes(FloatArray parameters) {
    double sum = 0;
    for (int i = 0; i < parameters.length(); i++) {
      sum += Math.abs(parameters.floats().get(i));
    }
    Reference.reachabilityFence(parameters);
    return sum;
  }

  @Override
  public double sumOfSquares(FloatArray parameters) {
    double sum = 0;
    for (int i = 0; i < parameters.length(); i++) {
      double value = parameters.floats().get(i);
      sum += value * value;
    }
    Reference.reachabilityFence(parameters);
    return sum;
  }

  private static void fence(FloatArray a, FloatArray b) {
    Reference.reachabilityFence(a);
    Reference.reachabilityFence(b);
  }
}
