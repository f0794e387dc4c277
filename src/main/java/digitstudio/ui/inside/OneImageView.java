package digitstudio.ui.inside;

import digitstudio.digits.DigitImage;
import digitstudio.report.figure.Figure;
import digitstudio.report.figure.FigureData;
import digitstudio.report.figure.FigureSize;
import digitstudio.report.weights.ImageFlow;
import digitstudio.report.weights.ImageFlow.Place;
import digitstudio.report.weights.WeightStyle;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One image on its way through the network, with pixels that can be painted on. */
public final class OneImageView extends BorderPane {
  private static final FigureSize SIZE = new FigureSize(180, 90);
  private static final int TOLD = 3;

  private final OneImageViewModel viewModel;
  private final Surroundings around;
  private final DrawingCanvas canvas =
      new DrawingCanvas(
          (graphics, width, height) ->
              flow(style()).ifPresent(flow -> flow.draw(graphics, width, height)));
  private final Label readout = Surroundings.readout("inside-flow-readout");
  private final Label chosen = new Label();

  /**
   * @param pad the drawing on the pad; null while there is none
   * @param saving asks where a figure is to be written, and writes it
   */
  public OneImageView(
      OneImageViewModel viewModel,
      ObservableValue<DigitImage> pad,
      Texts texts,
      Appearance appearance,
      Consumer<Figure> saving) {
    this.viewModel = viewModel;
    around = new Surroundings(texts, appearance, readout.fontProperty());
    setId("inside-image-page");
    getStyleClass().add("inside");
    canvas.setId("inside-flow");
    canvas.getStyleClass().add("chart-pane");
    canvas.setFocusTraversable(true);
    canvas.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    canvas.accessibleTextProperty().bind(texts.of("inside.flow.help"));
    canvas.setOnMouseMoved(event -> read(at(event)));
    canvas.setOnMouseExited(event -> readout.setText(""));
    canvas.setOnMousePressed(
        event -> {
          canvas.requestFocus();
          at(event).ifPresent(viewModel::choose);
        });
    canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::move);
    chosen.setId("inside-chosen");
    chosen.setWrapText(true);
    chosen.setMinHeight(USE_PREF_SIZE);
    setLeft(new ImageTools(viewModel, pad, around));
    setCenter(middle(saving));
    viewModel.resultProperty().addListener(change -> show());
    around.onChange(this::show);
    sceneProperty().addListener(change -> show());
  }

  private VBox middle(Consumer<Figure> saving) {
    Label sentence = around.label("inside.flow.explained");
    sentence.getStyleClass().add("quiet");
    sentence.setWrapText(true);
    sentence.setMinWidth(0);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    sentence.setMaxWidth(Double.MAX_VALUE);
    HBox top =
        new HBox(
            8,
            sentence,
            SaveButton.of(
                "inside-flow-save",
                this::figure,
                viewModel.resultProperty(),
                saving,
                around.texts(),
                viewModel::tell));
    Label none = around.label("inside.noWeights");
    none.getStyleClass().add("quiet");
    none.visibleProperty().bind(viewModel.resultProperty().isNull());
    StackPane paper = new StackPane(canvas, none);
    paper.setMinHeight(0);
    VBox.setVgrow(paper, Priority.ALWAYS);
    VBox column = new VBox(top, paper, chosen, readout);
    column.getStyleClass().add("inside-column");
    return column;
  }

  private WeightStyle style() {
    return around.style();
  }

  private void show() {
    if (getScene() == null) {
      return;
    }
    canvas.repaint();
    chosen.setText(result().map(this::strongest).orElse(""));
  }

  private Optional<OneImage> result() {
    return Optional.ofNullable(viewModel.resultProperty().get());
  }

  /** The drawing as it is now. */
  Optional<ImageFlow> flow(WeightStyle style) {
    return result()
        .map(
            result -> {
              int count = result.reading().outputs().size();
              List<String> names = new ArrayList<>(List.of(around.texts().get("inside.image")));
              for (int l = 0; l < count; l++) {
                names.add(around.layerName(l, count));
              }
              return new ImageFlow(
                  result.image(),
                  result.reading().outputs(),
                  names,
                  result.chosen(),
                  result.links(),
                  style);
            });
  }

  private String name(OneImage result, Place place) {
    return place.layer() == Place.INPUT
        ? around
            .texts()
            .get("inside.pixel", place.unit() / DigitImage.SIDE, place.unit() % DigitImage.SIDE)
        : around.unitName(
            viewModel.classesProperty().get(),
            place.layer(),
            result.reading().outputs().size(),
            place.unit());
  }

  /** The chosen unit and the three that give it most, and the three that it gives most. */
  private String strongest(OneImage result) {
    if (!result.reading().isFinite()) {
      return around.texts().get("inside.diverged");
    }
    Place unit = result.chosen();
    String into = told(result, result.links().stream().filter(l -> l.to().equals(unit)).toList());
    String out = told(result, result.links().stream().filter(l -> l.from().equals(unit)).toList());
    StringBuilder sentence = new StringBuilder(name(result, unit));
    if (!into.isEmpty()) {
      sentence.append(around.texts().get("inside.gets", into));
    }
    if (!out.isEmpty()) {
      sentence.append(around.texts().get("inside.gives", out));
    }
    return into.isEmpty() && out.isEmpty()
        ? around.texts().get("inside.silent", name(result, unit))
        : sentence.toString();
  }

  private String told(OneImage result, List<ImageFlow.Link> links) {
    return links.stream()
        .limit(TOLD)
        .map(
            link ->
                around
                    .texts()
                    .get(
                        "inside.given",
                        name(result, link.to().equals(result.chosen()) ? link.from() : link.to()),
                        around.number(link.given())))
        .collect(Collectors.joining(around.texts().get("inside.comma")));
  }

  private Optional<Place> at(MouseEvent event) {
    return flow(style())
        .flatMap(
            flow -> flow.at(event.getX(), event.getY(), canvas.getWidth(), canvas.getHeight()));
  }

  private void read(Optional<Place> place) {
    readout.setText(
        place
            .flatMap(
                at ->
                    result()
                        .map(
                            result ->
                                around
                                    .texts()
                                    .get(
                                        "inside.outputAt",
                                        name(result, at),
                                        around.number(value(result, at)))))
            .orElse(""));
  }

  private static double value(OneImage result, Place place) {
    return place.layer() == Place.INPUT
        ? result.image().ink(place.unit() / DigitImage.SIDE, place.unit() % DigitImage.SIDE) / 255.0
        : result.reading().outputs().get(place.layer())[place.unit()];
  }

  private void move(KeyEvent event) {
    if (result().isEmpty()) {
      return;
    }
    OneImage result = result().get();
    List<float[]> outputs = result.reading().outputs();
    int layer = result.chosen().layer();
    int unit = result.chosen().unit();
    switch (event.getCode()) {
      case LEFT -> layer--;
      case RIGHT -> layer++;
      case UP -> unit--;
      case DOWN -> unit++;
      default -> {
        return;
      }
    }
    event.consume();
    layer = Math.max(Place.INPUT, Math.min(outputs.size() - 1, layer));
    int units = layer == Place.INPUT ? DigitImage.PIXELS : outputs.get(layer).length;
    Place place = new Place(layer, Math.max(0, Math.min(units - 1, unit)));
    viewModel.choose(place);
    read(Optional.of(place));
  }

  Figure figure() {
    WeightStyle paper = around.paper();
    ImageFlow flow = flow(paper).orElseThrow();
    List<List<String>> rows = new ArrayList<>();
    for (int l = 0; l < flow.outputs().size(); l++) {
      for (int u = 0; u < flow.outputs().get(l).length; u++) {
        rows.add(
            List.of(
                Integer.toString(l + 1),
                Integer.toString(u),
                FigureData.number(flow.outputs().get(l)[u])));
      }
    }
    return new Figure(
        "one-image",
        around.texts().get("inside.page.image"),
        paper.locale(),
        paper.fonts().text().getFamily(),
        SIZE,
        flow::draw,
        new FigureData(List.of("layer", "unit", "output"), rows));
  }
}
