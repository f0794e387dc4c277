package digitstudio.ui.chart;

import atlantafx.base.theme.Styles;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The loss chart over the accuracy chart, and the few controls they share. */
public final class ChartsView extends VBox {
  /** Below this width the controls explain themselves by their tooltips alone. */
  private static final double ROOM_FOR_WORDS = 480;

  private final ChartsViewModel viewModel;
  private final Texts texts;

  public ChartsView(ChartsViewModel viewModel, Texts texts, Appearance appearance) {
    this.viewModel = viewModel;
    this.texts = texts;
    getStyleClass().add("charts");
    Label smoothingLabel = smoothingLabel();
    ChartPane loss =
        new ChartPane(Quantity.LOSS, viewModel, texts, appearance, smoothingLabel.fontProperty());
    ChartPane accuracy =
        new ChartPane(
            Quantity.ACCURACY, viewModel, texts, appearance, smoothingLabel.fontProperty());
    loss.setId("chart-loss");
    accuracy.setId("chart-accuracy");
    getChildren().addAll(toolbar(smoothingLabel), loss, accuracy);
    for (ChartPane pane : new ChartPane[] {loss, accuracy}) {
      VBox.setVgrow(pane, Priority.ALWAYS);
      // Equal shares of the height, whatever each would like to have.
      pane.setPrefHeight(1);
    }
  }

  private HBox toolbar(Label smoothingLabel) {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox smoothing = new HBox(smoothingLabel, smoothingSlider(smoothingLabel), smoothingValue());
    smoothing.getStyleClass().add("charts-smoothing");
    HBox toolbar = new HBox(axisToggle(), scaleToggle(), smoothing, space, resetButton());
    toolbar.getStyleClass().add("charts-toolbar");
    return toolbar;
  }

  // Toggles

  private Node axisToggle() {
    ToggleButton epoch = toggle("chart-x-epoch", "charts.x.epoch", "charts.x.epoch.help");
    ToggleButton step = toggle("chart-x-step", "charts.x.step", "charts.x.step.help");
    HBox pair = pair(epoch, step);
    epoch.setOnAction(event -> viewModel.axisProperty().set(XAxis.EPOCH));
    step.setOnAction(event -> viewModel.axisProperty().set(XAxis.STEP));
    follow(epoch, step, viewModel.axisProperty().isEqualTo(XAxis.STEP));
    return pair;
  }

  private Node scaleToggle() {
    ToggleButton linear =
        toggle("chart-scale-linear", "charts.scale.linear", "charts.scale.linear.help");
    ToggleButton log = toggle("chart-scale-log", "charts.scale.log", "charts.scale.log.help");
    HBox pair = pair(linear, log);
    linear.setOnAction(event -> viewModel.logarithmicProperty().set(false));
    log.setOnAction(event -> viewModel.logarithmicProperty().set(true));
    follow(
        linear,
        log,
        Bindings.createBooleanBinding(
            viewModel.logarithmicProperty()::get, viewModel.logarithmicProperty()));
    return pair;
  }

  private ToggleButton toggle(String id, String text, String help) {
    ToggleButton toggle = new ToggleButton();
    toggle.setId(id);
    toggle.textProperty().bind(texts.of(text));
    toggle.accessibleTextProperty().bind(texts.of(help));
    toggle.setTooltip(tooltip(texts.of(help)));
    toggle.getStyleClass().add(Styles.SMALL);
    toggle.setMinWidth(USE_PREF_SIZE);
    return toggle;
  }

  private static HBox pair(ToggleButton left, ToggleButton right) {
    left.getStyleClass().add(Styles.LEFT_PILL);
    right.getStyleClass().add(Styles.RIGHT_PILL);
    ToggleGroup group = new ToggleGroup();
    left.setToggleGroup(group);
    right.setToggleGroup(group);
    HBox pair = new HBox(left, right);
    pair.setAlignment(Pos.CENTER_LEFT);
    return pair;
  }

  /** One of the two is always down, also after a second click on it. */
  private static void follow(
      ToggleButton first, ToggleButton second, javafx.beans.binding.BooleanBinding isSecond) {
    Runnable show = () -> (isSecond.get() ? second : first).setSelected(true);
    isSecond.addListener((observable, before, now) -> show.run());
    first.getToggleGroup().selectedToggleProperty().addListener((o, before, now) -> show.run());
    show.run();
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
    slider.setTooltip(tooltip(texts.of("charts.smoothing.help")));
    label.setLabelFor(slider);
    HBox.setHgrow(slider, Priority.SOMETIMES);
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
    // A disabled button shows no tooltip of its own; what it stands in does.
    StackPane holder = new StackPane(reset);
    Tooltip.install(holder, tooltip(help));
    return holder;
  }

  private static Tooltip tooltip(StringBinding text) {
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(text);
    return tooltip;
  }
}
