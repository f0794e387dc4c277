package digitstudio.digits;

import java.util.Arrays;
import java.util.Optional;

/**
 * Tells ink from paper in a picture: the paper's tone is taken from the border, evenly lit or not,
 * and what differs from it by more than the paper differs from itself is ink.
 */
final class PaperRemoval {
  /** Ink that differs from its paper by less than this, of black to white, is none. */
  private static final double LEAST_CONTRAST = 0.08;

  /** Ink that differs by less than so many deviations of the paper is its grain. */
  private static final double LEAST_SIGNAL = 5;

  /** Grain up to so many deviations becomes paper. */
  private static final double GRAIN = 4;

  /** Half a step of eight bits: below it there is only rounding. */
  private static final double ROUNDING = 0.5 / 255;

  /** Share of the ink that is darker than what counts as full ink. */
  private static final double FULL = 0.02;

  private PaperRemoval() {}

  /**
   * The ink on the paper, or nothing if it is blank.
   *
   * @param brightness 0 for black to 1 for white
   */
  static Optional<Ink> ink(Ink brightness) {
    Paper paper = Paper.of(brightness);
    float[] darkness = new float[brightness.values().length];
    double skew = 0;
    for (int place = 0; place < darkness.length; place++) {
      int row = place / brightness.width();
      int column = place % brightness.width();
      darkness[place] = (float) (paper.at(column, row) - brightness.values()[place]);
      skew += Math.pow(darkness[place], 3);
    }
    if (skew < 0) {
      for (int place = 0; place < darkness.length; place++) {
        darkness[place] = -darkness[place];
      }
    }
    double threshold = threshold(darkness);
    float[] inked = above(darkness, threshold);
    double contrast = mean(inked);
    if (!(contrast >= Math.max(LEAST_CONTRAST, LEAST_SIGNAL * paper.grain()))) {
      return Optional.empty();
    }
    Arrays.sort(inked);
    double full = inked[(int) ((inked.length - 1) * (1 - FULL))];
    double floor = Math.min(threshold / 2, Math.max(ROUNDING, GRAIN * paper.grain()));
    float[] values = new float[darkness.length];
    for (int place = 0; place < values.length; place++) {
      double value = darkness[place] <= floor ? 0 : darkness[place] / full;
      values[place] = (float) Math.min(1, value);
    }
    return Optional.of(Specks.removed(new Ink(brightness.width(), brightness.height(), values)));
  }

  private static float[] above(float[] values, double threshold) {
    float[] above = new float[values.length];
    int count = 0;
    for (float value : values) {
      if (value > threshold) {
        above[count++] = value;
      }
    }
    return Arrays.copyOf(above, count);
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return values.length == 0 ? 0 : sum / values.length;
  }

  /** The value that best parts ink from paper: the largest variance between the two (Otsu 1979). */
  private static double threshold(float[] darkness) {
    int bins = 256;
    long[] counts = new long[bins];
    for (float value : darkness) {
      counts[(int) (Math.min(1, Math.max(0, value)) * (bins - 1))]++;
    }
    double all = 0;
    for (int bin = 0; bin < bins; bin++) {
      all += (double) bin * counts[bin];
    }
    double below = 0;
    long countBelow = 0;
    double best = 0;
    int bestBin = 0;
    for (int bin = 0; bin < bins - 1; bin++) {
      countBelow += counts[bin];
      below += (double) bin * counts[bin];
      long countAbove = darkness.length - countBelow;
      if (countBelow == 0 || countAbove == 0) {
        continue;
      }
      double distance = below / countBelow - (all - below) / countAbove;
      double variance = distance * distance * countBelow * countAbove;
      if (variance > best) {
        best = variance;
        bestBin = bin;
      }
    }
    return (bestBin + 1.0) / (bins - 1);
  }
}
