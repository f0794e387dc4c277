package digitstudio.ui.runs;

import digitstudio.ui.chart.CurvePoints;
import java.util.Optional;

/**
 * The curve of one run, or the mean of several, among others.
 *
 * @param label its name
 * @param look colour, dash and marker
 * @param line what is drawn
 * @param behind another curve of the same run, kept faintly behind the line; empty without
 * @param band spread around the line; empty without
 */
public record CurveSeries(
    String label, CurveLook look, CurvePoints line, CurvePoints behind, Optional<Band> band) {
  /**
   * Mean ± deviation at the places of the line.
   *
   * @param low [points]
   * @param high [points]
   */
  public record Band(double[] low, double[] high) {}
}
