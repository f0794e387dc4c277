package digitstudio.bench;

import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitSet;

/** As many images as are asked for, made of a set by moving its images a pixel or two. */
final class ShiftedDigits {
  /** Rows down and columns to the right of each repetition. */
  private static final int[][] SHIFTS = {
    {0, 0}, {0, 1}, {1, 0}, {0, -1}, {-1, 0}, {1, 1}, {-1, -1}, {1, -1}, {-1, 1}, {0, 2}
  };

  private ShiftedDigits() {}

  /**
   * The images of a set, then all of them shifted, then shifted otherwise, until there are enough.
   */
  static DigitSet of(DigitSet digits, int images) {
    if (images <= digits.size()) {
      return digits.first(images);
    }
    byte[] pixels = new byte[Math.multiplyExact(images, DigitImage.PIXELS)];
    byte[] labels = new byte[images];
    for (int i = 0; i < images; i++) {
      int original = i % digits.size();
      int[] shift = SHIFTS[i / digits.size() % SHIFTS.length];
      labels[i] = (byte) digits.label(original);
      move(
          digits.pixels(),
          original * DigitImage.PIXELS,
          pixels,
          i * DigitImage.PIXELS,
          shift[0],
          shift[1]);
    }
    return new DigitSet(pixels, labels);
  }

  /** What leaves the image is lost, and paper comes in. */
  private static void move(byte[] from, int source, byte[] to, int target, int down, int right) {
    int side = DigitImage.SIDE;
    int width = side - Math.abs(right);
    for (int row = Math.max(0, down); row < side + Math.min(0, down); row++) {
      System.arraycopy(
          from,
          source + (row - down) * side + Math.max(0, -right),
          to,
          target + row * side + Math.max(0, right),
          width);
    }
  }
}
