package digitstudio.digits;

import java.util.Arrays;

/** One 28×28 image in MNIST's manner: 0 is paper, 255 is ink, row by row from the top left. */
public final class DigitImage {
  /** Rows and columns. */
  public static final int SIDE = 28;

  /** Pixels of an image. */
  public static final int PIXELS = SIDE * SIDE;

  private final byte[] pixels;

  /**
   * @param pixels {@value #PIXELS} unsigned bytes, copied
   */
  public DigitImage(byte[] pixels) {
    if (pixels.length != PIXELS) {
      throw new IllegalArgumentException(pixels.length + " pixels instead of " + PIXELS);
    }
    this.pixels = pixels.clone();
  }

  /** Ink of a pixel, 0 to 255. */
  public int ink(int row, int column) {
    return pixels[row * SIDE + column] & 0xFF;
  }

  /** A copy of the {@value #PIXELS} unsigned bytes. */
  public byte[] pixels() {
    return pixels.clone();
  }

  /** Whether there is no ink at all. */
  public boolean isBlank() {
    for (byte pixel : pixels) {
      if (pixel != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DigitImage image && Arrays.equals(pixels, image.pixels);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(pixels);
  }
}
