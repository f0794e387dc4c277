package digitstudio.report.chart;

/**
 * One curve of a chart.
 *
 * @param role which images it was measured on
 * @param line what is drawn: the measured values, or their moving average
 * @param behind what is kept faintly behind the line: the values before smoothing, or the least and
 *     the greatest where one place stands for several steps; empty where that is the line itself
 * @param measured the values themselves, at the places of the line
 */
public record LearningCurve(
    CurveRole role, CurvePoints line, CurvePoints behind, CurvePoints measured) {
  /** Whether the line is a moving average. */
  public boolean isSmoothed() {
    return line != measured;
  }
}
