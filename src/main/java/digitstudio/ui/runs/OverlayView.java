package digitstudio.ui.runs;

import digitstudio.report.chart.ChartFonts;
import digitstudio.report.chart.ChartFrame;
import digitstudio.report.chart.ChartPalette;
import digitstudio.report.chart.Quantity;
import digitstudio.report.chart.RunsChart;
import digitstudio.report.chart.RunsTexts;
import digitstudio.report.chart.Span;
import digitstudio.ui.chart.ChartCanvas;
import digitstudio.ui.chart.ChartGestures;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
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
  private final OverlayToolbar toolbar;
  private RunsChart chart;
  private Looks looks;

  private record Looks(boolean dark, RunsTexts texts, String family, Quantity quantity) {}

  OverlayView(OverlayViewModel viewModel, Texts texts, Appearance appearance) {
    this.viewModel = viewModel;
    this.texts = texts;
    this.appearance = appearance;
    toolbar = new OverlayToolbar(viewModel, texts);
    getStyleClass().add("overlay");
    StackPane chartPane = chartPane();
    VBox.setVgrow(chartPane, Priority.ALWAYS);
    getChildren().addAll(toolbar, chartPane);
    for (ObservableValue<?> source :
        List.<ObservableValue<?>>of(
            viewModel.seriesProperty(),
            viewModel.logarithmicProperty(),
            viewModel.xWindowProperty(),
            viewModel.yWindowProperty(),
            appearance.darkProperty(),
            hint.fontProperty())) {
      source.addListener((change, before, now) -> canvas.repaint());
    }
    viewModel.cursorProperty().addListener(change -> showCursor());
  }

  /** Where the chart's choices are. */
  OverlayToolbar toolbar() {
    return toolbar;
  }

  private StackPane chartPane() {
    canvas.setId("runs-curves");
    hint.textProperty().bind(texts.of("runs.chooseToCompare"));
    hint.getStyleClass().add("quiet");
    hint.visibleProperty().bind(viewModel.seriesProperty().map(List::isEmpty));
    cursor.getStyleClass().add("chart-cursor");
    cursor.setManaged(false);
    ChartGestures gestures =
        new ChartGestures(viewModel, viewModel.yWindowProperty(), new DrawnSurface());
    Pane above = new Pane(cursor, gestures.box());
    above.setMouseTransparent(true);
    StackPane layers = new StackPane(canvas, above, hint);
    StackPane chartPane = new StackPane(layers);
    chartPane.setId("runs-chart");
    chartPane.getStyleClass().add("chart-pane");
    chartPane.setMinHeight(0);
    chartPane.setFocusTraversable(true);
    chartPane.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    chartPane
        .accessibleTextProperty()
        .bind(
            texts.binding(this::sentence, viewModel.seriesProperty(), viewModel.cursorProperty()));
    chartPane.accessibleHelpProperty().bind(texts.of("charts.help"));
    gestures.listenTo(layers, chartPane);
    return chartPane;
  }

  /** What is drawn, and where it is read. */
  private String sentence() {
    RunWords said = new RunWords(texts.locale());
    String title = viewModel.title(said, viewModel.quantityProperty().get());
    String drawn = texts.get("runs.chart", title, viewModel.seriesProperty().get().size());
    String place = viewModel.place(said);
    return place.isEmpty() ? drawn : texts.get("keeping.chart.at", drawn, place);
  }

  /** The canvas as the gestures see it. */
  private final class DrawnSurface implements ChartGestures.Surface {
    @Override
    public Rectangle2D area() {
      return canvas.dataArea();
    }

    @Override
    public double value(double pixel) {
      return chart == null ? Double.NaN : chart.value(pixel, canvas.dataArea());
    }
  }

  // Drawing

  private JFreeChart prepare(int columns) {
    Quantity quantity = viewModel.quantityProperty().get();
    Looks now =
        new Looks(
            appearance.isDark(),
            viewModel.texts(new RunWords(texts.locale()), quantity),
            hint.getFont().getFamily(),
            quantity);
    if (!now.equals(looks)) {
      looks = now;
      ChartPalette palette = now.dark() ? ChartPalette.DARK : ChartPalette.LIGHT;
      chart = new RunsChart(quantity, now.texts(), ChartFonts.of(now.family(), TEXT_SIZE), palette);
    }
    ChartFrame frame =
        new ChartFrame(
            viewModel.xWindowProperty().get(),
            viewModel.yWindowProperty().get(),
            viewModel.logarithmicProperty().get(),
            columns);
    return chart.show(viewModel.seriesProperty().get(), frame, false);
  }

  private void showCursor() {
    Span seen = viewModel.xSpan();
    Optional<Double> place = viewModel.cursorProperty().get().filter(seen::contains);
    cursor.setVisible(place.isPresent() && chart != null);
    if (cursor.isVisible()) {
      Rectangle2D area = canvas.dataArea();
      double x = area.getMinX() + (place.get() - seen.low()) / seen.length() * area.getWidth();
      cursor.setStartX(Math.rint(x) - 0.5);
      cursor.setEndX(Math.rint(x) - 0.5);
      cursor.setStartY(area.getMinY());
      cursor.setEndY(area.getMaxY());
    }
  }
}
