package digitstudio.report.chart;

import java.awt.Color;
import java.util.List;
import java.util.stream.Stream;

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
 * @param runs curves of several runs, see {@link RunLook}
 */
public record ChartPalette(
    Color ground,
    Color text,
    Color quiet,
    Color grid,
    Color train,
    Color validation,
    List<Color> runs) {
  /** For a light window, and for paper. */
  public static final ChartPalette LIGHT =
      new ChartPalette(
          new Color(0xFFFFFF),
          new Color(0x24292F),
          new Color(0x57606A),
          new Color(0xE4E8EC),
          new Color(0x0072B2),
          new Color(0xD55E00),
          colors(0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0x24292F, 0xE69F00, 0x56B4E9));

  /** For a dark window. */
  public static final ChartPalette DARK =
      new ChartPalette(
          new Color(0x0D1117),
          new Color(0xE6EDF3),
          new Color(0x8B949E),
          new Color(0x262C34),
          new Color(0x56B4E9),
          new Color(0xF5924E),
          colors(0x56B4E9, 0xF5924E, 0x35C79B, 0xE39CC6, 0xE6EDF3, 0xF0E442, 0x8FA0FF));

  public ChartPalette {
    runs = List.copyOf(runs);
  }

  private static List<Color> colors(Integer... values) {
    return Stream.of(values).map(Color::new).toList();
  }

  /** The colour of a curve. */
  public Color curve(CurveRole role) {
    return role == CurveRole.TRAIN ? train : validation;
  }

  /** The same colour, mixed with the ground so that it stands back. */
  Color faint(CurveRole role) {
    return mixed(curve(role), 0.36);
  }

  /** The colour of a run's curves. */
  public Color curve(RunLook look) {
    return runs.get(look.color());
  }

  /** The same colour, mixed with the ground so that it stands back. */
  Color faint(RunLook look) {
    return mixed(curve(look), 0.36);
  }

  /** The same colour as a veil, for the spread around a mean. */
  Color band(RunLook look) {
    Color color = curve(look);
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), 46);
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
