package digitstudio.digits;

import digitstudio.digits.Stroke.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Digits as hands draw them: stroke templates in several styles, each bent, slanted, squeezed and
 * turned at random, and sampled as a pointer samples them.
 */
public final class DrawnDigits {
  /**
   * Strokes parted by {@code |}, in a box 100 high, y downwards: {@code c} leads a curve through
   * the points after it, {@code l} straight lines.
   */
  private static final Map<Integer, List<String>> TEMPLATES =
      Map.of(
          0,
          List.of(
              "c 35,0 10,18 0,50 10,82 35,100 60,82 70,50 60,18 35,0",
              "c 28,0 8,20 2,52 10,84 28,100 46,82 52,50 46,16 28,0",
              "c 45,4 20,2 4,30 2,62 18,96 42,98 60,70 62,34 46,8 34,2"),
          1,
          List.of("l 0,0 0,100", "l 0,24 24,0 24,100", "l 4,22 26,0 26,100 | l 4,100 48,100"),
          2,
          List.of(
              "c 2,24 12,6 34,0 56,8 62,28 48,54 22,80 2,100 l 2,100 66,100",
              "c 4,22 16,4 38,0 58,10 60,32 44,60 18,88 6,94 4,84 16,80 34,92 50,98 70,92",
              "c 0,14 20,2 44,2 52,18 40,46 20,76 2,100 l 2,100 60,96"),
          3,
          List.of(
              "c 4,12 22,0 46,2 58,18 50,40 26,48 c 26,48 52,52 64,72 52,94 26,100 2,88",
              "l 4,2 56,2 26,42 c 26,42 52,48 62,70 48,96 22,100 0,88"),
          4,
          List.of(
              "c 12,0 6,30 2,58 l 2,58 66,56 | l 50,4 48,100",
              "l 48,100 50,0 0,68 70,68",
              "l 44,0 0,64 66,62 | l 46,30 44,100"),
          5,
          List.of(
              "l 58,0 12,0 8,42 c 8,42 30,34 56,46 60,72 42,96 18,100 0,90",
              "l 12,2 8,44 c 8,44 34,36 58,52 56,82 32,100 2,92 | l 12,2 62,0",
              "c 60,4 34,2 14,10 12,34 30,46 54,58 56,82 34,100 4,94"),
          6,
          List.of(
              "c 48,0 22,16 4,46 2,74 16,98 40,98 56,78 48,56 28,50 8,64",
              "c 30,0 14,30 2,60 6,88 28,100 50,88 52,66 34,54 12,62 4,76"),
          7,
          List.of(
              "l 0,2 60,0 20,100",
              "l 0,2 60,0 20,100 | l 14,50 60,48",
              "l 0,18 2,0 c 2,0 30,2 62,0 l 62,0 40,44 28,100"),
          8,
          List.of(
              "c 58,14 36,0 10,8 8,26 30,44 56,62 60,84 36,100 8,90 4,68 28,48 52,30 58,14",
              "c 32,0 10,10 10,34 32,46 54,34 54,10 32,0 | c 32,46 4,60 2,88 32,100 62,88 60,60"
                  + " 32,46"),
          9,
          List.of(
              "c 58,14 36,0 10,8 4,30 20,50 44,44 58,14 l 58,14 52,100",
              "c 58,14 36,0 10,8 4,30 20,50 44,44 58,14 c 58,14 60,50 50,84 22,100"));

  private static final double STEP = 1.5;

  /** Pixels along a pad's side: pointers stand on whole ones. */
  private static final int PAD_PIXELS = 288;

  /** Shear to either side, from 0 to this. */
  private static final double SLANT = 0.4;

  private static final double TURN = Math.toRadians(10);

  /** Standard deviation of each template point, in hundredths of the digit's height. */
  private static final double JITTER = 3.5;

  /**
   * A digit before it is put on a pad.
   *
   * @param digit which one
   * @param style which of its templates
   * @param lines of the pen, within a box whose longer side is 1
   */
  public record Drawn(int digit, int style, List<List<Point>> lines, double width, double height) {
    /**
     * The digit on a pad of side 1.
     *
     * @param size its longer side, between pen centres
     * @param x where its box lies in the room that is left, 0 for left to 1 for right
     * @param y likewise, 0 for top
     * @param pen width of the pen
     */
    public List<Stroke> on(double size, double x, double y, double pen) {
      double left = x * (1 - size * width);
      double top = y * (1 - size * height);
      List<Stroke> strokes = new ArrayList<>();
      for (List<Point> line : lines) {
        List<Point> points = new ArrayList<>();
        for (Point point : line) {
          Point at = new Point(pixel(left + size * point.x()), pixel(top + size * point.y()));
          if (points.isEmpty() || !points.get(points.size() - 1).equals(at)) {
            points.add(at);
          }
        }
        strokes.add(new Stroke(points, pen).smoothed());
      }
      return strokes;
    }

    private static double pixel(double place) {
      return (double) Math.round(place * PAD_PIXELS) / PAD_PIXELS;
    }
  }

  private DrawnDigits() {}

