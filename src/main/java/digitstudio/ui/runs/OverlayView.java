package digitstudio.ui.runs;

import atlantafx.base.theme.Styles;
import digitstudio.report.chart.ChartFonts;
import digitstudio.report.chart.ChartFrame;
import digitstudio.report.chart.ChartPalette;
import digitstudio.report.chart.Quantity;
import digitstudio.report.chart.RunsChart;
import digitstudio.report.chart.RunsTexts;
import digitstudio.report.chart.Span;
import digitstudio.ui.chart.ChartCanvas;
import digitstudio.ui.control.ChoicePair;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.jfree.chart.JFreeChart;

/** The curves of the chosen runs over each other, and what is drawn of them. */
final class OverlayView extends VBox {
  private static final int TEXT_SIZE = 12;

  private final OverlayViewModel viewModel;
  private final Texts texts;
  private final Appearance appearance;
  private final Label hint = new Label();
  private final Line cursor = new Line();
  private final ChartCanvas canvas = new ChartCanvas(this::prepare, this::showCursor);
  private RunsChart chart;
  private Looks looks;

  private record Looks(boolean dark, RunsTexts texts, String family, Quantity quantity) {}

  OverlayView(OverlayViewModel viewModel, Texts texts, Appearance appearance) {
    this.viewModel = viewModel;
    this.texts = texts;
    this.appearance = appearance;
    getStyleClass().add("overlay");
    StackPane chartPane = chartPane();
    VBox.setVgrow(chartPane, Priority.ALWAYS);
    getChildren().addAll(toolbar(), chartPane);
    viewModel.seriesProperty().addListener(change -> canvas.repaint());
    viewModel.logarithmicProperty().addListener(change -> canvas.repaint());
    appearance.darkProperty().addListener(change -> canvas.repaint());
    hint.fontProperty().addListener(change -> canvas.repaint());
    viewModel.cursorProperty().addListener(change -> showCursor());
  }

  private StackPane chartPane() {
    hint.textProperty().bind(texts.of("runs.chooseToCompare"));
    hint.getStyleClass().add("quiet");
    hint.visibleProperty().bind(viewModel.seriesProperty().map(List::isEmpty));
    cursor.getStyleClass().add("chart-cursor");
    cursor.setManaged(false);
    Pane above = new Pane(cursor);
    above.setMouseTransparent(true);
    StackPane chartPane = new StackPane(canvas, above, hint);
    chartPane.setId("runs-chart");
    chartPane.getStyleClass().add("chart-pane");
    chartPane.setMinHeight(0);
    chartPane.setFocusTraversable(true);
    chartPane.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    chartPane
        .accessibleTextProperty()
        .bind(
            texts.binding(
                () -> texts.get("runs.chart", title(), viewModel.seriesProperty().get().size()),
                viewModel.seriesProperty()));
    chartPane.setOnMouseMoved(event -> read(event.getX() - canvas.getBoundsInParent().getMinX()));
    chartPane.setOnMouseExited(event -> viewModel.cursorProperty().set(Optional.empty()));
    chartPane.addEventHandler(KeyEvent.KEY_PRESSED, this::moveCursor);
    return chartPane;
  }

  // Choices

  private Node toolbar() {
    ChoicePair quantity =
        new ChoicePair(
            toggle("runs-loss", "charts.loss", "runs.loss.help"),
            toggle("runs-accuracy", "charts.accuracy", "runs.accuracy.help"),
            viewModel.quantityProperty(),
            Quantity.LOSS,
            Quantity.ACCURACY);
    ChoicePair images =
        new ChoicePair(
            toggle(
                "runs-validation-curves", "runs.curves.validation", "runs.curves.validation.help"),
            toggle("runs-train-curves", "runs.curves.train", "runs.curves.train.help"),
            viewModel.trainProperty(),
            false,
            true);
    ChoicePair scale =
        new ChoicePair(
            toggle("runs-linear", "charts.scale.linear", "charts.scale.linear.help"),
            toggle("runs-log", "charts.scale.log", "charts.scale.log.help"),
            viewModel.logarithmicProperty(),
            false,
            true);
    ToggleButton mean = toggle("runs-mean", "runs.averaged", "runs.averaged.help");
    mean.selectedProperty().bindBidirectional(viewModel.averagedProperty());
    mean.visibleProperty().bind(viewModel.canAverageProperty());
    mean.managedProperty().bind(mean.visibleProperty());
    HBox toolbar = new HBox(quantity, images, scale, mean);
    toolbar.getStyleClass().add("charts-toolbar");
    return toolbar;
  }

