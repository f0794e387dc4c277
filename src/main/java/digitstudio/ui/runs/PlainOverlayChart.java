package digitstudio.ui.runs;

import digitstudio.ui.chart.ChartFonts;
import digitstudio.ui.chart.ChartPalette;
import digitstudio.ui.chart.CurvePoints;
import digitstudio.ui.chart.Quantity;
import digitstudio.ui.chart.Span;
import java.awt.BasicStroke;
import java.awt.Color;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;

/** Curves of several runs on plain axes. */
final class PlainOverlayChart implements OverlayChart {
  private static final BasicStroke THIN = new BasicStroke(1);

  /** Points of all curves together that a screen is given to draw. */
  private static final int MOST_POINTS = 16_000;

  private final ChartFonts fonts;
  private final ChartPalette palette;
  private final XYLineAndShapeRenderer lines = new XYLineAndShapeRenderer(true, false);
  private final XYPlot plot = new XYPlot(null, new NumberAxis(), null, lines);
  private final ValueAxis linear;
  private final ValueAxis logarithmic = new LogAxis();
  private final JFreeChart chart;

  PlainOverlayChart(Quantity quantity, Locale locale, ChartFonts fonts, ChartPalette palette) {

    this.fonts = fonts;
    this.palette = palette;
    NumberAxis values = new NumberAxis();
    values.setAutoRangeIncludesZero(false);
    NumberFormat format =
        quantity == Quantity.LOSS
            ? NumberFormat.getNumberInstance(locale)
            : NumberFormat.getPercentInstance(locale);
    format.setMaximumFractionDigits(quantity == Quantity.LOSS ? 3 : 1);
    values.setNumberFormatOverride(format);
    linear = values;
    ((NumberAxis) plot.getDomainAxis()).setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    List.of(plot.getDomainAxis(), linear, logarithmic).forEach(this::style);
    plot.setRangeAxis(linear);
    plot.setOutlineVisible(false);
    plot.setBackgroundPaint(null);
    plot.setDomainGridlinePaint(palette.grid());
    plot.setRangeGridlinePaint(palette.grid());
    plot.setDomainGridlineStroke(THIN);
    plot.setRangeGridlineStroke(THIN);
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    lines.setDrawSeriesLineAsPath(true);
    chart = new JFreeChart(null, fonts.title(), plot, false);
    chart.setBackgroundPaint(null);
    chart.setPadding(new RectangleInsets(8, 0, 2, 14));
  }

  private void style(ValueAxis axis) {
    axis.setTickLabelFont(fonts.ticks());
    axis.setTickLabelPaint(palette.quiet());
    axis.setTickMarksVisible(false);
    axis.setAxisLineVisible(false);
  }

  @Override
  public JFreeChart show(List<CurveSeries> series, boolean log, int columns) {
    chart.setNotify(false);
    plot.setRangeAxis(log ? logarithmic : linear);
    plot.getRangeAxis().setAutoRange(true);
    Span x = span(series);
    plot.getDomainAxis().setRange(x.low(), x.high());
    int points = Math.max(64, Math.min(columns, MOST_POINTS / (2 * Math.max(1, series.size()))));
    DefaultXYDataset dataset = new DefaultXYDataset();
    boolean dark = palette.equals(ChartPalette.DARK);
    for (int i = 0; i < series.size(); i++) {
      CurveSeries one = series.get(i);
      add(dataset, i, one.behind(), x, points, log);
      Color color = one.look().color(dark);
      lines.setSeriesPaint(i, new Color(color.getRed(), color.getGreen(), color.getBlue(), 90));
      lines.setSeriesStroke(i, THIN);
      lines.setSeriesPaint(series.size() + i, color);
      lines.setSeriesStroke(series.size() + i, one.look().stroke());
      lines.setSeriesShape(series.size() + i, one.look().shape());
      lines.setSeriesShapesVisible(series.size() + i, one.line().size() * 20 < columns);
    }
    for (int i = 0; i < series.size(); i++) {
      add(dataset, series.size() + i, series.get(i).line(), x, points, log);
      lines.setSeriesShapesVisible(i, false);
    }
    plot.setDataset(dataset);
    return chart;
  }

  private static void add(
      DefaultXYDataset to, int key, CurvePoints points, Span x, int most, boolean log) {
    CurvePoints thin = thin(points, x, most);
    double[] y =
        Arrays.stream(thin.y())
            .map(value -> Double.isFinite(value) && (!log || value > 0) ? value : Double.NaN)
            .toArray();
    to.addSeries(key, new double[][] {thin.x(), y});
  }

  /** Of each column of pixels its least and its greatest value, so that no spike is hidden. */
  private static CurvePoints thin(CurvePoints points, Span span, int columns) {
    if (points.size() <= 2 * columns) {
      return points;
    }
    int[] kept = new int[2 * points.size()];
    int size = 0;
    int start = 0;
    while (start < points.size()) {
      long column = column(points.x()[start], span, columns);
      int least = start;
      int greatest = start;
      int end = start;
      while (end < points.size() && column(points.x()[end], span, columns) == column) {
        least = points.y()[end] < points.y()[least] ? end : least;
        greatest = points.y()[end] > points.y()[greatest] ? end : greatest;
        end++;
      }
      kept[size++] = Math.min(least, greatest);
      if (least != greatest) {
        kept[size++] = Math.max(least, greatest);
      }
      start = end;
    }
    int[] indices = Arrays.copyOf(kept, size);
    return new CurvePoints(
        Arrays.stream(indices).mapToDouble(i -> points.x()[i]).toArray(),
        Arrays.stream(indices).mapToDouble(i -> points.y()[i]).toArray());
  }

  private static long column(double place, Span span, int columns) {
    return (long) Math.floor((place - span.low()) / span.length() * columns);
  }

  @Override
  public Span span(List<CurveSeries> series) {
    double most =
        series.stream()
            .filter(one -> !one.line().isEmpty())
            .mapToDouble(one -> one.line().x()[one.line().size() - 1])
            .max()
            .orElse(10);
    return new Span(0.5, Math.max(2, most) * 1.025);
  }
}
