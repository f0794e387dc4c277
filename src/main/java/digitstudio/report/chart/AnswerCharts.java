package digitstudio.report.chart;

import digitstudio.training.Calibration;
import digitstudio.training.ConfusionMatrix;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;

/** The definitions of the charts of a network's answers, from which every surface draws. */
public final class AnswerCharts {
  /** So far apart stand the marks of one digit. */
  private static final double BESIDE = 0.18;

  private static final double MARGIN = 0.04;
  private static final BasicStroke LINE =
      new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_BEVEL);
  private static final BasicStroke DASHED =
      new BasicStroke(
          1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {4, 4}, 0);

  private AnswerCharts() {}

  /**
   * Precision, recall and F1 of each digit, as marks beside each other.
   *
   * @param texts with the three names in this order
   */
  public static JFreeChart digits(
      ConfusionMatrix confusion, AnswerTexts texts, ChartFonts fonts, ChartPalette palette) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    CurvePlot plot = plot(texts, fonts, palette, renderer);
    List<IntToDoubleFunction> measures =
        List.of(confusion::precision, confusion::recall, confusion::f1);
    DefaultXYDataset dataset = new DefaultXYDataset();
    List<ChartHeading.Entry> entries = new ArrayList<>();
    double least = 1;
    for (int m = 0; m < measures.size(); m++) {
      double[][] points = new double[2][confusion.classes()];
      for (int digit = 0; digit < confusion.classes(); digit++) {
        points[0][digit] = digit + (m - 1) * BESIDE;
        points[1][digit] = measures.get(m).applyAsDouble(digit);
        least = Math.min(least, points[1][digit]);
      }
      dataset.addSeries(m, points);
      RunLook look = new RunLook(m, 0, m);
      Color color = palette.curve(look);
      renderer.setSeriesPaint(m, color);
      renderer.setSeriesShape(m, look.shape());
      entries.add(new ChartHeading.Entry(texts.names().get(m), color, null, look.shape()));
    }
    plot.plot().setDataset(dataset);
    double low = Math.max(0, least - Math.max(0.005, (1 - least) / 6));
    plot.showSpans(
        new Span(-0.5, Math.max(1, confusion.classes()) - 0.5),
        new Span(low, 1 + MARGIN * (1 - low)),
        false);
    plot.chart().addSubtitle(new ChartHeading(texts.title(), entries, fonts, palette));
    return plot.chart();
  }

  /**
   * The share of right answers over the probability that the network gave them.
   *
   * @param texts with the names of the perfect and of the measured line
   */
  public static JFreeChart calibration(
      Calibration calibration, AnswerTexts texts, ChartFonts fonts, ChartPalette palette) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
    CurvePlot plot = plot(texts, fonts, palette, renderer);
    plot.countIn(ChartTicks.Kind.SHARE, texts.axis(), texts.locale());
    List<Calibration.Bin> bins =
        calibration.bins().stream().filter(bin -> bin.images() > 0).toList();
    DefaultXYDataset dataset = new DefaultXYDataset();
    dataset.addSeries(0, new double[][] {{0, 1}, {0, 1}});
    dataset.addSeries(
        1,
        new double[][] {
          bins.stream().mapToDouble(Calibration.Bin::confidence).toArray(),
          bins.stream().mapToDouble(Calibration.Bin::accuracy).toArray()
        });
    plot.plot().setDataset(dataset);
    RunLook look = new RunLook(0, 0, 0);
    renderer.setSeriesPaint(0, palette.quiet());
    renderer.setSeriesStroke(0, DASHED);
    renderer.setSeriesShapesVisible(0, false);
    renderer.setSeriesPaint(1, palette.curve(look));
    renderer.setSeriesStroke(1, LINE);
    renderer.setSeriesShape(1, look.shape());
    plot.showSpans(new Span(0, 1), new Span(0, 1 + MARGIN), false);
    List<ChartHeading.Entry> entries =
        List.of(
            new ChartHeading.Entry(texts.names().get(0), palette.quiet(), DASHED, null),
            new ChartHeading.Entry(texts.names().get(1), palette.curve(look), LINE, look.shape()));
    plot.chart().addSubtitle(new ChartHeading(texts.title(), entries, fonts, palette));
    return plot.chart();
  }

  private static CurvePlot plot(
      AnswerTexts texts,
      ChartFonts fonts,
      ChartPalette palette,
      XYLineAndShapeRenderer renderer) {
    CurvePlot plot =
        new CurvePlot(Quantity.ACCURACY, texts.axis(), texts.locale(), fonts, palette, renderer);
    plot.chart().clearSubtitles();
    return plot;
  }
}
