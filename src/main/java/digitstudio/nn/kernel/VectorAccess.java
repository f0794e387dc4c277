package digitstudio.nn.kernel;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Vector loads and stores on native memory.
 *
 * <p>JDK 17 reads vectors from byte buffers, later ones from memory segments, and neither knows the
 * other's methods; constant method handles let one class file use whichever there is, at no cost
 * once compiled.
 */
final class VectorAccess {
  private static final boolean AVAILABLE =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

  private VectorAccess() {}

  /** Whether this Java was started with the vector module. */
  static boolean isAvailable() {
    return AVAILABLE;
  }

  /** The object that {@link #load} and {@link #store} take for a direct buffer. */
  static Object memory(ByteBuffer bytes) {
    try {
      return Handles.WRAP.invoke(bytes);
    } catch (Throwable e) {
      throw new LinkageError("vector memory", e);
    }
  }

  /** A vector from a byte offset. */
  static FloatVector load(Object memory, long offset) {
    try {
      return (FloatVector) Handles.LOAD.invokeExact(memory, offset);
    } catch (Throwable e) {
      throw rethrown(e);
    }
  }

  /** A vector to a byte offset. */
  static void store(FloatVector vector, Object memory, long offset) {
    try {
      Handles.STORE.invokeExact(vector, memory, offset);
    } catch (Throwable e) {
      throw rethrown(e);
    }
  }

  private static RuntimeException rethrown(Throwable e) {
    if (e instanceof RuntimeException unchecked) {
      return unchecked;
    }
    throw (Error) e;
  }

  /** Apart, so that it is only loaded where the module is there. */
  private static final class Handles {
    static final MethodHandle WRAP;
    static final MethodHandle LOAD;
    static final MethodHandle STORE;

    static {
      try {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        Class<?> memory = memoryClass();
        boolean segments = memory != ByteBuffer.class;
        Class<?> offset = segments ? long.class : int.class;
        String suffix = segments ? "MemorySegment" : "ByteBuffer";
        MethodHandle load =
            lookup.findStatic(
                FloatVector.class,
                "from" + suffix,
                MethodType.methodType(
                    FloatVector.class, VectorSpecies.class, memory, offset, ByteOrder.class));
        load = MethodHandles.insertArguments(load, 3, ByteOrder.nativeOrder());
        load = MethodHandles.insertArguments(load, 0, FloatVector.SPECIES_PREFERRED);
        LOAD =
            MethodHandles.explicitCastArguments(
                load, MethodType.methodType(FloatVector.class, Object.class, long.class));
        MethodHandle store =
            lookup.findVirtual(
                FloatVector.class,
                "into" + suffix,
                MethodType.methodType(void.class, memory, offset, ByteOrder.class));
        store = MethodHandles.insertArguments(store, 3, ByteOrder.nativeOrder());
        STORE =
            MethodHandles.explicitCastArguments(
                store,
                MethodType.methodType(void.class, FloatVector.class, Object.class, long.class));
        WRAP =
            segments
                ? lookup
                    .findStatic(memory, "ofBuffer", MethodType.methodType(memory, Buffer.class))
                    .asType(MethodType.methodType(Object.class, ByteBuffer.class))
                : MethodHandles.identity(ByteBuffer.class)
                    .asType(MethodType.methodType(Object.class, ByteBuffer.class));
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }

    private static Class<?> memoryClass() throws ClassNotFoundException {
      for (var method : FloatVector.class.getMethods()) {
        if (method.getName().equals("fromMemorySegment")) {
          return Class.forName("java.lang.foreign.MemorySegment");
        }
      }
      return ByteBuffer.class;
    }
  }
}
