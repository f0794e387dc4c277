package digitstudio.ui.runs;

import digitstudio.experiment.RunSummary;
import digitstudio.report.chart.ChartNumbers;
import digitstudio.report.chart.CurvePoints;
import digitstudio.report.chart.Quantity;
import digitstudio.report.chart.RunSeries;
import digitstudio.report.chart.RunsChart;
import digitstudio.report.chart.RunsTexts;
import digitstudio.report.chart.Span;
import digitstudio.report.chart.XAxis;
import digitstudio.report.document.ArchitectureFigure;
import digitstudio.report.figure.ChartFigures;
import digitstudio.report.figure.Figure;
import digitstudio.ui.chart.AxisWindow;
import digitstudio.ui.chart.ChartSight;
import digitstudio.ui.chart.FigureSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** The chart of the chosen runs: which of their curves are drawn, how, and what is seen of them. */
public final class OverlayViewModel implements ChartSight, FigureSource {
  private final ObservableValue<SelectedRuns> selected;
  private final ObservableValue<RunWords> words;
  private final ObjectProperty<Quantity> quantity =
      new SimpleObjectProperty<>(this, "quantity", Quantity.LOSS);
  private final ObjectProperty<XAxis> axis = new SimpleObjectProperty<>(this, "axis", XAxis.EPOCH);
  private final ReadOnlyObjectWrapper<Set<XAxis>> axes =
      new ReadOnlyObjectWrapper<>(EnumSet.allOf(XAxis.class));
  private final BooleanProperty train = new SimpleBooleanProperty(this, "train");
  private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic");
  private final BooleanProperty averaged = new SimpleBooleanProperty(this, "averaged", true);
  private final ReadOnlyBooleanWrapper canAverage = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<List<RunSeries>> series =
      new ReadOnlyObjectWrapper<>(List.of());
  private final AxisWindow xWindow = new AxisWindow(() -> RunsChart.xSpan(series.get()));
  private final ObjectProperty<Optional<Span>> yWindow =
      new SimpleObjectProperty<>(this, "yWindow", Optional.empty());
  private final ObjectProperty<Optional<Double>> cursor =
      new SimpleObjectProperty<>(this, "cursor", Optional.empty());
  private final BooleanBinding zoomed =
      Bindings.createBooleanBinding(
          () -> xWindow.seenProperty().get().isPresent() || yWindow.get().isPresent(),
          xWindow.seenProperty(),
          yWindow);
  private Set<Long> shown = Set.of();

  public OverlayViewModel(ObservableValue<SelectedRuns> selected, ObservableValue<RunWords> words) {
    this.selected = selected;
    this.words = words;
    selected.addListener(change -> derive());
    for (ObservableValue<?> choice :
        List.<ObservableValue<?>>of(quantity, train, averaged, words, axis)) {
      choice.addListener((change, before, now) -> derive());
    }
    axis.addListener(
        change -> {
          cursor.set(Optional.empty());
          resetZoom();
        });
    for (ObservableValue<?> choice : List.<ObservableValue<?>>of(quantity, logarithmic)) {
      choice.addListener((change, before, now) -> yWindow.set(Optional.empty()));
    }
  }

  private void derive() {
    SelectedRuns runs = selected.getValue();
    canAverage.set(!OverlayCurves.repeats(runs).isEmpty());
    axes.set(EpochPlaces.possible(runs.details()));
    Set<Long> chosen = runs.runs().stream().map(RunSummary::id).collect(Collectors.toSet());
    if (!chosen.equals(shown)) {
      // Other runs are seen whole at first; one that grows is still seen where it was looked at.
      shown = chosen;
      cursor.set(Optional.empty());
      resetZoom();
    }
    series.set(curves(quantity.get()).series(words.getValue()));
  }

  private OverlayCurves curves(Quantity of) {
    return new OverlayCurves(selected.getValue(), of, train.get(), averaged.get(), axisInUse());
  }

  /** The axis that was asked for, if the chosen runs know their places on it. */
  XAxis axisInUse() {
    return axes.get().contains(axis.get()) ? axis.get() : XAxis.EPOCH;
  }

  // Words

  /** What is drawn of which images. */
  String title(RunWords said, Quantity of) {
    return said.say("runs.chart.title", said.say(nameKey(of)), said.say(curves(of).imagesKey()));
  }

  private static String nameKey(Quantity of) {
    return of == Quantity.LOSS ? "charts.loss" : "charts.accuracy";
  }

  /** The words that are drawn with the chart. */
  RunsTexts texts(RunWords said, Quantity of) {
    String place =
        switch (axisInUse()) {
          case EPOCH -> "charts.axis.epoch";
          case STEP -> "charts.axis.step";
          case SECONDS -> "keeping.axis.seconds";
        };
    return new RunsTexts(said.locale(), title(said, of), said.say(place), "");
  }

