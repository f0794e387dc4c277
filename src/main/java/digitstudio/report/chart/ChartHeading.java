package digitstudio.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.Size2D;

/** The line above a chart: its title at the left, its curves named at the right. */
final class ChartHeading extends Title {
  private static final long serialVersionUID = 1;
  private static final int SAMPLE = 24;
  private static final int GAP = 6;
  private static final int BETWEEN = 16;
  private static final int BELOW = 12;

  /**
   * A curve's name.
   *
   * @param name as it is written
   * @param color of the curve
   * @param stroke of the curve
   */
  record Entry(String name, Color color, BasicStroke stroke) {}

  private final String title;
  private final transient List<Entry> entries;
  private final transient ChartFonts fonts;
  private final transient ChartPalette palette;

  ChartHeading(String title, List<Entry> entries, ChartFonts fonts, ChartPalette palette) {
    this.title = title;
    this.entries = List.copyOf(entries);
    this.fonts = fonts;
    this.palette = palette;
    setPadding(0, 0, 0, 0);
  }

  @Override
  public Size2D arrange(Graphics2D graphics, RectangleConstraint constraint) {
    double height = graphics.getFontMetrics(fonts.title()).getHeight() + BELOW;
    return new Size2D(constraint.getWidthRange().getUpperBound(), height);
  }

  @Override
  public void draw(Graphics2D graphics, Rectangle2D area) {
    graphics.setFont(fonts.title());
    graphics.setPaint(palette.text());
    float baseline = (float) area.getY() + graphics.getFontMetrics().getAscent();
    graphics.drawString(title, (float) area.getX(), baseline);
    graphics.setFont(fonts.text());
    double right = area.getMaxX();
    for (int i = entries.size() - 1; i >= 0; i--) {
      right = drawEntry(graphics, entries.get(i), right, baseline) - BETWEEN;
    }
  }

  private double drawEntry(Graphics2D graphics, Entry entry, double right, float baseline) {
    var metrics = graphics.getFontMetrics();
    double textLeft = right - metrics.stringWidth(entry.name());
    graphics.setPaint(palette.quiet());
    graphics.drawString(entry.name(), (float) textLeft, baseline);
    double left = textLeft - GAP - SAMPLE;
    double middle = baseline - Math.round(0.32 * metrics.getAscent());
    graphics.setPaint(entry.color());
    graphics.setStroke(entry.stroke());
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.draw(new Line2D.Double(left, middle, left + SAMPLE, middle));
    return left;
  }

  @Override
  public Object draw(Graphics2D graphics, Rectangle2D area, Object parameters) {
    draw(graphics, area);
    return null;
  }
}
