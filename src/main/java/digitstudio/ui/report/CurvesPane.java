package digitstudio.ui.report;

import digitstudio.report.chart.ChartFonts;
import digitstudio.report.chart.ChartFrame;
import digitstudio.report.chart.ChartPalette;
import digitstudio.report.chart.Quantity;
import digitstudio.report.chart.ReproductionCurves;
import digitstudio.report.chart.RunsChart;
import digitstudio.report.chart.RunsTexts;
import digitstudio.ui.chart.ChartCanvas;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.jfree.chart.JFreeChart;

/** One chart of a table: the curves of its rows over each other. */
final class CurvesPane extends StackPane {
  private static final int TEXT_SIZE = 12;
  private static final double HEIGHT = 280;

  private final ObservableValue<ReproductionCurves> curves;
  private final Texts texts;
  private final Appearance appearance;

  /** Only to be told the theme's font. */
  private final Label lettering = new Label();

  private final ChartCanvas canvas = new ChartCanvas(this::prepare, () -> {});

  private Looks looks;
  private RunsChart chart;

  private record Looks(boolean dark, RunsTexts texts, String family, Quantity quantity) {}

  /**
   * @param table name of its table in the window's language
   */
  CurvesPane(
      ObservableValue<ReproductionCurves> curves,
      ObservableValue<String> table,
      Texts texts,
      Appearance appearance) {
    this.curves = curves;
    this.texts = texts;
    this.appearance = appearance;
    setId("report-chart-" + curves.getValue().name());
    getStyleClass().add("chart-pane");
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    setMinWidth(0);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    accessibleTextProperty()
        .bind(
            texts.binding(
                () ->
                    texts.get(
                        "reproduced.page.chart",
                        curves.getValue().title(),
                        table.getValue(),
                        curves.getValue().series().size()),
                curves,
                table));
    lettering.setVisible(false);
    lettering.setManaged(false);
    getChildren().addAll(canvas, lettering);
    curves.addListener(change -> canvas.repaint());
    appearance.darkProperty().addListener(change -> canvas.repaint());
    lettering.fontProperty().addListener(change -> canvas.repaint());
  }

  private JFreeChart prepare(int columns) {
    ReproductionCurves shown = curves.getValue();
    Looks now =
        new Looks(
            appearance.isDark(),
            new RunsTexts(
                texts.locale(),
                shown.title(),
                texts.get("charts.axis.epoch"),
                texts.get("report.noCurve")),
            lettering.getFont().getFamily(),
            shown.quantity());
    if (!now.equals(looks)) {
      looks = now;
      chart =
          new RunsChart(
              now.quantity(),
              now.texts(),
              ChartFonts.of(now.family(), TEXT_SIZE),
              now.dark() ? ChartPalette.DARK : ChartPalette.LIGHT);
    }
    ChartFrame frame =
        new ChartFrame(Optional.empty(), Optional.empty(), shown.logarithmic(), columns);
    return chart.show(List.copyOf(shown.series()), frame, true);
  }
}