  /** Where the cursor stands, such as "epoch 5"; empty without. */
  String place(RunWords said) {
    return cursor
        .get()
        .map(
            place ->
                switch (axisInUse()) {
                  case EPOCH -> said.say("charts.at.epoch", whole(said, place));
                  case STEP -> said.say("charts.at.step", whole(said, place));
                  case SECONDS -> said.say("keeping.at.seconds", place);
                })
        .orElse("");
  }

  private static String whole(RunWords said, double place) {
    return new ChartNumbers(said.locale()).place(place);
  }

  // Sight

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
    yWindow.set(Optional.empty());
  }

  @Override
  public Optional<Double> nearestPlace(double place) {
    return series.get().stream()
        .map(RunSeries::line)
        .filter(line -> !line.isEmpty())
        .map(line -> line.x()[line.nearest(place)])
        .min(Comparator.comparingDouble(x -> Math.abs(x - place)));
  }

  /** Along the longest curve, from its end where there is no cursor yet. */
  @Override
  public void moveCursor(int points) {
    CurvePoints line =
        series.get().stream()
            .map(RunSeries::line)
            .max(Comparator.comparingInt(CurvePoints::size))
            .orElse(CurvePoints.EMPTY);
    if (line.isEmpty()) {
      return;
    }
    int last = line.size() - 1;
    int now = cursor.get().map(line::nearest).orElse(points > 0 ? -1 : last + 1);
    double place = line.x()[Math.max(0, Math.min(last, now + points))];
    cursor.set(Optional.of(place));
    xWindow.reveal(place);
  }

  /** The part of the x axis that is seen; empty for all of it. */
  public ObjectProperty<Optional<Span>> xWindowProperty() {
    return xWindow.seenProperty();
  }

  /** The part of the value axis that is seen; empty for as much as the curves need. */
  public ObjectProperty<Optional<Span>> yWindowProperty() {
    return yWindow;
  }

  /** Whether less than everything is seen. */
  public BooleanBinding zoomedProperty() {
    return zoomed;
  }

  // Paper

  @Override
  public List<String> charts() {
    List<String> charts = new ArrayList<>();
    charts.add(nameKey(Quantity.LOSS));
    charts.add(nameKey(Quantity.ACCURACY));
    if (selected.getValue().runs().size() == 1) {
      charts.add(ArchitectureFigure.NAME);
    }
    return charts;
  }

  @Override
  public Optional<String> seen() {
    return Optional.of(nameKey(quantity.get()));
  }

  /** The curves as they are seen, with the names that the table beside them has on the screen. */
  @Override
  public Figure figure(String chart, Locale locale) {
    if (chart.equals(ArchitectureFigure.NAME)) {
      return ArchitectureFigure.of(selected.getValue().runs().get(0), locale);
    }
    Quantity of = chart.equals(nameKey(Quantity.LOSS)) ? Quantity.LOSS : Quantity.ACCURACY;
    RunWords said = new RunWords(locale);
    return ChartFigures.runs(
        of == Quantity.LOSS ? "runs-loss" : "runs-accuracy",
        of,
        axisInUse(),
        curves(of).series(said),
        xWindow.seenProperty().get(),
        of == quantity.get() ? yWindow.get() : Optional.empty(),
        logarithmic.get(),
        texts(said, of));
  }

  // Properties

  public ObjectProperty<Quantity> quantityProperty() {
    return quantity;
  }

  /** What the curves run along, where the chosen runs allow it. */
  public ObjectProperty<XAxis> axisProperty() {
    return axis;
  }

  /** The axes on which the chosen runs have places. */
  public ReadOnlyObjectProperty<Set<XAxis>> axesProperty() {
    return axes.getReadOnlyProperty();
  }

  /** Whether the curves are those of the images learnt from, rather than of those held out. */
  public BooleanProperty trainProperty() {
    return train;
  }

  @Override
  public BooleanProperty logarithmicProperty() {
    return logarithmic;
  }

  /** Whether runs that differ in their seeds alone are drawn as their mean, with a band. */
  public BooleanProperty averagedProperty() {
    return averaged;
  }

  /** Whether there are such runs among the chosen ones. */
  public ReadOnlyBooleanProperty canAverageProperty() {
    return canAverage.getReadOnlyProperty();
  }

  /** The curves, means first. */
  public ReadOnlyObjectProperty<List<RunSeries>> seriesProperty() {
    return series.getReadOnlyProperty();
  }

  /** The place on the x axis whose values are read; empty for the ends of the curves. */
  @Override
  public ObjectProperty<Optional<Double>> cursorProperty() {
    return cursor;
  }
}
