package digitstudio.digits;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of the pen, in any unit of length, y downwards.
 *
 * @param points where the pen went, at least one; a single point is a dot
 * @param width of the pen, in the same unit, above 0
 */
public record Stroke(List<Point> points, double width) {
  /** Pieces of a curve for each length of one pen width: too fine for its corners to be seen. */
  private static final double PIECES_PER_WIDTH = 4;

  private static final int MOST_PIECES = 16;

  /** A place on the pad. */
  public record Point(double x, double y) {
    private Point towards(Point other, double share) {
      return new Point(x + (other.x - x) * share, y + (other.y - y) * share);
    }
  }

  public Stroke {
    points = List.copyOf(points);
    if (points.isEmpty() || !(width > 0)) {
      throw new IllegalArgumentException(points.size() + " points, width " + width);
    }
  }

  /**
   * The same line without the corners that a slow pointer leaves: quadratic curves through the
   * midpoints of its points, as a denser line of points.
   */
  public Stroke smoothed() {
    if (points.size() < 3) {
      return this;
    }
    List<Point> smooth = new ArrayList<>();
    smooth.add(points.get(0));
    Point from = points.get(0).towards(points.get(1), 0.5);
    smooth.add(from);
    for (int i = 1; i < points.size() - 1; i++) {
      Point corner = points.get(i);
      Point to = corner.towards(points.get(i + 1), 0.5);
      addCurve(smooth, from, corner, to);
      from = to;
    }
    smooth.add(points.get(points.size() - 1));
    return new Stroke(smooth, width);
  }

  private void addCurve(List<Point> line, Point from, Point corner, Point to) {
    double length =
        Math.hypot(corner.x - from.x, corner.y - from.y)
            + Math.hypot(to.x - corner.x, to.y - corner.y);
    int pieces = (int) Math.min(MOST_PIECES, Math.ceil(length * PIECES_PER_WIDTH / width));
    for (int piece = 1; piece < pieces; piece++) {
      double share = (double) piece / pieces;
      line.add(from.towards(corner, share).towards(corner.towards(to, share), share));
    }
    line.add(to);
  }
}
