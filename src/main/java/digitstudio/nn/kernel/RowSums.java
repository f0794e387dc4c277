package digitstudio.nn.kernel;

import static digitstudio.nn.kernel.Elementary.SPECIES;

import jdk.incubator.vector.FloatVector;

/**
 * Sums of scaled matrix rows, a few vectors of columns at a time so that the sums stay in
 * registers.
 */
final class RowSums {
  static final int LANES = SPECIES.length();
  static final int WIDE = 8;
  static final int MIDDLE = 4;

  private RowSums() {}

  /** How many columns to take at once when so many are left: some vectors, or less than one. */
  static int width(int columns) {
    int vectors = columns / LANES;
    if (vectors == 0) {
      return columns;
    }
    return (vectors >= WIDE ? WIDE : vectors >= MIDDLE ? MIDDLE : 1) * LANES;
  }

  /**
   * target[place …] = Σ value[k + shift] · matrix[index[k]][column …] for k from {@code from} to
   * {@code to}.
   *
   * @param width columns, as {@link #width} says
   * @param matrix [·, units]
   * @param shift from the place of an index to that of its factor
   * @param add whether to add to what is in the target
   */
  static void add(
      int width,
      float[] matrix,
      int units,
      int column,
      char[] index,
      float[] value,
      int from,
      int to,
      int shift,
      boolean add,
      float[] target,
      int place) {
    if (width == WIDE * LANES) {
      addWide(matrix, units, column, index, value, from, to, shift, add, target, place);
    } else if (width == MIDDLE * LANES) {
      addMiddle(matrix, units, column, index, value, from, to, shift, add, target, place);
    } else if (width == LANES) {
      addOne(matrix, units, column, index, value, from, to, shift, add, target, place);
    } else {
      addFew(width, matrix, units, column, index, value, from, to, shift, add, target, place);
    }
  }

  static FloatVector begin(boolean add, float[] target, int place) {
    return add ? FloatVector.fromArray(SPECIES, target, place) : FloatVector.zero(SPECIES);
  }

  private static void addWide(
      float[] matrix,
      int units,
      int column,
      char[] index,
      float[] value,
      int from,
      int to,
      int shift,
      boolean add,
      float[] target,
      int place) {
    FloatVector s0 = begin(add, target, place);
    FloatVector s1 = begin(add, target, place + LANES);
    FloatVector s2 = begin(add, target, place + 2 * LANES);
    FloatVector s3 = begin(add, target, place + 3 * LANES);
    FloatVector s4 = begin(add, target, place + 4 * LANES);
    FloatVector s5 = begin(add, target, place + 5 * LANES);
    FloatVector s6 = begin(add, target, place + 6 * LANES);
    FloatVector s7 = begin(add, target, place + 7 * LANES);
    for (int k = from; k < to; k++) {
      int at = index[k] * units + column;
      FloatVector x = FloatVector.broadcast(SPECIES, value[k + shift]);
      s0 = FloatVector.fromArray(SPECIES, matrix, at).fma(x, s0);
      s1 = FloatVector.fromArray(SPECIES, matrix, at + LANES).fma(x, s1);
      s2 = FloatVector.fromArray(SPECIES, matrix, at + 2 * LANES).fma(x, s2);
      s3 = FloatVector.fromArray(SPECIES, matrix, at + 3 * LANES).fma(x, s3);
      s4 = FloatVector.fromArray(SPECIES, matrix, at + 4 * LANES).fma(x, s4);
      s5 = FloatVector.fromArray(SPECIES, matrix, at + 5 * LANES).fma(x, s5);
      s6 = FloatVector.fromArray(SPECIES, matrix, at + 6 * LANES).fma(x, s6);
      s7 = FloatVector.fromArray(SPECIES, matrix, at + 7 * LANES).fma(x, s7);
    }
    s0.intoArray(target, place);
    s1.intoArray(target, place + LANES);
    s2.intoArray(target, place + 2 * LANES);
    s3.intoArray(target, place + 3 * LANES);
    s4.intoArray(target, place + 4 * LANES);
    s5.intoArray(target, place + 5 * LANES);
    s6.intoArray(target, place + 6 * LANES);
    s7.intoArray(target, place + 7 * LANES);
  }

