package digitstudio.ui.runs;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * How a run's curve looks wherever it is drawn, by its id: colour, dash and marker, so that runs
 * are told apart without colours too.
 *
 * @param color 0 to 6
 * @param dash 0 to 3, 0 for a whole line
 * @param marker 0 to 4
 */
public record CurveLook(int color, int dash, int marker) {
  /** Okabe and Ito's colours, but for the yellow that no white ground bears. */
  private static final Color[] ON_LIGHT = {
    new Color(0x0072B2),
    new Color(0xD55E00),
    new Color(0x009E73),
    new Color(0xB5578F),
    new Color(0x8A6D00),
    new Color(0x2E9BD6),
    new Color(0x5B5F66)
  };

  private static final Color[] ON_DARK = {
    new Color(0x56B4E9),
    new Color(0xF5924E),
    new Color(0x2FC79A),
    new Color(0xE39AC4),
    new Color(0xF0E442),
    new Color(0x8FA8FF),
    new Color(0xB5BBC4)
  };

  private static final float[][] DASHES = {null, {7, 3}, {2, 2.5f}, {8, 3, 2, 3}};
  private static final int MARKERS = 5;
  private static final double RADIUS = 3.5;

  /** No two of 140 runs in a row look alike, as no two of the three counts share a divisor. */
  public static CurveLook of(long id) {
    return new CurveLook(
        Math.floorMod(id - 1, ON_LIGHT.length),
        Math.floorMod(id - 1, DASHES.length),
        Math.floorMod(id - 1, MARKERS));
  }

  Color color(boolean dark) {
    return (dark ? ON_DARK : ON_LIGHT)[color];
  }

  BasicStroke stroke() {
    float[] pattern = DASHES[dash];
    return new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, pattern, 0);
  }

  /** The dash as lengths of stroke and gap in pixels; empty for a whole line. */
  double[] pattern() {
    float[] pattern = DASHES[dash] == null ? new float[0] : DASHES[dash];
    double[] lengths = new double[pattern.length];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = pattern[i];
    }
    return lengths;
  }

  /** The marker, around the origin. */
  Shape shape() {
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
