package digitstudio.digits.scan;

import digitstudio.digits.Ink;

/**
 * How bright a sheet's paper is at each of its places, ink or not: a grey closing (Serra 1982) with
 * a window wider than any pen, on a coarse copy of the sheet. What is left of a shadow's edge stays
 * an edge, and light that falls off stays light that falls off.
 */
final class Background {
  /** Columns or rows of the coarse copy: as fine as light is on paper. */
  private static final int COARSE = 320;

  /** Radius over which the closing's flat squares are smoothed, in coarse pixels. */
  private static final int SMOOTHING = 1;

  private final Ink coarse;
  private final double step;

  private Background(Ink coarse, double step) {
    this.coarse = coarse;
    this.step = step;
  }

  /**
   * Measures the paper.
   *
   * @param window columns and rows, in pixels of the sheet, in which some paper is always to be
   *     seen
   */
  static Background of(Ink brightness, double window) {
    int longest = Math.max(brightness.width(), brightness.height());
    int step = Math.max(1, (longest + COARSE - 1) / COARSE);
    Ink coarse = Grid.averaged(brightness, step);
    int radius = (int) Math.max(1, Math.ceil(window / step / 2));
    Ink closed = Grid.lowest(Grid.highest(coarse, radius), radius);
    // Smoothing must not carry light over a shadow's edge, where all would be dark beside it.
    return new Background(Grid.mean(Grid.lowest(closed, SMOOTHING + 1), SMOOTHING), step);
  }

  /** The paper's brightness at a place, drawn out between the coarse pixels. */
  double at(int column, int row) {
    double x = Math.max(0, Math.min(coarse.width() - 1.0, (column + 0.5) / step - 0.5));
    double y = Math.max(0, Math.min(coarse.height() - 1.0, (row + 0.5) / step - 0.5));
    int left = (int) x;
    int top = (int) y;
    int right = Math.min(coarse.width() - 1, left + 1);
    int bottom = Math.min(coarse.height() - 1, top + 1);
    double across = x - left;
    double down = y - top;
    double above = value(left, top) * (1 - across) + value(right, top) * across;
    double below = value(left, bottom) * (1 - across) + value(right, bottom) * across;
    return above * (1 - down) + below * down;
  }

  private double value(int column, int row) {
    return coarse.values()[row * coarse.width() + column];
  }
}
