package digitstudio.report.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.DefaultXYDataset;

/**
 * The definition of a chart in which several runs lie over each other, from which every surface
 * draws: screen, picture or paper.
 */
public final class RunsChart {
  /** Pixels between two markers of a curve. */
  private static final double MARKER_DISTANCE = 96;

  /** Points closer than this are not marked one by one. */
  private static final double DOT_DISTANCE = 20;

  /** Points of all curves together that a screen is given to draw. */
  private static final int MOST_POINTS = 16_000;

  private static final int FEWEST_COLUMNS = 64;
  private static final double DECADES = 1000;

  private final Quantity quantity;
  private final RunsTexts texts;
  private final ChartFonts fonts;
  private final ChartPalette palette;
  private final SparseMarkers renderer = new SparseMarkers();
  private final CurvePlot curvePlot;
  private final XYPlot plot;
  private final JFreeChart chart;

  public RunsChart(Quantity quantity, RunsTexts texts, ChartFonts fonts, ChartPalette palette) {
    this.quantity = quantity;
    this.texts = texts;
    this.fonts = fonts;
    this.palette = palette;
    curvePlot = new CurvePlot(quantity, texts.axis(), texts.locale(), fonts, palette, renderer);
    plot = curvePlot.plot();
    chart = curvePlot.chart();
  }

  /** The chart as it was last shown. */
  public JFreeChart chart() {
    return chart;
  }

  /**
   * Shows these curves, the last one on top; the same chart is drawn again afterwards.
   *
   * @param legend whether the curves are named; not needed where a table beside them does
   */
  public JFreeChart show(List<RunSeries> series, ChartFrame frame, boolean legend) {
    chart.setNotify(false);
    Span x = frame.x().orElseGet(() -> xSpan(series));
    Span y = frame.y().orElseGet(() -> ySpan(series, x, frame.logarithmic()));
    curvePlot.showSpans(x, y, frame.logarithmic());
    showCurves(series, x, y, frame);
    showBands(series, x);
    showMarks(series, x, frame.columns());
    showHeading(legend ? series : List.of());
    return chart;
  }

  /** Whether a linear axis would press most of the values of curves together. */
  public static boolean spansDecades(List<CurvePoints> curves) {
    double[] values =
        curves.stream()
            .flatMapToDouble(points -> Arrays.stream(points.y()))
            .filter(value -> Double.isFinite(value) && value > 0)
            .toArray();
    return Arrays.stream(values).max().orElse(1) / Arrays.stream(values).min().orElse(1) > DECADES;
  }

