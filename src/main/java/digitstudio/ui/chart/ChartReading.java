package digitstudio.ui.chart;

import digitstudio.report.chart.ChartContent;
import digitstudio.report.chart.CurveRole;
import digitstudio.report.chart.LearningCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The values of all curves of a chart at one place.
 *
 * @param place on the x axis
 * @param values one for each curve that has begun by there
 */
record ChartReading(double place, List<Value> values) {
  /**
   * What one curve says.
   *
   * @param role which images it was measured on
   * @param x where the value was measured: at the place, or the last time before it
   * @param measured the value itself
   * @param smoothed the moving average, if that is what is drawn
   */
  record Value(CurveRole role, double x, double measured, OptionalDouble smoothed) {
    /** The value that the line shows. */
    double drawn() {
      return smoothed.orElse(measured);
    }
  }

  ChartReading {
    values = List.copyOf(values);
  }

  /** The values at a place. */
  static ChartReading at(ChartContent content, double place) {
    List<Value> values = new ArrayList<>();
    for (LearningCurve curve : content.curves()) {
      int index = curve.measured().lastAtOrBefore(place);
      if (index >= 0) {
        OptionalDouble smoothed =
            curve.isSmoothed()
                ? OptionalDouble.of(curve.line().y()[index])
                : OptionalDouble.empty();
        values.add(
            new Value(
                curve.role(), curve.measured().x()[index], curve.measured().y()[index], smoothed));
      }
    }
    return new ChartReading(place, values);
  }

  /** The newest values; empty before there are any. */
  static Optional<ChartReading> newest(ChartContent content) {
    return content.curves().stream()
        .map(LearningCurve::measured)
        .filter(points -> !points.isEmpty())
        .map(points -> points.x()[points.size() - 1])
        .max(Double::compare)
        .map(place -> at(content, place));
  }
}
