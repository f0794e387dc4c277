package digitstudio.report.figure;

import digitstudio.report.chart.ChartFonts;
import digitstudio.report.chart.ChartPalette;
import digitstudio.training.ConfusionMatrix;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A confusion matrix as a figure: a row for each true digit, a column for each given one, the
 * darker the larger its share of the row.
 */
public final class ConfusionFigure {
  private static final FigureSize SIZE = new FigureSize(110, 105);
  private static final Color RIGHT = new Color(0x0072B2);
  private static final Color WRONG = new Color(0xD55E00);
  private static final int TEXT = 12;

  /** A share this large is shown in full colour: errors are rare. */
  private static final double FULL_ERROR = 0.04;

  /** From here on the ground is too dark for dark text. */
  private static final double DARK = 0.55;

  private static final double GAP = 1.5;

  private final long[][] counts;
  private final ConfusionMatrix confusion;
  private final String rows;
  private final String columns;
  private final ChartFonts fonts;
  private final NumberFormat numbers;

  private ConfusionFigure(
      ConfusionMatrix confusion, String rows, String columns, Locale locale, String family) {
    this.confusion = confusion;
    this.counts = confusion.counts();
    this.rows = rows;
    this.columns = columns;
    fonts = ChartFonts.of(family, TEXT);
    numbers = NumberFormat.getIntegerInstance(locale);
  }

  /**
   * The figure.
   *
   * @param title what was read
   * @param rows what stands for the true digit
   * @param columns what stands for the given digit
   */
  public static Figure of(
      String name,
      ConfusionMatrix confusion,
      String title,
      String rows,
      String columns,
      Locale locale) {
    String family = PaperFont.family(locale, "");
    ConfusionFigure figure = new ConfusionFigure(confusion, rows, columns, locale, family);
    return new Figure(name, title, locale, family, SIZE, figure::draw, data(confusion));
  }

  private static FigureData data(ConfusionMatrix confusion) {
    long[][] counts = confusion.counts();
    List<String> names = new ArrayList<>();
    names.add("digit");
    List<List<String>> rows = new ArrayList<>();
    for (int digit = 0; digit < counts.length; digit++) {
      names.add("read_as_" + digit);
      List<String> row = new ArrayList<>();
      row.add(Integer.toString(digit));
      for (long count : counts[digit]) {
        row.add(Long.toString(count));
      }
      rows.add(row);
    }
    return new FigureData(names, rows);
  }

  private void draw(Graphics2D graphics, double width, double height) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    FontMetrics metrics = graphics.getFontMetrics(fonts.text());
    double line = metrics.getHeight();
    double left = metrics.stringWidth("00") + 2 * TEXT;
    double top = 2 * line + TEXT;
    int classes = Math.max(1, counts.length);
    double cell = Math.min((width - left) / classes, (height - top) / classes);
    Rectangle2D area = new Rectangle2D.Double(left, top, cell * classes, cell * classes);
    drawNames(graphics, area, cell, metrics);
    for (int digit = 0; digit < counts.length; digit++) {
      for (int given = 0; given < counts.length; given++) {
        drawCell(graphics, area, cell, digit, given);
      }
    }
  }

  private void drawNames(Graphics2D graphics, Rectangle2D area, double cell, FontMetrics metrics) {
    graphics.setFont(fonts.text());
    graphics.setPaint(ChartPalette.LIGHT.quiet());
    float baseline = metrics.getAscent();
    graphics.drawString(rows + " ↓", 0, baseline);
    String across = columns + " →";
    graphics.drawString(across, (float) (area.getMaxX() - metrics.stringWidth(across)), baseline);
    for (int digit = 0; digit < counts.length; digit++) {
      String text = Integer.toString(digit);
      double middle = (digit + 0.5) * cell;
      graphics.drawString(
          text,
          (float) (area.getX() + middle - metrics.stringWidth(text) / 2.0),
          (float) (area.getY() - 0.5 * TEXT));
      graphics.drawString(
          text,
          (float) (area.getX() - TEXT - metrics.stringWidth(text)),
          (float) (area.getY() + middle + 0.36 * metrics.getAscent()));
    }
  }

  private void drawCell(Graphics2D graphics, Rectangle2D area, double cell, int digit, int given) {
    long count = counts[digit][given];
    double share = (double) count / Math.max(1, confusion.support(digit));
    double strength = digit == given ? 0.85 * share : Math.min(0.8, share / FULL_ERROR);
    double x = area.getX() + given * cell;
    double y = area.getY() + digit * cell;
    graphics.setPaint(mixed(digit == given ? RIGHT : WRONG, count == 0 ? 0 : 0.06 + strength));
    graphics.fill(new Rectangle2D.Double(x + GAP / 2, y + GAP / 2, cell - GAP, cell - GAP));
    if (count == 0) {
      return;
    }
    String text = numbers.format(count);
    graphics.setFont(fonts.ticks());
    FontMetrics metrics = graphics.getFontMetrics();
    graphics.setPaint(strength > DARK ? Color.WHITE : ChartPalette.LIGHT.text());
    graphics.drawString(
        text,
        (float) (x + (cell - metrics.stringWidth(text)) / 2),
        (float) (y + cell / 2 + 0.36 * metrics.getAscent()));
  }

  private static Color mixed(Color color, double share) {
    double part = Math.min(1, share);
    double ground = 246 * (1 - part);
    return new Color(
        (int) Math.round(part * color.getRed() + ground),
        (int) Math.round(part * color.getGreen() + ground),
        (int) Math.round(part * color.getBlue() + ground));
  }
}
