package digitstudio.ui.runs;

import atlantafx.base.theme.Styles;
import digitstudio.nn.Spelling;
import digitstudio.report.chart.Quantity;
import digitstudio.report.chart.XAxis;
import digitstudio.ui.chart.FigureButton;
import digitstudio.ui.chart.FigureExport;
import digitstudio.ui.control.ChoiceCell;
import digitstudio.ui.control.ChoicePair;
import digitstudio.ui.control.Explained;
import digitstudio.ui.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is drawn of the chosen runs, along what, and how the chart is seen whole or taken out. */
final class OverlayToolbar extends HBox {
  private final OverlayViewModel viewModel;
  private final Texts texts;

  OverlayToolbar(OverlayViewModel viewModel, Texts texts) {
    this.viewModel = viewModel;
    this.texts = texts;
    getStyleClass().add("charts-toolbar");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren()
        .addAll(quantity(), images(), axis(), scale(), mean(), space, place(), resetButton());
  }

  /** Puts a button at the end that takes the chart out of the window. */
  void offer(FigureExport export) {
    getChildren()
        .add(
            FigureButton.of(
                "runs-chart-export",
                export,
                texts,
                Bindings.createBooleanBinding(
                    () -> viewModel.seriesProperty().get().isEmpty(), viewModel.seriesProperty())));
  }

  private Node quantity() {
    return new ChoicePair(
        toggle("runs-loss", "charts.loss", "runs.loss.help"),
        toggle("runs-accuracy", "charts.accuracy", "runs.accuracy.help"),
        viewModel.quantityProperty(),
        Quantity.LOSS,
        Quantity.ACCURACY);
  }

  private Node images() {
    return new ChoicePair(
        toggle("runs-validation-curves", "runs.curves.validation", "runs.curves.validation.help"),
        toggle("runs-train-curves", "runs.curves.train", "runs.curves.train.help"),
        viewModel.trainProperty(),
        false,
        true);
  }

  private Node scale() {
    return new ChoicePair(
        toggle("runs-linear", "charts.scale.linear", "charts.scale.linear.help"),
        toggle("runs-log", "charts.scale.log", "charts.scale.log.help"),
        viewModel.logarithmicProperty(),
        false,
        true);
  }

  private Node mean() {
    ToggleButton mean = toggle("runs-mean", "runs.averaged", "runs.averaged.help");
    mean.selectedProperty().bindBidirectional(viewModel.averagedProperty());
    mean.visibleProperty().bind(viewModel.canAverageProperty());
    mean.managedProperty().bind(mean.visibleProperty());
    return mean;
  }

  private ToggleButton toggle(String id, String key, String helpKey) {
    ToggleButton toggle = ChoicePair.button(id, texts, helpKey);
    toggle.textProperty().bind(texts.of(key));
    toggle.getStyleClass().add(Styles.SMALL);
    toggle.setMinWidth(USE_PREF_SIZE);
    return toggle;
  }

  private Node axis() {
    ComboBox<XAxis> box = new ComboBox<>();
    box.setId("runs-x");
    box.getStyleClass().add(Styles.SMALL);
    box.getItems().setAll(XAxis.values());
    ChoiceCell.show(box, texts, one -> "keeping.x." + Spelling.of(one));
    box.valueProperty().bindBidirectional(viewModel.axisProperty());
    StringBinding help =
        texts.binding(
            () ->
                texts.get(
                    viewModel.axisInUse() == viewModel.axisProperty().get()
                        ? "keeping.x.help"
                        : "keeping.x.unknown"),
            viewModel.axisProperty(),
            viewModel.axesProperty());
    box.accessibleTextProperty().bind(help);
    box.setTooltip(Explained.tooltip(help));
    box.setMinWidth(USE_PREF_SIZE);
    return box;
  }

  /** Where the values beside the names are read. */
  private Node place() {
    Label place = new Label();
    place.setId("runs-place");
    place.getStyleClass().add("quiet");
    place.setMinWidth(0);
    place
        .textProperty()
        .bind(
            texts.binding(
                () -> viewModel.place(new RunWords(texts.locale())), viewModel.cursorProperty()));
    return place;
  }

  private Node resetButton() {
    Button reset = new Button(null, new FontIcon(Feather.MAXIMIZE_2));
    reset.setId("runs-reset-zoom");
    reset.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    reset.disableProperty().bind(viewModel.zoomedProperty().not());
    reset.setOnAction(event -> viewModel.resetZoom());
    StringBinding help =
        texts.binding(
            () ->
                texts.get(
                    viewModel.zoomedProperty().get() ? "charts.reset" : "charts.reset.disabled"),
            viewModel.zoomedProperty());
    reset.accessibleTextProperty().bind(help);
    return new Explained(reset, help);
  }
}
