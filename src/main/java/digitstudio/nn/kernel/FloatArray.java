package digitstudio.nn.kernel;

import java.lang.ref.Reference;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A float32 ND4J array that vectors and OpenBLAS take turns with.
 *
 * <p>OpenBLAS needs native memory; the Java Vector API is two to three times as fast on heap arrays
 * as on native ones under JDK 17. So the array's entries are on one side at a time and move over
 * when the other side is asked for; a network whose layers all take one way never moves them.
 *
 * <p>Neither a pointer nor a buffer taken from an ND4J array keeps its memory from being freed, so
 * this object holds the array, and whoever works on a view ends with {@link
 * Reference#reachabilityFence} on this object.
 */
public final class FloatArray implements AutoCloseable {
  /** Changes that are put off and belong into the array before anyone sees it. */
  interface Pending {
    /** Makes the changes, and lets go of the array with {@link #setPending}. */
    void settle();

    /** A copy of the array with the changes made; the array and the changes stay as they are. */
    float[] settledCopy(FloatArray array);
  }

  private final INDArray array;
  private final FloatPointer pointer;
  private final FloatBuffer floats;
  private final int length;
  private volatile FloatPointer[] slices = {};
  private float[] heap;
  private volatile boolean onHeap;
  private Pending pending;

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
    floats = pointer.asByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer();
  }

  /** Entries. */
  public int length() {
    return length;
  }

  /** From now on these changes are made before anyone sees the entries; null for none. */
  void setPending(Pending changes) {
    pending = changes;
  }

  /** Makes the changes that are put off, if there are any. */
  public void settle() {
    if (pending != null) {
      pending.settle();
    }
  }

  /** The entries on the heap, to read and write; they move there if they must. */
  float[] heap() {
    if (!onHeap || pending != null) {
      moveToHeap();
    }
    return heap;
  }

  /** Several threads may read a network at once, and the first of them moves its entries. */
  private synchronized void moveToHeap() {
    settle();
    if (!onHeap) {
      if (heap == null) {
        heap = new float[length];
      }
      floats.get(0, heap);
      onHeap = true;
      Reference.reachabilityFence(this);
    }
  }

  /**
   * Makes the entries ready for {@link #slice}; they move to native memory if they must.
   *
   * @param parts of the work, each with a pointer of its own, so that none is made while training
   *     goes on
   */
  void toNative(int parts) {
    if (onHeap || slices.length < parts) {
      moveToNative(parts);
    }
  }

  private synchronized void moveToNative(int parts) {
    settle();
    if (onHeap) {
      floats.put(0, heap);
      onHeap = false;
      Reference.reachabilityFence(this);
    }
    FloatPointer[] pointers = slices;
    while (pointers.length < parts) {
      pointers = Arrays.copyOf(pointers, pointers.length + 1);
      pointers[pointers.length - 1] = new FloatPointer(pointer);
    }
    slices = pointers;
  }

  /** The native pointer of a part, at an entry. */
  FloatPointer slice(int part, long entry) {
    return slices[part].position(entry);
  }

  /** Some entries on the heap: in place if they live there, else copied to the room given. */
  float[] read(int from, int count, float[] room) {
    settle();
    if (onHeap) {
      return heap;
    }
    floats.get(from, room, 0, count);
    Reference.reachabilityFence(this);
    return room;
  }

  /** Where in the array that {@link #read} gives an entry stands. */
  int place(int from) {
    return onHeap ? from : 0;
  }

  /** Writes back what {@link #read} copied, and does nothing where it did not. */
  void write(int from, int count, float[] room) {
    if (!onHeap) {
      floats.put(from, room, 0, count);
      Reference.reachabilityFence(this);
    }
  }

  /** One entry. */
  public float get(int index) {
    settle();
    if (onHeap) {
      return heap[index];
    }
    float value = floats.get(index);
    Reference.reachabilityFence(this);
    return value;
  }

  /** Writes the first entries. */
  public void set(float[] values) {
    settle();
    if (onHeap) {
      System.arraycopy(values, 0, heap, 0, values.length);
    } else {
      floats.put(0, values);
      Reference.reachabilityFence(this);
    }
  }

  /** A copy of the first entries. */
  public float[] copy(int count) {
    if (pending != null) {
      return Arrays.copyOf(pending.settledCopy(this), count);
    }
    if (onHeap) {
      return Arrays.copyOf(heap, count);
    }
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
    settle();
    if (other.pending != null) {
      set(other.pending.settledCopy(other));
    } else if (other.onHeap) {
      set(other.heap);
    } else if (onHeap) {
      other.floats.get(0, heap);
    } else {
      floats.put(0, other.floats, 0, length);
    }
    Reference.reachabilityFence(this);
    Reference.reachabilityFence(other);
  }

  /** Gives the native memory back at once. */
  @Override
  public void close() {
    array.close();
  }
}
