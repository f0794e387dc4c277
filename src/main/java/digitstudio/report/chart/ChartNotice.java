package digitstudio.report.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/** A quiet sentence in the middle of a chart that has nothing to show yet. */
final class ChartNotice extends AbstractXYAnnotation {
  private static final long serialVersionUID = 1;

  private final String sentence;
  private final Font font;
  private final transient Paint paint;

  ChartNotice(String sentence, Font font, Paint paint) {
    this.sentence = sentence;
    this.font = font;
    this.paint = paint;
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
    graphics.setFont(font);
    graphics.setPaint(paint);
    double left = area.getCenterX() - graphics.getFontMetrics().stringWidth(sentence) / 2.0;
    graphics.drawString(
        sentence, (float) Math.max(area.getMinX(), left), (float) area.getCenterY());
  }
}
