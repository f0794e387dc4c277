package digitstudio.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;

/**
 * A linear axis that is marked as {@link ChartTicks} says, with its name before the first number
 * instead of in a row of its own.
 */
final class MarkedAxis extends NumberAxis {
  private static final long serialVersionUID = 1;
  private static final float NAME_GAP = 12;
  private static final double DIGIT = 8;

  private final transient ChartTicks ticks;
  private final double distance;

  /**
   * @param ticks where it is marked
   * @param distance least pixels between two marks, apart from numbers written side by side
   */
  MarkedAxis(ChartTicks ticks, double distance) {
    this.ticks = ticks;
    this.distance = distance;
    setAutoTickUnitSelection(false);
    setAutoRange(false);
  }

  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
    double length = RectangleEdge.isTopOrBottom(edge) ? digits() * DIGIT : 0;
    return marks(ticks.linear(span(getRange()), most(area, edge, distance + length)), edge);
  }

  private int digits() {
    return Long.toString((long) getRange().getUpperBound()).length();
  }

  static Span span(Range range) {
    return new Span(range.getLowerBound(), range.getUpperBound());
  }

  static int most(Rectangle2D area, RectangleEdge edge, double distance) {
    double length = RectangleEdge.isTopOrBottom(edge) ? area.getWidth() : area.getHeight();
    return (int) Math.max(2, length / distance);
  }

  static List<NumberTick> marks(List<ChartTicks.Mark> marks, RectangleEdge edge) {
    TextAnchor anchor =
        RectangleEdge.isTopOrBottom(edge) ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
    return marks.stream()
        .map(
            mark ->
                new NumberTick(
                    TickType.MAJOR, mark.value(), mark.label(), anchor, TextAnchor.CENTER, 0))
        .toList();
  }

  @Override
  protected Rectangle2D getLabelEnclosure(Graphics2D graphics, RectangleEdge edge) {
    return new Rectangle2D.Double();
  }

  @Override
  protected AxisState drawLabel(
      String label,
      Graphics2D graphics,
      Rectangle2D plotArea,
      Rectangle2D dataArea,
      RectangleEdge edge,
      AxisState state) {
    if (label != null) {
      graphics.setFont(getLabelFont());
      graphics.setPaint(getLabelPaint());
      var metrics = graphics.getFontMetrics();
      double top = dataArea.getMaxY() + getTickLabelInsets().getTop();
      graphics.drawString(
          label,
          (float) (dataArea.getMinX() - NAME_GAP - metrics.stringWidth(label)),
          (float) (top + metrics.getAscent()));
    }
    return state;
  }
}
