package digitstudio.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** Something pointed out on a chart, with a label beside it that stays inside the frame. */
final class ChartMark extends AbstractXYAnnotation {
  private static final long serialVersionUID = 1;
  private static final BasicStroke RING = new BasicStroke(1.5f);
  private static final BasicStroke DROP =
      new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {2, 3}, 0);
  private static final double RADIUS = 5;
  private static final int GAP = 10;

  private enum Shape {
    RING_ABOVE,
    RING_BELOW,
    FLAG
  }

  private final Shape shape;
  private final double x;
  private final double y;
  private final String label;
  private final Color color;
  private final transient ChartFonts fonts;
  private final transient ChartPalette palette;

  private ChartMark(
      Shape shape,
      double x,
      double y,
      String label,
      Color color,
      ChartFonts fonts,
      ChartPalette palette) {
    this.shape = shape;
    this.x = x;
    this.y = y;
    this.label = label;
    this.color = color;
    this.fonts = fonts;
    this.palette = palette;
  }

  /** A ring around the best epoch, labelled on the side where its curves leave room. */
  static ChartMark best(
      ChartContent content, ChartContent.BestEpoch best, String label, ChartStyle style) {
    return new ChartMark(
        isNewest(content, best) == (content.quantity() == Quantity.LOSS)
            ? Shape.RING_ABOVE
            : Shape.RING_BELOW,
        best.x(),
        best.y(),
        label,
        style.palette().validation(),
        style.fonts(),
        style.palette());
  }

  /** A loss that still falls leaves room above its end; one that rose again does so below. */
  private static boolean isNewest(ChartContent content, ChartContent.BestEpoch best) {
    return content.curves().stream()
        .filter(curve -> curve.role() == CurveRole.VALIDATION)
        .anyMatch(curve -> curve.measured().nearest(best.x()) == curve.measured().lastFinite());
  }

  /** A flag at the top where a curve is not a number or infinite; no label where one is close. */
  static ChartMark flag(
      double x, String label, Color color, ChartFonts fonts, ChartPalette palette) {
    return new ChartMark(Shape.FLAG, x, Double.NaN, label, color, fonts, palette);
  }

  @Override
  public void draw(
      Graphics2D graphics,
      XYPlot plot,
      Rectangle2D area,
      ValueAxis domain,
      ValueAxis range,
      int index,
      PlotRenderingInfo info) {
    if (!domain.getRange().contains(x)) {
      return;
    }
    double left = domain.valueToJava2D(x, area, RectangleEdge.BOTTOM);
    if (shape == Shape.FLAG) {
      drawFlag(graphics, area, left);
    } else if (range.getRange().contains(y)) {
      drawRing(graphics, area, left, range.valueToJava2D(y, area, RectangleEdge.LEFT));
    }
  }

  private void drawRing(Graphics2D graphics, Rectangle2D area, double left, double top) {
    graphics.setPaint(color);
    graphics.setStroke(RING);
    graphics.draw(new Ellipse2D.Double(left - RADIUS, top - RADIUS, 2 * RADIUS, 2 * RADIUS));
    graphics.setFont(fonts.text());
    var metrics = graphics.getFontMetrics();
    double above = top - GAP;
    double below = top + GAP + metrics.getAscent();
    boolean roomAbove = above - metrics.getAscent() > area.getMinY();
    boolean roomBelow = below + metrics.getDescent() < area.getMaxY();
    boolean isAbove = shape == Shape.RING_ABOVE ? roomAbove || !roomBelow : !roomBelow;
    drawLabel(graphics, area, left, isAbove ? above : below, 0.2);
  }

  private void drawFlag(Graphics2D graphics, Rectangle2D area, double left) {
    double top = area.getMinY();
    graphics.setPaint(color);
    graphics.setStroke(DROP);
    graphics.draw(new Line2D.Double(left, top, left, area.getMaxY()));
    Path2D triangle = new Path2D.Double();
    triangle.moveTo(left - RADIUS, top);
    triangle.lineTo(left + RADIUS, top);
    triangle.lineTo(left, top + 1.6 * RADIUS);
    triangle.closePath();
    graphics.fill(triangle);
    if (!label.isEmpty()) {
      graphics.setFont(fonts.text());
      var metrics = graphics.getFontMetrics();
      boolean roomRight = left + GAP + metrics.stringWidth(label) < area.getMaxX();
      double anchor = roomRight ? left + GAP : left - GAP;
      drawLabel(graphics, area, anchor, top + metrics.getAscent(), roomRight ? 0 : 1);
    }
  }

  /**
   * @param share of the label's width that lies left of its place
   */
  private void drawLabel(
      Graphics2D graphics, Rectangle2D area, double left, double baseline, double share) {
    double width = graphics.getFontMetrics().stringWidth(label);
    double start = left - share * width;
    double inside = Math.max(area.getMinX() + 2, Math.min(area.getMaxX() - width - 2, start));
    var metrics = graphics.getFontMetrics();
    graphics.setPaint(palette.veil());
    graphics.fill(
        new Rectangle2D.Double(
            inside - 2, baseline - metrics.getAscent(), width + 4, metrics.getHeight()));
    graphics.setPaint(palette.text());
    graphics.drawString(label, (float) inside, (float) baseline);
  }
}
