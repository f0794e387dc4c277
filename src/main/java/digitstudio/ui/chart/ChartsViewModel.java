package digitstudio.ui.chart;

import digitstudio.report.chart.ChartContent;
import digitstudio.report.chart.CurvePoints;
import digitstudio.report.chart.LearningCurve;
import digitstudio.report.chart.Quantity;
import digitstudio.report.chart.RunCurves;
import digitstudio.report.chart.Span;
import digitstudio.report.chart.XAxis;
import digitstudio.report.figure.ChartFigures;
import digitstudio.report.figure.Figure;
import digitstudio.training.RunSnapshot;
import digitstudio.training.RunState;
import digitstudio.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The two charts of a run: their curves, how they are drawn, and which part of them is seen. */
public final class ChartsViewModel implements ChartSight, FigureSource {
  private final ObjectProperty<XAxis> axis = new SimpleObjectProperty<>(this, "axis", XAxis.EPOCH);
  private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic");
  private final DoubleProperty smoothing = new SimpleDoubleProperty(this, "smoothing");

  private final ReadOnlyObjectWrapper<ChartContent> loss =
      new ReadOnlyObjectWrapper<>(this, "loss", ChartContent.empty(Quantity.LOSS, XAxis.EPOCH));
  private final ReadOnlyObjectWrapper<ChartContent> accuracy =
      new ReadOnlyObjectWrapper<>(
          this, "accuracy", ChartContent.empty(Quantity.ACCURACY, XAxis.EPOCH));

  private final AxisWindow xWindow = new AxisWindow(() -> loss.get().span());
  private final ObjectProperty<Optional<Span>> lossWindow =
      new SimpleObjectProperty<>(this, "lossWindow", Optional.empty());
  private final ObjectProperty<Optional<Span>> accuracyWindow =
      new SimpleObjectProperty<>(this, "accuracyWindow", Optional.empty());
  private final ObjectProperty<Optional<Double>> cursor =
      new SimpleObjectProperty<>(this, "cursor", Optional.empty());
  private final BooleanBinding zoomed =
      Bindings.createBooleanBinding(
          () ->
              xWindow.seenProperty().get().isPresent()
                  || lossWindow.get().isPresent()
                  || accuracyWindow.get().isPresent(),
          xWindow.seenProperty(),
          lossWindow,
          accuracyWindow);

  private RunSnapshot run;

  public ChartsViewModel() {
    axis.addListener(
        observable -> {
          resetZoom();
          cursor.set(Optional.empty());
          derive();
        });
    logarithmic.addListener(observable -> forgetHeights());
    smoothing.addListener(observable -> derive());
  }

  // Properties

  public ObjectProperty<XAxis> axisProperty() {
    return axis;
  }

  @Override
  public BooleanProperty logarithmicProperty() {
    return logarithmic;
  }

  /** Weight of the moving average, 0 to 0.95. */
  public DoubleProperty smoothingProperty() {
    return smoothing;
  }

