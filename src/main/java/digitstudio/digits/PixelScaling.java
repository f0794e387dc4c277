package digitstudio.digits;

import digitstudio.text.Problem;

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

  private static final int BYTE_VALUES = 256;
  private static final int BRIGHTEST = BYTE_VALUES - 1;

  public PixelScaling {
    if (!(mean >= 0 && mean <= 1)) {
      throw new IllegalArgumentException("mean is " + mean + " instead of 0 to 1");
    }
    if (!(deviation > 0 && deviation < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("deviation is " + deviation + " instead of above 0");
    }
    if (!standardization && (mean != 0 || deviation != 1)) {
      throw new IllegalArgumentException(
          "mean " + mean + " and deviation " + deviation + " without standardisation");
    }
  }

  /**
   * The scaling with these options, its mean and deviation measured on the training images.
   *
   * @throws Problem if the images are to be standardised and all their pixels are the same
   */
  public static PixelScaling fit(
      DigitSet train, boolean contrastStretching, boolean standardization) {
    if (!standardization) {
      return new PixelScaling(contrastStretching, false, 0, 1);
    }
    byte[] pixels = new PixelScaling(contrastStretching, false, 0, 1).stretched(train.pixels());
    // Counted first, so that the sums are exact whatever the number of images.
    long[] counts = new long[BYTE_VALUES];
    for (byte pixel : pixels) {
      counts[pixel & 0xFF]++;
    }
    double mean = 0;
    for (int value = 0; value < BYTE_VALUES; value++) {
      mean += (double) counts[value] * value / BRIGHTEST / pixels.length;
    }
    double variance = 0;
    for (int value = 0; value < BYTE_VALUES; value++) {
      double distance = (double) value / BRIGHTEST - mean;
      variance += counts[value] * distance * distance / pixels.length;
    }
    // Rounding leaves a trace of a deviation where there is none; half a grey step on one pixel in
    // a billion is still far above it.
    if (!(variance > 1e-15)) {
      throw new Problem("digits.noDeviation", train.size());
    }
    return new PixelScaling(contrastStretching, true, mean, Math.sqrt(variance));
  }

  /** The input value of each of the 256 byte values, after any stretching: (b/255 - mean)/dev. */
  public float[] values() {
    float[] values = new float[BYTE_VALUES];
    for (int value = 0; value < BYTE_VALUES; value++) {
      values[value] = (float) (((double) value / BRIGHTEST - mean) / deviation);
    }
    return values;
  }

  /**
   * The bytes of the images with contrast stretched if this scaling asks for it; the same array if
   * it does not. An image of one tone stays as it is.
   *
   * @param pixels [images · 784] unsigned bytes
   */
  public byte[] stretched(byte[] pixels) {
    if (!contrastStretching) {
      return pixels;
    }
    byte[] stretched = pixels.clone();
    for (int from = 0; from < pixels.length; from += DigitImage.PIXELS) {
      stretch(stretched, from, from + DigitImage.PIXELS);
    }
    return stretched;
  }

  private static void stretch(byte[] pixels, int from, int to) {
    int least = BRIGHTEST;
    int most = 0;
    for (int i = from; i < to; i++) {
      least = Math.min(least, pixels[i] & 0xFF);
      most = Math.max(most, pixels[i] & 0xFF);
    }
    int span = most - least;
    if (span == 0 || span == BRIGHTEST) {
      return;
    }
    for (int i = from; i < to; i++) {
      pixels[i] = (byte) ((((pixels[i] & 0xFF) - least) * BRIGHTEST + span / 2) / span);
    }
  }
}
