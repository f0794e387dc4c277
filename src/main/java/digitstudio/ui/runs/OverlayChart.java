package digitstudio.ui.runs;

import digitstudio.ui.chart.Span;
import java.util.List;
import org.jfree.chart.JFreeChart;

/** The definition of a chart in which the curves of several runs lie over each other. */
interface OverlayChart {
  /**
   * Shows these curves; the same chart is drawn again afterwards.
   *
   * @param columns pixels that the drawing is wide
   */
  JFreeChart show(List<CurveSeries> series, boolean logarithmic, int columns);

  /** All of the x axis that these curves need. */
  Span span(List<CurveSeries> series);
}
