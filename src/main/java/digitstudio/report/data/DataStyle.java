package digitstudio.report.data;

import digitstudio.report.chart.ChartFonts;
import digitstudio.report.chart.ChartPalette;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.Locale;

/**
 * How pictures of the data look, on the screen and on paper.
 *
 * @param palette ground, words and colours
 * @param fonts of all words
 * @param locale how numbers are written
 */
public record DataStyle(ChartPalette palette, ChartFonts fonts, Locale locale) {
  private static final int TEXT = 12;

  /** For the window. */
  public static DataStyle screen(boolean dark, String family, Locale locale) {
    return new DataStyle(
        dark ? ChartPalette.DARK : ChartPalette.LIGHT, ChartFonts.of(family, TEXT), locale);
  }

  /** For paper. */
  public static DataStyle paper(String family, Locale locale) {
    return screen(false, family, locale);
  }

  void prepare(Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
  }

  /** A text around x. */
  static void centred(Graphics2D graphics, String text, double x, double baseline) {
    double width = graphics.getFontMetrics().stringWidth(text);
    graphics.drawString(text, (float) (x - width / 2), (float) baseline);
  }

  /** A text that ends at x. */
  static void right(Graphics2D graphics, String text, double x, double baseline) {
    double width = graphics.getFontMetrics().stringWidth(text);
    graphics.drawString(text, (float) (x - width), (float) baseline);
  }
}
