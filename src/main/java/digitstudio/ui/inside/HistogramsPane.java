package digitstudio.ui.inside;

import digitstudio.experiment.WeightHistory;
import digitstudio.report.weights.HistogramStrip;
import digitstudio.report.weights.WeightStyle;
import digitstudio.training.WeightHistogram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How the weights and biases of every layer are spread, over the kept epochs and now. */
final class HistogramsPane extends BorderPane {
  private static final double HEIGHT = 168;

  private final WeightsViewModel viewModel;
  private final Surroundings around;
  private final VBox rows = new VBox();
  private final Label readout = Surroundings.readout("inside-histogram-readout");
  private final List<DrawingCanvas> canvases = new ArrayList<>();

  HistogramsPane(WeightsViewModel viewModel, Surroundings around) {
    this.viewModel = viewModel;
    this.around = around;
    Label sentence = new Label();
    sentence.textProperty().bind(around.texts().of("inside.histograms.explained"));
    sentence.getStyleClass().add("quiet");
    sentence.setWrapText(true);
    VBox top = new VBox(sentence);
    top.getStyleClass().add("inside-column");
    rows.getStyleClass().add("inside-column");
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setId("inside-histograms");
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("edge-to-edge");
    setTop(top);
    setCenter(scroll);
    VBox bottom = new VBox(readout);
    bottom.getStyleClass().add("inside-column");
    setBottom(bottom);
    viewModel.readingProperty().addListener(change -> show());
    viewModel.historyProperty().addListener(change -> show());
    around.onChange(this::show);
    // What is not open is not kept up, and catches up as it is opened.
    sceneProperty().addListener(change -> show());
  }

  private void show() {
    if (getScene() == null) {
      return;
    }
    WeightsReading reading = viewModel.readingProperty().get();
    if (reading == null) {
      return;
    }
    if (canvases.size() != 2 * reading.layers().size()) {
      canvases.clear();
      rows.getChildren().clear();
      for (int l = 0; l < reading.layers().size(); l++) {
        HBox row = new HBox(8, canvas(l, false), canvas(l, true));
        rows.getChildren().add(row);
      }
    }
    canvases.forEach(DrawingCanvas::repaint);
  }

  private DrawingCanvas canvas(int layer, boolean biases) {
    DrawingCanvas canvas =
        new DrawingCanvas(
            (graphics, width, height) ->
                strip(layer, biases, around.style())
                    .ifPresent(strip -> strip.draw(graphics, width, height)));
    canvas.setId((biases ? "inside-biases-" : "inside-weights-") + (layer + 1));
    canvas.setPrefSize(200, HEIGHT);
    canvas.setMinHeight(HEIGHT);
    canvas.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    canvas.setAccessibleText(title(layer, biases));
    HBox.setHgrow(canvas, Priority.ALWAYS);
    canvas.setOnMouseMoved(
        event ->
            readout.setText(
                strip(layer, biases, around.style())
                    .flatMap(
                        strip ->
                            strip.at(
                                event.getX(), event.getY(), canvas.getWidth(), canvas.getHeight()))
                    .map(this::sentence)
                    .orElse("")));
    canvas.setOnMouseExited(event -> readout.setText(""));
    canvases.add(canvas);
    return canvas;
  }

  private String sentence(HistogramStrip.Reading reading) {
    return around
        .texts()
        .get(
            "inside.binAt",
            reading.epoch(),
            around.number(reading.low()),
            around.number(reading.high()),
            reading.share());
  }

  private String title(int layer, boolean biases) {
    WeightsReading reading = viewModel.readingProperty().get();
    int count = reading == null ? 0 : reading.layers().size();
    return around
        .texts()
        .get(biases ? "inside.biasesOf" : "inside.weightsOf", around.layerName(layer, count));
  }

  /** The drawing of a layer's weights or biases. */
  Optional<HistogramStrip> strip(int layer, boolean biases, WeightStyle style) {
    WeightsReading reading = viewModel.readingProperty().get();
    if (reading == null || layer >= reading.layers().size()) {
      return Optional.empty();
    }
    WeightHistory history = viewModel.historyProperty().get();
    boolean kept = history.layers().size() == reading.layers().size();
    List<WeightHistogram> over =
        !kept
            ? List.of()
            : biases ? history.layers().get(layer).biases() : history.layers().get(layer).weights();
    return Optional.of(
        new HistogramStrip(
            title(layer, biases),
            kept ? history.epochs() : List.of(),
            over,
            reading.epoch(),
            (biases ? reading.biases() : reading.weights()).get(layer),
            around.texts().get("inside.noEpochs"),
            style));
  }
}
