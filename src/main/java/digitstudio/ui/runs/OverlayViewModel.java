package digitstudio.ui.runs;

import digitstudio.experiment.RunDetails;
import digitstudio.experiment.SeedBand;
import digitstudio.experiment.Spread;
import digitstudio.report.chart.CurvePoints;
import digitstudio.report.chart.Quantity;
import digitstudio.report.chart.RunLook;
import digitstudio.report.chart.RunSeries;
import digitstudio.training.EpochResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** The chart of the chosen runs: which of their curves are drawn, and how. */
public final class OverlayViewModel {
  private final ObservableValue<SelectedRuns> selected;
  private final ObservableValue<RunWords> words;
  private final ObjectProperty<Quantity> quantity =
      new SimpleObjectProperty<>(this, "quantity", Quantity.LOSS);
  private final BooleanProperty train = new SimpleBooleanProperty(this, "train");
  private final BooleanProperty logarithmic = new SimpleBooleanProperty(this, "logarithmic");
  private final BooleanProperty averaged = new SimpleBooleanProperty(this, "averaged", true);
  private final ReadOnlyBooleanWrapper canAverage = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<List<RunSeries>> series =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ObjectProperty<Optional<Integer>> cursor =
      new SimpleObjectProperty<>(this, "cursor", Optional.empty());

  public OverlayViewModel(ObservableValue<SelectedRuns> selected, ObservableValue<RunWords> words) {
    this.selected = selected;
    this.words = words;
    selected.addListener(change -> derive());
    for (ObservableValue<?> choice :
        List.<ObservableValue<?>>of(quantity, train, averaged, words)) {
      choice.addListener((change, before, now) -> derive());
    }
  }

  private void derive() {
    SelectedRuns runs = selected.getValue();
    Map<Long, RunDetails> details =
        runs.details().stream()
            .collect(Collectors.toMap(one -> one.summary().id(), Function.identity()));
    List<RunComparer.Repeats> repeats =
        runs.compared().map(RunComparer.Compared::repeats).orElse(List.of()).stream()
            .filter(group -> group.runs().size() > 1)
            .toList();
    canAverage.set(!repeats.isEmpty());
    CurveNames names = CurveNames.of(runs.details(), words.getValue());
    List<RunSeries> curves = new ArrayList<>();
    Set<Long> within = new HashSet<>();
    if (averaged.get()) {
      for (RunComparer.Repeats group : repeats) {
        within.addAll(group.runs());
        curves.add(mean(group, group.runs().stream().map(details::get).toList()));
      }
    }
    runs.details().stream()
        .filter(one -> !within.contains(one.summary().id()))
        .forEach(one -> curves.add(curve(one, names, runs.details().size() == 1)));
    cursor.set(Optional.empty());
    series.set(List.copyOf(curves));
  }

  private RunSeries curve(RunDetails run, CurveNames names, boolean alone) {
    boolean heldOut = holdsOut(run);
    CurvePoints trained = points(run, train(quantity.get()));
    CurvePoints held = heldOut ? points(run, validation(quantity.get())) : CurvePoints.EMPTY;
    boolean trainInFront = train.get() || !heldOut;
    return new RunSeries(
        names.of(run.summary()),
        RunLook.of(run.summary().id()),
        trainInFront ? trained : held,
        // Beside those of other runs a second curve of each would only be in the way.
        alone && !trainInFront ? trained : CurvePoints.EMPTY,
        Optional.empty());
  }

  /** Repeats as one curve, as long as the shortest of them. */
  private RunSeries mean(RunComparer.Repeats group, List<RunDetails> runs) {
    boolean heldOut = !train.get() && runs.stream().allMatch(OverlayViewModel::holdsOut);
    ToDoubleFunction<EpochResult> value =
        heldOut ? validation(quantity.get()) : train(quantity.get());
    List<Spread> spreads = SeedBand.of(runs.stream().map(RunDetails::epochs).toList(), value);
    double[] x = IntStream.rangeClosed(1, spreads.size()).asDoubleStream().toArray();
    double[] mean = spreads.stream().mapToDouble(Spread::mean).toArray();
    double[] low = spreads.stream().mapToDouble(one -> one.mean() - one.deviation()).toArray();
    double[] high = spreads.stream().mapToDouble(one -> one.mean() + one.deviation()).toArray();
    RunWords said = words.getValue();
    String name = said.say("runs.mean", group.name().in(said.locale()), runs.size());
    return new RunSeries(
        name,
        RunLook.of(group.runs().get(0)),
        new CurvePoints(x, mean),
        CurvePoints.EMPTY,
        Optional.of(new RunSeries.Band(low, high)));
  }

  private static CurvePoints points(RunDetails run, ToDoubleFunction<EpochResult> value) {
    double[] x = new double[run.epochs().size()];
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = run.epochs().get(i).epoch();
      y[i] = value.applyAsDouble(run.epochs().get(i));
    }
    return new CurvePoints(x, y);
  }

  private static ToDoubleFunction<EpochResult> train(Quantity quantity) {
    return quantity == Quantity.LOSS ? EpochResult::trainLoss : EpochResult::trainAccuracy;
  }

  private static ToDoubleFunction<EpochResult> validation(Quantity quantity) {
    return quantity == Quantity.LOSS
        ? EpochResult::validationLoss
        : EpochResult::validationAccuracy;
  }

  /** Key of what the curves are of: a run that holds nothing out has a train curve alone. */
  public String imagesKey() {
    List<RunDetails> runs = selected.getValue().details();
    long heldOut = runs.stream().filter(OverlayViewModel::holdsOut).count();
    if (train.get() || (heldOut == 0 && !runs.isEmpty())) {
      return "runs.curves.train";
    }
    return heldOut == runs.size() ? "runs.curves.validation" : "runs.curves.mixed";
  }

  private static boolean holdsOut(RunDetails run) {
    return run.summary().config().validation() > 0;
  }

  public ObjectProperty<Quantity> quantityProperty() {
    return quantity;
  }

  /** Whether the curves are those of the images learnt from, rather than of those held out. */
  public BooleanProperty trainProperty() {
    return train;
  }

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

  /** The curves, in the order of the table. */
  public ReadOnlyObjectProperty<List<RunSeries>> seriesProperty() {
    return series.getReadOnlyProperty();
  }

  /** The epoch whose values are read beside the names; empty for the last of each. */
  public ObjectProperty<Optional<Integer>> cursorProperty() {
    return cursor;
  }
}
