package digitstudio.nn.kernel;

/**
 * Random numbers by place instead of by turn, so that a mask does not depend on who draws it: the
 * finalizer of SplitMix64 (Steele et al. 2014) over a stream's name and an index.
 */
public final class DropoutStream {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private DropoutStream() {}

  /** A number from 0 up to but not including 1. */
  static float uniform(long stream, int index) {
    return (mix(stream + index * GOLDEN) >>> 40) * 0x1p-24f;
  }

  /** The name of a stream among those of a seed. */
  public static long stream(long seed, long number) {
    return mix(mix(seed) + number * GOLDEN);
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
