package digitstudio.report.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** The spread around a mean, filled, with a gap where it is not finite. */
final class ChartBand extends AbstractXYAnnotation {
  private static final long serialVersionUID = 1;

  private final double[] x;
  private final double[] low;
  private final double[] high;
  private final Color color;

  /**
   * @param x places, never falling
   * @param low [places]
   * @param high [places]
   */
  ChartBand(double[] x, double[] low, double[] high, Color color) {
    this.x = x;
    this.low = low;
    this.high = high;
    this.color = color;
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
    graphics.setPaint(color);
    int start = 0;
    while (start < x.length) {
      int end = start;
      while (end < x.length && isDrawn(end)) {
        end++;
      }
      if (end - start > 1) {
        graphics.fill(outline(start, end, area, domain, range));
      }
      start = end + 1;
    }
  }

  private boolean isDrawn(int place) {
    return Double.isFinite(low[place]) && Double.isFinite(high[place]);
  }

  private Path2D outline(int start, int end, Rectangle2D area, ValueAxis domain, ValueAxis range) {
    Path2D path = new Path2D.Double();
    for (int i = start; i < end; i++) {
      double left = domain.valueToJava2D(x[i], area, RectangleEdge.BOTTOM);
      double top = height(high[i], area, range);
      if (i == start) {
        path.moveTo(left, top);
      } else {
        path.lineTo(left, top);
      }
    }
    for (int i = end - 1; i >= start; i--) {
      path.lineTo(
          domain.valueToJava2D(x[i], area, RectangleEdge.BOTTOM), height(low[i], area, range));
    }
    path.closePath();
    return path;
  }

  /** A mean less its deviation may lie below what a logarithm knows. */
  private static double height(double value, Rectangle2D area, ValueAxis range) {
    double shown = Math.max(range.getLowerBound(), Math.min(range.getUpperBound(), value));
    return range.valueToJava2D(shown, area, RectangleEdge.LEFT);
  }
}
