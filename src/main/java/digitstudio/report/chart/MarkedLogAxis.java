package digitstudio.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;

/** A logarithmic axis that is marked as {@link ChartTicks} says. */
final class MarkedLogAxis extends LogAxis {
  private static final long serialVersionUID = 1;

  private final transient ChartTicks ticks;
  private final double distance;

  /**
   * @param ticks where it is marked
   * @param distance least pixels between two marks
   */
  MarkedLogAxis(ChartTicks ticks, double distance) {
    this.ticks = ticks;
    this.distance = distance;
    setSmallestValue(Double.MIN_NORMAL);
    setAutoTickUnitSelection(false);
    setAutoRange(false);
  }

  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
    int most = MarkedAxis.most(area, edge, distance);
    return MarkedAxis.marks(ticks.logarithmic(MarkedAxis.span(getRange()), most), edge);
  }
}