  /** So many digits, 0 to 9 in turns and every style of each in turns, always the same by seed. */
  public static List<Drawn> of(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Drawn> digits = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int digit = i % ClassNames.DIGITS.count();
      int style = i / ClassNames.DIGITS.count() % TEMPLATES.get(digit).size();
      digits.add(drawn(digit, style, random));
    }
    return digits;
  }

  /**
   * An image as ink on a square sheet, each of its pixels a square of even ink.
   *
   * @param size of its ink's longer side, as a share of the sheet
   * @param x where its ink lies in the room that is left, 0 for left to 1 for right
   * @param y likewise, 0 for top
   * @param side of the sheet in pixels
   */
  public static Ink inked(DigitImage image, double size, double x, double y, int side) {
    float[] values = new float[DigitImage.PIXELS];
    for (int place = 0; place < values.length; place++) {
      values[place] = image.ink(place / DigitImage.SIDE, place % DigitImage.SIDE) / 255f;
    }
    Ink ink = new Ink(DigitImage.SIDE, DigitImage.SIDE, values);
    InkBox box = InkBox.of(ink, 0);
    double step = box.longest() / (size * side);
    return AreaAverage.of(
        ink,
        box.left() - x * (side * step - box.width()),
        box.top() - y * (side * step - box.height()),
        step,
        side,
        side);
  }

  /** Mean distance of the pixels of two images, 0 to 255. */
  public static double difference(DigitImage one, DigitImage other) {
    return DigitImages.meanDifference(one, other);
  }

  private static Drawn drawn(int digit, int style, SplittableRandom random) {
    double slant = random.nextDouble(-SLANT, SLANT);
    double turn = random.nextDouble(-TURN, TURN);
    double squeeze = random.nextDouble(0.8, 1.25);
    List<List<Point>> lines = new ArrayList<>();
    for (String stroke : TEMPLATES.get(digit).get(style).split("\\|")) {
      List<Point> line = new ArrayList<>();
      for (Point point : line(stroke.strip(), random)) {
        double x = point.x() * squeeze + slant * (50 - point.y());
        line.add(
            new Point(
                x * Math.cos(turn) - point.y() * Math.sin(turn),
                x * Math.sin(turn) + point.y() * Math.cos(turn)));
      }
      lines.add(line);
    }
    return fitted(digit, style, lines);
  }

  private static Drawn fitted(int digit, int style, List<List<Point>> lines) {
    double left = lines.stream().flatMap(List::stream).mapToDouble(Point::x).min().orElseThrow();
    double right = lines.stream().flatMap(List::stream).mapToDouble(Point::x).max().orElseThrow();
    double top = lines.stream().flatMap(List::stream).mapToDouble(Point::y).min().orElseThrow();
    double bottom = lines.stream().flatMap(List::stream).mapToDouble(Point::y).max().orElseThrow();
    double side = Math.max(right - left, bottom - top);
    List<List<Point>> fitted =
        lines.stream()
            .map(
                line ->
                    line.stream()
                        .map(p -> new Point((p.x() - left) / side, (p.y() - top) / side))
                        .toList())
            .toList();
    return new Drawn(digit, style, fitted, (right - left) / side, (bottom - top) / side);
  }

  private static List<Point> line(String stroke, SplittableRandom random) {
    List<Point> line = new ArrayList<>();
    for (String part : stroke.split("(?=[cl])")) {
      List<Point> corners = new ArrayList<>();
      for (String pair : part.substring(1).strip().split(" +")) {
        double[] xy = Arrays.stream(pair.split(",")).mapToDouble(Double::parseDouble).toArray();
        corners.add(new Point(xy[0] + JITTER * normal(random), xy[1] + JITTER * normal(random)));
      }
      if (!line.isEmpty()) {
        // Where one part ends the next begins.
        corners.set(0, line.get(line.size() - 1));
      }
      line.addAll(part.charAt(0) == 'c' ? curve(corners) : straight(corners));
    }
    return line;
  }

  /** Of mean 0 and deviation 1 (Box and Muller 1958). */
  private static double normal(SplittableRandom random) {
    return Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
        * Math.cos(2 * Math.PI * random.nextDouble());
  }

  private static List<Point> straight(List<Point> corners) {
    List<Point> points = new ArrayList<>(List.of(corners.get(0)));
    for (int i = 1; i < corners.size(); i++) {
      Point from = corners.get(i - 1);
      Point to = corners.get(i);
      int pieces = (int) Math.ceil(Math.hypot(to.x() - from.x(), to.y() - from.y()) / STEP);
      for (int piece = 1; piece <= pieces; piece++) {
        double share = (double) piece / pieces;
        points.add(
            new Point(
                from.x() + (to.x() - from.x()) * share, from.y() + (to.y() - from.y()) * share));
      }
    }
    return points;
  }

  /** A curve through the points (Catmull and Rom 1974). */
  private static List<Point> curve(List<Point> through) {
    List<Point> points = new ArrayList<>(List.of(through.get(0)));
    for (int i = 1; i < through.size(); i++) {
      Point from = through.get(i - 1);
      Point to = through.get(i);
      Point before = through.get(Math.max(0, i - 2));
      Point after = through.get(Math.min(through.size() - 1, i + 1));
      int pieces = (int) Math.ceil(Math.hypot(to.x() - from.x(), to.y() - from.y()) / STEP);
      for (int piece = 1; piece <= pieces; piece++) {
        double t = (double) piece / pieces;
        points.add(
            new Point(
                between(before.x(), from.x(), to.x(), after.x(), t),
                between(before.y(), from.y(), to.y(), after.y(), t)));
      }
    }
    return points;
  }

  private static double between(double before, double from, double to, double after, double t) {
    return 0.5
        * (2 * from
            + (to - before) * t
            + (2 * before - 5 * from + 4 * to - after) * t * t
            + (3 * from - before - 3 * to + after) * t * t * t);
  }
}
