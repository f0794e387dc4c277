package digitstudio.report.chart;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

/** The library behind the charts, which takes a moment to load. */
public final class ChartLibrary {
  private ChartLibrary() {}

  /** Loads the library and the fonts that measure its text; on any thread, best a spare one. */
  public static void load() {
    Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
    try {
      graphics.getFontMetrics(new Font(Font.SANS_SERIF, Font.PLAIN, 12)).stringWidth("0");
      new XYPlot(null, new NumberAxis(), new NumberAxis(), null).isDomainZoomable();
    } finally {
      graphics.dispose();
    }
  }
}
