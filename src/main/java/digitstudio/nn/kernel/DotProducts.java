package digitstudio.nn.kernel;

import static digitstudio.nn.kernel.Elementary.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** One row times every row of a matrix. */
final class DotProducts {
  private static final int LANES = SPECIES.length();
  private static final int GROUP = 4;

  private DotProducts() {}

  /**
   * result[place + m] = Σ row[start + i] · matrix[m][i].
   *
   * @param matrix [count, length]
   */
  static void row(
      float[] row, int start, float[] matrix, int length, int count, float[] result, int place) {
    int m = 0;
    for (; m + GROUP <= count; m += GROUP) {
      group(row, start, matrix, length, m * length, result, place + m);
    }
    for (; m < count; m++) {
      one(row, start, matrix, length, m * length, result, place + m);
    }
  }

  /** Four at a time, so that the row is loaded once for all of them. */
  private static void group(
      float[] row, int start, float[] matrix, int length, int at, float[] result, int place) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    int whole = SPECIES.loopBound(length);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector x = FloatVector.fromArray(SPECIES, row, start + i);
      int k = at + i;
      s0 = FloatVector.fromArray(SPECIES, matrix, k).fma(x, s0);
      s1 = FloatVector.fromArray(SPECIES, matrix, k + length).fma(x, s1);
      s2 = FloatVector.fromArray(SPECIES, matrix, k + 2 * length).fma(x, s2);
      s3 = FloatVector.fromArray(SPECIES, matrix, k + 3 * length).fma(x, s3);
    }
    finish(s0, row, start, matrix, length, at, result, place);
    finish(s1, row, start, matrix, length, at + length, result, place + 1);
    finish(s2, row, start, matrix, length, at + 2 * length, result, place + 2);
    finish(s3, row, start, matrix, length, at + 3 * length, result, place + 3);
  }

  private static void one(
      float[] row, int start, float[] matrix, int length, int at, float[] result, int place) {
    FloatVector sum = FloatVector.zero(SPECIES);
    int whole = SPECIES.loopBound(length);
    for (int i = 0; i < whole; i += LANES) {
      FloatVector x = FloatVector.fromArray(SPECIES, row, start + i);
      sum = FloatVector.fromArray(SPECIES, matrix, at + i).fma(x, sum);
    }
    finish(sum, row, start, matrix, length, at, result, place);
  }

  private static void finish(
      FloatVector sum,
      float[] row,
      int start,
      float[] matrix,
      int length,
      int at,
      float[] result,
      int place) {
    float total = sum.reduceLanes(VectorOperators.ADD);
    for (int i = SPECIES.loopBound(length); i < length; i++) {
      total += row[start + i] * matrix[at + i];
    }
    result[place] = total;
  }
}
