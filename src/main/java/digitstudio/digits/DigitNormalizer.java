package digitstudio.digits;

import java.util.Optional;
import java.util.Set;

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
  static final int MARGIN = (DigitImage.SIDE - BOX) / 2;

  /** Ink whose darkest spot is fainter than this is nothing to speak of. */
  private static final float FAINTEST = 0.05f;

  /** Without grey, a pixel is ink from this share of the darkest on. */
  private static final float HALF = 0.5f;

  private DigitNormalizer() {}

  /** The image, or nothing if there is no ink to speak of. */
  public static Optional<DigitImage> normalize(Ink ink) {
    return stages(PadInk.whole(ink), DigitStep.all()).map(DigitStages::image);
  }

  /**
   * The way to the image with these steps and no others, or nothing if there is no ink to speak of.
   * With all of them the image is that of {@link #normalize}.
   *
   * @param drawn with {@link DigitStep#PEN} or without it, as {@link StrokeRasterizer#onPad} draws
   */
  public static Optional<DigitStages> stages(PadInk drawn, Set<DigitStep> steps) {
    Ink ink = drawn.ink();
    float darkest = darkest(ink);
    if (!(darkest >= FAINTEST)) {
      return Optional.empty();
    }
    boolean crop = steps.contains(DigitStep.CROP);
    Ink digit =
        crop && steps.contains(DigitStep.PEN)
            ? ThinPen.thicken(ink, darkest, InkBox.of(ink, EDGE * darkest))
            : ink;
    Region region =
        crop
            ? Region.of(InkBox.of(digit, EDGE * darkest(digit)))
            : new Region(drawn.left(), drawn.top(), drawn.side(), drawn.side());
    double step =
        steps.contains(DigitStep.SCALE) ? region.longest() / BOX : drawn.side() / DigitImage.SIDE;
    return scaled(drawn, digit, region, step, steps);
  }

  private static Optional<DigitStages> scaled(
      PadInk drawn, Ink digit, Region region, double step, Set<DigitStep> steps) {
    int width = pixels(region.width(), step);
    int height = pixels(region.height(), step);
    Ink scaled =
        AreaAverage.of(
            digit,
            region.left() - MARGIN * step,
            region.top() - MARGIN * step,
            step,
            Math.max(DigitImage.SIDE, width + 2 * MARGIN),
            Math.max(DigitImage.SIDE, height + 2 * MARGIN));
    float darkest = darkest(scaled);
    if (!(darkest > 0)) {
      return Optional.empty();
    }
    InkBox box =
        steps.contains(DigitStep.CROP)
            ? new InkBox(MARGIN, MARGIN, width, height)
            : InkBox.of(scaled, EDGE * darkest);
    int[] size = {width, height};
    int[] shift =
        steps.contains(DigitStep.CENTRE)
            ? toMiddle(scaled, box)
            : new int[] {middle(width) - MARGIN, middle(height) - MARGIN};
    DigitImage image = placed(scaled, shift, darkest, steps.contains(DigitStep.GREY));
    return Optional.of(new DigitStages(drawn, digit, region, scaled, size, shift, image));
  }

  private static float darkest(Ink ink) {
    float darkest = 0;
    for (float value : ink.values()) {
      darkest = Math.max(darkest, value);
    }
    return darkest;
  }

  private static int pixels(double length, double step) {
    // Rounding must not give a box of 20 pixels a 21st.
    return (int) Math.ceil(length / step - 1e-6);
  }

  private static int middle(int length) {
    return Math.floorDiv(DigitImage.SIDE - length, 2);
  }

  /** How far right and down to move a digit so that its centre of mass is in the middle. */
  private static int[] toMiddle(Ink scaled, InkBox box) {
    double mass = 0;
    double massX = 0;
    double massY = 0;
    for (int place = 0; place < scaled.values().length; place++) {
      double value = scaled.values()[place];
      mass += value;
      massX += value * (place % scaled.width() + 0.5);
      massY += value * (place / scaled.width() + 0.5);
    }
    return new int[] {
      shift(massX / mass, box.left(), box.width()), shift(massY / mass, box.top(), box.height())
    };
  }

  /** How far to move a box from where it starts; never so far that it would be cut off. */
  private static int shift(double centreOfMass, int start, int size) {
    if (size > DigitImage.SIDE) {
      return middle(size) - start;
    }
    int wanted = (int) Math.floor(MIDDLE - centreOfMass + 0.5);
    return Math.max(-start, Math.min(DigitImage.SIDE - start - size, wanted));
  }

  private static DigitImage placed(Ink scaled, int[] shift, float darkest, boolean grey) {
    byte[] image = new byte[DigitImage.PIXELS];
    for (int row = 0; row < DigitImage.SIDE; row++) {
      for (int column = 0; column < DigitImage.SIDE; column++) {
        int fromRow = row - shift[1];
        int fromColumn = column - shift[0];
        if (fromRow >= 0
            && fromRow < scaled.height()
            && fromColumn >= 0
            && fromColumn < scaled.width()) {
          float value = scaled.values()[fromRow * scaled.width() + fromColumn];
          float shade = grey ? value : value >= HALF * darkest ? darkest : 0;
          image[row * DigitImage.SIDE + column] = (byte) Math.round(shade / darkest * 255);
        }
      }
    }
    return new DigitImage(image);
  }

  /** A part of some ink, in its pixels, whole or not. */
  record Region(double left, double top, double width, double height) {
    private static Region of(InkBox box) {
      return new Region(box.left(), box.top(), box.width(), box.height());
    }

    double longest() {
      return Math.max(width, height);
    }
  }
}
