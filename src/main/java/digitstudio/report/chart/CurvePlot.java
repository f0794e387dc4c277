package digitstudio.report.chart;

import java.awt.BasicStroke;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;

/** The frame that all charts of curves have: their axes, their grid, and the room around them. */
final class CurvePlot {
  /** Room for the numbers left of the curves, so that charts above each other line up. */
  static final double NUMBERS = 56;

  static final BasicStroke THIN = new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL);

  /** Room for the half of the last number that stands right of the curves. */
  private static final double LAST_NUMBER = 14;

  private static final double X_DISTANCE = 24;
  private static final double Y_DISTANCE = 32;

  private final ChartPalette palette;
  private final ChartFonts fonts;
  private final ValueAxis linear;
  private final ValueAxis logarithmic;
  private final XYPlot plot;
  private final JFreeChart chart;

  /**
   * @param axis name of the x axis
   */
  CurvePlot(
      Quantity quantity,
      String axis,
      Locale locale,
      ChartFonts fonts,
      ChartPalette palette,
      XYLineAndShapeRenderer renderer) {
    this.palette = palette;
    this.fonts = fonts;
    ChartTicks.Kind kind =
        quantity == Quantity.LOSS ? ChartTicks.Kind.NUMBER : ChartTicks.Kind.SHARE;
    ChartTicks values = new ChartTicks(kind, locale);
    linear = styled(new MarkedAxis(values, Y_DISTANCE));
    logarithmic = styled(new MarkedLogAxis(values, Y_DISTANCE));
    plot = new XYPlot(null, xAxis(ChartTicks.Kind.COUNT, axis, locale), linear, renderer);
    style();
    chart = new JFreeChart(null, fonts.title(), plot, false);
    chart.setAntiAlias(true);
    chart.setBackgroundPaint(null);
    chart.setPadding(new RectangleInsets(0, 0, 2, LAST_NUMBER));
  }

  XYPlot plot() {
    return plot;
  }

  JFreeChart chart() {
    return chart;
  }

  /** Says which part is seen. */
  void showSpans(Span x, Span y, boolean log) {
    ValueAxis values = log ? logarithmic : linear;
    if (plot.getRangeAxis() != values) {
      plot.setRangeAxis(values);
    }
    values.setRange(y.low(), y.high());
    plot.getDomainAxis().setRange(x.low(), x.high());
  }

  /** Breaks the line where a value is not finite, and lets zero rest on a logarithmic floor. */
  static double[] drawable(double[] values, boolean log, double floor) {
    double[] drawable = values.clone();
    for (int i = 0; i < drawable.length; i++) {
      if (!Double.isFinite(drawable[i])) {
        drawable[i] = Double.NaN;
      } else if (log) {
        drawable[i] = Math.max(drawable[i], floor);
      }
    }
    return drawable;
  }

  /** Lets the x axis count in something else than whole numbers. */
  void countIn(ChartTicks.Kind kind, String axis, Locale locale) {
    plot.setDomainAxis(xAxis(kind, axis, locale));
  }

  private ValueAxis xAxis(ChartTicks.Kind kind, String name, Locale locale) {
    ValueAxis axis = styled(new MarkedAxis(new ChartTicks(kind, locale), X_DISTANCE));
    axis.setFixedDimension(0);
    axis.setLabel(name);
    axis.setLabelFont(fonts.ticks());
    axis.setLabelPaint(palette.quiet());
    axis.setTickLabelInsets(new RectangleInsets(4, 0, 0, 0));
    return axis;
  }

  private ValueAxis styled(ValueAxis axis) {
    axis.setTickLabelFont(fonts.ticks());
    axis.setTickLabelPaint(palette.quiet());
    axis.setTickLabelInsets(new RectangleInsets(0, 0, 0, 8));
    axis.setTickMarksVisible(false);
    axis.setAxisLineVisible(false);
    axis.setFixedDimension(NUMBERS);
    return axis;
  }

  private void style() {
    plot.setOutlineVisible(false);
    plot.setBackgroundPaint(null);
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setDomainGridlinePaint(palette.grid());
    plot.setRangeGridlinePaint(palette.grid());
    plot.setDomainGridlineStroke(THIN);
    plot.setRangeGridlineStroke(THIN);
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
  }
}
