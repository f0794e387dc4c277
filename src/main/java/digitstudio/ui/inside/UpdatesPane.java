package digitstudio.ui.inside;

import digitstudio.experiment.WeightHistory;
import digitstudio.report.weights.UpdateChart;
import digitstudio.report.weights.WeightStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How large the steps of each layer are beside its weights, over the kept epochs. */
final class UpdatesPane extends BorderPane {
  private final WeightsViewModel viewModel;
  private final Surroundings around;
  private final DrawingCanvas canvas =
      new DrawingCanvas((graphics, width, height) -> chart(style()).draw(graphics, width, height));
  private final Label readout = Surroundings.readout("inside-updates-readout");
  private final Label verdict = new Label();
  private int cursor = -1;

  UpdatesPane(WeightsViewModel viewModel, Surroundings around) {
    this.viewModel = viewModel;
    this.around = around;
    Label sentence = new Label();
    sentence.textProperty().bind(around.texts().of("inside.updates.explained"));
    sentence.getStyleClass().add("quiet");
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    verdict.setId("inside-updates-verdict");
    verdict.setWrapText(true);
    verdict.setMinHeight(USE_PREF_SIZE);
    canvas.setId("inside-updates");
    canvas.getStyleClass().add("chart-pane");
    canvas.setFocusTraversable(true);
    canvas.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    canvas.accessibleTextProperty().bind(around.texts().of("inside.updates.help"));
    canvas.setOnMouseMoved(event -> read(chart(style()).at(event.getX(), canvas.getWidth())));
    canvas.setOnMouseExited(event -> readout.setText(""));
    canvas.setOnMousePressed(event -> canvas.requestFocus());
    canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::move);
    VBox all = new VBox(sentence, verdict, canvas, readout);
    all.getStyleClass().add("inside-column");
    VBox.setVgrow(canvas, Priority.ALWAYS);
    setCenter(all);
    viewModel.readingProperty().addListener(change -> show());
    viewModel.historyProperty().addListener(change -> show());
    viewModel.stepsPerEpochProperty().addListener(change -> show());
    around.onChange(this::show);
    // What is not open is not kept up, and catches up as it is opened.
    sceneProperty().addListener(change -> show());
  }

  private WeightStyle style() {
    return around.style();
  }

  private void show() {
    if (getScene() == null) {
      return;
    }
    canvas.repaint();
    verdict.setText(chart(style()).chosenReadings().map(this::judge).orElse(""));
  }

  /** One sentence on the chosen epoch. */
  private String judge(List<UpdateChart.Reading> readings) {
    String large = names(readings.stream().filter(UpdateChart.Reading::isTooLarge).toList());
    String small = names(readings.stream().filter(UpdateChart.Reading::isTooSmall).toList());
    List<String> sentences = new ArrayList<>();
    int epoch = readings.get(0).epoch();
    if (!large.isEmpty()) {
      sentences.add(around.texts().get("inside.updates.tooLarge", epoch, large));
    }
    if (!small.isEmpty()) {
      sentences.add(around.texts().get("inside.updates.tooSmall", epoch, small));
    }
    return sentences.isEmpty()
        ? around.texts().get("inside.updates.healthyNow", epoch)
        : String.join(" ", sentences);
  }

  private String names(List<UpdateChart.Reading> readings) {
    int count = viewModel.historyProperty().get().layers().size();
    return readings.stream()
        .map(reading -> around.layerName(reading.layer(), count))
        .collect(Collectors.joining(around.texts().get("inside.and")));
  }

  /** The drawing as it is now. */
  UpdateChart chart(WeightStyle style) {
    WeightHistory history = viewModel.historyProperty().get();
    WeightsReading reading = viewModel.readingProperty().get();
    List<Integer> epochs = history.epochs();
    int count = history.layers().size();
    List<String> names = new ArrayList<>();
    List<Long> steps = new ArrayList<>();
    for (int l = 0; l < count; l++) {
      names.add(around.layerName(l, count));
    }
    for (int e = 1; e < epochs.size(); e++) {
      long apart = epochs.get(e) - epochs.get(e - 1);
      steps.add(apart * viewModel.stepsPerEpochProperty().get());
    }
    return new UpdateChart(
        names,
        epochs.isEmpty() ? List.of() : epochs.subList(1, epochs.size()),
        history.layers().stream().map(WeightHistory.Layer::moved).toList(),
        steps,
        reading == null ? 0 : reading.epoch(),
        around.texts().get("inside.updates.axis"),
        around.texts().get("inside.updates.healthy"),
        around.texts().get("inside.fewEpochs"),
        style);
  }

  private void read(List<UpdateChart.Reading> readings) {
    if (readings.isEmpty()) {
      readout.setText("");
      return;
    }
    int count = viewModel.historyProperty().get().layers().size();
    String layers =
        readings.stream()
            .map(
                reading ->
                    around
                        .texts()
                        .get(
                            "inside.updates.layerAt",
                            around.layerName(reading.layer(), count),
                            reading.least(),
                            reading.likely()))
            .collect(Collectors.joining(" · "));
    readout.setText(around.texts().get("inside.updates.at", readings.get(0).epoch(), layers));
  }

  private void move(KeyEvent event) {
    UpdateChart chart = chart(style());
    boolean left = event.getCode() == KeyCode.LEFT;
    if (chart.epochs().isEmpty() || !(left || event.getCode() == KeyCode.RIGHT)) {
      return;
    }
    event.consume();
    cursor = Math.max(0, Math.min(chart.epochs().size() - 1, cursor + (left ? -1 : 1)));
    read(chart.readings(cursor));
  }
}
