package digitstudio.ui.pad;

import digitstudio.report.chart.ChartFonts;
import digitstudio.report.chart.ChartFrame;
import digitstudio.report.chart.ChartPalette;
import digitstudio.report.chart.CurvePoints;
import digitstudio.report.chart.Quantity;
import digitstudio.report.chart.RunLook;
import digitstudio.report.chart.RunSeries;
import digitstudio.report.chart.RunsChart;
import digitstudio.report.chart.RunsTexts;
import digitstudio.report.chart.Span;
import digitstudio.ui.chart.ChartCanvas;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.jfree.chart.JFreeChart;

/** When a run learnt the drawn digit: a slider over its epochs, and a probability over them. */
final class CourseView extends VBox {
  static final double LEAST_WIDTH = 320;
  private static final int TEXT_SIZE = 11;

  private final PadRunsViewModel model;
  private final Texts texts;
  private final Appearance appearance;
  private final Slider slider = new Slider();
  private final Label at = new Label();
  private final Label learnt = new Label();
  private final Line cursor = new Line();
  private final ChartCanvas canvas = new ChartCanvas(this::chart, this::showCursor);
  private RunsChart chart;
  private Looks looks;

  private record Looks(boolean dark, RunsTexts texts, String family) {}

  CourseView(PadRunsViewModel model, Texts texts, Appearance appearance) {
    super(4);
    this.model = model;
    this.texts = texts;
    this.appearance = appearance;
    setId("pad-course");
    setMinWidth(LEAST_WIDTH - 16);
    setPrefWidth(LEAST_WIDTH);
    createSlider();
    createWords();
    StackPane picture = picture();
    VBox.setVgrow(picture, Priority.ALWAYS);
    HBox line = new HBox(8, slider, at);
    line.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(slider, Priority.ALWAYS);
    getChildren().addAll(learnt, line, picture);
    model.courseProperty().addListener(change -> show());
    model.truthProperty().addListener(change -> canvas.repaint());
    model.placeProperty().addListener(change -> showCursor());
    texts.localeProperty().addListener(change -> canvas.repaint());
    appearance.darkProperty().addListener(change -> canvas.repaint());
    at.fontProperty().addListener(change -> canvas.repaint());
    show();
  }

  private void createSlider() {
    slider.setId("pad-epoch");
    slider.setMin(0);
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    slider.setBlockIncrement(1);
    slider.accessibleTextProperty().bind(texts.binding(this::said, at.textProperty()));
    slider
        .valueProperty()
        .addListener(
            (change, before, now) ->
                model.placeProperty().set((int) Math.round(now.doubleValue())));
    model
        .placeProperty()
        .addListener(
            (change, before, now) -> {
              if (Math.round(slider.getValue()) != now.intValue()) {
                slider.setValue(now.intValue());
              }
            });
  }

  private void createWords() {
    at.setId("pad-epoch-answer");
    at.setMinWidth(144);
    at.setAlignment(Pos.CENTER_RIGHT);
    at.textProperty().bind(texts.binding(this::at, model.courseProperty(), model.placeProperty()));
    learnt.setId("pad-learnt");
    learnt.setWrapText(true);
    learnt.setMinHeight(USE_PREF_SIZE);
    slider.setMinWidth(96);
    learnt
        .textProperty()
        .bind(texts.binding(this::learnt, model.courseProperty(), model.truthProperty()));
  }

  private StackPane picture() {
    cursor.getStyleClass().add("chart-cursor");
    cursor.setManaged(false);
    Pane above = new Pane(cursor);
    above.setMouseTransparent(true);
    StackPane picture = new StackPane(canvas, above);
    picture.setId("pad-course-chart");
    picture.setMinHeight(96);
    picture.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    picture.accessibleTextProperty().bind(learnt.textProperty());
    picture.visibleProperty().bind(model.courseProperty().map(one -> !one.answers().isEmpty()));
    return picture;
  }

  private void show() {
    Course course = model.courseProperty().get();
    slider.setMax(Math.max(1, course.epochs().size() - 1));
    slider.setValue(model.placeProperty().get());
    slider.setDisable(course.epochs().size() < 2);
    canvas.repaint();
  }

