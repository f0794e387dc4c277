package digitstudio.ui.inside;

import digitstudio.report.weights.WeightMap;
import digitstudio.report.weights.WeightStyle;
import digitstudio.training.LayerWeights;
import java.awt.Graphics2D;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The matrix of one layer as a heat map. */
final class MapPane extends BorderPane {
  private final WeightsViewModel viewModel;
  private final Surroundings around;
  private final ComboBox<Integer> layers = new ComboBox<>();
  private final DrawingCanvas canvas = new DrawingCanvas(this::draw);
  private final ScaleLegend legend = new ScaleLegend("inside-map-legend");
  private final Label readout = Surroundings.readout("inside-map-readout");
  private final Label dead = new Label();
  private int unit;
  private int input;

  MapPane(WeightsViewModel viewModel, Surroundings around) {
    this.viewModel = viewModel;
    this.around = around;
    canvas.setId("inside-map");
    canvas.getStyleClass().add("chart-pane");
    canvas.setFocusTraversable(true);
    canvas.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    canvas.accessibleTextProperty().bind(around.texts().of("inside.map.help"));
    canvas.setOnMouseMoved(
        event ->
            map(around.style())
                .flatMap(
                    map ->
                        map.at(event.getX(), event.getY(), canvas.getWidth(), canvas.getHeight()))
                .ifPresentOrElse(this::read, () -> readout.setText("")));
    canvas.setOnMousePressed(event -> canvas.requestFocus());
    canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::move);
    VBox middle = new VBox(canvas, new HBox(8, readout, Surroundings.space(), legend));
    middle.getStyleClass().add("inside-column");
    VBox.setVgrow(canvas, Priority.ALWAYS);
    setTop(toolbar());
    setCenter(middle);
    viewModel.readingProperty().addListener(change -> show());
    viewModel.layerProperty().addListener(change -> show());
    viewModel.deadProperty().addListener(change -> show());
    around.onChange(this::show);
    // What is not open is not kept up, and catches up as it is opened.
    sceneProperty().addListener(change -> show());
  }

  private HBox toolbar() {
    layers.setId("inside-layer");
    layers.accessibleTextProperty().bind(around.texts().of("inside.layer"));
    NumberCell.show(
        layers,
        around.texts(),
        layer -> {
          WeightsReading reading = viewModel.readingProperty().get();
          return reading == null ? "" : around.layerName(layer, reading.layers().size());
        });
    layers
        .valueProperty()
        .addListener(
            (change, before, now) -> {
              if (now != null) {
                viewModel.layerProperty().set(now);
              }
            });
    Label label = around.label("inside.layer");
    label.setLabelFor(layers);
    dead.setId("inside-map-dead");
    HBox bar = new HBox(label, layers, Surroundings.space(), dead);
    bar.getStyleClass().add("inside-toolbar");
    return bar;
  }

  private void show() {
    if (getScene() == null) {
      return;
    }
    WeightsReading reading = viewModel.readingProperty().get();
    if (reading == null) {
      return;
    }
    int chosen = viewModel.layerProperty().get();
    layers.getItems().setAll(IntStream.range(0, reading.layers().size()).boxed().toList());
    layers.setValue(chosen);
    legend.show(reading.reaches()[chosen], around.isDark(), around.texts().locale());
    dead.setText(viewModel.deadProperty().get().sentence(reading, chosen, around.texts()));
    canvas.repaint();
  }

  /** The drawing of the chosen layer. */
  Optional<WeightMap> map(WeightStyle style) {
    WeightsReading reading = viewModel.readingProperty().get();
    if (reading == null) {
      return Optional.empty();
    }
    int chosen = Math.min(viewModel.layerProperty().get(), reading.layers().size() - 1);
    int count = reading.layers().size();
    String below =
        chosen == 0
            ? around.texts().get("inside.pixels")
            : around.texts().get("inside.unitsOf", around.layerName(chosen - 1, count));
    return Optional.of(
        new WeightMap(
            reading.layers().get(chosen),
            reading.reaches()[chosen],
            below,
            around.texts().get("inside.unitsOf", around.layerName(chosen, count)),
            viewModel.deadProperty().get().of(chosen),
            style));
  }

  private void draw(Graphics2D graphics, double width, double height) {
    map(around.style()).ifPresent(map -> map.draw(graphics, width, height));
  }

  private void read(WeightMap.Cell cell) {
    unit = cell.unit();
    input = cell.input();
    readout.setText(
        around
            .texts()
            .get("inside.cellAt", cell.unit(), cell.input(), around.number(cell.value())));
  }

  private void move(KeyEvent event) {
    Optional<WeightMap> map = map(around.style());
    if (map.isEmpty() || !event.getCode().isArrowKey()) {
      return;
    }
    LayerWeights layer = map.get().layer();
    switch (event.getCode()) {
      case LEFT -> input--;
      case RIGHT -> input++;
      case UP -> unit--;
      default -> unit++;
    }
    event.consume();
    input = Math.max(0, Math.min(layer.shape().inputs() - 1, input));
    unit = Math.max(0, Math.min(layer.shape().units() - 1, unit));
    read(map.get().cell(unit, input));
  }
}
