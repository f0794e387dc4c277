package digitstudio.report.figure;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The outline of one glyph as TrueType wants it: contours of points on and off quadratic curves, y
 * upwards, in whole units of the em.
 */
final class GlyphOutline {
  /** Cubic curves may be missed by this part of a unit. */
  private static final double TOLERANCE = 0.5;

  /** How far one quadratic curve is from a cubic one: √3/36 of its third difference. */
  private static final double DISTANCE = Math.sqrt(3) / 36;

  private static final int ON_CURVE = 1;
  private static final int SHORT_X = 2;
  private static final int SHORT_Y = 4;
  private static final int SAME_X = 16;
  private static final int SAME_Y = 32;

  private record Point(int x, int y, boolean onCurve) {}

  private final List<List<Point>> contours = new ArrayList<>();
  private double x;
  private double y;

  private GlyphOutline() {}

  /**
   * @param shape y downwards, as Java draws
   */
  static GlyphOutline of(Shape shape) {
    GlyphOutline outline = new GlyphOutline();
    double[] at = new double[6];
    for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
      outline.add(path.currentSegment(at), at);
    }
    outline.contours.forEach(GlyphOutline::dropRepeatedEnd);
    outline.contours.removeIf(contour -> contour.size() < 2);
    return outline;
  }

  private void add(int segment, double[] at) {
    switch (segment) {
      case PathIterator.SEG_MOVETO -> {
        contours.add(new ArrayList<>());
        moveTo(at[0], at[1]);
      }
      case PathIterator.SEG_LINETO -> moveTo(at[0], at[1]);
      case PathIterator.SEG_QUADTO -> {
        point(at[0], at[1], false);
        moveTo(at[2], at[3]);
      }
      case PathIterator.SEG_CUBICTO -> cubicTo(at);
      default -> {
        // Every contour of a glyph is closed.
      }
    }
  }

  private void moveTo(double toX, double toY) {
    point(toX, toY, true);
    x = toX;
    y = toY;
  }

  private void point(double toX, double toY, boolean onCurve) {
    contours
        .get(contours.size() - 1)
        .add(new Point((int) Math.round(toX), (int) Math.round(-toY), onCurve));
  }

  /** Cuts the curve into as many quadratic ones as come close enough to it. */
  private void cubicTo(double[] at) {
    double thirdX = at[4] - 3 * at[2] + 3 * at[0] - x;
    double thirdY = at[5] - 3 * at[3] + 3 * at[1] - y;
    double distance = DISTANCE * Math.hypot(thirdX, thirdY);
    int parts = (int) Math.max(1, Math.ceil(Math.cbrt(distance / TOLERANCE)));
    double fromX = x;
    double fromY = y;
    for (int i = 0; i < parts; i++) {
      double start = (double) i / parts;
      double end = (double) (i + 1) / parts;
      point(
          control(fromX, at[0], at[2], at[4], start, end),
          control(fromY, at[1], at[3], at[5], start, end),
          false);
      moveTo(value(fromX, at[0], at[2], at[4], end), value(fromY, at[1], at[3], at[5], end));
    }
  }

  private static double value(double a, double b, double c, double d, double t) {
    double u = 1 - t;
    return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
  }

  private static double slope(double a, double b, double c, double d, double t) {
    double u = 1 - t;
    return 3 * (u * u * (b - a) + 2 * u * t * (c - b) + t * t * (d - c));
  }

  /** (3(b + c) - a - d) / 4 of the part's own control points. */
  private static double control(double a, double b, double c, double d, double start, double end) {
    double length = end - start;
    double first = value(a, b, c, d, start);
    double last = value(a, b, c, d, end);
    double second = first + slope(a, b, c, d, start) * length / 3;
    double third = last - slope(a, b, c, d, end) * length / 3;
    return (3 * (second + third) - first - last) / 4;
  }

  private static void dropRepeatedEnd(List<Point> contour) {
    if (contour.size() > 1 && contour.get(0).equals(contour.get(contour.size() - 1))) {
      contour.remove(contour.size() - 1);
    }
  }

  int contours() {
    return contours.size();
  }

  int points() {
    return contours.stream().mapToInt(List::size).sum();
  }

  int left() {
    return contours.stream().flatMap(List::stream).mapToInt(Point::x).min().orElse(0);
  }

  int right() {
    return contours.stream().flatMap(List::stream).mapToInt(Point::x).max().orElse(0);
  }

  int bottom() {
    return contours.stream().flatMap(List::stream).mapToInt(Point::y).min().orElse(0);
  }

  int top() {
    return contours.stream().flatMap(List::stream).mapToInt(Point::y).max().orElse(0);
  }

  /** The entry of the table "glyf"; no bytes of an outline without contours. */
  byte[] bytes() {
    if (contours.isEmpty()) {
      return new byte[0];
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeShort(contours.size());
      out.writeShort(left());
      out.writeShort(bottom());
      out.writeShort(right());
      out.writeShort(top());
      int last = -1;
      for (List<Point> contour : contours) {
        last += contour.size();
        out.writeShort(last);
      }
      // No instructions.
      out.writeShort(0);
      writePoints(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void writePoints(DataOutputStream out) throws IOException {
    List<Point> points = contours.stream().flatMap(List::stream).toList();
    ByteArrayOutputStream across = new ByteArrayOutputStream();
    ByteArrayOutputStream upwards = new ByteArrayOutputStream();
    Point before = new Point(0, 0, true);
    for (Point point : points) {
      int flags = point.onCurve() ? ON_CURVE : 0;
      flags |= delta(across, point.x() - before.x(), SHORT_X, SAME_X);
      flags |= delta(upwards, point.y() - before.y(), SHORT_Y, SAME_Y);
      out.writeByte(flags);
      before = point;
    }
    across.writeTo(out);
    upwards.writeTo(out);
  }

  /** A step in as few bytes as it needs; the flags say in how many. */
  private static int delta(ByteArrayOutputStream out, int step, int isShort, int isSame) {
    if (step == 0) {
      return isSame;
    }
    if (Math.abs(step) < 256) {
      out.write(Math.abs(step));
      return step > 0 ? isShort | isSame : isShort;
    }
    out.write(step >> 8);
    out.write(step);
    return 0;
  }
}
