package digitstudio.digits;

/**
 * The ink of a drawing together with where the pad lies that it was drawn on.
 *
 * @param ink of the part that is drawn on
 * @param left edge of the pad, in pixels of the ink from its own left edge, mostly negative
 * @param top edge of the pad likewise
 * @param side of the pad, a square around all of it, in pixels of the ink
 */
public record PadInk(Ink ink, double left, double top, double side) {
  public PadInk {
    if (!(side > 0)) {
      throw new IllegalArgumentException("a pad of side " + side);
    }
  }

  /** Ink that fills its pad. */
  static PadInk whole(Ink ink) {
    double side = Math.max(1, Math.max(ink.width(), ink.height()));
    return new PadInk(ink, (ink.width() - side) / 2, (ink.height() - side) / 2, side);
  }

  /** The whole pad at a size. */
  Ink sampled(int pixels) {
    return AreaAverage.of(ink, left, top, side / pixels, pixels, pixels);
  }
}
