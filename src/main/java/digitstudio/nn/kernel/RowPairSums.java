package digitstudio.nn.kernel;

import static digitstudio.nn.kernel.Elementary.SPECIES;
import static digitstudio.nn.kernel.RowSums.LANES;
import static digitstudio.nn.kernel.RowSums.MIDDLE;
import static digitstudio.nn.kernel.RowSums.WIDE;
import static digitstudio.nn.kernel.RowSums.begin;

import jdk.incubator.vector.FloatVector;

/** Two sums of scaled matrix rows at once, so that a row is loaded once for both. */
final class RowPairSums {
  /** Whether there are registers for sixteen sums: vectors of sixteen floats come with 32. */
  private static final boolean MANY_REGISTERS = LANES >= 16;

  private RowPairSums() {}

  /**
   * target[first …] = Σ left[k] · matrix[index[k]][column …] for k from {@code from} to {@code to},
   * and target[second …] the same with right[k].
   *
   * @param width columns, as {@link RowSums#width} says
   * @param matrix [·, units]
   * @param add whether to add to what is in the target
   */
  static void add(
      int width,
      float[] matrix,
      int units,
      int column,
      char[] index,
      float[] left,
      float[] right,
      int from,
      int to,
      boolean add,
      float[] target,
      int first,
      int second) {
    if (width == WIDE * LANES && MANY_REGISTERS) {
      addWide(matrix, units, column, index, left, right, from, to, add, target, first, second);
    } else if (width == WIDE * LANES || width == MIDDLE * LANES) {
      for (int c = 0; c < width; c += MIDDLE * LANES) {
        addMiddle(
            matrix,
            units,
            column + c,
            index,
            left,
            right,
            from,
            to,
            add,
            target,
            first + c,
            second + c);
      }
    } else {
      RowSums.add(width, matrix, units, column, index, left, from, to, 0, add, target, first);
      RowSums.add(width, matrix, units, column, index, right, from, to, 0, add, target, second);
    }
  }

  private static void addWide(
      float[] matrix,
      int units,
      int column,
      char[] index,
      float[] left,
      float[] right,
      int from,
      int to,
      boolean add,
      float[] target,
      int first,
      int second) {
    FloatVector a0 = begin(add, target, first);
    FloatVector a1 = begin(add, target, first + LANES);
    FloatVector a2 = begin(add, target, first + 2 * LANES);
    FloatVector a3 = begin(add, target, first + 3 * LANES);
    FloatVector a4 = begin(add, target, first + 4 * LANES);
    FloatVector a5 = begin(add, target, first + 5 * LANES);
    FloatVector a6 = begin(add, target, first + 6 * LANES);
    FloatVector a7 = begin(add, target, first + 7 * LANES);
    FloatVector b0 = begin(add, target, second);
    FloatVector b1 = begin(add, target, second + LANES);
    FloatVector b2 = begin(add, target, second + 2 * LANES);
    FloatVector b3 = begin(add, target, second + 3 * LANES);
    FloatVector b4 = begin(add, target, second + 4 * LANES);
    FloatVector b5 = begin(add, target, second + 5 * LANES);
    FloatVector b6 = begin(add, target, second + 6 * LANES);
    FloatVector b7 = begin(add, target, second + 7 * LANES);
    for (int k = from; k < to; k++) {
      int at = index[k] * units + column;
      FloatVector x = FloatVector.broadcast(SPECIES, left[k]);
      FloatVector y = FloatVector.broadcast(SPECIES, right[k]);
      FloatVector m0 = FloatVector.fromArray(SPECIES, matrix, at);
      a0 = m0.fma(x, a0);
      b0 = m0.fma(y, b0);
      FloatVector m1 = FloatVector.fromArray(SPECIES, matrix, at + LANES);
      a1 = m1.fma(x, a1);
      b1 = m1.fma(y, b1);
      FloatVector m2 = FloatVector.fromArray(SPECIES, matrix, at + 2 * LANES);
      a2 = m2.fma(x, a2);
      b2 = m2.fma(y, b2);
      FloatVector m3 = FloatVector.fromArray(SPECIES, matrix, at + 3 * LANES);
      a3 = m3.fma(x, a3);
      b3 = m3.fma(y, b3);
      FloatVector m4 = FloatVector.fromArray(SPECIES, matrix, at + 4 * LANES);
      a4 = m4.fma(x, a4);
      b4 = m4.fma(y, b4);
      FloatVector m5 = FloatVector.fromArray(SPECIES, matrix, at + 5 * LANES);
      a5 = m5.fma(x, a5);
      b5 = m5.fma(y, b5);
      FloatVector m6 = FloatVector.fromArray(SPECIES, matrix, at + 6 * LANES);
      a6 = m6.fma(x, a6);
      b6 = m6.fma(y, b6);
      FloatVector m7 = FloatVector.fromArray(SPECIES, matrix, at + 7 * LANES);
      a7 = m7.fma(x, a7);
      b7 = m7.fma(y, b7);
    }
    a0.intoArray(target, first);
    a1.intoArray(target, first + LANES);
    a2.intoArray(target, first + 2 * LANES);
    a3.intoArray(target, first + 3 * LANES);
    a4.intoArray(target, first + 4 * LANES);
    a5.intoArray(target, first + 5 * LANES);
    a6.intoArray(target, first + 6 * LANES);
    a7.intoArray(target, first + 7 * LANES);
    b0.intoArray(target, second);
    b1.intoArray(target, second + LANES);
    b2.intoArray(target, second + 2 * LANES);
    b3.intoArray(target, second + 3 * LANES);
    b4.intoArray(target, second + 4 * LANES);
    b5.intoArray(target, second + 5 * LANES);
    b6.intoArray(target, second + 6 * LANES);
    b7.intoArray(target, second + 7 * LANES);
  }

