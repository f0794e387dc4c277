package digitstudio.nn.kernel;

import static digitstudio.nn.kernel.VectorAccess.load;
import static digitstudio.nn.kernel.VectorAccess.store;

import jdk.incubator.vector.FloatVector;

/**
 * Sums of scaled matrix rows, a few vectors of columns at a time so that the sums stay in
 * registers.
 */
final class RowSums {
  private static final int LANES = Elementary.SPECIES.length();
  private static final int STRIDE = LANES * Float.BYTES;
  private static final int WIDE = 8;
  private static final int MIDDLE = 4;

  private RowSums() {}

  /** How many vectors to take at once when so many units are left, at least one vector. */
  static int width(int units) {
    int vectors = units / LANES;
    return vectors >= WIDE ? WIDE : vectors >= MIDDLE ? MIDDLE : 1;
  }

  /**
   * target[row + u …] = Σ value[k + shift] · matrix[index[k]][u …] for k from {@code from} to
   * {@code to}.
   *
   * @param width vectors, as {@link #width} says
   * @param matrix [·, units]
   * @param shift from the place of an index to that of its factor
   * @param add whether to add to what is in the target
   * @param row entry of the target where the row begins
   */
  static void add(
      int width,
      Object matrix,
      int units,
      int u,
      char[] index,
      float[] value,
      int from,
      int to,
      int shift,
      boolean add,
      Object target,
      long row) {
    long column = (long) u * Float.BYTES;
    long place = row * Float.BYTES + column;
    switch (width) {
      case WIDE ->
          addWide(matrix, units, column, index, value, from, to, shift, add, target, place);
      case MIDDLE ->
          addMiddle(matrix, units, column, index, value, from, to, shift, add, target, place);
      default -> addOne(matrix, units, column, index, value, from, to, shift, add, target, place);
    }
  }

  private static void addWide(
      Object matrix,
      int units,
      long column,
      char[] index,
      float[] value,
      int from,
      int to,
      int shift,
      boolean add,
      Object target,
      long place) {
    FloatVector s0 = begin(add, target, place);
    FloatVector s1 = begin(add, target, place + STRIDE);
    FloatVector s2 = begin(add, target, place + 2 * STRIDE);
    FloatVector s3 = begin(add, target, place + 3 * STRIDE);
    FloatVector s4 = begin(add, target, place + 4 * STRIDE);
    FloatVector s5 = begin(add, target, place + 5 * STRIDE);
    FloatVector s6 = begin(add, target, place + 6 * STRIDE);
    FloatVector s7 = begin(add, target, place + 7 * STRIDE);
    for (int k = from; k < to; k++) {
      long at = (long) index[k] * units * Float.BYTES + column;
      FloatVector x = FloatVector.broadcast(Elementary.SPECIES, value[k + shift]);
      s0 = load(matrix, at).fma(x, s0);
      s1 = load(matrix, at + STRIDE).fma(x, s1);
      s2 = load(matrix, at + 2 * STRIDE).fma(x, s2);
      s3 = load(matrix, at + 3 * STRIDE).fma(x, s3);
      s4 = load(matrix, at + 4 * STRIDE).fma(x, s4);
      s5 = load(matrix, at + 5 * STRIDE).fma(x, s5);
      s6 = load(matrix, at + 6 * STRIDE).fma(x, s6);
      s7 = load(matrix, at + 7 * STRIDE).fma(x, s7);
    }
    store(s0, target, place);
    store(s1, target, place + STRIDE);
    store(s2, target, place + 2 * STRIDE);
    store(s3, target, place + 3 * STRIDE);
    store(s4, target, place + 4 * STRIDE);
    store(s5, target, place + 5 * STRIDE);
    store(s6, target, place + 6 * STRIDE);
    store(s7, target, place + 7 * STRIDE);
  }

  private static void addMiddle(
      Object matrix,
      int units,
      long column,
      char[] index,
      float[] value,
      int from,
      int to,
      int shift,
      boolean add,
      Object target,
      long place) {
    FloatVector s0 = begin(add, target, place);
    FloatVector s1 = begin(add, target, place + STRIDE);
    FloatVector s2 = begin(add, target, place + 2 * STRIDE);
    FloatVector s3 = begin(add, target, place + 3 * STRIDE);
    for (int k = from; k < to; k++) {
      long at = (long) index[k] * units * Float.BYTES + column;
      FloatVector x = FloatVector.broadcast(Elementary.SPECIES, value[k + shift]);
      s0 = load(matrix, at).fma(x, s0);
      s1 = load(matrix, at + STRIDE).fma(x, s1);
      s2 = load(matrix, at + 2 * STRIDE).fma(x, s2);
      s3 = load(matrix, at + 3 * STRIDE).fma(x, s3);
    }
    store(s0, target, place);
    store(s1, target, place + STRIDE);
    store(s2, target, place + 2 * STRIDE);
    store(s3, target, place + 3 * STRIDE);
  }

