package digitstudio.nn.kernel;

import static digitstudio.nn.kernel.VectorAccess.load;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** One row times every row of a matrix. */
final class DotProducts {
  private static final int LANES = Elementary.SPECIES.length();
  private static final int STRIDE = LANES * Float.BYTES;
  private static final int GROUP = 4;

  private DotProducts() {}

  /**
   * result[place + m] = Σ row[i] · matrix[m][i].
   *
   * @param start entry of {@code row} where the row begins
   * @param matrix [count, length]
   */
  static void row(
      FloatArray row,
      int start,
      FloatArray matrix,
      int length,
      int count,
      FloatArray result,
      int place) {
    int m = 0;
    for (; m + GROUP <= count; m += GROUP) {
      group(row, start, matrix, length, m, result, place + m);
    }
    for (; m < count; m++) {
      one(row, start, matrix, length, m, result, place + m);
    }
  }

  private static void group(
      FloatArray row,
      int start,
      FloatArray matrix,
      int length,
      int m,
      FloatArray result,
      int place) {
    FloatVector s0 = FloatVector.zero(Elementary.SPECIES);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    Object a = row.vectors();
    Object b = matrix.vectors();
    long line = (long) length * Float.BYTES;
    long first = m * line;
    int whole = length - length % LANES;
    for (int i = 0; i < whole; i += LANES) {
      long at = first + (long) i * Float.BYTES;
      FloatVector x = load(a, (long) (start + i) * Float.BYTES);
      s0 = load(b, at).fma(x, s0);
      s1 = load(b, at + line).fma(x, s1);
      s2 = load(b, at + 2 * line).fma(x, s2);
      s3 = load(b, at + 3 * line).fma(x, s3);
    }
    finish(s0, row, start, matrix, length, m, result, place);
    finish(s1, row, start, matrix, length, m + 1, result, place + 1);
    finish(s2, row, start, matrix, length, m + 2, result, place + 2);
    finish(s3, row, start, matrix, length, m + 3, result, place + 3);
  }

  private static void one(
      FloatArray row,
      int start,
      FloatArray matrix,
      int length,
      int m,
      FloatArray result,
      int place) {
    FloatVector sum = FloatVector.zero(Elementary.SPECIES);
    Object a = row.vectors();
    Object b = matrix.vectors();
    long line = (long) m * length * Float.BYTES;
    int whole = length - length % LANES;
    for (long i = 0; i < (long) whole * Float.BYTES; i += STRIDE) {
      sum = load(b, line + i).fma(load(a, (long) start * Float.BYTES + i), sum);
    }
    finish(sum, row, start, matrix, length, m, result, place);
  }

  private static void finish(
      FloatVector sum,
      FloatArray row,
      int start,
      FloatArray matrix,
      int length,
      int m,
      FloatArray result,
      int place) {
    float total = sum.reduceLanes(VectorOperators.ADD);
    for (int i = length - length % LANES; i < length; i++) {
      total += row.floats().get(start + i) * matrix.floats().get(m * length + i);
    }
    result.floats().put(place, total);
  }
}
