package digitstudio.report.figure;

import digitstudio.report.chart.ChartContent;
import digitstudio.report.chart.ChartFonts;
import digitstudio.report.chart.ChartFrame;
import digitstudio.report.chart.ChartPalette;
import digitstudio.report.chart.ChartStyle;
import digitstudio.report.chart.ChartTexts;
import digitstudio.report.chart.CurvePoints;
import digitstudio.report.chart.LearningCurve;
import digitstudio.report.chart.LearningCurveChart;
import digitstudio.report.chart.Quantity;
import digitstudio.report.chart.RunSeries;
import digitstudio.report.chart.RunsChart;
import digitstudio.report.chart.RunsTexts;
import digitstudio.report.chart.Span;
import digitstudio.report.chart.XAxis;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jfree.chart.JFreeChart;

/** Makes figures of the charts on the screen: the same definitions, in the light theme of paper. */
public final class ChartFigures {
  /** As wide as the text of an A4 page. */
  public static final FigureSize SIZE = new FigureSize(160, 80);

  private static final int TEXT = 12;

  private ChartFigures() {}

  /**
   * The learning curves of one run.
   *
   * @param x part of the x axis; empty for all of it
   * @param y part of the value axis; empty for as much as the curves need
   */
  public static Figure curves(
      String name,
      ChartContent content,
      Optional<Span> x,
      Optional<Span> y,
      boolean logarithmic,
      ChartTexts texts) {
    String family = PaperFont.family(texts.locale(), "");
    ChartStyle style = new ChartStyle(ChartPalette.LIGHT, ChartFonts.of(family, TEXT), texts);
    return new Figure(
        name,
        texts.title(),
        texts.locale(),
        family,
        SIZE,
        (graphics, width, height) ->
            draw(
                new LearningCurveChart(content.quantity(), style)
                    .show(content, frame(x, y, logarithmic, width)),
                graphics,
                width,
                height),
        data(content));
  }

  /** The curves of several runs over each other. */
  public static Figure runs(
      String name,
      Quantity quantity,
      XAxis axis,
      List<RunSeries> runs,
      Optional<Span> x,
      Optional<Span> y,
      boolean logarithmic,
      RunsTexts texts) {
    List<RunSeries> series = runs.stream().map(ChartFigures::printable).toList();
    String labels = series.stream().map(RunSeries::label).collect(Collectors.joining());
    String family = PaperFont.family(texts.locale(), labels);
    ChartFonts fonts = ChartFonts.of(family, TEXT);
    return new Figure(
        name,
        texts.title(),
        texts.locale(),
        family,
        SIZE,
        (graphics, width, height) ->
            draw(
                new RunsChart(quantity, texts, fonts, ChartPalette.LIGHT)
                    .show(series, frame(x, y, logarithmic, width), true),
                graphics,
                width,
                height),
        data(axis, series));
  }

  private static RunSeries printable(RunSeries run) {
    String label = PrintableText.of(run.label());
    return new RunSeries(label, run.look(), run.line(), run.behind(), run.band());
  }

  private static ChartFrame frame(
      Optional<Span> x, Optional<Span> y, boolean logarithmic, double width) {
    return new ChartFrame(x, y, logarithmic, (int) Math.ceil(width));
  }

  private static void draw(JFreeChart chart, Graphics2D graphics, double width, double height) {
    chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
  }

  // Numbers

  private static FigureData data(ChartContent content) {
    Map<String, CurvePoints> columns = new LinkedHashMap<>();
    String quantity = content.quantity().name().toLowerCase(Locale.ROOT);
    for (LearningCurve curve : content.curves()) {
      String name = curve.role().name().toLowerCase(Locale.ROOT) + "_" + quantity;
      columns.put(name, curve.measured());
      if (curve.isSmoothed()) {
        columns.put(name + "_smoothed", curve.line());
      }
    }
    return CurveTable.of(content.axis().name().toLowerCase(Locale.ROOT), columns);
  }

  private static FigureData data(XAxis axis, List<RunSeries> series) {
    Map<String, CurvePoints> columns = new LinkedHashMap<>();
    for (RunSeries one : series) {
      String name = one.label();
      for (int i = 2; columns.containsKey(name); i++) {
        name = one.label() + " (" + i + ")";
      }
      columns.put(name, one.behind().isEmpty() ? one.line() : one.behind());
      if (!one.behind().isEmpty()) {
        columns.put(name + " smoothed", one.line());
      }
      if (one.band().isPresent()) {
        columns.put(name + " low", one.line().withY(one.band().get().low()));
        columns.put(name + " high", one.line().withY(one.band().get().high()));
      }
    }
    return CurveTable.of(axis.name().toLowerCase(Locale.ROOT), columns);
  }
}
