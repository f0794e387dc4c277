package digitstudio.ui.runs;

import digitstudio.experiment.RunDetails;
import digitstudio.experiment.SeedBand;
import digitstudio.experiment.Spread;
import digitstudio.report.chart.CurvePoints;
import digitstudio.report.chart.Quantity;
import digitstudio.report.chart.RunLook;
import digitstudio.report.chart.RunSeries;
import digitstudio.report.chart.XAxis;
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

/**
 * Makes of the chosen runs the curves that lie over each other.
 *
 * @param selected the runs
 * @param quantity what is drawn of them
 * @param train whether on the images learnt from rather than on those held out
 * @param averaged whether repeats are drawn as their mean
 * @param axis what the curves run along
 */
record OverlayCurves(
    SelectedRuns selected, Quantity quantity, boolean train, boolean averaged, XAxis axis) {
  /** The runs that differ in their seeds alone. */
  static List<RunComparer.Repeats> repeats(SelectedRuns selected) {
    return selected.compared().map(RunComparer.Compared::repeats).orElse(List.of()).stream()
        .filter(group -> group.runs().size() > 1)
        .toList();
  }

  /** Means first, then single runs, in the order in which they are chosen. */
  List<RunSeries> series(RunWords words) {
    Map<Long, RunDetails> details =
        selected.details().stream()
            .collect(Collectors.toMap(one -> one.summary().id(), Function.identity()));
    CurveNames names = CurveNames.of(selected.details(), words);
    List<RunSeries> curves = new ArrayList<>();
    Set<Long> within = new HashSet<>();
    if (averaged) {
      for (RunComparer.Repeats group : repeats(selected)) {
        within.addAll(group.runs());
        curves.add(mean(group, group.runs().stream().map(details::get).toList(), words));
      }
    }
    selected.details().stream()
        .filter(one -> !within.contains(one.summary().id()))
        .forEach(one -> curves.add(curve(one, names, selected.details().size() == 1)));
    return List.copyOf(curves);
  }

  private RunSeries curve(RunDetails run, CurveNames names, boolean alone) {
    boolean heldOut = holdsOut(run);
    double[] places = EpochPlaces.of(run, axis);
    CurvePoints trained = points(run, places, trainValue());
    CurvePoints held = heldOut ? points(run, places, heldOutValue()) : CurvePoints.EMPTY;
    boolean trainInFront = train || !heldOut;
    return new RunSeries(
        names.of(run.summary()),
        RunLook.of(run.summary().id()),
        trainInFront ? trained : held,
        // Beside those of other runs a second curve of each would only be in the way.
        alone && !trainInFront ? trained : CurvePoints.EMPTY,
        Optional.empty());
  }

  /** Repeats as one curve, as long as the shortest of them. */
  private RunSeries mean(RunComparer.Repeats group, List<RunDetails> runs, RunWords words) {
    boolean heldOut = !train && runs.stream().allMatch(OverlayCurves::holdsOut);
    ToDoubleFunction<EpochResult> value = heldOut ? heldOutValue() : trainValue();
    List<Spread> spreads = SeedBand.of(runs.stream().map(RunDetails::epochs).toList(), value);
    double[] mean = spreads.stream().mapToDouble(Spread::mean).toArray();
    double[] low = spreads.stream().mapToDouble(one -> one.mean() - one.deviation()).toArray();
    double[] high = spreads.stream().mapToDouble(one -> one.mean() + one.deviation()).toArray();
    String name = words.say("runs.mean", group.name().in(words.locale()), runs.size());
    return RunSeries.of(
        name,
        RunLook.of(group.runs().get(0)),
        new CurvePoints(EpochPlaces.of(runs, axis), mean),
        new RunSeries.Band(low, high));
  }

  private static CurvePoints points(
      RunDetails run, double[] places, ToDoubleFunction<EpochResult> value) {
    return new CurvePoints(places, run.epochs().stream().mapToDouble(value).toArray());
  }

  private ToDoubleFunction<EpochResult> trainValue() {
    return quantity == Quantity.LOSS ? EpochResult::trainLoss : EpochResult::trainAccuracy;
  }

  private ToDoubleFunction<EpochResult> heldOutValue() {
    return quantity == Quantity.LOSS
        ? EpochResult::validationLoss
        : EpochResult::validationAccuracy;
  }

  /** Key of what the curves are of: a run that holds nothing out has a train curve alone. */
  String imagesKey() {
    List<RunDetails> runs = selected.details();
    long heldOut = runs.stream().filter(OverlayCurves::holdsOut).count();
    if (train || (heldOut == 0 && !runs.isEmpty())) {
      return "runs.curves.train";
    }
    return heldOut == runs.size() ? "runs.curves.validation" : "runs.curves.mixed";
  }

  private static boolean holdsOut(RunDetails run) {
    return run.summary().config().validation() > 0;
  }
}
