package digitstudio.ui.inside;

import digitstudio.report.figure.Figure;
import digitstudio.report.figure.FigureData;
import digitstudio.report.figure.FigureSize;
import digitstudio.report.weights.HistogramStrip;
import digitstudio.report.weights.UnitSheet;
import digitstudio.report.weights.UpdateChart;
import digitstudio.report.weights.WeightMap;
import digitstudio.report.weights.WeightStyle;
import digitstudio.training.LayerWeights;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;

/** What the weights page shows, drawn again for paper, with its numbers. */
final class WeightFigures {
  private static final FigureSize SIZE = new FigureSize(160, 100);
  private static final double STRIP = 44;
  private static final int BINS = 64;

  private final WeightsViewModel viewModel;
  private final Surroundings around;
  private final WeightStyle style;
  private final WeightsReading reading;

  private WeightFigures(WeightsViewModel viewModel, Surroundings around) {
    this.viewModel = viewModel;
    this.around = around;
    style = around.paper();
    reading = viewModel.readingProperty().get();
  }

  static Figure of(WeightsViewModel viewModel, Surroundings around) {
    WeightFigures figures = new WeightFigures(viewModel, around);
    return switch (viewModel.sectionProperty().get()) {
      case UNITS -> figures.units();
      case MAP -> figures.map();
      case HISTOGRAMS -> figures.histograms();
      case UPDATES -> figures.updates();
    };
  }

  private Figure figure(String name, FigureSize size, Figure.Drawing drawing, FigureData data) {
    String title =
        around.texts().get(viewModel.sectionProperty().get().key())
            + around.texts().get("inside.atEpoch", reading.epoch());
    String family = style.fonts().text().getFamily();
    return new Figure(name, title, style.locale(), family, size, drawing, data);
  }

  private Figure units() {
    int[] order = reading.order(viewModel.orderProperty().get());
    boolean own = viewModel.ownScaleProperty().get();
    UnitSheet sheet = new UnitSheet(reading.first(), order, own ? 0 : reading.reaches()[0], style);
    List<String> columns = new ArrayList<>(List.of("unit", "norm", "bias"));
    for (int pixel = 0; pixel < reading.first().shape().inputs(); pixel++) {
      columns.add("w" + pixel);
    }
    List<List<String>> rows = new ArrayList<>();
    for (int unit : order) {
      List<String> row = new ArrayList<>();
      row.add(Integer.toString(unit));
      row.add(FigureData.number(reading.norms()[unit]));
      row.add(FigureData.number(reading.first().biases()[unit]));
      for (float weight : reading.first().incoming(unit)) {
        row.add(FigureData.number(weight));
      }
      rows.add(row);
    }
    return figure("first-layer", SIZE, sheet::draw, new FigureData(columns, rows));
  }

  private Figure map() {
    int layer = viewModel.layerProperty().get();
    LayerWeights weights = reading.layers().get(layer);
    int count = reading.layers().size();
    String below =
        layer == 0
            ? around.texts().get("inside.pixels")
            : around.texts().get("inside.unitsOf", around.layerName(layer - 1, count));
    String units = around.texts().get("inside.unitsOf", around.layerName(layer, count));
    WeightMap map =
        new WeightMap(
            weights,
            reading.reaches()[layer],
            below,
            units,
            viewModel.deadProperty().get().of(layer),
            style);
    List<String> columns = new ArrayList<>(List.of("unit"));
    for (int input = 0; input < weights.shape().inputs(); input++) {
      columns.add("from_" + input);
    }
    List<List<String>> rows = new ArrayList<>();
    for (int unit = 0; unit < weights.shape().units(); unit++) {
      List<String> row = new ArrayList<>(List.of(Integer.toString(unit)));
      for (float weight : weights.incoming(unit)) {
        row.add(FigureData.number(weight));
      }
      rows.add(row);
    }
    return figure("weights-" + (layer + 1), SIZE, map::draw, new FigureData(columns, rows));
  }

  private Figure histograms() {
    HistogramsPane pane = new HistogramsPane(viewModel, around);
    List<HistogramStrip> strips = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    int layers = reading.layers().size();
    for (int l = 0; l < layers; l++) {
      for (boolean biases : new boolean[] {false, true}) {
        HistogramStrip strip = pane.strip(l, biases, style).orElseThrow();
        strips.add(strip);
        for (int e = 0; e < strip.epochs().size(); e++) {
          double[] shares = strip.over().get(e).shares(strip.reach(), BINS);
          for (int bin = 0; bin < BINS; bin++) {
            double low = (2.0 * bin / BINS - 1) * strip.reach();
            rows.add(
                List.of(
                    Integer.toString(l + 1),
                    biases ? "biases" : "weights",
                    Integer.toString(strip.epochs().get(e)),
                    FigureData.number(low),
                    FigureData.number(low + 2 * strip.reach() / BINS),
                    FigureData.number(shares[bin])));
          }
        }
      }
    }
    Figure.Drawing drawing =
        (graphics, width, height) -> {
          AffineTransform before = graphics.getTransform();
          for (int i = 0; i < strips.size(); i++) {
            graphics.setTransform(before);
            graphics.translate(i % 2 * width / 2, i / 2 * height / layers);
            strips.get(i).draw(graphics, width / 2 - 12, height / layers - 8);
          }
          graphics.setTransform(before);
        };
    double height = Math.min(FigureSize.MOST, Math.max(60, layers * STRIP));
    FigureData data = new FigureData(List.of("layer", "of", "epoch", "low", "high", "share"), rows);
    return figure("histograms", new FigureSize(SIZE.width(), height), drawing, data);
  }

  private Figure updates() {
    UpdateChart chart = new UpdatesPane(viewModel, around).chart(style);
    List<List<String>> rows = new ArrayList<>();
    for (int e = 0; e < chart.epochs().size(); e++) {
      for (UpdateChart.Reading read : chart.readings(e)) {
        rows.add(
            List.of(
                Integer.toString(read.layer() + 1),
                Integer.toString(read.epoch()),
                FigureData.number(chart.shares().get(read.layer()).get(e)),
                Long.toString(chart.steps().get(e)),
                FigureData.number(read.least()),
                FigureData.number(read.likely())));
      }
    }
    FigureData data =
        new FigureData(
            List.of("layer", "epoch", "moved", "steps", "log10_least", "log10_likely"), rows);
    return figure("updates", SIZE, chart::draw, data);
  }
}
