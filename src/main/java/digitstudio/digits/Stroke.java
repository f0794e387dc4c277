package digitstudio.digits;

import java.util.List;

/**
 * One line of the pen, in any unit of length, y downwards.
 *
 * @param points where the pen went, at least one; a single point is a dot
 * @param width of the pen, in the same unit, above 0
 */
public record Stroke(List<Point> points, double width) {
  /** A place on the pad. */
  public record Point(double x, double y) {}

  public Stroke {
    points = List.copyOf(points);
    if (points.isEmpty() || !(width > 0)) {
      throw new IllegalArgumentException(points.size() + " points, width " + width);
    }
  }
}
