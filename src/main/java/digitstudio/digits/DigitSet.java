package digitstudio.digits;

import java.util.Arrays;

/** Labelled images as bytes: pixels [size, 784] unsigned, labels [size] of their classes. */
public final class DigitSet {
  private final byte[] pixels;
  private final byte[] labels;
  private final ClassNames classes;

  /**
   * Digits; wraps the arrays without copying; the caller gives them away.
   *
   * @param pixels [size · 784] unsigned bytes
   * @param labels [size], each from 0 to 9
   */
  public DigitSet(byte[] pixels, byte[] labels) {
    this(pixels, labels, ClassNames.DIGITS);
  }

  /**
   * Wraps the arrays without copying; the caller gives them away.
   *
   * @param pixels [size · 784] unsigned bytes
   * @param labels [size], each a class
   * @param classes what the labels stand for
   */
  public DigitSet(byte[] pixels, byte[] labels, ClassNames classes) {
    if (pixels.length != (long) labels.length * DigitImage.PIXELS) {
      throw new IllegalArgumentException(
          pixels.length + " pixels for " + labels.length + " labels");
    }
    this.pixels = pixels;
    this.labels = labels;
    this.classes = classes;
  }

  /** What the labels stand for. */
  public ClassNames classes() {
    return classes;
  }

  /** How many images there are of each class, [classes]. */
  public int[] counts() {
    int[] counts = new int[classes.count()];
    for (byte label : labels) {
      counts[label]++;
    }
    return counts;
  }

  /** How many images. */
  public int size() {
    return labels.length;
  }

  /** The label of an image, from 0. */
  public int label(int index) {
    return labels[index];
  }

  /** A copy of one image. */
  public DigitImage image(int index) {
    int from = index * DigitImage.PIXELS;
    return new DigitImage(Arrays.copyOfRange(pixels, from, from + DigitImage.PIXELS));
  }

  /** The pixels themselves, [size · 784] unsigned bytes, not to be written to. */
  public byte[] pixels() {
    return pixels;
  }

  /** The labels themselves, [size], not to be written to. */
  public byte[] labels() {
    return labels;
  }

  /** The first {@code count} images, or all of them if there are fewer. */
  public DigitSet first(int count) {
    if (count >= size()) {
      return this;
    }
    return new DigitSet(
        Arrays.copyOf(pixels, count * DigitImage.PIXELS), Arrays.copyOf(labels, count), classes);
  }

  /** The images at these places, in this order. */
  public DigitSet select(int[] indices) {
    byte[] chosenPixels = new byte[indices.length * DigitImage.PIXELS];
    byte[] chosenLabels = new byte[indices.length];
    for (int i = 0; i < indices.length; i++) {
      System.arraycopy(
          pixels,
          indices[i] * DigitImage.PIXELS,
          chosenPixels,
          i * DigitImage.PIXELS,
          DigitImage.PIXELS);
      chosenLabels[i] = labels[indices[i]];
    }
    return new DigitSet(chosenPixels, chosenLabels, classes);
  }
}
