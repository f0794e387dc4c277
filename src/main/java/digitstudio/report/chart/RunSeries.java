package digitstudio.report.chart;

import java.util.Optional;

/**
 * The curve of one run, or the mean of several, among others.
 *
 * @param label its name
 * @param look colour, dash and marker, stable for a run by {@link RunLook#of}
 * @param line what is drawn
 * @param behind the values before smoothing, kept faintly behind the line; empty without
 * @param band spread around the line, such as mean ± deviation; empty without
 */
public record RunSeries(
    String label, RunLook look, CurvePoints line, CurvePoints behind, Optional<Band> band) {
  /**
   * A spread at the places of the line.
   *
   * @param low [points]
   * @param high [points], nowhere below low
   */
  public record Band(double[] low, double[] high) {}

  public RunSeries {
    band.ifPresent(
        spread -> {
          if (spread.low().length != line.size() || spread.high().length != line.size()) {
            throw new IllegalArgumentException("a band of other places than its line");
          }
        });
  }

  /** A curve as it was measured. */
  public static RunSeries of(String label, RunLook look, CurvePoints measured) {
    return new RunSeries(label, look, measured, CurvePoints.EMPTY, Optional.empty());
  }

  /** A mean with its spread. */
  public static RunSeries of(String label, RunLook look, CurvePoints mean, Band band) {
    return new RunSeries(label, look, mean, CurvePoints.EMPTY, Optional.of(band));
  }

  /**
   * This curve with its line smoothed and the curve itself behind it.
   *
   * @param weight of the moving average, 0 to {@link Smoothing#MOST}; 0 changes nothing
   */
  public RunSeries smoothed(double weight) {
    return weight == 0
        ? this
        : new RunSeries(
            label, look, line.withY(Smoothing.smooth(line.y(), weight)), line, Optional.empty());
  }
}
