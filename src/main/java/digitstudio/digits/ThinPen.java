package digitstudio.digits;

/**
 * Gives a digit that was written with a hair line a pen of MNIST's width: scaled down as it is, it
 * would be faint and broken.
 */
final class ThinPen {
  /** Pens thinner than this, in pixels of the final image, are thickened; MNIST has hardly any. */
  private static final double THIN = 1.1;

  /** The width they get. */
  private static final double WANTED = 1.8;

  /** Pixels along the digit's longer side while its pen is thickened. */
  private static final int FINENESS = 8 * DigitNormalizer.BOX;

  private ThinPen() {}

  /** The ink as it is, or thickened if its pen is thin. */
  static Ink thicken(Ink ink, float darkest, InkBox box) {
    double width = width(ink, darkest / 2) * DigitNormalizer.BOX / box.longest();
    if (width >= THIN) {
      return ink;
    }
    double radius = (WANTED - width) / 2 * FINENESS / DigitNormalizer.BOX;
    int margin = (int) Math.ceil(radius) + 1;
    double step = (double) box.longest() / FINENESS;
    Ink fine =
        AreaAverage.of(
            ink,
            box.left() - margin * step,
            box.top() - margin * step,
            step,
            (int) Math.ceil(box.width() / step) + 2 * margin,
            (int) Math.ceil(box.height() / step) + 2 * margin);
    return spread(fine, radius);
  }

  /** Pen width in pixels of the ink: twice the area over the length of the outline. */
  private static double width(Ink ink, float threshold) {
    long area = 0;
    long edges = 0;
    for (int row = 0; row < ink.height(); row++) {
      boolean left = false;
      for (int column = 0; column < ink.width(); column++) {
        int place = row * ink.width() + column;
        boolean here = ink.values()[place] > threshold;
        boolean above = row > 0 && ink.values()[place - ink.width()] > threshold;
        area += here ? 1 : 0;
        edges += here != left ? 1 : 0;
        edges += here != above ? 1 : 0;
        edges += here && column == ink.width() - 1 ? 1 : 0;
        edges += here && row == ink.height() - 1 ? 1 : 0;
        left = here;
      }
    }
    // A slanting outline runs along the sides of pixels, on average 4/pi times its length.
    return 2 * area / (edges * Math.PI / 4);
  }

  private static Ink spread(Ink ink, double radius) {
    float darkest = 0;
    for (float value : ink.values()) {
      darkest = Math.max(darkest, value);
    }
    float[] spread = new float[ink.values().length];
    for (int place = 0; place < spread.length; place++) {
      // Where a hair line was averaged with its paper it counts as line.
      float value = Math.min(1, 2 * ink.values()[place] / darkest);
      if (value > 0) {
        stamp(spread, ink, place, value, radius);
      }
    }
    return new Ink(ink.width(), ink.height(), spread);
  }

  private static void stamp(float[] spread, Ink ink, int place, float value, double radius) {
    int reach = (int) Math.ceil(radius);
    int row = place / ink.width();
    int column = place % ink.width();
    for (int y = Math.max(0, row - reach); y <= Math.min(ink.height() - 1, row + reach); y++) {
      for (int x = Math.max(0, column - reach);
          x <= Math.min(ink.width() - 1, column + reach);
          x++) {
        double coverage = Math.min(1, radius + 0.5 - Math.hypot(x - column, y - row));
        int target = y * ink.width() + x;
        spread[target] = Math.max(spread[target], (float) (value * coverage));
      }
    }
  }
}
