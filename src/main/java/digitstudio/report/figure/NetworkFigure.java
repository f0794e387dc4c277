package digitstudio.report.figure;

import digitstudio.digits.ClassNames;
import digitstudio.nn.NetworkSpec;
import digitstudio.report.chart.ChartFonts;
import digitstudio.report.chart.ChartPalette;
import digitstudio.report.diagram.LayerDiagramLayout;
import digitstudio.report.diagram.LayerDiagramLayout.Column;
import digitstudio.report.diagram.LayerDiagramLayout.Kind;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The layers of a network as a figure: nodes in columns, joined each to each. */
public final class NetworkFigure {
  private static final FigureSize SIZE = new FigureSize(160, 70);
  private static final int TEXT = 12;
  private static final double MARGIN = 48;
  private static final int LONGEST = 6;
  private static final double CLOSEST = 84;
  private static final Color INK = new Color(0x0072B2);
  private static final Color LINES = new Color(0xC9D3DC);
  private static final BasicStroke THIN = new BasicStroke(0.6f);

  private final NetworkSpec spec;
  private final ClassNames classes;
  private final Words words;
  private final ChartFonts fonts;
  private final NumberFormat numbers;

  /**
   * What stands below the columns.
   *
   * @param input below the first
   * @param hidden below each hidden layer: its activation
   * @param output below the last
   * @param omitted below what stands for layers left out; {0} is their number
   */
  public record Words(String input, String hidden, String output, String omitted) {}

  private NetworkFigure(
      NetworkSpec spec, ClassNames classes, Words words, Locale locale, String family) {
    this.spec = spec;
    this.classes = classes;
    this.words = words;
    fonts = ChartFonts.of(family, TEXT);
    numbers = NumberFormat.getIntegerInstance(locale);
  }

  /** The figure of a network that reads digits, or tells apart what has no names. */
  public static Figure of(String name, NetworkSpec spec, String title, Words words, Locale locale) {
    return of(name, spec, ClassNames.DIGITS, title, words, locale);
  }

  /** The figure. */
  public static Figure of(
      String name, NetworkSpec spec, ClassNames classes, String title, Words words, Locale locale) {
    String family = PaperFont.family(locale, "");
    NetworkFigure figure = new NetworkFigure(spec, classes, words, locale, family);
    return new Figure(name, title, locale, family, SIZE, figure::draw, data(spec));
  }

  private static FigureData data(NetworkSpec spec) {
    List<List<String>> rows = new ArrayList<>();
    spec.layers()
        .forEach(
            layer ->
                rows.add(
                    List.of(Integer.toString(layer.inputs()), Integer.toString(layer.units()))));
    return new FigureData(List.of("inputs", "units"), rows);
  }

  private void draw(Graphics2D graphics, double width, double height) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    FontMetrics metrics = graphics.getFontMetrics(fonts.text());
    double words = 2 * metrics.getHeight() + TEXT;
    LayerDiagramLayout layout =
        LayerDiagramLayout.of(spec, width, Math.max(20, height - words), MARGIN, CLOSEST);
    List<Column> columns = layout.columns();
    graphics.setPaint(LINES);
    graphics.setStroke(THIN);
    for (int i = 0; i + 1 < columns.size(); i++) {
      join(graphics, columns.get(i), columns.get(i + 1));
    }
    for (Column column : columns) {
      drawNodes(graphics, column, Math.max(2, layout.radius()), height - words);
      drawWords(graphics, column, height - words + TEXT);
    }
  }

  private static void join(Graphics2D graphics, Column from, Column to) {
    for (double start : from.nodes()) {
      for (double end : to.nodes()) {
        graphics.draw(new Line2D.Double(from.x(), start, to.x(), end));
      }
    }
  }

  private void drawNodes(Graphics2D graphics, Column column, double radius, double height) {
    graphics.setPaint(column.kind() == Kind.INPUT ? ChartPalette.LIGHT.quiet() : INK);
    for (int i = 0; i < column.nodes().size(); i++) {
      double y = column.nodes().get(i);
      dot(graphics, column.x(), y, radius);
      if (column.kind() == Kind.OUTPUT && column.dots().isEmpty()) {
        graphics.setFont(fonts.ticks());
        graphics.drawString(
            fitted(classes.name(i)), (float) (column.x() + radius + 6), (float) (y + 4));
      }
    }
    for (double y : column.dots()) {
      dot(graphics, column.x(), y, 1.2);
    }
    if (column.kind() == Kind.OMITTED) {
      for (int i = -1; i <= 1; i++) {
        dot(graphics, column.x() + 8 * i, height / 2, 1.5);
      }
    }
  }

  /** As much of a name as the margin has room for. */
  private static String fitted(String name) {
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
  }

  private static void dot(Graphics2D graphics, double x, double y, double radius) {
    graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  private void drawWords(Graphics2D graphics, Column column, double top) {
    String name =
        switch (column.kind()) {
          case INPUT -> words.input();
          case HIDDEN -> words.hidden();
          case OMITTED -> "";
          case OUTPUT -> words.output();
        };
    String count =
        column.kind() == Kind.OMITTED
            ? java.text.MessageFormat.format(words.omitted(), column.count())
            : numbers.format(column.count());
    FontMetrics metrics = graphics.getFontMetrics(fonts.text());
    graphics.setFont(fonts.text());
    graphics.setPaint(ChartPalette.LIGHT.text());
    centred(graphics, count, column.x(), top + metrics.getAscent());
    graphics.setFont(fonts.ticks());
    graphics.setPaint(ChartPalette.LIGHT.quiet());
    centred(graphics, name, column.x(), top + metrics.getHeight() + metrics.getAscent());
  }

  private static void centred(Graphics2D graphics, String text, double x, double baseline) {
    double width = graphics.getFontMetrics().stringWidth(text);
    graphics.drawString(text, (float) (x - width / 2), (float) baseline);
  }
}
