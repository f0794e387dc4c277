package digitstudio.ui.chart;

import digitstudio.report.chart.ChartContent;
import digitstudio.report.chart.ChartNumbers;
import digitstudio.report.chart.ChartTexts;
import digitstudio.report.chart.CurveRole;
import digitstudio.report.chart.Quantity;
import digitstudio.report.chart.XAxis;
import digitstudio.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says in words what a chart shows, and names its parts, in the window's language. */
final class ChartSentences {
  private final Texts texts;
  private final Quantity quantity;

  ChartSentences(Texts texts, Quantity quantity) {
    this.texts = texts;
    this.quantity = quantity;
  }

  /** The words that are drawn with a chart. */
  ChartTexts drawn(ChartContent content) {
    return new ChartTexts(
        texts.locale(),
        title(),
        curve(CurveRole.TRAIN),
        curve(CurveRole.VALIDATION),
        texts.get(content.axis() == XAxis.EPOCH ? "charts.axis.epoch" : "charts.axis.step"),
        epoch -> texts.get("charts.best", epoch),
        empty(content));
  }

  String title() {
    return texts.get(quantity == Quantity.LOSS ? "charts.loss" : "charts.accuracy");
  }

  String curve(CurveRole role) {
    return texts.get(role == CurveRole.TRAIN ? "charts.train" : "charts.validation");
  }

  private String empty(ChartContent content) {
    if (!content.started()) {
      return texts.get("charts.empty");
    }
    return texts.get(content.axis() == XAxis.EPOCH ? "charts.empty.epoch" : "charts.empty.step");
  }

  /** "epoch 5". */
  String place(ChartContent content, double place) {
    String key = content.axis() == XAxis.EPOCH ? "charts.at.epoch" : "charts.at.step";
    return texts.get(key, new ChartNumbers(texts.locale()).place(place));
  }

  /** "Loss: train 0.0812, validation 0.1034 at epoch 5", at the cursor or else the newest. */
  String reading(ChartContent content, Optional<Double> cursor) {
    Optional<ChartReading> reading =
        content.isEmpty()
            ? Optional.empty()
            : cursor
                .map(place -> ChartReading.at(content, place))
                .or(() -> ChartReading.newest(content));
    return reading
        .filter(found -> !found.values().isEmpty())
        .map(found -> sentence(content, found))
        .orElseGet(() -> texts.get("charts.sentence.empty", title(), empty(content)));
  }

  private String sentence(ChartContent content, ChartReading reading) {
    ChartNumbers numbers = new ChartNumbers(texts.locale());
    List<Object> words = new ArrayList<>();
    words.add(title());
    words.add(place(content, reading.place()));
    for (ChartReading.Value value : reading.values()) {
      words.add(curve(value.role()));
      words.add(numbers.value(quantity, value.drawn()));
    }
    String key = reading.values().size() == 1 ? "charts.sentence.one" : "charts.sentence.two";
    return texts.get(key, words.toArray());
  }
}
