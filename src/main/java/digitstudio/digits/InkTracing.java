package digitstudio.digits;

import digitstudio.digits.Stroke.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the pen's way through an image of 28×28 pixels, so that it can be drawn anew.
 *
 * <p>The ink is thinned to lines of one pixel by Zhang and Suen ("A fast parallel algorithm for
 * thinning digital patterns", Communications of the ACM 27, 1984), four times finer than the image,
 * and each line is walked from end to end. One pen draws them all: as wide as the ink's area over
 * the length of the lines.
 */
public final class InkTracing {
  private static final int FINENESS = 4;
  private static final int SIDE = FINENESS * DigitImage.SIDE;

  /** Of 255: more is ink. */
  private static final int HALF = 127;

  /** Of the pad's side; what is broader is no line of a pen. */
  private static final double THICKEST = 0.3;

  /** Lines of fewer points are what thinning leaves at the corners of broad ink. */
  private static final int SHORTEST = FINENESS;

  /** Row and column steps to the eight neighbours, around from the one above. */
  private static final int[] DOWN = {-1, -1, 0, 1, 1, 1, 0, -1};

  private static final int[] RIGHT = {0, 1, 1, 1, 0, -1, -1, -1};

  private InkTracing() {}

  /**
   * Strokes that look like the image.
   *
   * @return on a pad of side 1, with the image's edges at the pad's; empty where nothing is more
   *     ink than paper
   */
  public static List<Stroke> of(DigitImage image) {
    boolean[][] ink = fine(image);
    int area = count(ink);
    if (area == 0) {
      return List.of();
    }
    double size = longerSide(ink);
    Point dot = centre(ink);
    thin(ink);
    List<List<Point>> lines = walk(ink);
    if (lines.isEmpty()) {
      // Thinning takes a square of four pixels away altogether.
      lines.add(List.of(dot));
    }
    double length = Math.max(1, lines.stream().mapToDouble(InkTracing::length).sum() * SIDE);
    double pen = Math.min(Math.max(FINENESS, area / length), size / 2);
    // The pad's ink is given the pen that it would have had at a digit's usual size.
    double width = Math.min(THICKEST, StrokeRasterizer.USUAL_SIZE * pen / (size - pen));
    List<Stroke> strokes = new ArrayList<>();
    for (List<Point> line : lines) {
      if (line.size() > SHORTEST || lines.size() == 1) {
        strokes.add(new Stroke(line, width));
      }
    }
    return strokes.isEmpty() ? List.of(new Stroke(lines.get(0), width)) : strokes;
  }

  private static Point centre(boolean[][] ink) {
    double rows = 0;
    double columns = 0;
    for (int row = 1; row <= SIDE; row++) {
      for (int column = 1; column <= SIDE; column++) {
        rows += ink[row][column] ? row : 0;
        columns += ink[row][column] ? column : 0;
      }
    }
    int area = count(ink);
    return new Point((columns / area - 0.5) / SIDE, (rows / area - 0.5) / SIDE);
  }

  private static double length(List<Point> line) {
    double length = 0;
    for (int i = 1; i < line.size(); i++) {
      Point from = line.get(i - 1);
      Point to = line.get(i);
      length += Math.hypot(to.x() - from.x(), to.y() - from.y());
    }
    return length;
  }

  private static int longerSide(boolean[][] ink) {
    int top = SIDE;
    int bottom = 0;
    int left = SIDE;
    int right = 0;
    for (int row = 1; row <= SIDE; row++) {
      for (int column = 1; column <= SIDE; column++) {
        if (ink[row][column]) {
          top = Math.min(top, row);
          bottom = row;
          left = Math.min(left, column);
          right = Math.max(right, column);
        }
      }
    }
    return Math.max(bottom - top, right - left) + 1;
  }

  /** What is more ink than paper, interpolated between the pixels; a rim of paper around it. */
  private static boolean[][] fine(DigitImage image) {
    boolean[][] ink = new boolean[SIDE + 2][SIDE + 2];
    for (int row = 0; row < SIDE; row++) {
      double y = (row + 0.5) / FINENESS - 0.5;
      for (int column = 0; column < SIDE; column++) {
        double x = (column + 0.5) / FINENESS - 0.5;
        int top = (int) Math.floor(y);
        int left = (int) Math.floor(x);
        double upper = between(at(image, top, left), at(image, top, left + 1), x - left);
        double lower = between(at(image, top + 1, left), at(image, top + 1, left + 1), x - left);
        ink[row + 1][column + 1] = between(upper, lower, y - top) > HALF;
      }
    }
    return ink;
  }

  private static double between(double one, double other, double share) {
    return one + share * (other - one);
  }

  private static int at(DigitImage image, int row, int column) {
    boolean inside = row >= 0 && column >= 0 && row < DigitImage.SIDE && column < DigitImage.SIDE;
    return inside ? image.ink(row, column) : 0;
  }

  private static int count(boolean[][] ink) {
    int count = 0;
    for (boolean[] row : ink) {
      for (boolean pixel : row) {
        count += pixel ? 1 : 0;
      }
    }
    return count;
  }

  private static void thin(boolean[][] ink) {
    boolean changed = true;
    while (changed) {
      changed = peel(ink, 0) | peel(ink, 1);
    }
  }

  /**
   * Takes the outermost pixels off: the lower right ones in one pass, the upper left in another.
   */
  private static boolean peel(boolean[][] ink, int pass) {
    List<int[]> off = new ArrayList<>();
    for (int row = 1; row <= SIDE; row++) {
      for (int column = 1; column <= SIDE; column++) {
        if (ink[row][column] && isOutermost(ink, row, column, pass)) {
          off.add(new int[] {row, column});
        }
      }
    }
    off.forEach(pixel -> ink[pixel[0]][pixel[1]] = false);
    return !off.isEmpty();
  }

  private static boolean isOutermost(boolean[][] ink, int row, int column, int pass) {
    boolean[] near = new boolean[DOWN.length];
    int neighbours = 0;
    for (int i = 0; i < near.length; i++) {
      near[i] = ink[row + DOWN[i]][column + RIGHT[i]];
      neighbours += near[i] ? 1 : 0;
    }
    int edges = 0;
    for (int i = 0; i < near.length; i++) {
      edges += !near[i] && near[(i + 1) % near.length] ? 1 : 0;
    }
    boolean free =
        pass == 0
            ? !(near[0] && near[2] && near[4]) && !(near[2] && near[4] && near[6])
            : !(near[0] && near[2] && near[6]) && !(near[0] && near[4] && near[6]);
    return neighbours >= 2 && neighbours <= 6 && edges == 1 && free;
  }

  /** From the ends first, then around what has none. */
  private static List<List<Point>> walk(boolean[][] ink) {
    boolean[][] walked = new boolean[ink.length][ink.length];
    List<List<Point>> lines = new ArrayList<>();
    for (boolean fromEnds : new boolean[] {true, false}) {
      for (int row = 1; row <= SIDE; row++) {
        for (int column = 1; column <= SIDE; column++) {
          boolean begins =
              ink[row][column]
                  && !walked[row][column]
                  && (!fromEnds || neighbours(ink, row, column) == 1);
          if (begins) {
            lines.add(line(ink, walked, row, column));
          }
        }
      }
    }
    return lines;
  }

  private static int neighbours(boolean[][] ink, int row, int column) {
    int count = 0;
    for (int i = 0; i < DOWN.length; i++) {
      count += ink[row + DOWN[i]][column + RIGHT[i]] ? 1 : 0;
    }
    return count;
  }

  /** A line that branches off another, or closes a loop, begins or ends on what was walked. */
  private static List<Point> line(boolean[][] ink, boolean[][] walked, int row, int column) {
    List<Point> line = new ArrayList<>();
    joint(walked, row, column, new boolean[ink.length][ink.length], line);
    boolean[][] own = new boolean[ink.length][ink.length];
    int atRow = row;
    int atColumn = column;
    int direction = -1;
    do {
      own[atRow][atColumn] = true;
      line.add(point(atRow, atColumn));
      direction = next(ink, walked, own, atRow, atColumn, direction);
      if (direction >= 0) {
        atRow += DOWN[direction];
        atColumn += RIGHT[direction];
      }
    } while (direction >= 0);
    joint(walked, atRow, atColumn, own, line);
    for (int i = 0; i < own.length; i++) {
      for (int j = 0; j < own.length; j++) {
        walked[i][j] |= own[i][j];
      }
    }
    return line;
  }

  private static void joint(
      boolean[][] walked, int row, int column, boolean[][] own, List<Point> line) {
    for (int i = 0; i < DOWN.length; i++) {
      int there = row + DOWN[i];
      int across = column + RIGHT[i];
      if (walked[there][across] && !own[there][across]) {
        line.add(point(there, across));
        return;
      }
    }
  }

  /** Straight on if that can be, else with the smallest turn; -1 at an end. */
  private static int next(
      boolean[][] ink, boolean[][] walked, boolean[][] own, int row, int column, int direction) {
    int best = -1;
    int bestTurn = Integer.MAX_VALUE;
    for (int i = 0; i < DOWN.length; i++) {
      int there = row + DOWN[i];
      int across = column + RIGHT[i];
      int around = Math.floorMod(i - direction, DOWN.length);
      int turn = direction < 0 ? i % 2 : Math.min(around, DOWN.length - around);
      if (ink[there][across] && !walked[there][across] && !own[there][across] && turn < bestTurn) {
        best = i;
        bestTurn = turn;
      }
    }
    return best;
  }

  private static Point point(int row, int column) {
    return new Point((column - 0.5) / SIDE, (row - 0.5) / SIDE);
  }
}
