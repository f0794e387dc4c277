package digitstudio.ui.chart;

import digitstudio.report.chart.ChartContent;
import digitstudio.report.chart.CurvePoints;
import digitstudio.report.chart.LearningCurve;
import digitstudio.report.chart.Quantity;
import digitstudio.report.chart.RunCurves;
import digitstudio.report.chart.Span;
import digitstudio.report.chart.XAxis;
import digitstudio.training.RunSnapshot;
import digitstudio.training.RunState;
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
public final class ChartsViewModel {
  /** The closest look at an axis: this part of all of it. */
  private static final double CLOSEST = 1e-5;

  private final ObjectProperty<XAxis> axis = new SimpleObjectProperty<>(this, "axis", XAxis.EPOCH);
  private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic");
  private final DoubleProperty smoothing = new SimpleDoubleProperty(this, "smoothing");

  private final ReadOnlyObjectWrapper<ChartContent> loss =
      new ReadOnlyObjectWrapper<>(this, "loss", ChartContent.empty(Quantity.LOSS, XAxis.EPOCH));
  private final ReadOnlyObjectWrapper<ChartContent> accuracy =
      new ReadOnlyObjectWrapper<>(
          this, "accuracy", ChartContent.empty(Quantity.ACCURACY, XAxis.EPOCH));

  private final ObjectProperty<Optional<Span>> xWindow =
      new SimpleObjectProperty<>(this, "xWindow", Optional.empty());
  private final ObjectProperty<Optional<Span>> lossWindow =
      new SimpleObjectProperty<>(this, "lossWindow", Optional.empty());
  private final ObjectProperty<Optional<Span>> accuracyWindow =
      new SimpleObjectProperty<>(this, "accuracyWindow", Optional.empty());
  private final ObjectProperty<Optional<Double>> cursor =
      new SimpleObjectProperty<>(this, "cursor", Optional.empty());
  private final BooleanBinding zoomed =
      Bindings.createBooleanBinding(
          () ->
              xWindow.get().isPresent()
                  || lossWindow.get().isPresent()
                  || accuracyWindow.get().isPresent(),
          xWindow,
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

  /** Whether the values are drawn on a logarithmic scale. */
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
    return xWindow;
  }

  /** The part of a value axis that is seen; empty for as much as its curves need. */
  public ObjectProperty<Optional<Span>> yWindowProperty(Quantity quantity) {
    return quantity == Quantity.LOSS ? lossWindow : accuracyWindow;
  }

  /** The place on the x axis whose values are read, in both charts. */
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

  /** The span of the x axis that is seen. */
  public Span xSpan() {
    return xWindow.get().orElse(loss.get().span());
  }

  /**
   * Looks closer at the x axis, or less close.
   *
   * @param factor above 1 to look closer
   * @param around the place that stays where it is
   */
  public void zoomX(double factor, double around) {
    Span whole = loss.get().span();
    Span now = xSpan();
    double closest = whole.length() * CLOSEST;
    double bounded = Math.min(factor, now.length() / closest);
    showX(now.zoom(bounded, now.nearest(around)));
  }

  /** Looks at a part of the x axis, as far as there is one. */
  public void showX(Span span) {
    Span whole = loss.get().span();
    Span seen = span.within(whole);
    xWindow.set(seen.equals(whole) ? Optional.empty() : Optional.of(seen));
  }

  /** Moves along the x axis by a share of what is seen. */
  public void panX(double share) {
    if (xWindow.get().isPresent()) {
      showX(xSpan().shift(share * xSpan().length()));
    }
  }

  /** Shows everything again. */
  public void resetZoom() {
    xWindow.set(Optional.empty());
    forgetHeights();
  }

  /** The place of the train curve that is nearest to another; empty before there are any. */
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
  public void moveCursor(int points) {
    CurvePoints line = trainLine();
    if (line.isEmpty()) {
      return;
    }
    int last = line.size() - 1;
    int now = cursor.get().map(line::nearest).orElse(points > 0 ? -1 : last + 1);
    double place = line.x()[Math.max(0, Math.min(last, now + points))];
    cursor.set(Optional.of(place));
    if (!xSpan().contains(place)) {
      showX(xSpan().shift(place - (xSpan().low() + xSpan().high()) / 2));
    }
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
