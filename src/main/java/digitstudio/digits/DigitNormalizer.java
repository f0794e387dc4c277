package digitstudio.digits;

import java.util.Optional;

/**
 * Ink to a 28×28 image, as MNIST was made: the digit is cropped, scaled into 20×20 with its aspect
 * kept, and moved by whole pixels so that its centre of mass lies in the middle (LeCun et al.
 * 1998).
 *
 * <p>The middle is where MNIST has it: over its images the centre of mass lies within half a pixel
 * of the centre of pixel (14, 14), counted from 0, and not of the edge between pixels 13 and 14.
 */
public final class DigitNormalizer {
  /** Pixels of the digit's longer side. */
  static final int BOX = 20;

  /** Where the centre of mass goes, in pixels from the image's left and top edge. */
  private static final double MIDDLE = DigitImage.SIDE / 2 + 0.5;

  /** Ink fainter than this share of the darkest is blur around the digit and not its edge. */
  private static final float EDGE = 0.2f;

  /** Pixels kept around the box for that blur. */
  private static final int MARGIN = (DigitImage.SIDE - BOX) / 2;

  /** Ink whose darkest spot is fainter than this is nothing to speak of. */
  private static final float FAINTEST = 0.05f;

  private DigitNormalizer() {}

  /** The image, or nothing if there is no ink to speak of. */
  public static Optional<DigitImage> normalize(Ink ink) {
    float darkest = darkest(ink);
    if (!(darkest >= FAINTEST)) {
      return Optional.empty();
    }
    Ink digit = ThinPen.thicken(ink, darkest, InkBox.of(ink, EDGE * darkest));
    InkBox box = InkBox.of(digit, EDGE * darkest(digit));
    double step = (double) box.longest() / BOX;
    Ink scaled =
        AreaAverage.of(
            digit,
            box.left() - MARGIN * step,
            box.top() - MARGIN * step,
            step,
            DigitImage.SIDE,
            DigitImage.SIDE);
    return Optional.of(centred(scaled, pixels(box.width(), step), pixels(box.height(), step)));
  }

  private static float darkest(Ink ink) {
    float darkest = 0;
    for (float value : ink.values()) {
      darkest = Math.max(darkest, value);
    }
    return darkest;
  }

  private static int pixels(int length, double step) {
    // Rounding must not give a box of 20 pixels a 21st.
    return (int) Math.ceil(length / step - 1e-6);
  }

  /** Moves a digit of this size, whose corner lies at the margins, to the middle. */
  private static DigitImage centred(Ink scaled, int width, int height) {
    double mass = 0;
    double massX = 0;
    double massY = 0;
    for (int place = 0; place < DigitImage.PIXELS; place++) {
      double value = scaled.values()[place];
      mass += value;
      massX += value * (place % DigitImage.SIDE + 0.5);
      massY += value * (place / DigitImage.SIDE + 0.5);
    }
    int right = shift(massX / mass, width);
    int down = shift(massY / mass, height);
    float darkest = darkest(scaled);
    byte[] image = new byte[DigitImage.PIXELS];
    for (int row = Math.max(0, down); row < DigitImage.SIDE + Math.min(0, down); row++) {
      for (int column = Math.max(0, right);
          column < DigitImage.SIDE + Math.min(0, right);
          column++) {
        float value = scaled.values()[(row - down) * DigitImage.SIDE + column - right];
        image[row * DigitImage.SIDE + column] = (byte) Math.round(value / darkest * 255);
      }
    }
    return new DigitImage(image);
  }

  /** How far to move a box that starts at the margin; never so far that it would be cut off. */
  private static int shift(double centreOfMass, int size) {
    int wanted = (int) Math.floor(MIDDLE - centreOfMass + 0.5);
    return Math.max(-MARGIN, Math.min(DigitImage.SIDE - MARGIN - size, wanted));
  }
}
