package digitstudio.report.figure;

import digitstudio.digits.ClassNames;
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

  /** Letters of a name that stand beside the matrix. */
  private static final int LONGEST = 14;

  /** Names as wide as so many numbers of two digits stand upright over their columns. */
  private static final double UPRIGHT = 1.5;

  private static final double CLASSES_IN_SIZE = 14;
  private static final double MOST_ROOM = 1.8;

  private final long[][] counts;
  private final ConfusionMatrix confusion;
  private final ClassNames classes;
  private final String rows;
  private final String columns;
  private final ChartFonts fonts;
  private final NumberFormat numbers;

  private ConfusionFigure(
      ConfusionMatrix confusion,
      ClassNames classes,
      String rows,
      String columns,
      Locale locale,
      String family) {
    this.classes = classes;
    this.confusion = confusion;
    this.counts = confusion.counts();
    this.rows = rows;
    this.columns = columns;
    fonts = ChartFonts.of(family, TEXT);
    numbers = NumberFormat.getIntegerInstance(locale);
  }

  /** The figure of a matrix of digits. */
  public static Figure of(
      String name,
      ConfusionMatrix confusion,
      String title,
      String rows,
      String columns,
      Locale locale) {
    return of(name, confusion, ClassNames.DIGITS, title, rows, columns, locale);
  }

  /**
   * The figure.
   *
   * @param classes what its rows and columns are
   * @param title what was read
   * @param rows what stands for the true digit
   * @param columns what stands for the given digit
   */
  public static Figure of(
      String name,
      ConfusionMatrix confusion,
      ClassNames classes,
      String title,
      String rows,
      String columns,
      Locale locale) {
    String family = PaperFont.family(locale, "");
    ConfusionFigure figure = new ConfusionFigure(confusion, classes, rows, columns, locale, family);
    return new Figure(
        name, title, locale, family, figure.size(), figure::draw, data(confusion, classes));
  }

  private static FigureData data(ConfusionMatrix confusion, ClassNames classes) {
    long[][] counts = confusion.counts();
    List<String> names = new ArrayList<>();
    names.add("digit");
    List<List<String>> rows = new ArrayList<>();
    for (int digit = 0; digit < counts.length; digit++) {
      names.add("read_as_" + classes.name(digit));
      List<String> row = new ArrayList<>();
      row.add(classes.name(digit));
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
    double longest = longestName(metrics);
    double left = longest + 2 * TEXT;
    double top = (isUpright(metrics) ? 2 * line : line + longest) + TEXT;
    int count = Math.max(1, counts.length);
    double cell = Math.min((width - left) / count, (height - top) / count);
    Rectangle2D area = new Rectangle2D.Double(left, top, cell * count, cell * count);
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
      String text = fitted(classes.name(digit), metrics);
      double middle = (digit + 0.5) * cell;
      drawAcross(graphics, text, area.getX() + middle, area.getY() - 0.5 * TEXT, metrics);
      graphics.drawString(
          text,
          (float) (area.getX() - TEXT - metrics.stringWidth(text)),
          (float) (area.getY() + middle + 0.36 * metrics.getAscent()));
    }
  }

  /** Names that are wider than their column stand on end. */
  private void drawAcross(
      Graphics2D graphics, String text, double middle, double bottom, FontMetrics metrics) {
    if (isUpright(metrics)) {
      graphics.drawString(text, (float) (middle - metrics.stringWidth(text) / 2.0), (float) bottom);
      return;
    }
    Graphics2D turned = (Graphics2D) graphics.create();
    turned.translate(middle + 0.36 * metrics.getAscent(), bottom);
    turned.rotate(-Math.PI / 2);
    turned.drawString(text, 0, 0);
    turned.dispose();
  }

  private boolean isUpright(FontMetrics metrics) {
    return longestName(metrics) <= UPRIGHT * metrics.stringWidth("00");
  }

  private double longestName(FontMetrics metrics) {
    return classes.names().stream()
        .mapToDouble(name -> metrics.stringWidth(fitted(name, metrics)))
        .reduce(metrics.stringWidth("00"), Math::max);
  }

  /** As much of a name as the matrix can spare room for. */
  private static String fitted(String name, FontMetrics metrics) {
    int most = metrics.stringWidth("0") * LONGEST;
    if (metrics.stringWidth(name) <= most) {
      return name;
    }
    int end = name.length();
    while (end > 1 && metrics.stringWidth(name.substring(0, end) + "…") > most) {
      end = name.offsetByCodePoints(end, -1);
    }
    return name.substring(0, end) + "…";
  }

  /** A matrix of many classes is a larger picture, so that its cells stay legible. */
  private FigureSize size() {
    double factor = Math.max(1, Math.min(MOST_ROOM, counts.length / CLASSES_IN_SIZE));
    return new FigureSize(SIZE.width() * factor, SIZE.height() * factor);
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
    if (metrics.stringWidth(text) > cell || metrics.getAscent() > cell) {
      graphics.setFont(graphics.getFont().deriveFont((float) smaller(metrics, text, cell)));
      metrics = graphics.getFontMetrics();
    }
    graphics.setPaint(strength > DARK ? Color.WHITE : ChartPalette.LIGHT.text());
    graphics.drawString(
        text,
        (float) (x + (cell - metrics.stringWidth(text)) / 2),
        (float) (y + cell / 2 + 0.36 * metrics.getAscent()));
  }

  /** The size at which a count fits its cell. */
  private static double smaller(FontMetrics metrics, String text, double cell) {
    double size = metrics.getFont().getSize2D();
    return size * Math.min(cell / metrics.stringWidth(text), cell / metrics.getAscent()) * 0.95;
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
