package digitstudio.report.chart;

import digitstudio.report.chart.ChartContent.BestEpoch;
import digitstudio.training.Curve;
import digitstudio.training.EpochResult;
import digitstudio.training.RunSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Makes of a run what its charts show.
 *
 * @param run the run as it stands
 * @param axis what the curves run along
 * @param smoothing weight of the moving average, 0 for none
 */
public record RunCurves(RunSnapshot run, XAxis axis, double smoothing) {
  private static final int FEWEST_EPOCHS = 5;
  private static final int FEWEST_STEPS = 100;

  /** The chart of one quantity. */
  public ChartContent content(Quantity quantity) {
    List<LearningCurve> curves = new ArrayList<>();
    curves.add(train(quantity));
    if (hasValidation()) {
      curves.add(validation(quantity));
    }
    return new ChartContent(quantity, axis, span(), curves, best(quantity), true);
  }

  private boolean hasValidation() {
    return run.config().validation() > 0;
  }

  private LearningCurve train(Quantity quantity) {
    if (axis == XAxis.EPOCH) {
      return ofEpochs(
          CurveRole.TRAIN,
          quantity == Quantity.LOSS ? EpochResult::trainLoss : EpochResult::trainAccuracy);
    }
    Curve curve = quantity == Quantity.LOSS ? run.lossByStep() : run.accuracyByStep();
    CurvePoints mean = points(curve);
    CurvePoints line = smoothed(mean);
    CurvePoints behind = curve.stepsPerBucket() > 1 ? extremes(curve) : unsmoothed(line, mean);
    return new LearningCurve(CurveRole.TRAIN, line, behind, mean);
  }

  private LearningCurve validation(Quantity quantity) {
    return ofEpochs(CurveRole.VALIDATION, validationOf(quantity));
  }

  private static ToDoubleFunction<EpochResult> validationOf(Quantity quantity) {
    return quantity == Quantity.LOSS
        ? EpochResult::validationLoss
        : EpochResult::validationAccuracy;
  }

  private LearningCurve ofEpochs(CurveRole role, ToDoubleFunction<EpochResult> value) {
    double[] x = run.epochs().stream().mapToDouble(this::place).toArray();
    CurvePoints measured = new CurvePoints(x, run.epochs().stream().mapToDouble(value).toArray());
    CurvePoints line = smoothed(measured);
    return new LearningCurve(role, line, unsmoothed(line, measured), measured);
  }

  /** An epoch that broke off in the middle stands at the step where it did. */
  private double place(EpochResult result) {
    return axis == XAxis.EPOCH
        ? result.epoch()
        : Math.min((double) result.epoch() * run.stepsPerEpoch(), run.step());
  }

  private CurvePoints smoothed(CurvePoints points) {
    return smoothing > 0 ? points.withY(Smoothing.smooth(points.y(), smoothing)) : points;
  }

  private static CurvePoints unsmoothed(CurvePoints line, CurvePoints measured) {
    return line == measured ? CurvePoints.EMPTY : measured;
  }

  private static CurvePoints points(Curve curve) {
    double[] x = new double[curve.buckets()];
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = curve.step(i);
      y[i] = curve.mean()[i];
    }
    return new CurvePoints(x, y);
  }

  private static CurvePoints extremes(Curve curve) {
    double[] x = new double[2 * curve.buckets()];
    double[] y = new double[x.length];
    for (int i = 0; i < curve.buckets(); i++) {
      x[2 * i] = curve.step(i);
      x[2 * i + 1] = curve.step(i);
      y[2 * i] = curve.least()[i];
      y[2 * i + 1] = curve.greatest()[i];
    }
    return new CurvePoints(x, y);
  }

  private Optional<BestEpoch> best(Quantity quantity) {
    if (!hasValidation()) {
      return Optional.empty();
    }
    return run.epochs().stream()
        .filter(result -> Double.isFinite(result.validationLoss()))
        .min(Comparator.comparingDouble(EpochResult::validationLoss))
        .map(
            result ->
                new BestEpoch(
                    result.epoch(), place(result), validationOf(quantity).applyAsDouble(result)));
  }

  private Span span() {
    if (axis == XAxis.STEP) {
      long all = (long) run.config().epochs() * Math.max(1, run.stepsPerEpoch());
      return new Span(0, 1.02 * Math.max(2, horizon(run.step(), FEWEST_STEPS, all)));
    }
    long last = run.epochs().isEmpty() ? 0 : run.epochs().get(run.epochs().size() - 1).epoch();
    long horizon = horizon(last, FEWEST_EPOCHS, run.config().epochs());
    double room = horizon == 1 ? 0.5 : 0.025 * (horizon - 1);
    // Epoch 0 does not exist, so there is no room for its mark.
    return new Span(1 - Math.min(0.5, room), horizon + room);
  }

  /** Where the axis ends: it grows in rare leaps, so that curves do not shrink at every frame. */
  private long horizon(long done, long fewest, long all) {
    if (run.state().isOver()) {
      return Math.max(1, done);
    }
    long leap = fewest;
    while (leap < done) {
      leap = nextLeap(leap);
    }
    return Math.max(1, Math.min(all, leap));
  }

  /** 1, 2, 3, 5, 7.5, 10 and their tenfolds. */
  private static long nextLeap(long leap) {
    double decade = Math.pow(10, Math.floor(Math.log10(leap)));
    for (double part : new double[] {2, 3, 5, 7.5, 10}) {
      if (part * decade > leap + 0.5) {
        return Math.round(part * decade);
      }
    }
    return 10 * leap;
  }
}
