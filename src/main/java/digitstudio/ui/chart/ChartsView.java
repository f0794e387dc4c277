package digitstudio.ui.chart;

import atlantafx.base.theme.Styles;
import digitstudio.report.chart.Quantity;
import digitstudio.report.chart.Smoothing;
import digitstudio.report.chart.XAxis;
import digitstudio.ui.control.ChoicePair;
import digitstudio.ui.control.Explained;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The loss chart over the accuracy chart, and the few controls they share. */
public final class ChartsView extends VBox {
  /** Below this width the controls explain themselves by their tooltips alone. */
  private static final double ROOM_FOR_WORDS = 560;

  private final ChartsViewModel viewModel;
  private final Texts texts;
  private final HBox toolbar;

  public ChartsView(ChartsViewModel viewModel, Texts texts, Appearance appearance) {
    this.viewModel = viewModel;
    this.texts = texts;
    getStyleClass().add("charts");
    // As narrow as the window has room for: what its controls would need must not hold it wide,
    // as the words that leave when it is narrow are among them.
    setMinWidth(0);
    Label smoothingLabel = smoothingLabel();
    ChartPane loss =
        new ChartPane(Quantity.LOSS, viewModel, texts, appearance, smoothingLabel.fontProperty());
    ChartPane accuracy =
        new ChartPane(
            Quantity.ACCURACY, viewModel, texts, appearance, smoothingLabel.fontProperty());
    loss.setId("chart-loss");
    accuracy.setId("chart-accuracy");
    toolbar = toolbar(smoothingLabel);
    getChildren().addAll(toolbar, loss, accuracy);
    for (ChartPane pane : new ChartPane[] {loss, accuracy}) {
      VBox.setVgrow(pane, Priority.ALWAYS);
      // Equal shares of the height, whatever each would like to have.
      pane.setPrefHeight(1);
    }
  }

  /** Puts a button into the toolbar that takes the charts out of the window. */
  public void offer(FigureExport export) {
    toolbar.getChildren().add(toolbar.getChildren().size() - 1, exportButton(export));
  }

  private Node exportButton(FigureExport export) {
    BooleanBinding nothing =
        Bindings.createBooleanBinding(
            () -> viewModel.lossProperty().get().isEmpty(), viewModel.lossProperty());
    return FigureButton.of("chart-export", export, texts, nothing);
  }

  private HBox toolbar(Label smoothingLabel) {
    HBox smoothing = new HBox(smoothingLabel, smoothingSlider(smoothingLabel), smoothingValue());
    smoothing.getStyleClass().add("charts-smoothing");
    // What does not fit beside the toggles goes below them.
    FlowPane controls = new FlowPane(axisToggle(), scaleToggle(), smoothing);
    controls.getStyleClass().add("charts-controls");
    HBox.setHgrow(controls, Priority.ALWAYS);
    HBox line = new HBox(controls, resetButton());
    line.getStyleClass().add("charts-toolbar");
    return line;
  }

  // Toggles

  private Node axisToggle() {
    return new ChoicePair(
        toggle("chart-x-epoch", "charts.x.epoch"),
        toggle("chart-x-step", "charts.x.step"),
        viewModel.axisProperty(),
        XAxis.EPOCH,
        XAxis.STEP);
  }

  private Node scaleToggle() {
    return new ChoicePair(
        toggle("chart-scale-linear", "charts.scale.linear"),
        toggle("chart-scale-log", "charts.scale.log"),
        viewModel.logarithmicProperty(),
        false,
        true);
  }

  private ToggleButton toggle(String id, String key) {
    ToggleButton toggle = ChoicePair.button(id, texts, key + ".help");
    toggle.textProperty().bind(texts.of(key));
    toggle.getStyleClass().add(Styles.SMALL);
    toggle.setMinWidth(USE_PREF_SIZE);
    return toggle;
  }

  // Smoothing

  private Label smoothingLabel() {
    Label label = new Label();
    label.textProperty().bind(texts.of("charts.smoothing"));
    label.getStyleClass().add("charts-label");
    label.setMinWidth(USE_PREF_SIZE);
    label.visibleProperty().bind(widthProperty().greaterThanOrEqualTo(ROOM_FOR_WORDS));
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  private Slider smoothingSlider(Label label) {
    Slider slider = new Slider(0, Smoothing.MOST, 0);
    slider.setId("chart-smoothing");
    slider.setBlockIncrement(0.05);
    slider.setMajorTickUnit(0.05);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    slider.getStyleClass().add(Styles.SMALL);
    slider.valueProperty().bindBidirectional(viewModel.smoothingProperty());
    slider.accessibleTextProperty().bind(texts.of("charts.smoothing.help"));
    slider.setTooltip(Explained.tooltip(texts.of("charts.smoothing.help")));
    label.setLabelFor(slider);
    return slider;
  }

  private Label smoothingValue() {
    Label value = new Label();
    value
        .textProperty()
        .bind(
            texts.binding(
                () ->
                    new DecimalFormat("0.00", DecimalFormatSymbols.getInstance(texts.locale()))
                        .format(viewModel.smoothingProperty().get()),
                viewModel.smoothingProperty()));
    value.getStyleClass().addAll("charts-label", "charts-value");
    value.setMinWidth(USE_PREF_SIZE);
    return value;
  }

  // Reset

  private Node resetButton() {
    Button reset = new Button(null, new FontIcon(Feather.MAXIMIZE_2));
    reset.setId("chart-reset-zoom");
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