  private static void addMiddle(
      float[] matrix,
      int units,
      int column,
      char[] index,
      float[] value,
      int from,
      int to,
      int shift,
      boolean add,
      float[] target,
      int place) {
    FloatVector s0 = begin(add, target, place);
    FloatVector s1 = begin(add, target, place + LANES);
    FloatVector s2 = begin(add, target, place + 2 * LANES);
    FloatVector s3 = begin(add, target, place + 3 * LANES);
    for (int k = from; k < to; k++) {
      int at = index[k] * units + column;
      FloatVector x = FloatVector.broadcast(SPECIES, value[k + shift]);
      s0 = FloatVector.fromArray(SPECIES, matrix, at).fma(x, s0);
      s1 = FloatVector.fromArray(SPECIES, matrix, at + LANES).fma(x, s1);
      s2 = FloatVector.fromArray(SPECIES, matrix, at + 2 * LANES).fma(x, s2);
      s3 = FloatVector.fromArray(SPECIES, matrix, at + 3 * LANES).fma(x, s3);
    }
    s0.intoArray(target, place);
    s1.intoArray(target, place + LANES);
    s2.intoArray(target, place + 2 * LANES);
    s3.intoArray(target, place + 3 * LANES);
  }

  private static void addOne(
      float[] matrix,
      int units,
      int column,
      char[] index,
      float[] value,
      int from,
      int to,
      int shift,
      boolean add,
      float[] target,
      int place) {
    FloatVector sum = begin(add, target, place);
    for (int k = from; k < to; k++) {
      FloatVector x = FloatVector.broadcast(SPECIES, value[k + shift]);
      sum = FloatVector.fromArray(SPECIES, matrix, index[k] * units + column).fma(x, sum);
    }
    sum.intoArray(target, place);
  }

  private static void addFew(
      int width,
      float[] matrix,
      int units,
      int column,
      char[] index,
      float[] value,
      int from,
      int to,
      int shift,
      boolean add,
      float[] target,
      int place) {
    for (int c = 0; c < width; c++) {
      float sum = add ? target[place + c] : 0;
      for (int k = from; k < to; k++) {
        sum += value[k + shift] * matrix[index[k] * units + column + c];
      }
      target[place + c] = sum;
    }
  }

  /** {@link #add} for any range of columns; the target's row begins at {@code row}. */
  static void addRange(
      int begin,
      int end,
      float[] matrix,
      int units,
      char[] index,
      float[] value,
      int from,
      int to,
      int shift,
      boolean add,
      float[] target,
      int row) {
    for (int column = begin; column < end; ) {
      int width = width(end - column);
      add(width, matrix, units, column, index, value, from, to, shift, add, target, row + column);
      column += width;
    }
  }

  /**
   * matrix[index[k]][begin … end] += factor · value[k] · row for k from {@code from} to {@code to}.
   *
   * @param rowAt where the row begins in {@code row}
   */
  static void scatter(
      float[] row,
      int rowAt,
      int units,
      float factor,
      char[] index,
      float[] value,
      int from,
      int to,
      float[] matrix) {
    int column = 0;
    for (; column + MIDDLE * LANES <= units; column += MIDDLE * LANES) {
      scatterMiddle(row, rowAt, units, column, factor, index, value, from, to, matrix);
    }
    for (; column + LANES <= units; column += LANES) {
      FloatVector d = FloatVector.fromArray(SPECIES, row, rowAt + column).mul(factor);
      for (int k = from; k < to; k++) {
        int at = index[k] * units + column;
        FloatVector x = FloatVector.broadcast(SPECIES, value[k]);
        d.fma(x, FloatVector.fromArray(SPECIES, matrix, at)).intoArray(matrix, at);
      }
    }
    for (; column < units; column++) {
      float d = row[rowAt + column] * factor;
      for (int k = from; k < to; k++) {
        matrix[index[k] * units + column] += value[k] * d;
      }
    }
  }

  private static void scatterMiddle(
      float[] row,
      int rowAt,
      int units,
      int column,
      float factor,
      char[] index,
      float[] value,
      int from,
      int to,
      float[] matrix) {
    int place = rowAt + column;
    FloatVector d0 = FloatVector.fromArray(SPECIES, row, place).mul(factor);
    FloatVector d1 = FloatVector.fromArray(SPECIES, row, place + LANES).mul(factor);
    FloatVector d2 = FloatVector.fromArray(SPECIES, row, place + 2 * LANES).mul(factor);
    FloatVector d3 = FloatVector.fromArray(SPECIES, row, place + 3 * LANES).mul(factor);
    for (int k = from; k < to; k++) {
      int at = index[k] * units + column;
      FloatVector x = FloatVector.broadcast(SPECIES, value[k]);
      d0.fma(x, FloatVector.fromArray(SPECIES, matrix, at)).intoArray(matrix, at);
      d1.fma(x, FloatVector.fromArray(SPECIES, matrix, at + LANES)).intoArray(matrix, at + LANES);
      d2.fma(x, FloatVector.fromArray(SPECIES, matrix, at + 2 * LANES))
          .intoArray(matrix, at + 2 * LANES);
      d3.fma(x, FloatVector.fromArray(SPECIES, matrix, at + 3 * LANES))
          .intoArray(matrix, at + 3 * LANES);
    }
  }
}