  private static void addOne(
      Object matrix,
      int units,
      long column,
      char[] index,
      float[] value,
      int from,
      int to,
      int shift,
      boolean add,
      Object target,
      long place) {
    FloatVector sum = begin(add, target, place);
    for (int k = from; k < to; k++) {
      long at = (long) index[k] * units * Float.BYTES + column;
      sum = load(matrix, at).fma(FloatVector.broadcast(Elementary.SPECIES, value[k + shift]), sum);
    }
    store(sum, target, place);
  }

  private static FloatVector begin(boolean add, Object target, long place) {
    return add ? load(target, place) : FloatVector.zero(Elementary.SPECIES);
  }

  /**
   * {@link #add} for any range of columns, with the factors somewhere else than the indices.
   *
   * @param count rows to add up
   */
  static void addRange(
      FloatArray matrix,
      int units,
      int begin,
      int end,
      char[] index,
      int indexFrom,
      float[] value,
      int valueFrom,
      int count,
      boolean add,
      FloatArray target,
      int row) {
    int whole = begin + (end - begin) / LANES * LANES;
    for (int u = begin; u < whole; ) {
      int width = width(whole - u);
      add(
          width,
          matrix.vectors(),
          units,
          u,
          index,
          value,
          indexFrom,
          indexFrom + count,
          valueFrom - indexFrom,
          add,
          target.vectors(),
          row);
      u += width * LANES;
    }
    addTail(
        matrix,
        units,
        whole,
        end,
        index,
        value,
        indexFrom,
        indexFrom + count,
        valueFrom - indexFrom,
        add,
        target,
        row);
  }

  /** {@link #add} for the columns from {@code u} to {@code end}, which do not fill a vector. */
  static void addTail(
      FloatArray matrix,
      int units,
      int u,
      int end,
      char[] index,
      float[] value,
      int from,
      int to,
      int shift,
      boolean add,
      FloatArray target,
      int row) {
    for (int column = u; column < end; column++) {
      float sum = add ? target.floats().get(row + column) : 0;
      for (int k = from; k < to; k++) {
        sum += value[k + shift] * matrix.floats().get(index[k] * units + column);
      }
      target.floats().put(row + column, sum);
    }
  }

  /**
   * matrix[index[k]][u …] += factor · value[k] · vector for k from {@code from} to {@code to}.
   *
   * @param width vectors, as {@link #width} says
   * @param entry of {@code vectors} where the vector begins
   */
  static void scatter(
      int width,
      Object vectors,
      long entry,
      float factor,
      char[] index,
      float[] value,
      int from,
      int to,
      Object matrix,
      int units,
      int u) {
    long column = (long) u * Float.BYTES;
    long place = entry * Float.BYTES;
    int done = 0;
    for (; done + MIDDLE <= width; done += MIDDLE) {
      long shift = (long) done * STRIDE;
      scatterMiddle(
          vectors, place + shift, factor, index, value, from, to, matrix, units, column + shift);
    }
    for (; done < width; done++) {
      long shift = (long) done * STRIDE;
      FloatVector d = load(vectors, place + shift).mul(factor);
      for (int k = from; k < to; k++) {
        long at = (long) index[k] * units * Float.BYTES + column + shift;
        FloatVector x = FloatVector.broadcast(Elementary.SPECIES, value[k]);
        store(d.fma(x, load(matrix, at)), matrix, at);
      }
    }
  }

  private static void scatterMiddle(
      Object vectors,
      long place,
      float factor,
      char[] index,
      float[] value,
      int from,
      int to,
      Object matrix,
      int units,
      long column) {
    FloatVector d0 = load(vectors, place).mul(factor);
    FloatVector d1 = load(vectors, place + STRIDE).mul(factor);
    FloatVector d2 = load(vectors, place + 2 * STRIDE).mul(factor);
    FloatVector d3 = load(vectors, place + 3 * STRIDE).mul(factor);
    for (int k = from; k < to; k++) {
      long at = (long) index[k] * units * Float.BYTES + column;
      FloatVector x = FloatVector.broadcast(Elementary.SPECIES, value[k]);
      store(d0.fma(x, load(matrix, at)), matrix, at);
      store(d1.fma(x, load(matrix, at + STRIDE)), matrix, at + STRIDE);
      store(d2.fma(x, load(matrix, at + 2 * STRIDE)), matrix, at + 2 * STRIDE);
      store(d3.fma(x, load(matrix, at + 3 * STRIDE)), matrix, at + 3 * STRIDE);
    }
  }
}
