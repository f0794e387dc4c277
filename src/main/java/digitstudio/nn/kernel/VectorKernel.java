package digitstudio.nn.kernel;

import static digitstudio.nn.kernel.VectorAccess.load;
import static digitstudio.nn.kernel.VectorAccess.store;

import java.lang.ref.Reference;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The kernel on the Java Vector API: whole vectors here, and what is left of a row or an array by
 * the plain kernel's formulas, one at a time.
 */
final class VectorKernel implements Kernel {
  private static final int LANES = Elementary.SPECIES.length();

  /** What takes time to compute element by element is left to the plain kernel. */
  private final PlainKernel plain = new PlainKernel();

  @Override
  public void activate(FloatArray z, FloatArray bias, int rows, int units, Nonlinearity f) {
    Object values = z.vectors();
    Object biases = bias.vectors();
    int whole = units - units % LANES;
    FloatVector slope = FloatVector.broadcast(Elementary.SPECIES, f.slope());
    for (int r = 0; r < rows; r++) {
      long row = (long) r * units * Float.BYTES;
      for (int u = 0; u < whole; u += LANES) {
        long offset = (long) u * Float.BYTES;
        FloatVector sum = load(values, row + offset).add(load(biases, offset));
        store(apply(f, slope, sum), values, row + offset);
      }
    }
    if (whole < units) {
      plain.activateColumns(z, bias, rows, units, whole, f);
    }
    fence(z, bias);
  }

  private static FloatVector apply(Nonlinearity f, FloatVector slope, FloatVector z) {
    return switch (f.kind()) {
      case RECTIFIER -> z.blend(z.mul(slope), z.compare(VectorOperators.LE, 0f));
      case SIGMOID -> Elementary.sigmoid(z);
      case TANH -> Elementary.tanh(z);
    };
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
    int count = rows * units;
    int whole = count - count % LANES;
    FloatVector slope = FloatVector.broadcast(Elementary.SPECIES, f.slope());
    for (int i = 0; i < whole; i += LANES) {
      long offset = (long) i * Float.BYTES;
      FloatVector d = load(delta.vectors(), offset);
      FloatVector a = load(values.vectors(), offset);
      if (mask != null) {
        d = d.mul(load(mask.vectors(), offset));
        a = a.mul(keep);
      }
      store(multipliedByDerivative(f, slope, d, a), delta.vectors(), offset);
    }
    if (whole < count) {
      plain.deriveFrom(delta, values, mask, keep, whole, count, f);
    }
    fence(delta, values);
    Reference.reachabilityFence(mask);
  }

  private static FloatVector multipliedByDerivative(
      Nonlinearity f, FloatVector slope, FloatVector delta, FloatVector a) {
    return switch (f.kind()) {
      case RECTIFIER -> delta.mul(slope).blend(delta, a.compare(VectorOperators.GT, 0f));
      case SIGMOID -> delta.mul(a.sub(a.mul(a)));
      case TANH -> delta.sub(delta.mul(a).mul(a));
    };
  }

  @Override
  public void dropout(FloatArray values, FloatArray mask, int count, float keep, long stream) {
    plain.dropout(values, mask, count, keep, stream);
  }

  @Override
  public void sumColumns(FloatArray delta, FloatArray sums, int rows, int units, boolean add) {
    int whole = units - units % LANES;
    for (int u = 0; u < whole; u += LANES) {
      long offset = (long) u * Float.BYTES;
      FloatVector sum = add ? load(sums.vectors(), offset) : FloatVector.zero(Elementary.SPECIES);
      for (int r = 0; r < rows; r++) {
        sum = sum.add(load(delta.vectors(), (long) r * units * Float.BYTES + offset));
      }
      store(sum, sums.vectors(), offset);
    }
    if (whole < units) {
      plain.sumColumnsFrom(delta, sums, rows, units, whole, add);
    }
    fence(delta, sums);
  }

  @Override
  public void softmax(FloatArray z, FloatArray bias, int rows, int units) {
    plain.softmax(z, bias, rows, units);
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
    plain.softmaxLoss(z, bias, rows, units, labels, order, from, squared, sums);
  }

  @Override
  public void update(
      UpdateRule rule,
      FloatArray parameters,
      FloatArray gradient,
      FloatArray first,
      FloatArray second) {
    int count = parameters.length();
    int whole = count - count % LANES;
    VectorUpdate.range(rule, parameters, 0, gradient, 0, first, second, (long) whole * Float.BYTES);
    if (whole < count) {
      plain.updateRange(rule, parameters, whole, count - whole, gradient, whole, first, second);
    }
    fence(parameters, gradient);
    Reference.reachabilityFence(first);
    Reference.reachabilityFence(second);
  }

  @Override
  public double sumOfMagnitudes(FloatArray parameters) {
    return plain.sumOfMagnitudes(parameters);
  }

  @Override
  public double sumOfSquares(FloatArray parameters) {
    return plain.sumOfSquares(parameters);
  }

  private static void fence(FloatArray a, FloatArray b) {
    Reference.reachabilityFence(a);
    Reference.reachabilityFence(b);
  }
}
