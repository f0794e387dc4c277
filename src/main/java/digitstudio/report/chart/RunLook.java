package digitstudio.report.chart;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * How the curves of one run look wherever they are drawn: colour, dash and marker, so that they are
 * told apart without colours too.
 *
 * @param color place in the palette's colours of runs, 0 to 6
 * @param dash 0 to 3, 0 for a whole line
 * @param marker 0 to 4
 */
public record RunLook(int color, int dash, int marker) {
  private static final int COLORS = 7;
  private static final int MARKERS = 5;
  private static final float[][] DASHES = {null, {7, 3}, {2, 2.5f}, {8, 3, 2, 3}};
  private static final double RADIUS = 3.5;

  /**
   * The look of a run, always the same one. No two of 140 runs in a row look alike, since no two of
   * the three counts have a divisor in common.
   *
   * @param id of the run in its store, from 1
   */
  public static RunLook of(long id) {
    long place = id - 1;
    return new RunLook(
        Math.floorMod(place, COLORS),
        Math.floorMod(place, DASHES.length),
        Math.floorMod(place, MARKERS));
  }

  /** The line. */
  public BasicStroke stroke() {
    float[] pattern = DASHES[dash];
    return pattern == null
        ? new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_BEVEL)
        : new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, pattern, 0);
  }

  /** The dash as lengths of stroke and gap in pixels; empty for a whole line. */
  public double[] pattern() {
    float[] pattern = DASHES[dash] == null ? new float[0] : DASHES[dash];
    double[] lengths = new double[pattern.length];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = pattern[i];
    }
    return lengths;
  }

  /** The marker, around the origin. */
  public Shape shape() {
    double r = RADIUS;
    return switch (marker) {
      case 0 -> new Ellipse2D.Double(-r, -r, 2 * r, 2 * r);
      case 1 -> new Rectangle2D.Double(-0.9 * r, -0.9 * r, 1.8 * r, 1.8 * r);
      case 2 -> polygon(0, -1.2 * r, 1.15 * r, 0.85 * r, -1.15 * r, 0.85 * r);
      case 3 -> polygon(0, -1.3 * r, 1.3 * r, 0, 0, 1.3 * r, -1.3 * r, 0);
      default -> polygon(0, 1.2 * r, 1.15 * r, -0.85 * r, -1.15 * r, -0.85 * r);
    };
  }

  private static Shape polygon(double... points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    path.closePath();
    return path;
  }
}
