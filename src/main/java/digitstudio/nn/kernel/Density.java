package digitstudio.nn.kernel;

/** How many of the inputs are not zero, measured on some of them from all over. */
final class Density {
  /** Below this, skipping zeros beats multiplying by them at the full rate of a dense product. */
  static final double WORTH_SKIPPING = 0.4;

  private static final int MOST_LOOKED_AT = 1 << 16;

  private Density() {}

  /** Share of inputs that are not zero. */
  static double of(byte[] pixels, float[] values) {
    int looked = Math.min(pixels.length, MOST_LOOKED_AT);
    int filled = 0;
    for (int i = 0; i < looked; i++) {
      int place = (int) ((long) i * pixels.length / looked);
      filled += values[pixels[place] & 0xFF] != 0 ? 1 : 0;
    }
    // A single drawn image may begin blank and is filled later: nothing yet counts as sparse.
    return looked == 0 ? 0 : (double) filled / looked;
  }
}
