package digitstudio.digits;

/** Images of other sizes as one of 28×28: scaled with their proportions kept, in the middle. */
public final class ScaledImage {
  private ScaledImage() {}

  /**
   * The pixels of an image.
   *
   * @param ink 0 for paper to 1 for ink, of any size
   * @return [784] unsigned bytes
   */
  public static byte[] pixels(Ink ink) {
    int side = DigitImage.SIDE;
    Ink scaled = ink;
    if (ink.width() != side || ink.height() != side) {
      double longest = Math.max(ink.width(), ink.height());
      double step = longest / side;
      scaled =
          AreaAverage.of(
              ink, (ink.width() - longest) / 2, (ink.height() - longest) / 2, step, side, side);
    }
    byte[] pixels = new byte[DigitImage.PIXELS];
    for (int place = 0; place < pixels.length; place++) {
      pixels[place] = (byte) Math.round(255 * Math.min(1, Math.max(0, scaled.values()[place])));
    }
    return pixels;
  }
}
