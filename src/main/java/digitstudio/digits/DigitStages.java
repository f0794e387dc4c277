package digitstudio.digits;

/**
 * A drawing on its way to the network's 28×28 pixels, stage by stage.
 *
 * <p>The pictures of the stages are made when they are asked for, so that nobody else pays for
 * them.
 */
public final class DigitStages {
  private final PadInk drawn;
  private final Ink digit;
  private final DigitNormalizer.Region region;
  private final Ink scaled;
  private final int width;
  private final int height;
  private final int right;
  private final int down;
  private final DigitImage image;

  /**
   * @param drawn what was drawn
   * @param digit the same, or with a wider pen
   * @param region of the digit's ink that is scaled
   * @param scaled that region with margins, in final pixels
   * @param size of the region in final pixels: columns, rows
   * @param shift to the final place, in pixels: right, down
   * @param image what the network sees
   */
  DigitStages(
      PadInk drawn,
      Ink digit,
      DigitNormalizer.Region region,
      Ink scaled,
      int[] size,
      int[] shift,
      DigitImage image) {
    this.drawn = drawn;
    this.digit = digit;
    this.region = region;
    this.scaled = scaled;
    width = size[0];
    height = size[1];
    right = shift[0];
    down = shift[1];
    this.image = image;
  }

  /** The pad with its ink, at so many pixels along its side. */
  public Ink drawn(int side) {
    return drawn.sampled(side);
  }

  /** What was cut out, at so many pixels along its longer side. */
  public Ink cropped(int side) {
    double step = region.longest() / side;
    int columns = Math.max(1, (int) Math.round(region.width() / step));
    int rows = Math.max(1, (int) Math.round(region.height() / step));
    return AreaAverage.of(digit, region.left(), region.top(), step, columns, rows);
  }

  /** What was cut out, in pixels of the final size: 20 along the longer side if it was scaled. */
  public Ink scaled() {
    return moved(DigitNormalizer.MARGIN, DigitNormalizer.MARGIN, width, height);
  }

  /** The digit in its place among 28×28 pixels, its ink as dark as it became by the scaling. */
  public Ink placed() {
    return moved(-right, -down, DigitImage.SIDE, DigitImage.SIDE);
  }

  private Ink moved(int left, int top, int columns, int rows) {
    float[] values = new float[columns * rows];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int fromRow = row + top;
        int fromColumn = column + left;
        if (fromRow >= 0
            && fromRow < scaled.height()
            && fromColumn >= 0
            && fromColumn < scaled.width()) {
          values[row * columns + column] = scaled.values()[fromRow * scaled.width() + fromColumn];
        }
      }
    }
    return new Ink(columns, rows, values);
  }

  /** What the network sees. */
  public DigitImage image() {
    return image;
  }
}
