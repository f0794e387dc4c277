package digitstudio.training;

import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitSet;
import digitstudio.text.Problem;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;

/**
 * Digits of the person's own hand that a run may learn from, beside those of the training file.
 *
 * <p>A weight w is a number of times that each is shown in an epoch. The gradient of an epoch is
 * the sum (or, by batches, the mean) over what is shown, so a drawing shown w times counts exactly
 * as much as w training images, whether gradients are added or averaged, and every rule that
 * depends on the number of images, such as the step of a batch, needs no second meaning. Of a
 * weight that is not whole, the fraction is the share of the drawings that are shown once more:
 * which, the seed draws, once for the whole run.
 *
 * @param images the drawings; none where there are none
 * @param sha256 over their pixels and labels, for provenance
 */
public record OwnDrawings(DigitSet images, String sha256) {
  /** No drawings. */
  public static final OwnDrawings NONE =
      new OwnDrawings(new DigitSet(new byte[0], new byte[0]), "");

  /** These drawings. */
  public static OwnDrawings of(DigitSet images) {
    if (images.size() == 0) {
      return NONE;
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(images.pixels());
      digest.update(images.labels());
      return new OwnDrawings(images, HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Training images with the drawings behind them, each as often as its weight says.
   *
   * @param weight greater than 0
   * @throws Problem if there are none, they are all of one digit, the weight shows none of them, or
   *     the training images are not digits
   */
  DigitSet behind(DigitSet train, double weight, long seed) {
    if (!train.classes().areDigits()) {
      throw new Problem("ownDrawings.otherClasses");
    }
    int[] shown = shown(weight, seed);
    byte[] pixels =
        Arrays.copyOf(
            train.pixels(), Math.addExact(train.size(), shown.length) * DigitImage.PIXELS);
    byte[] labels = Arrays.copyOf(train.labels(), train.size() + shown.length);
    for (int i = 0; i < shown.length; i++) {
      System.arraycopy(
          images.pixels(),
          shown[i] * DigitImage.PIXELS,
          pixels,
          (train.size() + i) * DigitImage.PIXELS,
          DigitImage.PIXELS);
      labels[train.size() + i] = (byte) images.label(shown[i]);
    }
    return new DigitSet(pixels, labels, train.classes());
  }

  /** Which drawings an epoch shows, each as often as it stands here. */
  int[] shown(double weight, long seed) {
    int size = images.size();
    if (size == 0) {
      throw new Problem("own.none");
    }
    int first = images.label(0);
    boolean several = false;
    for (int i = 1; i < size; i++) {
      several |= images.label(i) != first;
    }
    if (!several) {
      throw new Problem("own.oneDigit", first);
    }
    int whole = (int) weight;
    int more = (int) Math.round((weight - whole) * size);
    if (whole == 0 && more == 0) {
      throw new Problem("own.tooLittle", String.valueOf(weight), size);
    }
    int[] order = new int[size];
    Arrays.setAll(order, i -> i);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < more; i++) {
      int chosen = random.nextInt(i, size);
      int swapped = order[i];
      order[i] = order[chosen];
      order[chosen] = swapped;
    }
    int[] shown = new int[Math.addExact(Math.multiplyExact(whole, size), more)];
    for (int i = 0; i < whole * size; i++) {
      shown[i] = i % size;
    }
    System.arraycopy(order, 0, shown, whole * size, more);
    return shown;
  }
}
