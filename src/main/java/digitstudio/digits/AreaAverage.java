package digitstudio.digits;

/**
 * Ink at another fineness: each new pixel is the average of the ink under it, so that no line is
 * lost and none gets jagged.
 */
final class AreaAverage {
  private AreaAverage() {}

  /**
   * Ink of a grid laid over other ink; beyond its edges is paper.
   *
   * @param left edge of the grid, in pixels of the ink, whole or not
   * @param top edge of the grid
   * @param step side of the grid's pixels, in pixels of the ink, whole or not
   * @param width columns of the grid
   * @param height rows of the grid
   */
  static Ink of(Ink ink, double left, double top, double step, int width, int height) {
    Ink across = transposedRows(ink, left, step, width);
    return transposedRows(across, top, step, height);
  }

  /** Rows averaged to a new length, and laid down as columns. */
  private static Ink transposedRows(Ink ink, double start, double step, int length) {
    float[] values = new float[length * ink.height()];
    for (int i = 0; i < length; i++) {
      double from = Math.max(0, start + i * step);
      double to = Math.min(ink.width(), start + (i + 1) * step);
      for (int row = 0; row < ink.height(); row++) {
        double sum = 0;
        for (int column = (int) from; column < to; column++) {
          double share = Math.min(column + 1, to) - Math.max(column, from);
          sum += share * ink.values()[row * ink.width() + column];
        }
        values[i * ink.height() + row] = (float) (sum / step);
      }
    }
    return new Ink(ink.height(), length, values);
  }
}
