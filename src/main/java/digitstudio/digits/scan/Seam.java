package digitstudio.digits.scan;

import digitstudio.digits.Ink;
import digitstudio.digits.scan.Spots.Spot;

/**
 * The way through a spot from its top to its bottom that crosses the least ink: where digits that
 * touch are cut.
 */
final class Seam {
  /** How far from where a cut is awaited it may be, as a share of a digit's width. */
  private static final double REACH = 0.35;

  /** Going aside costs a little, so that a cut through paper is straight. */
  private static final double ASIDE = 0.05;

  private Seam() {}

  /**
   * Where the first of several digits ends.
   *
   * @param digits that the spot is made of, at least 2
   * @return for each row of the spot's box the column at which the second digit begins
   */
  static int[] in(Spot spot, int digits, Spots spots, Ink darkness) {
    Box box = spot.box();
    double width = (double) box.width() / digits;
    int from = (int) Math.max(1, width * (1 - REACH));
    int to = (int) Math.min(box.width() - 1.0, width * (1 + REACH));
    int columns = to - from + 1;
    double[][] costs = new double[box.height()][columns];
    for (int row = 0; row < box.height(); row++) {
      for (int i = 0; i < columns; i++) {
        int x = box.left() + from + i;
        int y = box.top() + row;
        double ink =
            spots.at(x, y) == spot.number() ? darkness.values()[y * darkness.width() + x] : 0;
        double off = (from + i - width) / width;
        double before = row == 0 ? 0 : least(costs[row - 1], i);
        costs[row][i] = before + ink + 0.02 * off * off;
      }
    }
    return back(costs, box.left() + from);
  }

  private static double least(double[] above, int i) {
    double least = above[i];
    if (i > 0) {
      least = Math.min(least, above[i - 1] + ASIDE);
    }
    return i < above.length - 1 ? Math.min(least, above[i + 1] + ASIDE) : least;
  }

  private static int[] back(double[][] costs, int left) {
    int[] seam = new int[costs.length];
    double[] last = costs[costs.length - 1];
    int at = 0;
    for (int i = 1; i < last.length; i++) {
      at = last[i] < last[at] ? i : at;
    }
    for (int row = costs.length - 1; row >= 0; row--) {
      seam[row] = left + at;
      if (row > 0) {
        double[] above = costs[row - 1];
        int best = at;
        for (int i = Math.max(0, at - 1); i <= Math.min(above.length - 1, at + 1); i++) {
          boolean better =
              above[i] + (i == at ? 0 : ASIDE) < above[best] + (best == at ? 0 : ASIDE);
          best = better ? i : best;
        }
        at = best;
      }
    }
    return seam;
  }
}
