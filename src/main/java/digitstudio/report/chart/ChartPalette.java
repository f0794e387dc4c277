package digitstudio.report.chart;

import java.awt.Color;

/**
 * The colours of a chart; those of the curves are Okabe and Ito's, which colour-blind eyes tell
 * apart, lightened for a dark ground.
 *
 * @param ground behind the curves
 * @param text of titles and marks
 * @param quiet text of the axes
 * @param grid thin lines
 * @param train train curve
 * @param validation validation curve
 */
public record ChartPalette(
    Color ground, Color text, Color quiet, Color grid, Color train, Color validation) {
  /** For a light window, and for paper. */
  public static final ChartPalette LIGHT =
      new ChartPalette(
          new Color(0xFFFFFF),
          new Color(0x24292F),
          new Color(0x57606A),
          new Color(0xE4E8EC),
          new Color(0x0072B2),
          new Color(0xD55E00));

  /** For a dark window. */
  public static final ChartPalette DARK =
      new ChartPalette(
          new Color(0x0D1117),
          new Color(0xE6EDF3),
          new Color(0x8B949E),
          new Color(0x262C34),
          new Color(0x56B4E9),
          new Color(0xF5924E));

  /** The colour of a curve. */
  public Color curve(CurveRole role) {
    return role == CurveRole.TRAIN ? train : validation;
  }

  /** The same colour, mixed with the ground so that it stands back. */
  Color faint(CurveRole role) {
    return mixed(curve(role), 0.36);
  }

  /** Laid under words that stand on curves. */
  Color veil() {
    return new Color(ground.getRed(), ground.getGreen(), ground.getBlue(), 200);
  }

  private Color mixed(Color color, double share) {
    return new Color(
        mixed(color.getRed(), ground.getRed(), share),
        mixed(color.getGreen(), ground.getGreen(), share),
        mixed(color.getBlue(), ground.getBlue(), share));
  }

  private static int mixed(int of, int with, double share) {
    return (int) Math.round(share * of + (1 - share) * with);
  }
}
