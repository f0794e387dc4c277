package digitstudio.ui.inside;

import digitstudio.digits.DigitImage;
import digitstudio.training.LayerWeights;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** One unit of the first layer: its weights enlarged, its figures, and what it feeds most. */
final class UnitCard extends ScrollPane {
  private static final int ZOOM = 8;
  private static final int FED = 8;

  private final WeightsViewModel viewModel;
  private final Surroundings around;
  private final Label name = new Label();
  private final PixelPicture picture = new PixelPicture("inside-unit", ZOOM);
  private final Label readout = Surroundings.readout("inside-unit-readout");
  private final GridPane facts = new GridPane();
  private final Label fedTitle;
  private final VBox fed = new VBox();
  private float[] incoming = {};

  UnitCard(WeightsViewModel viewModel, Surroundings around) {
    this.viewModel = viewModel;
    this.around = around;
    getStyleClass().addAll("edge-to-edge", "inside-card");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    name.setId("inside-unit-name");
    name.getStyleClass().add("inside-title");
    facts.getStyleClass().add("inside-facts");
    facts.setId("inside-unit-facts");
    fedTitle = new Label();
    fedTitle.getStyleClass().add("inside-title");
    fed.setId("inside-feeds");
    fed.getStyleClass().add("inside-links");
    picture.onRead(this::read);
    picture.accessibleTextProperty().bind(around.texts().of("inside.unit.help"));
    VBox content = new VBox(name, picture, readout, facts, fedTitle, fed);
    content.getStyleClass().add("inside-column");
    setContent(content);
  }

  void show(WeightsReading reading, double scale) {
    int unit = Math.min(viewModel.unitProperty().get(), reading.units() - 1);
    incoming = reading.first().incoming(unit);
    name.setText(around.unitName(viewModel.classes(), 0, reading.layers().size(), unit));
    picture.show(incoming, scale, around.isDark());
    facts.getChildren().clear();
    fact(0, "inside.norm", around.number(reading.norms()[unit]));
    fact(1, "inside.bias", around.number(reading.first().biases()[unit]));
    fedTitle.setVisible(reading.hasOutgoing());
    fedTitle.setText(
        around.texts().get("inside.feeds", around.layerName(1, reading.layers().size())));
    fed.getChildren().clear();
    if (reading.hasOutgoing()) {
      fact(2, "inside.outgoing", around.number(reading.outgoing()[unit]));
      showFed(reading, unit);
    }
    DeadUnits dead = viewModel.deadProperty().get();
    if (dead.isDead(0, unit)) {
      Label note = new Label(around.texts().get("inside.isDead", dead.images()));
      note.setWrapText(true);
      note.setId("inside-unit-dead");
      facts.add(note, 0, 3, 2, 1);
    }
  }

  private void fact(int row, String key, String value) {
    Label label = around.label(key);
    label.getStyleClass().add("quiet");
    Label figure = new Label(value);
    figure.getStyleClass().add("inside-figure");
    facts.addRow(row, label, figure);
  }

  private void showFed(WeightsReading reading, int unit) {
    LayerWeights next = reading.layers().get(1);
    float[] outgoing = next.outgoing(unit);
    double reach = Math.max(Float.MIN_NORMAL, LayerWeights.reach(outgoing));
    List<Integer> strongest =
        IntStream.range(0, outgoing.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer to) -> -Math.abs(outgoing[to])))
            .limit(FED)
            .toList();
    for (int to : strongest) {
      String target =
          reading.layers().size() > 2
              ? around.texts().get("inside.unitShort", to)
              : around.unitName(viewModel.classes(), 1, reading.layers().size(), to);
      String value = around.number(outgoing[to]);
      fed.getChildren().add(new LinkBar(target, value, outgoing[to] / reach, around.isDark()));
    }
  }

  private void read(Optional<Integer> pixel) {
    readout.setText(
        pixel
            .map(
                at ->
                    around
                        .texts()
                        .get(
                            "inside.pixelAt",
                            at / DigitImage.SIDE,
                            at % DigitImage.SIDE,
                            around.number(incoming[at])))
            .orElse(""));
  }
}
