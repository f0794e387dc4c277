package digitstudio.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RectangularShape;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.DefaultXYDataset;

/**
 * The definition of one chart of learning curves, from which every surface draws: screen, picture
 * or paper. Fonts, strokes and axes are made once; showing other curves changes the data alone.
 */
public final class LearningCurveChart {
  /** Points closer than this are not marked one by one. */
  private static final double DOT_DISTANCE = 12;

  private static final float WIDTH = 1.8f;
  private static final BasicStroke SOLID =
      new BasicStroke(WIDTH, BasicStroke.CAP_ROUND, BasicStroke.JOIN_BEVEL);
  private static final BasicStroke DASHED =
      new BasicStroke(
          WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {6, 3.5f}, 0);
  private final ChartStyle style;
  private final Quantity quantity;
  private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
  private final CurvePlot curvePlot;
  private final XYPlot plot;
  private final JFreeChart chart;
  private boolean named;
  private boolean validationNamed;

  public LearningCurveChart(Quantity quantity, ChartStyle style) {
    this.quantity = quantity;
    this.style = style;
    curvePlot =
        new CurvePlot(
            quantity,
            style.texts().axis(),
            style.texts().locale(),
            style.fonts(),
            style.palette(),
            renderer);
    plot = curvePlot.plot();
    chart = curvePlot.chart();
    styleRenderer();
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
    curvePlot.showSpans(x, y, frame.logarithmic());
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
      dataset.addSeries(
          i, new double[][] {thin.x(), CurvePlot.drawable(thin.y(), frame.logarithmic(), floor)});
    }
    return dataset;
  }

  private static int behind(CurveRole role) {
    return role.ordinal();
  }

  private static int line(CurveRole role) {
    return CurveRole.values().length + role.ordinal();
  }

  private void showDots(List<LearningCurve> curves, int columns, Span x) {
    for (LearningCurve curve : curves) {
      CurvePoints line = curve.line();
      double room = columns - CurvePlot.NUMBERS;
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
    FlagRow flags = new FlagRow(x, frame.columns(), style.fonts(), style.palette());
    content
        .curves()
        .forEach(curve -> flags.add(curve.measured(), style.palette().curve(curve.role())));
    flags.marks().forEach(plot::addAnnotation);
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
                style.texts().curve(role), style.palette().curve(role), stroke(role), null));
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

  private void styleRenderer() {
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setUseFillPaint(true);
    for (CurveRole role : CurveRole.values()) {
      Color color = style.palette().curve(role);
      renderer.setSeriesPaint(behind(role), style.palette().faint(role));
      renderer.setSeriesStroke(behind(role), CurvePlot.THIN);
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
