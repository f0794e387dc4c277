package digitstudio.digits;

/**
 * How an image's bytes become a network's inputs; it travels with the model.
 *
 * @param contrastStretching whether each image is first stretched to span 0 to 255
 * @param standardization whether the mean is then taken away and the deviation divided by
 * @param mean of the scaled training pixels (0 to 1); 0 without standardisation
 * @param deviation standard deviation of the scaled training pixels; 1 without standardisation
 */
public record PixelScaling(
    boolean contrastStretching, boolean standardization, double mean, double deviation) {
  /** Pixels / 255 and nothing more. */
  public static final PixelScaling PLAIN = new PixelScaling(false, false, 0, 1);

  /** The scaling with these options, its mean and deviation measured on the training images. */
  public static PixelScaling fit(
      DigitSet train, boolean contrastStretching, boolean standardization) {
    throw new UnsupportedOperationException("digits: in work");
  }

  /** The input value of each of the 256 byte values, after any stretching: (b/255 - mean)/dev. */
  public float[] values() {
    throw new UnsupportedOperationException("digits: in work");
  }

  /**
   * The bytes of the images with contrast stretched if this scaling asks for it; the same array if
   * it does not. A blank image stays as it is.
   *
   * @param pixels [images · 784] unsigned bytes
   */
  public byte[] stretched(byte[] pixels) {
    throw new UnsupportedOperationException("digits: in work");
  }
}
