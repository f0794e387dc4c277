package digitstudio.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RectangularShape;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;

/**
 * The definition of one chart of learning curves, from which every surface draws: screen, picture
 * or paper. Fonts, strokes and axes are made once; showing other curves changes the data alone.
 */
public final class LearningCurveChart {
  /** Room for the numbers left of the curves, so that charts above each other line up. */
  private static final double NUMBERS = 56;

  /** Room for the half of the last number that stands right of the curves. */
  private static final double LAST_NUMBER = 14;

  private static final double X_DISTANCE = 24;
  private static final double Y_DISTANCE = 32;

  /** Points closer than this are not marked one by one. */
  private static final double DOT_DISTANCE = 12;

  private static final float WIDTH = 1.8f;
  private static final BasicStroke SOLID =
      new BasicStroke(WIDTH, BasicStroke.CAP_ROUND, BasicStroke.JOIN_BEVEL);
  private static final BasicStroke DASHED =
      new BasicStroke(
          WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {6, 3.5f}, 0);
  private static final BasicStroke THIN =
      new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL);

  private final ChartStyle style;
  private final Quantity quantity;
  private final XYPlot plot;
  private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
  private final ValueAxis linear;
  private final ValueAxis logarithmic;
  private final JFreeChart chart;
  private boolean named;
  private boolean validationNamed;

  public LearningCurveChart(Quantity quantity, ChartStyle style) {
    this.quantity = quantity;
    this.style = style;
    ChartTicks.Kind kind =
        quantity == Quantity.LOSS ? ChartTicks.Kind.NUMBER : ChartTicks.Kind.SHARE;
    ChartTicks values = new ChartTicks(kind, style.texts().locale());
    linear = styled(new MarkedAxis(values, Y_DISTANCE));
    logarithmic = styled(new MarkedLogAxis(values, Y_DISTANCE));
    ChartTicks places = new ChartTicks(ChartTicks.Kind.COUNT, style.texts().locale());
    plot = new XYPlot(null, xAxis(places), linear, renderer);
    stylePlot();
    styleRenderer();
    chart = new JFreeChart(null, style.fonts().title(), plot, false);
    chart.setAntiAlias(true);
    chart.setBackgroundPaint(null);
    chart.setPadding(new RectangleInsets(0, 0, 2, LAST_NUMBER));
  }

  /** The chart as it was last shown. */
  public JFreeChart chart() {
    return chart;
  }

  /** Shows these curves; the same chart is drawn again afterwards. */
  public JFreeChart show(ChartContent content, ChartFrame frame) {
    chart.setNotify(false);
    Span x = frame.x().orElse(content.span());
    List<LearningCurve> seen = content.curves().stream().map(curve -> seen(curve, x)).toList();
    Span y = frame.y().orElseGet(() -> valueSpan(seen, frame.logarithmic()));
    ValueAxis values = frame.logarithmic() ? logarithmic : linear;
    if (plot.getRangeAxis() != values) {
      plot.setRangeAxis(values);
    }
    values.setRange(y.low(), y.high());
    plot.getDomainAxis().setRange(x.low(), x.high());
    plot.setDataset(dataset(seen, x, frame, y.low()));
    showDots(seen, frame.columns(), x);
    showMarks(content, frame, x);
    showHeading(content);
    return chart;
  }

  /** Where a value stands in a drawing whose curves lie in an area. */
  public double pixel(double value, Rectangle2D area) {
    return plot.getRangeAxis().valueToJava2D(value, area, RectangleEdge.LEFT);
  }

  /** The value that stands at a height of a drawing whose curves lie in an area. */
  public double value(double pixel, Rectangle2D area) {
    return plot.getRangeAxis().java2DToValue(pixel, area, RectangleEdge.LEFT);
  }

  private static LearningCurve seen(LearningCurve curve, Span x) {
    return new LearningCurve(
        curve.role(), curve.line().around(x), curve.behind().around(x), curve.measured());
  }

  private Span valueSpan(List<LearningCurve> curves, boolean log) {
    ValueSpan span = new ValueSpan(log);
    for (LearningCurve curve : curves) {
      span.include(curve.line().y());
      span.include(curve.behind().y());
    }
    return span.of(quantity);
  }

  // Data

  /** Four series: what stands behind first, so that lines are drawn over it. */
  private static DefaultXYDataset dataset(
      List<LearningCurve> curves, Span x, ChartFrame frame, double floor) {
    CurvePoints[] series = new CurvePoints[2 * CurveRole.values().length];
    for (LearningCurve curve : curves) {
      series[behind(curve.role())] = curve.behind();
      series[line(curve.role())] = curve.line();
    }
    DefaultXYDataset dataset = new DefaultXYDataset();
    for (int i = 0; i < series.length; i++) {
      CurvePoints points = series[i] == null ? CurvePoints.EMPTY : series[i];
      CurvePoints thin = PixelColumns.thin(points, x, frame.columns());
      dataset.addSeries(i, new double[][] {thin.x(), drawable(thin.y(), frame, floor)});
    }
    return dataset;
  }

  private static int behind(CurveRole role) {
    return role.ordinal();
  }

  private static int line(CurveRole role) {
    return CurveRole.values().length + role.ordinal();
  }

  /** Breaks the line where a value is not finite, and lets zero rest on a logarithmic floor. */
  private static double[] drawable(double[] values, ChartFrame frame, double floor) {
    double[] drawable = values.clone();
    for (int i = 0; i < drawable.length; i++) {
      if (!Double.isFinite(drawable[i])) {
        drawable[i] = Double.NaN;
      } else if (frame.logarithmic()) {
        drawable[i] = Math.max(drawable[i], floor);
      }
    }
    return drawable;
  }

  private void showDots(List<LearningCurve> curves, int columns, Span x) {
    for (LearningCurve curve : curves) {
      CurvePoints line = curve.line();
      double room = columns - NUMBERS;
      double all = line.isEmpty() ? 1 : line.x()[line.size() - 1] - line.x()[0];
      double distance = line.size() < 2 ? room : all / (line.size() - 1) / x.length() * room;
      renderer.setSeriesShapesVisible(line(curve.role()), distance >= DOT_DISTANCE);
    }
  }

  private void showMarks(ChartContent content, ChartFrame frame, Span x) {
    plot.clearAnnotations();
    if (content.isEmpty()) {
      plot.addAnnotation(
          new ChartNotice(style.texts().empty(), style.fonts().text(), style.palette().quiet()));
    }
    content
        .best()
        .filter(best -> Double.isFinite(best.y()))
        .ifPresent(
            best ->
                plot.addAnnotation(
                    ChartMark.best(
                        content, best, style.texts().best().apply(best.epoch()), style)));
    double close = 48 * x.length() / Math.max(1, frame.columns());
    flags(content, x, close).forEach(plot::addAnnotation);
  }

  /** A flag where a curve stops being finite; one label for those that are close together. */
  private List<ChartMark> flags(ChartContent content, Span x, double close) {
    List<ChartMark> flags = new ArrayList<>();
    double labelled = Double.NEGATIVE_INFINITY;
    for (LearningCurve curve : content.curves()) {
      double[] values = curve.measured().y();
      for (int i = 0; i < values.length; i++) {
        boolean begins = i == 0 || Double.isFinite(values[i - 1]);
        double place = curve.measured().x()[i];
        if (begins && !Double.isFinite(values[i]) && x.contains(place)) {
          boolean crowded = Math.abs(place - labelled) < close;
          String label = crowded ? "" : ChartNumbers.notFinite(values[i]);
          flags.add(ChartMark.flag(place, label, style.palette().curve(curve.role()), style));
          labelled = crowded ? labelled : place;
        }
      }
    }
    return flags;
  }

  private void showHeading(ChartContent content) {
    boolean validation =
        content.curves().isEmpty()
            || content.curves().stream().anyMatch(c -> c.role() == CurveRole.VALIDATION);
    if (named && validation == validationNamed) {
      return;
    }
    named = true;
    validationNamed = validation;
    List<ChartHeading.Entry> entries = new ArrayList<>();
    for (CurveRole role : CurveRole.values()) {
      if (role == CurveRole.TRAIN || validation) {
        entries.add(
            new ChartHeading.Entry(
                style.texts().curve(role), style.palette().curve(role), stroke(role)));
      }
    }
    chart.clearSubtitles();
    chart.addSubtitle(
        new ChartHeading(style.texts().title(), entries, style.fonts(), style.palette()));
  }

  // Looks

  private static BasicStroke stroke(CurveRole role) {
    return role == CurveRole.TRAIN ? SOLID : DASHED;
  }

  private ValueAxis xAxis(ChartTicks places) {
    ValueAxis axis = styled(new MarkedAxis(places, X_DISTANCE));
    axis.setFixedDimension(0);
    axis.setLabel(style.texts().axis());
    axis.setLabelFont(style.fonts().ticks());
    axis.setLabelPaint(style.palette().quiet());
    axis.setTickLabelInsets(new RectangleInsets(4, 0, 0, 0));
    return axis;
  }

  private ValueAxis styled(ValueAxis axis) {
    axis.setTickLabelFont(style.fonts().ticks());
    axis.setTickLabelPaint(style.palette().quiet());
    axis.setTickLabelInsets(new RectangleInsets(0, 0, 0, 8));
    axis.setTickMarksVisible(false);
    axis.setAxisLineVisible(false);
    axis.setFixedDimension(NUMBERS);
    return axis;
  }

  private void stylePlot() {
    plot.setOutlineVisible(false);
    plot.setBackgroundPaint(null);
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setDomainGridlinePaint(style.palette().grid());
    plot.setRangeGridlinePaint(style.palette().grid());
    plot.setDomainGridlineStroke(THIN);
    plot.setRangeGridlineStroke(THIN);
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
  }

  private void styleRenderer() {
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setUseFillPaint(true);
    for (CurveRole role : CurveRole.values()) {
      Color color = style.palette().curve(role);
      renderer.setSeriesPaint(behind(role), style.palette().faint(role));
      renderer.setSeriesStroke(behind(role), THIN);
      renderer.setSeriesPaint(line(role), color);
      renderer.setSeriesStroke(line(role), stroke(role));
      renderer.setSeriesOutlineStroke(line(role), new BasicStroke(1.5f));
      renderer.setSeriesShape(line(role), dot(role));
      renderer.setSeriesFillPaint(
          line(role), role == CurveRole.TRAIN ? color : style.palette().ground());
    }
    renderer.setUseOutlinePaint(false);
    renderer.setDrawOutlines(true);
  }

  private static RectangularShape dot(CurveRole role) {
    return role == CurveRole.TRAIN
        ? new Ellipse2D.Double(-2.5, -2.5, 5, 5)
        : new Rectangle2D.Double(-2.5, -2.5, 5, 5);
  }
}