  public ReadOnlyObjectProperty<ChartContent> lossProperty() {
    return loss.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<ChartContent> accuracyProperty() {
    return accuracy.getReadOnlyProperty();
  }

  /** The chart of one quantity. */
  public ReadOnlyObjectProperty<ChartContent> contentProperty(Quantity quantity) {
    return quantity == Quantity.LOSS ? lossProperty() : accuracyProperty();
  }

  /** The part of the x axis that is seen, in both charts; empty for all of it. */
  public ObjectProperty<Optional<Span>> xWindowProperty() {
    return xWindow.seenProperty();
  }

  /** The part of a value axis that is seen; empty for as much as its curves need. */
  public ObjectProperty<Optional<Span>> yWindowProperty(Quantity quantity) {
    return quantity == Quantity.LOSS ? lossWindow : accuracyWindow;
  }

  /** The place on the x axis whose values are read, in both charts. */
  @Override
  public ObjectProperty<Optional<Double>> cursorProperty() {
    return cursor;
  }

  /** Whether less than everything is seen. */
  public BooleanBinding zoomedProperty() {
    return zoomed;
  }

  // Commands

  /** Shows a run as it stands; a new run is seen whole again. */
  public void show(RunSnapshot snapshot) {
    if (snapshot.state() == RunState.FAILED && snapshot.step() == 0) {
      // No curve is still to come.
      clear();
      return;
    }
    boolean another = run == null || isAnother(run, snapshot);
    run = snapshot;
    if (another) {
      resetZoom();
      cursor.set(Optional.empty());
    }
    derive();
  }

  private static boolean isAnother(RunSnapshot shown, RunSnapshot next) {
    boolean beganAgain = shown.state().isOver() && !next.state().isOver();
    return beganAgain || next.step() < shown.step() || !next.config().equals(shown.config());
  }

  /** Shows no run. */
  public void clear() {
    run = null;
    resetZoom();
    cursor.set(Optional.empty());
    derive();
  }

  @Override
  public Span xSpan() {
    return xWindow.span();
  }

  @Override
  public void zoomX(double factor, double around) {
    xWindow.zoom(factor, around);
  }

  @Override
  public void showX(Span span) {
    xWindow.show(span);
  }

  @Override
  public void panX(double share) {
    xWindow.pan(share);
  }

  @Override
  public void resetZoom() {
    xWindow.reset();
    forgetHeights();
  }

  /** The place of the train curve that is nearest to another; empty before there are any. */
  @Override
  public Optional<Double> nearestPlace(double place) {
    CurvePoints line = trainLine();
    int index = line.nearest(place);
    return index < 0 ? Optional.empty() : Optional.of(line.x()[index]);
  }

  private CurvePoints trainLine() {
    return loss.get().curves().stream()
        .map(LearningCurve::line)
        .findFirst()
        .orElse(CurvePoints.EMPTY);
  }

  /** Moves the cursor by points of the train curve, from its newest one where there is none. */
  @Override
  public void moveCursor(int points) {
    CurvePoints line = trainLine();
    if (line.isEmpty()) {
      return;
    }
    int last = line.size() - 1;
    int now = cursor.get().map(line::nearest).orElse(points > 0 ? -1 : last + 1);
    double place = line.x()[Math.max(0, Math.min(last, now + points))];
    cursor.set(Optional.of(place));
    xWindow.reveal(place);
  }

  // Paper

  @Override
  public List<String> charts() {
    return List.of(nameKey(Quantity.LOSS), nameKey(Quantity.ACCURACY));
  }

  private static String nameKey(Quantity quantity) {
    return quantity == Quantity.LOSS ? "charts.loss" : "charts.accuracy";
  }

  @Override
  public Figure figure(String chart, Locale locale) {
    Quantity quantity = chart.equals(nameKey(Quantity.LOSS)) ? Quantity.LOSS : Quantity.ACCURACY;
    ChartContent content = contentProperty(quantity).get();
    return ChartFigures.curves(
        quantity == Quantity.LOSS ? "loss" : "accuracy",
        content,
        xWindowProperty().get(),
        yWindowProperty(quantity).get(),
        logarithmic.get(),
        new ChartSentences(new Texts(locale), quantity).drawn(content));
  }

  private void forgetHeights() {
    lossWindow.set(Optional.empty());
    accuracyWindow.set(Optional.empty());
  }

  private void derive() {
    if (run == null) {
      loss.set(ChartContent.empty(Quantity.LOSS, axis.get()));
      accuracy.set(ChartContent.empty(Quantity.ACCURACY, axis.get()));
      return;
    }
    RunCurves curves = new RunCurves(run, axis.get(), smoothing.get());
    loss.set(curves.content(Quantity.LOSS));
    accuracy.set(curves.content(Quantity.ACCURACY));
  }
}
