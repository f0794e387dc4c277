package digitstudio.ui.inside;

import digitstudio.digits.DigitImage;
import digitstudio.training.LayerWeights;
import digitstudio.ui.control.ChoiceCell;
import digitstudio.ui.control.ChoicePair;
import java.util.Arrays;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The units of the first layer as images, and the chosen one beside them. */
final class UnitsPane extends BorderPane {
  private static final int LARGE = 3;
  private static final int SMALL = 2;

  private final WeightsViewModel viewModel;
  private final Surroundings around;
  private final UnitTiles tiles;
  private final UnitCard card;
  private final ScaleLegend legend = new ScaleLegend("inside-units-legend");
  private final Label readout = Surroundings.readout("inside-units-readout");
  private final Label dead = new Label();

  UnitsPane(WeightsViewModel viewModel, Surroundings around) {
    this.viewModel = viewModel;
    this.around = around;
    tiles = new UnitTiles(viewModel.unitProperty()::set, around.texts().of("inside.units.help"));
    card = new UnitCard(viewModel, around);
    dead.setId("inside-dead");
    VBox middle = new VBox(tiles, new HBox(8, readout, Surroundings.space(), legend));
    middle.getStyleClass().add("inside-column");
    VBox.setVgrow(tiles, javafx.scene.layout.Priority.ALWAYS);
    setTop(toolbar());
    setCenter(middle);
    setRight(card);
    tiles.onHover(this::read);
    viewModel.readingProperty().addListener(change -> show());
    viewModel.deadProperty().addListener(change -> show());
    viewModel.unitProperty().addListener(change -> show());
    viewModel.orderProperty().addListener(change -> show());
    viewModel.ownScaleProperty().addListener(change -> show());
    viewModel.largeProperty().addListener(change -> show());
    around.onChange(this::show);
    // What is not open is not kept up, and catches up as it is opened.
    sceneProperty().addListener(change -> show());
  }

  private HBox toolbar() {
    ComboBox<UnitOrder> order = new ComboBox<>();
    order.setId("inside-order");
    order.getItems().setAll(UnitOrder.values());
    ChoiceCell.show(order, around.texts(), UnitOrder::key);
    order.valueProperty().bindBidirectional(viewModel.orderProperty());
    order.accessibleTextProperty().bind(around.texts().of("inside.order"));
    Label orderLabel = around.label("inside.order");
    orderLabel.setLabelFor(order);
    CheckBox own = new CheckBox();
    own.setId("inside-own-scale");
    own.textProperty().bind(around.texts().of("inside.ownScale"));
    own.setMinWidth(USE_PREF_SIZE);
    own.selectedProperty().bindBidirectional(viewModel.ownScaleProperty());
    own.setTooltip(
        digitstudio.ui.control.Explained.tooltip(around.texts().of("inside.ownScale.help")));
    ToggleButton small = toggle("inside-small", "inside.small");
    ToggleButton large = toggle("inside-large", "inside.large");
    HBox bar =
        new HBox(
            orderLabel,
            order,
            own,
            new ChoicePair(small, large, viewModel.largeProperty(), false, true),
            Surroundings.space(),
            dead);
    bar.getStyleClass().add("inside-toolbar");
    return bar;
  }

  private ToggleButton toggle(String id, String key) {
    ToggleButton toggle = ChoicePair.button(id, around.texts(), key + ".help");
    toggle.textProperty().bind(around.texts().of(key));
    toggle.getStyleClass().add(atlantafx.base.theme.Styles.SMALL);
    return toggle;
  }

  private void show() {
    if (getScene() == null) {
      return;
    }
    WeightsReading reading = viewModel.readingProperty().get();
    if (reading == null || viewModel.unitProperty().get() < 0) {
      return;
    }
    tiles.show(
        new UnitTiles.Content(
            reading.first(),
            reading.order(viewModel.orderProperty().get()),
            scales(reading),
            viewModel.deadProperty().get(),
            viewModel.unitProperty().get(),
            viewModel.largeProperty().get() ? LARGE : SMALL,
            around.isDark()));
    double reach =
        viewModel.ownScaleProperty().get()
            ? scale(reading, viewModel.unitProperty().get())
            : reading.reaches()[0];
    legend.show(reach, around.isDark(), around.texts().locale());
    showDead(reading);
    card.show(reading, reach);
  }

  private double[] scales(WeightsReading reading) {
    double[] scales = new double[reading.units()];
    if (!viewModel.ownScaleProperty().get()) {
      Arrays.fill(scales, reading.reaches()[0]);
      return scales;
    }
    LayerWeights first = reading.first();
    for (int pixel = 0, k = 0; pixel < DigitImage.PIXELS; pixel++) {
      for (int unit = 0; unit < scales.length; unit++, k++) {
        scales[unit] = Math.max(scales[unit], Math.abs(first.weights()[k]));
      }
    }
    for (int unit = 0; unit < scales.length; unit++) {
      scales[unit] = Math.max(scales[unit], Float.MIN_NORMAL);
    }
    return scales;
  }

  private static double scale(WeightsReading reading, int unit) {
    return Math.max(Float.MIN_NORMAL, LayerWeights.reach(reading.first().incoming(unit)));
  }

  private void showDead(WeightsReading reading) {
    dead.setText(viewModel.deadProperty().get().sentence(reading, 0, around.texts()));
  }

  private void read(Optional<UnitTiles.Spot> spot) {
    WeightsReading reading = viewModel.readingProperty().get();
    if (spot.isEmpty() || reading == null) {
      readout.setText("");
      return;
    }
    int unit = spot.get().unit();
    int pixel = spot.get().pixel();
    readout.setText(
        around
            .texts()
            .get(
                "inside.weightAt",
                around.unitName(viewModel.classes(), 0, reading.layers().size(), unit),
                pixel / DigitImage.SIDE,
                pixel % DigitImage.SIDE,
                around.number(reading.first().weight(pixel, unit))));
  }
}
