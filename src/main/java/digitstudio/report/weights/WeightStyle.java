package digitstudio.report.weights;

import digitstudio.report.chart.ChartFonts;
import digitstudio.report.chart.ChartPalette;
import digitstudio.report.chart.DivergingColors;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * How drawings of weights look, on the screen and on paper.
 *
 * @param palette ground, words and grid
 * @param colors of values around zero
 * @param fonts of all words
 * @param locale how numbers are written
 */
public record WeightStyle(
    ChartPalette palette, DivergingColors colors, ChartFonts fonts, Locale locale) {
  static final BasicStroke THIN = new BasicStroke(1);
  private static final int TEXT = 12;

  /** For the window. */
  public static WeightStyle screen(boolean dark, String family, Locale locale) {
    return new WeightStyle(
        dark ? ChartPalette.DARK : ChartPalette.LIGHT,
        dark ? DivergingColors.DARK : DivergingColors.LIGHT,
        ChartFonts.of(family, TEXT),
        locale);
  }

  /** For paper. */
  public static WeightStyle paper(String family, Locale locale) {
    return screen(false, family, locale);
  }

  /** A weight with three figures that count: 0.0123, -1.50, 2.3E-7. */
  public String number(double value) {
    return number(value, locale);
  }

  /** A weight with three figures that count: 0.0123, -1.50, 2.3E-7. */
  public static String number(double value, Locale locale) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "-∞";
    }
    double size = Math.abs(value);
    String pattern =
        size == 0
            ? "0"
            : size < 1e-4 || size >= 1e6
                ? "0.00E0"
                : size >= 100 ? "0" : size >= 10 ? "0.0" : size >= 0.1 ? "0.000" : "0.00000";
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(locale)).format(value);
  }

  void prepare(Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setStroke(THIN);
  }

  /** A text that ends at x. */
  static void right(Graphics2D graphics, String text, double x, double baseline) {
    double width = graphics.getFontMetrics().stringWidth(text);
    graphics.drawString(text, (float) (x - width), (float) baseline);
  }

  /** A text around x. */
  static void centred(Graphics2D graphics, String text, double x, double baseline) {
    double width = graphics.getFontMetrics().stringWidth(text);
    graphics.drawString(text, (float) (x - width / 2), (float) baseline);
  }
}
