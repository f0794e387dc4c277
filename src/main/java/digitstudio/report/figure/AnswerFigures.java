package digitstudio.report.figure;

import digitstudio.report.chart.AnswerCharts;
import digitstudio.report.chart.AnswerTexts;
import digitstudio.report.chart.ChartFonts;
import digitstudio.report.chart.ChartPalette;
import digitstudio.training.Calibration;
import digitstudio.training.ConfusionMatrix;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jfree.chart.JFreeChart;

/** Makes figures of the charts of a network's answers, in the light theme of paper. */
public final class AnswerFigures {
  private static final int TEXT = 12;
  private static final FigureSize SQUARE = new FigureSize(110, 105);

  private AnswerFigures() {}

  /** Precision, recall and F1 of each digit. */
  public static Figure digits(String name, ConfusionMatrix confusion, AnswerTexts texts) {
    List<List<String>> rows = new ArrayList<>();
    for (int digit = 0; digit < confusion.classes(); digit++) {
      rows.add(
          List.of(
              Integer.toString(digit),
              FigureData.number(confusion.precision(digit)),
              FigureData.number(confusion.recall(digit)),
              FigureData.number(confusion.f1(digit)),
              Long.toString(confusion.support(digit))));
    }
    return figure(
        name,
        texts,
        ChartFigures.SIZE,
        fonts -> AnswerCharts.digits(confusion, texts, fonts, ChartPalette.LIGHT),
        new FigureData(List.of("digit", "precision", "recall", "f1", "support"), rows));
  }

  /** The share of right answers over the probability that the network gave them. */
  public static Figure calibration(String name, Calibration calibration, AnswerTexts texts) {
    List<List<String>> rows = new ArrayList<>();
    for (Calibration.Bin bin : calibration.bins()) {
      rows.add(
          List.of(
              FigureData.number(bin.low()),
              FigureData.number(bin.high()),
              Integer.toString(bin.images()),
              bin.images() == 0 ? "" : FigureData.number(bin.confidence()),
              bin.images() == 0 ? "" : FigureData.number(bin.accuracy())));
    }
    return figure(
        name,
        texts,
        SQUARE,
        fonts -> AnswerCharts.calibration(calibration, texts, fonts, ChartPalette.LIGHT),
        new FigureData(List.of("above", "up_to", "images", "confidence", "accuracy"), rows));
  }

  private static Figure figure(
      String name,
      AnswerTexts texts,
      FigureSize size,
      Function<ChartFonts, JFreeChart> chart,
      FigureData data) {
    String family = PaperFont.family(texts.locale(), "");
    ChartFonts fonts = ChartFonts.of(family, TEXT);
    return new Figure(
        name,
        texts.title(),
        texts.locale(),
        family,
        size,
        (graphics, width, height) ->
            chart.apply(fonts).draw(graphics, new Rectangle2D.Double(0, 0, width, height)),
        data);
  }
}