  /** All of the x axis that these curves need. */
  public static Span xSpan(List<RunSeries> series) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (RunSeries one : series) {
      CurvePoints line = one.line();
      if (!line.isEmpty()) {
        least = Math.min(least, line.x()[0]);
        greatest = Math.max(greatest, line.x()[line.size() - 1]);
      }
    }
    if (least > greatest) {
      return new Span(0.8, 10.2);
    }
    double room = Math.max(0.025 * (greatest - least), greatest - least < 1 ? 0.5 : 0);
    return new Span(least - Math.min(0.5, room), greatest + room);
  }

  /** Where a value stands in a drawing whose curves lie in an area. */
  public double pixel(double value, Rectangle2D area) {
    return plot.getRangeAxis().valueToJava2D(value, area, RectangleEdge.LEFT);
  }

  /** The value that stands at a height of a drawing whose curves lie in an area. */
  public double value(double pixel, Rectangle2D area) {
    return plot.getRangeAxis().java2DToValue(pixel, area, RectangleEdge.LEFT);
  }

  private Span ySpan(List<RunSeries> series, Span x, boolean log) {
    ValueSpan span = new ValueSpan(log);
    for (RunSeries one : series) {
      span.include(one.line().around(x).y());
      span.include(one.behind().around(x).y());
      one.band()
          .ifPresent(
              band -> {
                span.include(one.line().withY(band.low()).around(x).y());
                span.include(one.line().withY(band.high()).around(x).y());
              });
    }
    return span.of(quantity);
  }

  // Curves

  /** First what stands behind, then the lines, so that they are drawn over it. */
  private void showCurves(List<RunSeries> series, Span x, Span y, ChartFrame frame) {
    DefaultXYDataset dataset = new DefaultXYDataset();
    int columns = columns(series.size(), frame.columns());
    int[][] marked = new int[2 * series.size()][];
    for (int i = 0; i < series.size(); i++) {
      RunSeries one = series.get(i);
      CurvePoints behind = thin(one.behind(), x, columns);
      add(dataset, i, behind, frame, y);
      marked[i] = new int[0];
      renderer.setSeriesPaint(i, palette.faint(one.look()));
      renderer.setSeriesStroke(i, CurvePlot.THIN);
    }
    for (int i = 0; i < series.size(); i++) {
      RunSeries one = series.get(i);
      int line = series.size() + i;
      CurvePoints points = thin(one.line(), x, columns);
      add(dataset, line, points, frame, y);
      marked[line] = markers(points, x, frame.columns() - CurvePlot.NUMBERS, i, series.size());
      renderer.setSeriesPaint(line, palette.curve(one.look()));
      renderer.setSeriesStroke(line, one.look().stroke());
      renderer.setSeriesShape(line, one.look().shape());
    }
    renderer.mark(marked);
    plot.setDataset(dataset);
  }

  private static int columns(int curves, int columns) {
    int affordable = Math.max(FEWEST_COLUMNS, MOST_POINTS / (2 * Math.max(1, curves)));
    return Math.max(1, Math.min(columns, affordable));
  }

  private static CurvePoints thin(CurvePoints points, Span x, int columns) {
    return PixelColumns.thin(points.around(x), x, columns);
  }

  private static void add(
      DefaultXYDataset dataset, int key, CurvePoints points, ChartFrame frame, Span y) {
    dataset.addSeries(
        key,
        new double[][] {points.x(), CurvePlot.drawable(points.y(), frame.logarithmic(), y.low())});
  }

  /** Every point where they are far apart; else some, each curve's between those of the others. */
  private static int[] markers(CurvePoints points, Span x, double width, int index, int curves) {
    if (points.isEmpty()) {
      return new int[0];
    }
    double pixel = x.length() / Math.max(1, width);
    double all = points.x()[points.size() - 1] - points.x()[0];
    boolean apart = all >= DOT_DISTANCE * pixel * (points.size() - 1);
    double distance = apart ? 0 : MARKER_DISTANCE * pixel;
    double next = apart ? x.low() : x.low() + distance * (index + 0.5) / curves;
    List<Integer> marked = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      if (points.x()[i] >= next && Double.isFinite(points.y()[i])) {
        marked.add(i);
        while (distance > 0 && next <= points.x()[i]) {
          next += distance;
        }
      }
    }
    return marked.stream().mapToInt(Integer::intValue).toArray();
  }

  private void showBands(List<RunSeries> series, Span x) {
    renderer.removeAnnotations();
    for (RunSeries one : series) {
      one.band()
          .ifPresent(
              band -> {
                CurvePoints low = one.line().withY(band.low()).around(x);
                CurvePoints high = one.line().withY(band.high()).around(x);
                renderer.addAnnotation(
                    new ChartBand(low.x(), low.y(), high.y(), palette.band(one.look())),
                    Layer.BACKGROUND);
              });
    }
  }

  // Words

  private void showMarks(List<RunSeries> series, Span x, int columns) {
    plot.clearAnnotations();
    if (series.stream().allMatch(one -> one.line().isEmpty())) {
      plot.addAnnotation(new ChartNotice(texts.empty(), fonts.text(), palette.quiet()));
    }
    FlagRow flags = new FlagRow(x, columns, fonts, palette);
    series.forEach(one -> flags.add(one.line(), palette.curve(one.look())));
    flags.marks().forEach(plot::addAnnotation);
  }

  private void showHeading(List<RunSeries> named) {
    List<ChartHeading.Entry> entries =
        named.stream()
            .map(
                one ->
                    new ChartHeading.Entry(
                        one.label(),
                        palette.curve(one.look()),
                        one.look().stroke(),
                        one.look().shape()))
            .toList();
    chart.clearSubtitles();
    chart.addSubtitle(new ChartHeading(texts.title(), entries, fonts, palette));
  }
}
