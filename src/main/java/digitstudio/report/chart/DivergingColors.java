package digitstudio.report.chart;

import java.awt.Color;

/**
 * Colours of values around zero: blue below, the ground's own colour at zero, orange above. Okabe
 * and Ito's two hues, which colour-blind eyes tell apart.
 */
public final class DivergingColors {
  /** On a light ground, and on paper: the further from zero the darker. */
  public static final DivergingColors LIGHT =
      new DivergingColors(
          new Color(0xF6F8FA),
          new Color[] {new Color(0x0072B2), new Color(0x00395C)},
          new Color[] {new Color(0xD55E00), new Color(0x6E3000)},
          new Color(0xCC79A7));

  /** On a dark ground: the further from zero the brighter. */
  public static final DivergingColors DARK =
      new DivergingColors(
          new Color(0x161B22),
          new Color[] {new Color(0x3D9BD8), new Color(0xC9E8FF)},
          new Color[] {new Color(0xE8792B), new Color(0xFFE3CC)},
          new Color(0xE39CC6));

  /** Steps on either side of zero. */
  private static final int STEPS = 255;

  /** Where the full hue is reached; from there on it only grows darker or brighter. */
  private static final double FULL = 0.65;

  private final int[] table = new int[2 * STEPS + 1];
  private final int notFinite;

  private DivergingColors(Color zero, Color[] below, Color[] above, Color notFinite) {
    for (int step = 0; step <= STEPS; step++) {
      double share = (double) step / STEPS;
      table[STEPS - step] = ramp(zero, below, share);
      table[STEPS + step] = ramp(zero, above, share);
    }
    this.notFinite = notFinite.getRGB();
  }

  private static int ramp(Color zero, Color[] hue, double share) {
    return share <= FULL
        ? mixed(zero, hue[0], share / FULL)
        : mixed(hue[0], hue[1], (share - FULL) / (1 - FULL));
  }

  private static int mixed(Color from, Color to, double share) {
    return new Color(
            mixed(from.getRed(), to.getRed(), share),
            mixed(from.getGreen(), to.getGreen(), share),
            mixed(from.getBlue(), to.getBlue(), share))
        .getRGB();
  }

  private static int mixed(int from, int to, double share) {
    return (int) Math.round(from + share * (to - from));
  }

  /**
   * The opaque colour of a value as 0xAARRGGBB; a colour of its own for what is no number.
   *
   * @param share the value over the end of the scale, -1 to 1; more is as much as 1
   */
  public int argb(float share) {
    if (share >= 1) {
      return share < Float.POSITIVE_INFINITY ? table[2 * STEPS] : notFinite;
    }
    if (share <= -1) {
      return share > Float.NEGATIVE_INFINITY ? table[0] : notFinite;
    }
    return Float.isNaN(share) ? notFinite : table[Math.round(STEPS + share * STEPS)];
  }

  /** The same as a colour. */
  public Color color(double share) {
    return new Color(argb((float) share));
  }
}
