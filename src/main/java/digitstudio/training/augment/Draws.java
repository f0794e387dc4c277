package digitstudio.training.augment;

/**
 * Random numbers that are a function of a seed, an epoch and a place alone (the finaliser of
 * SplitMix64, Steele, Lea and Flood 2014), so that it does not matter who draws them, or in what
 * order.
 */
final class Draws {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  Draws(long seed, long epoch, long place) {
    state = mix(mix(mix(seed) + epoch * GOLDEN) + place * GOLDEN);
  }

  private static long mix(long bits) {
    long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }

  private long next() {
    state += GOLDEN;
    return mix(state);
  }

  /** Between -most and most, each as likely. */
  double within(double most) {
    return most * (next() >> 11) * 0x1p-52;
  }

  /** Between -1 and 1 for noise, of which there is much. */
  float noise() {
    return (next() >> 40) * 0x1p-23f;
  }

  /** A whole number from 0 to below a power of two. */
  int below(int powerOfTwo) {
    return (int) (next() >>> 32) & powerOfTwo - 1;
  }
}
