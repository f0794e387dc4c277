package digitstudio.digits.scan;

import digitstudio.digits.Ink;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A sheet without its paper.
 *
 * @param darkness 0 for paper to 1 for black, however the sheet was lit; [height · width]
 * @param marked whether a place is ink rather than paper
 * @param faintest darkness that can be ink at all
 * @param pen width of the usual stroke, in pixels
 * @param lightOnDark whether it is written so
 */
record Flattened(Ink darkness, boolean[] marked, double faintest, double pen, boolean lightOnDark) {
  /** Ink that differs from its paper by less than this, of black to white, is none. */
  private static final double LEAST_CONTRAST = 0.1;

  /** Ink that differs by less than so many deviations of the paper is its grain. */
  private static final double GRAIN = 5;

  /** Of the darkness around it, ink has at least this share: less is the blur of its edge. */
  private static final double EDGE = 0.42;

  /** Share of the sheet's shorter side that some paper is seen in at first. */
  private static final double FIRST_WINDOW = 0.45;

  /** Pen widths that some paper is seen in, once the pen is known. */
  private static final double WINDOW = 12;

  /** The mean of four neighbours has a deviation of its own: the root of 1 + 1/4 in all. */
  private static final double NEIGHBOURS = 1.118;

  /** Pixels of the darkness for each of what the darkness around is looked up in. */
  private static final int COARSE = 2;

  private static final int SAMPLES = 100_000;
  private static final double MEDIAN_TO_DEVIATION = 1.4826;

  /** The sheet without its paper, or nothing if there is nothing else on it. */
  static Optional<Flattened> of(Ink brightness) {
    boolean light = isLightOnDark(brightness);
    Ink dark = light ? inverted(brightness) : brightness;
    double shorter = Math.min(dark.width(), dark.height());
    Optional<Flattened> first = withWindow(dark, shorter * FIRST_WINDOW, light);
    return first.flatMap(
        coarse -> {
          // A fine window sees what the wide one took for ink: the edge of a shadow.
          double window = coarse.window(shorter);
          return window < shorter * FIRST_WINDOW ? withWindow(dark, window, light) : first;
        });
  }

  /**
   * The same sheet, finer.
   *
   * @param finer the sheet this one is a smaller copy of
   */
  Optional<Flattened> finer(Ink finer) {
    double scale = (double) finer.width() / darkness.width();
    double shorter = Math.min(darkness.width(), darkness.height());
    return withWindow(lightOnDark ? inverted(finer) : finer, window(shorter) * scale, lightOnDark);
  }

  private double window(double shorter) {
    return Math.min(Math.max(WINDOW * pen, shorter / 20), shorter * FIRST_WINDOW);
  }

  /** Digits cover the smaller part of a sheet, so the tones on their side are the rarer ones. */
  private static boolean isLightOnDark(Ink brightness) {
    int radius = Math.max(8, Math.max(brightness.width(), brightness.height()) / 8);
    Ink around = Grid.mean(brightness, radius);
    double skew = 0;
    for (int place = 0; place < around.values().length; place++) {
      double difference = brightness.values()[place] - around.values()[place];
      skew += difference * difference * difference;
    }
    return skew > 0;
  }

  private static Ink inverted(Ink brightness) {
    float[] values = new float[brightness.values().length];
    for (int place = 0; place < values.length; place++) {
      values[place] = 1 - brightness.values()[place];
    }
    return new Ink(brightness.width(), brightness.height(), values);
  }

  private static Optional<Flattened> withWindow(
      Ink brightness, double window, boolean lightOnDark) {
    Ink darkness = darkness(brightness, Background.of(brightness, window));
    double faintest = Math.max(LEAST_CONTRAST, GRAIN * grain(darkness));
    boolean[] strong = new boolean[darkness.values().length];
    for (int place = 0; place < strong.length; place++) {
      strong[place] = darkness.values()[place] > faintest;
    }
    double pen = pen(strong, darkness.width(), darkness.height());
    if (pen == 0) {
      return Optional.empty();
    }
    Ink level =
        Grid.highest(
            Grid.averaged(darkness, COARSE), (int) Math.max(1, Math.ceil(2 * pen / COARSE)));
    boolean[] marked = new boolean[strong.length];
    for (int place = 0; place < marked.length; place++) {
      if (strong[place]) {
        int row = place / darkness.width() / COARSE;
        int column = place % darkness.width() / COARSE;
        marked[place] =
            darkness.values()[place] > EDGE * level.values()[row * level.width() + column];
      }
    }
    double truePen = pen(marked, darkness.width(), darkness.height());
    return Optional.of(new Flattened(darkness, marked, faintest, truePen, lightOnDark));
  }

  private static Ink darkness(Ink brightness, Background paper) {
    float[] values = new float[brightness.values().length];
    IntStream.range(0, brightness.height())
        .parallel()
        .forEach(
            row -> {
              for (int column = 0; column < brightness.width(); column++) {
                int place = row * brightness.width() + column;
                // Paper in the deepest shadow has some light, or its grain would become ink.
                double light = Math.max(0.1, paper.at(column, row));
                values[place] = (float) (1 - brightness.values()[place] / light);
              }
            });
    // The closing follows the brightest of the paper's grain; half of the paper is darker.
    float usual = median(values);
    for (int place = 0; place < values.length; place++) {
      values[place] -= usual;
    }
    return new Ink(brightness.width(), brightness.height(), values);
  }

  /** Deviation of the paper from itself: of each pixel from the mean of its four neighbours. */
  private static double grain(Ink darkness) {
    int width = darkness.width();
    int height = darkness.height();
    if (width < 3 || height < 3) {
      return 0;
    }
    float[] tones = darkness.values();
    float[] distances = new float[Math.min(SAMPLES, (width - 2) * (height - 2))];
    long step = Math.max(1, (long) (width - 2) * (height - 2) / distances.length);
    for (int i = 0; i < distances.length; i++) {
      int row = 1 + (int) (i * step / (width - 2));
      int place = row * width + 1 + (int) (i * step % (width - 2));
      float around =
          (tones[place - 1] + tones[place + 1] + tones[place - width] + tones[place + width]) / 4;
      distances[i] = Math.abs(tones[place] - around);
    }
    return median(distances) * MEDIAN_TO_DEVIATION / NEIGHBOURS;
  }

  private static float median(float[] values) {
    // Of every so many values: exactness is not worth the time of sorting millions.
    int step = Math.max(1, values.length / SAMPLES);
    float[] some = new float[(values.length + step - 1) / step];
    for (int i = 0; i < some.length; i++) {
      some[i] = values[i * step];
    }
    Arrays.sort(some);
    return some[some.length / 2];
  }

  /** Pen width: twice the area over the length of the outline; 0 without ink. */
  private static double pen(boolean[] ink, int width, int height) {
    long area = 0;
    long edges = 0;
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        int place = row * width + column;
        if (ink[place]) {
          area++;
          edges += column == 0 || !ink[place - 1] ? 1 : 0;
          edges += column == width - 1 || !ink[place + 1] ? 1 : 0;
          edges += row == 0 || !ink[place - width] ? 1 : 0;
          edges += row == height - 1 || !ink[place + width] ? 1 : 0;
        }
      }
    }
    // A slanting outline runs along the sides of pixels, on average 4/pi times its length.
    return area == 0 ? 0 : 2 * area / (edges * Math.PI / 4);
  }
}
