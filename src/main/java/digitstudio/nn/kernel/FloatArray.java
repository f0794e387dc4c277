package digitstudio.nn.kernel;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A float32 ND4J array with the views the kernels work on.
 *
 * <p>Neither a pointer nor a buffer taken from an ND4J array keeps its memory from being freed, so
 * this object holds the array, and whoever works on a view ends with {@link
 * Reference#reachabilityFence} on this object.
 */
public final class FloatArray implements AutoCloseable {
  private final INDArray array;
  private final FloatPointer pointer;
  private final FloatBuffer floats;
  private final Object vectors;
  private final int length;
  private FloatPointer[] slices = {};

  /**
   * A new array of zeros.
   *
   * @param rows at least 1
   * @param columns at least 1; rows · columns at most {@code Integer.MAX_VALUE / 4}
   */
  public FloatArray(int rows, int columns) {
    Blas.ready();
    array = Nd4j.create(DataType.FLOAT, rows, columns);
    length = Math.multiplyExact(rows, columns);
    pointer = new FloatPointer(array.data().pointer());
    ByteBuffer bytes = pointer.asByteBuffer().order(ByteOrder.nativeOrder());
    floats = bytes.asFloatBuffer();
    vectors = VectorAccess.isAvailable() ? VectorAccess.memory(bytes) : null;
  }

  /** Entries. */
  public int length() {
    return length;
  }

  /** One pointer for each part of the work, so that none is made while training goes on. */
  synchronized void prepareSlices(int parts) {
    while (slices.length < parts) {
      slices = Arrays.copyOf(slices, slices.length + 1);
      slices[slices.length - 1] = new FloatPointer(pointer);
    }
  }

  /** The pointer of a part, at an entry. */
  FloatPointer slice(int part, long entry) {
    return slices[part].position(entry);
  }

  FloatBuffer floats() {
    return floats;
  }

  /** What {@link VectorAccess} reads and writes; null without the vector module. */
  Object vectors() {
    return vectors;
  }

  /** One entry. */
  public float get(int index) {
    float value = floats.get(index);
    Reference.reachabilityFence(this);
    return value;
  }

  /** Writes the first entries. */
  public void set(float[] values) {
    floats.put(0, values);
    Reference.reachabilityFence(this);
  }

  /** A copy of the first entries. */
  public float[] copy(int count) {
    float[] values = new float[count];
    floats.get(0, values);
    Reference.reachabilityFence(this);
    return values;
  }

  /** A copy of all entries. */
  public float[] copy() {
    return copy(length);
  }

  /** Takes over the entries of an array of the same length. */
  public void set(FloatArray other) {
    floats.put(0, other.floats, 0, length);
    Reference.reachabilityFence(this);
    Reference.reachabilityFence(other);
  }

  /** Gives the memory back at once. */
  @Override
  public void close() {
    array.close();
  }
}
