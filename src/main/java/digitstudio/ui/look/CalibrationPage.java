package digitstudio.ui.look;

import digitstudio.report.chart.AnswerCharts;
import digitstudio.report.chart.AnswerTexts;
import digitstudio.report.chart.ChartFonts;
import digitstudio.report.chart.ChartPalette;
import digitstudio.report.figure.AnswerFigures;
import digitstudio.report.figure.Figure;
import digitstudio.training.Answers;
import digitstudio.training.Calibration;
import digitstudio.ui.chart.ChartCanvas;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jfree.chart.JFreeChart;

/** Whether the network is right as often as it believes. */
final class CalibrationPage extends VBox {
  private static final int TEXT_SIZE = 12;
  private static final double WIDEST = 640;

  private final LookViewModel viewModel;
  private final Texts texts;
  private final Appearance appearance;
  private final Label sums = new Label();
  private final ChartCanvas chart = new ChartCanvas(this::prepare, () -> {});
  private Calibration calibration;

  CalibrationPage(LookViewModel viewModel, Appearance appearance, Consumer<Figure> save) {
    this.viewModel = viewModel;
    this.texts = viewModel.texts();
    this.appearance = appearance;
    getStyleClass().add("look-figures");
    sums.setId("look-calibration");
    sums.setWrapText(true);
    sums.setMinHeight(USE_PREF_SIZE);
    viewModel.readingProperty().addListener(change -> show());
    texts.localeProperty().addListener(change -> show());
    appearance.darkProperty().addListener(change -> chart.repaint());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    SaveButton button =
        new SaveButton(
            "look-calibration-save",
            texts,
            viewModel.readingProperty(),
            () -> save.accept(AnswerFigures.calibration("calibration", calibration, words())));
    HBox top = new HBox(sums, space, button);
    top.getStyleClass().add("look-top");
    StackPane pane = new StackPane(chart);
    pane.setId("look-calibration-chart");
    pane.getStyleClass().add("chart-pane");
    pane.setMaxWidth(WIDEST);
    pane.setFocusTraversable(true);
    pane.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    pane.accessibleTextProperty().bind(sums.textProperty());
    VBox.setVgrow(pane, Priority.ALWAYS);
    getChildren().addAll(top, pane);
    show();
  }

  private void show() {
    Reading reading = viewModel.readingProperty().get();
    calibration =
        reading == null
            ? Calibration.of(new Answers(new byte[0], 1, new float[0]))
            : Calibration.of(reading.answers());
    sums.setText(
        reading == null
            ? texts.get("look.computing")
            : texts.get(
                "look.calibrationError",
                100 * calibration.expectedError(),
                reading.size(),
                reading.epoch()));
    chart.repaint();
  }

  private AnswerTexts words() {
    return new AnswerTexts(
        texts.locale(),
        texts.get("look.calibration.title"),
        "",
        List.of(texts.get("look.calibration.perfect"), texts.get("look.calibration.measured")));
  }

  private JFreeChart prepare(int columns) {
    return AnswerCharts.calibration(
        calibration,
        words(),
        ChartFonts.of(sums.getFont().getFamily(), TEXT_SIZE),
        appearance.isDark() ? ChartPalette.DARK : ChartPalette.LIGHT);
  }
}