  private static void addMiddle(
      float[] matrix,
      int units,
      int column,
      char[] index,
      float[] left,
      float[] right,
      int from,
      int to,
      boolean add,
      float[] target,
      int first,
      int second) {
    FloatVector a0 = begin(add, target, first);
    FloatVector a1 = begin(add, target, first + LANES);
    FloatVector a2 = begin(add, target, first + 2 * LANES);
    FloatVector a3 = begin(add, target, first + 3 * LANES);
    FloatVector b0 = begin(add, target, second);
    FloatVector b1 = begin(add, target, second + LANES);
    FloatVector b2 = begin(add, target, second + 2 * LANES);
    FloatVector b3 = begin(add, target, second + 3 * LANES);
    for (int k = from; k < to; k++) {
      int at = index[k] * units + column;
      FloatVector x = FloatVector.broadcast(SPECIES, left[k]);
      FloatVector y = FloatVector.broadcast(SPECIES, right[k]);
      FloatVector m0 = FloatVector.fromArray(SPECIES, matrix, at);
      a0 = m0.fma(x, a0);
      b0 = m0.fma(y, b0);
      FloatVector m1 = FloatVector.fromArray(SPECIES, matrix, at + LANES);
      a1 = m1.fma(x, a1);
      b1 = m1.fma(y, b1);
      FloatVector m2 = FloatVector.fromArray(SPECIES, matrix, at + 2 * LANES);
      a2 = m2.fma(x, a2);
      b2 = m2.fma(y, b2);
      FloatVector m3 = FloatVector.fromArray(SPECIES, matrix, at + 3 * LANES);
      a3 = m3.fma(x, a3);
      b3 = m3.fma(y, b3);
    }
    a0.intoArray(target, first);
    a1.intoArray(target, first + LANES);
    a2.intoArray(target, first + 2 * LANES);
    a3.intoArray(target, first + 3 * LANES);
    b0.intoArray(target, second);
    b1.intoArray(target, second + LANES);
    b2.intoArray(target, second + 2 * LANES);
    b3.intoArray(target, second + 3 * LANES);
  }
}
