package digitstudio.report.chart;

import java.util.List;
import java.util.Optional;

/**
 * Everything a chart shows, apart from its looks. Immutable.
 *
 * @param quantity what is measured
 * @param axis what the curves run along
 * @param span all of that axis, with room for what is still to come
 * @param curves train first; without points before there are any
 * @param best the best epoch of a run with validation
 * @param started whether a run has begun whose curves are still to come
 */
public record ChartContent(
    Quantity quantity,
    XAxis axis,
    Span span,
    List<LearningCurve> curves,
    Optional<BestEpoch> best,
    boolean started) {
  /**
   * The epoch of the lowest validation loss.
   *
   * @param epoch counted from 1
   * @param x its place on the axis
   * @param y validation value of the chart's quantity
   */
  public record BestEpoch(int epoch, double x, double y) {}

  public ChartContent {
    curves = List.copyOf(curves);
  }

  /** Before any run. */
  public static ChartContent empty(Quantity quantity, XAxis axis) {
    Span span = axis == XAxis.EPOCH ? new Span(0.8, 10.2) : new Span(0, 1000);
    return new ChartContent(quantity, axis, span, List.of(), Optional.empty(), false);
  }

  /** Whether there is no point to draw. */
  public boolean isEmpty() {
    return curves.stream().allMatch(curve -> curve.line().isEmpty());
  }
}
