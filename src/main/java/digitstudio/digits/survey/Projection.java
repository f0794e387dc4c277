package digitstudio.digits.survey;

import digitstudio.digits.DigitImage;
import java.util.Random;

/**
 * Few numbers for each image that never tell two images farther apart than they are: its
 * coordinates along orthonormal directions, and the length of what those leave over.
 *
 * <p>For an orthonormal P and the rest r(x) = x − PᵀPx, ‖x − y‖² = ‖Px − Py‖² + ‖r(x) − r(y)‖² ≥
 * ‖Px − Py‖² + (‖r(x)‖ − ‖r(y)‖)². So whatever is far by these numbers is far, and need not be
 * compared pixel by pixel. The directions are those in which the images vary most (simultaneous
 * iteration on a sample); how well they are found decides the speed, never the result.
 *
 * @param dimensions of a point, the last is the rest's length
 * @param points [images · dimensions], with black counted as 1
 */
record Projection(int dimensions, float[] points) {
  /** What rounding to float may add to a distance of two points. */
  static final double ROUNDING = 1e-4;

  private static final int DIRECTIONS = 23;
  private static final int SAMPLE = 2000;
  private static final int ITERATIONS = 6;
  private static final double BLACK = 255;
  private static final double NOTHING = 1e-9;

  /** Projects images. */
  static Projection of(DataImages images, int[] members) {
    double[] directions = directions(images, members);
    int dimensions = DIRECTIONS + 1;
    float[] points = new float[members.length * dimensions];
    double[] along = new double[DIRECTIONS];
    for (int i = 0; i < members.length; i++) {
      double rest = project(images, members[i], directions, along);
      for (double coordinate : along) {
        rest -= coordinate * coordinate;
      }
      for (int d = 0; d < DIRECTIONS; d++) {
        points[i * dimensions + d] = (float) along[d];
      }
      points[i * dimensions + DIRECTIONS] = (float) Math.sqrt(Math.max(0, rest));
    }
    return new Projection(dimensions, points);
  }

  /** Squared distance of two points, given up once it is more than enough. */
  double squaredDistance(int first, int second, double enough) {
    int from = first * dimensions;
    int at = second * dimensions;
    double sum = 0;
    for (int d = 0; d < dimensions; d += 4) {
      float a = points[from + d] - points[at + d];
      float b = points[from + d + 1] - points[at + d + 1];
      float c = points[from + d + 2] - points[at + d + 2];
      float e = points[from + d + 3] - points[at + d + 3];
      sum += a * a + b * b + c * c + e * e;
      if (sum > enough) {
        return sum;
      }
    }
    return sum;
  }

  /** Puts the points in another order. */
  Projection inOrder(int[] order) {
    float[] moved = new float[order.length * dimensions];
    for (int i = 0; i < order.length; i++) {
      System.arraycopy(points, order[i] * dimensions, moved, i * dimensions, dimensions);
    }
    return new Projection(dimensions, moved);
  }

  /**
   * Coordinates of an image along each direction.
   *
   * @return the square of its length
   */
  private static double project(DataImages images, int image, double[] directions, double[] along) {
    byte[] pixels = images.pixels(image);
    int from = images.offset(image);
    java.util.Arrays.fill(along, 0);
    long squares = 0;
    for (int i = 0; i < DigitImage.PIXELS; i++) {
      int ink = pixels[from + i] & 0xFF;
      // Most of an image is paper.
      if (ink != 0) {
        squares += ink * ink;
        for (int d = 0; d < DIRECTIONS; d++) {
          along[d] += ink * directions[i * DIRECTIONS + d];
        }
      }
    }
    for (int d = 0; d < DIRECTIONS; d++) {
      along[d] /= BLACK;
    }
    return squares / (BLACK * BLACK);
  }

  /** Orthonormal columns [784 · directions]; some are all 0 where the images do not vary more. */
  private static double[] directions(DataImages images, int[] members) {
    Random random = new Random(1);
    double[] columns = random.doubles((long) DigitImage.PIXELS * DIRECTIONS, -0.5, 0.5).toArray();
    orthonormalize(columns);
    int stride = Math.max(1, members.length / SAMPLE);
    double[] along = new double[DIRECTIONS];
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      double[] next = new double[columns.length];
      for (int m = 0; m < members.length; m += stride) {
        project(images, members[m], columns, along);
        byte[] pixels = images.pixels(members[m]);
        int from = images.offset(members[m]);
        for (int i = 0; i < DigitImage.PIXELS; i++) {
          int ink = pixels[from + i] & 0xFF;
          if (ink != 0) {
            for (int d = 0; d < DIRECTIONS; d++) {
              next[i * DIRECTIONS + d] += ink * along[d];
            }
          }
        }
      }
      orthonormalize(next);
      columns = next;
    }
    return columns;
  }

  /** Gram and Schmidt's method, twice, which suffices for the last bit. */
  private static void orthonormalize(double[] columns) {
    for (int d = 0; d < DIRECTIONS; d++) {
      double before = norm(columns, d);
      for (int pass = 0; pass < 2; pass++) {
        for (int earlier = 0; earlier < d; earlier++) {
          double product = product(columns, d, earlier);
          for (int i = 0; i < DigitImage.PIXELS; i++) {
            columns[i * DIRECTIONS + d] -= product * columns[i * DIRECTIONS + earlier];
          }
        }
      }
      double norm = norm(columns, d);
      double scale = norm > before * NOTHING && norm > 0 ? 1 / norm : 0;
      for (int i = 0; i < DigitImage.PIXELS; i++) {
        columns[i * DIRECTIONS + d] *= scale;
      }
    }
  }

  private static double norm(double[] columns, int column) {
    return Math.sqrt(product(columns, column, column));
  }

  private static double product(double[] columns, int one, int other) {
    double sum = 0;
    for (int i = 0; i < DigitImage.PIXELS; i++) {
      sum += columns[i * DIRECTIONS + one] * columns[i * DIRECTIONS + other];
    }
    return sum;
  }
}