  private ToggleButton toggle(String id, String key, String helpKey) {
    ToggleButton toggle = ChoicePair.button(id, texts, helpKey);
    toggle.textProperty().bind(texts.of(key));
    toggle.getStyleClass().add(Styles.SMALL);
    toggle.setMinWidth(USE_PREF_SIZE);
    return toggle;
  }

  // Drawing

  private String title() {
    boolean loss = viewModel.quantityProperty().get() == Quantity.LOSS;
    String quantity = texts.get(loss ? "charts.loss" : "charts.accuracy");
    return texts.get("runs.chart.title", quantity, texts.get(viewModel.imagesKey()));
  }

  private JFreeChart prepare(int columns) {
    Looks now =
        new Looks(
            appearance.isDark(),
            new RunsTexts(texts.locale(), title(), texts.get("charts.axis.epoch"), ""),
            hint.getFont().getFamily(),
            viewModel.quantityProperty().get());
    if (!now.equals(looks)) {
      looks = now;
      ChartPalette palette = now.dark() ? ChartPalette.DARK : ChartPalette.LIGHT;
      chart =
          new RunsChart(
              now.quantity(), now.texts(), ChartFonts.of(now.family(), TEXT_SIZE), palette);
    }
    ChartFrame frame =
        new ChartFrame(
            Optional.empty(), Optional.empty(), viewModel.logarithmicProperty().get(), columns);
    return chart.show(viewModel.seriesProperty().get(), frame, false);
  }

  // Reading

  private void read(double x) {
    if (chart == null || viewModel.seriesProperty().get().isEmpty()) {
      return;
    }
    Rectangle2D area = canvas.dataArea();
    if (x < area.getMinX() || x > area.getMaxX()) {
      viewModel.cursorProperty().set(Optional.empty());
      return;
    }
    Span span = RunsChart.xSpan(viewModel.seriesProperty().get());
    double place = span.low() + (x - area.getMinX()) / area.getWidth() * span.length();
    viewModel.cursorProperty().set(Optional.of(Math.max(1, (int) Math.round(place))));
  }

  private void moveCursor(KeyEvent event) {
    int by = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
    if (by != 0 && chart != null && !viewModel.seriesProperty().get().isEmpty()) {
      int last = (int) RunsChart.xSpan(viewModel.seriesProperty().get()).high();
      int from = viewModel.cursorProperty().get().orElse(by > 0 ? 0 : last + 1);
      int next = Math.max(1, Math.min(last, from + by));
      viewModel.cursorProperty().set(Optional.of(next));
      event.consume();
    }
  }

  private void showCursor() {
    Optional<Integer> epoch = viewModel.cursorProperty().get();
    cursor.setVisible(epoch.isPresent() && chart != null);
    if (cursor.isVisible()) {
      Rectangle2D area = canvas.dataArea();
      Span span = RunsChart.xSpan(viewModel.seriesProperty().get());
      double x = area.getMinX() + (epoch.get() - span.low()) / span.length() * area.getWidth();
      cursor.setStartX(Math.rint(x) - 0.5);
      cursor.setEndX(Math.rint(x) - 0.5);
      cursor.setStartY(area.getMinY());
      cursor.setEndY(area.getMaxY());
    }
  }
}
