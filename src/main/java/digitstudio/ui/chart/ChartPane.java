package digitstudio.ui.chart;

import digitstudio.report.chart.ChartContent;
import digitstudio.report.chart.ChartFonts;
import digitstudio.report.chart.ChartFrame;
import digitstudio.report.chart.ChartNumbers;
import digitstudio.report.chart.ChartPalette;
import digitstudio.report.chart.ChartStyle;
import digitstudio.report.chart.LearningCurveChart;
import digitstudio.report.chart.Quantity;
import digitstudio.report.chart.Span;
import digitstudio.report.chart.XAxis;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import org.jfree.chart.JFreeChart;

/** One chart in the window: the drawing, what is read from it, and the gestures that move it. */
final class ChartPane extends StackPane {
  private static final int TEXT_SIZE = 12;

  private final Quantity quantity;
  private final ChartsViewModel viewModel;
  private final Texts texts;
  private final Appearance appearance;
  private final ObservableValue<Font> font;
  private final ChartSentences sentences;
  private final ChartCanvas canvas = new ChartCanvas(this::prepare, this::showReadout);
  private final ChartReadout readout = new ChartReadout();

  private Optional<Drawing> drawing = Optional.empty();

  /** A chart and what its looks were made from: it lives until one of them changes. */
  private record Drawing(LearningCurveChart chart, Looks looks, ChartNumbers numbers) {}

  private record Looks(
      boolean dark, java.util.Locale locale, String family, XAxis axis, boolean started) {}

  /**
   * @param font the theme's font
   */
  ChartPane(
      Quantity quantity,
      ChartsViewModel viewModel,
      Texts texts,
      Appearance appearance,
      ObservableValue<Font> font) {
    this.quantity = quantity;
    this.viewModel = viewModel;
    this.texts = texts;
    this.appearance = appearance;
    this.font = font;
    sentences = new ChartSentences(texts, quantity);
    ChartGestures gestures =
        new ChartGestures(viewModel, viewModel.yWindowProperty(quantity), surface());
    StackPane layers = new StackPane(canvas, readout, gestures.box());
    getChildren().add(layers);
    getStyleClass().add("chart-pane");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    accessibleTextProperty()
        .bind(
            texts.binding(
                () -> sentences.reading(content(), viewModel.cursorProperty().get()),
                viewModel.contentProperty(quantity),
                viewModel.cursorProperty()));
    accessibleHelpProperty().bind(texts.of("charts.help"));
    gestures.listenTo(layers, this);
    repaintOnChange();
  }

  private void repaintOnChange() {
    for (ObservableValue<?> source :
        new ObservableValue<?>[] {
          viewModel.contentProperty(quantity),
          viewModel.logarithmicProperty(),
          viewModel.xWindowProperty(),
          viewModel.yWindowProperty(quantity),
          texts.localeProperty(),
          appearance.darkProperty(),
          font
        }) {
      source.addListener((observable, before, now) -> canvas.repaint());
    }
    viewModel.cursorProperty().addListener((observable, before, now) -> showReadout());
  }

  private ChartContent content() {
    return viewModel.contentProperty(quantity).get();
  }

  private JFreeChart prepare(int columns) {
    ChartContent content = content();
    Looks looks =
        new Looks(
            appearance.isDark(),
            texts.locale(),
            font.getValue().getFamily(),
            content.axis(),
            content.started());
    if (drawing.isEmpty() || !drawing.get().looks().equals(looks)) {
      drawing = Optional.of(draw(looks, content));
    }
    ChartFrame frame =
        new ChartFrame(
            viewModel.xWindowProperty().get(),
            viewModel.yWindowProperty(quantity).get(),
            viewModel.logarithmicProperty().get(),
            columns);
    return drawing.get().chart().show(content, frame);
  }

  private Drawing draw(Looks looks, ChartContent content) {
    ChartPalette palette = looks.dark() ? ChartPalette.DARK : ChartPalette.LIGHT;
    readout.paint(palette);
    ChartStyle style =
        new ChartStyle(palette, ChartFonts.of(looks.family(), TEXT_SIZE), sentences.drawn(content));
    return new Drawing(
        new LearningCurveChart(quantity, style), looks, new ChartNumbers(looks.locale()));
  }

  private void showReadout() {
    Optional<Double> cursor = viewModel.cursorProperty().get().filter(viewModel.xSpan()::contains);
    if (cursor.isEmpty() || drawing.isEmpty() || content().isEmpty()) {
      readout.setVisible(false);
      return;
    }
    readout.show(
        content(),
        ChartReading.at(content(), cursor.get()),
        sentences,
        drawing.get().numbers(),
        canvas.dataArea(),
        scale());
  }

  private ChartReadout.Scale scale() {
    Rectangle2D area = canvas.dataArea();
    Span seen = viewModel.xSpan();
    return new ChartReadout.Scale() {
      @Override
      public double x(double place) {
        return area.getMinX() + (place - seen.low()) / seen.length() * area.getWidth();
      }

      @Override
      public double y(double value) {
        return drawing.map(now -> now.chart().pixel(value, area)).orElse(Double.NaN);
      }
    };
  }

  private ChartGestures.Surface surface() {
    return new ChartGestures.Surface() {
      @Override
      public Rectangle2D area() {
        return canvas.dataArea();
      }

      @Override
      public double value(double pixel) {
        return drawing.map(now -> now.chart().value(pixel, canvas.dataArea())).orElse(Double.NaN);
      }
    };
  }
}