  private String at() {
    Course course = model.courseProperty().get();
    int place = model.placeProperty().get();
    if (place < 0 || place >= course.epochs().size()) {
      return "";
    }
    int epoch = course.epochs().get(place);
    if (place >= course.answers().size()) {
      return texts.get("draw.epoch", epoch);
    }
    float[] answer = course.answers().get(place);
    int best = PadViewModel.largest(answer);
    return texts.get("draw.epoch.answer", epoch, best, 100 * answer[best]);
  }

  /** The slider's name for a screen reader; there may be no epoch to speak of. */
  private String said() {
    String place = at.getText();
    String name = texts.get("draw.epoch.slider");
    return place.isEmpty() ? name : name + ", " + place;
  }

  /** When the run learnt it, or why that is not known. */
  private String learnt() {
    Course course = model.courseProperty().get();
    String run = model.courseRunProperty().get().map(one -> one.name()).orElse("");
    if (course.run() == 0) {
      return texts.get("draw.course.noRun");
    } else if (course.problem().isPresent()) {
      return texts.get(course.problem().get());
    } else if (course.epochs().isEmpty()) {
      return texts.get("draw.course.noEpochs", run);
    } else if (course.answers().isEmpty()) {
      return texts.get("draw.course.blank", run, course.epochs().size());
    }
    int digit = model.followedDigit();
    Optional<Integer> since = course.learntAt(digit);
    if (since.isEmpty()) {
      return texts.get("draw.course.never", run, name(digit), name(course.lastBest()));
    }
    int epoch = course.epochs().get(since.get());
    String key = model.truthProperty().get() >= 0 ? "draw.course.learnt" : "draw.course.read";
    return since.get() == 0
        ? texts.get(key + ".first", run, name(digit), epoch)
        : texts.get(key, run, name(digit), epoch, course.epochs().get(since.get() - 1));
  }

  // The chart

  private List<RunSeries> series() {
    Course course = model.courseProperty().get();
    if (course.answers().isEmpty()) {
      return List.of();
    }
    int digit = model.followedDigit();
    double[] x = course.epochs().stream().mapToDouble(Integer::doubleValue).toArray();
    double[] y = course.answers().stream().mapToDouble(answer -> answer[digit]).toArray();
    return List.of(RunSeries.of("", RunLook.of(course.run()), new CurvePoints(x, y)));
  }

  private JFreeChart chart(int columns) {
    int digit = model.followedDigit();
    String title = digit < 0 ? "" : texts.get("draw.course.title", name(digit));
    Looks now =
        new Looks(
            appearance.isDark(),
            new RunsTexts(texts.locale(), title, texts.get("charts.axis.epoch"), ""),
            at.getFont().getFamily());
    if (!now.equals(looks)) {
      looks = now;
      ChartPalette palette = now.dark() ? ChartPalette.DARK : ChartPalette.LIGHT;
      chart =
          new RunsChart(
              Quantity.ACCURACY, now.texts(), ChartFonts.of(now.family(), TEXT_SIZE), palette);
    }
    ChartFrame frame =
        new ChartFrame(Optional.empty(), Optional.of(new Span(-0.02, 1.02)), false, columns);
    return chart.show(series(), frame, false);
  }

  private void showCursor() {
    Course course = model.courseProperty().get();
    int place = model.placeProperty().get();
    cursor.setVisible(chart != null && place >= 0 && place < course.answers().size());
    if (cursor.isVisible()) {
      Rectangle2D area = canvas.dataArea();
      Span span = RunsChart.xSpan(series());
      double share = (course.epochs().get(place) - span.low()) / span.length();
      double x = Math.rint(area.getMinX() + share * area.getWidth()) - 0.5;
      cursor.setStartX(x);
      cursor.setEndX(x);
      cursor.setStartY(area.getMinY());
      cursor.setEndY(area.getMaxY());
    }
  }

  private String name(int digit) {
    return model.classes().name(digit);
  }
}
