package digitstudio.digits.scan;

import digitstudio.digits.Ink;

/** Windows that slide over a grid of tones, all in time that does not grow with the window. */
final class Grid {
  private static final int BLOCK = 32;

  private Grid() {}

  /** Each pixel the average of a square of whole pixels; a part of a square at the end counts. */
  static Ink averaged(Ink tones, int step) {
    if (step == 1) {
      return tones;
    }
    int width = (tones.width() + step - 1) / step;
    int height = (tones.height() + step - 1) / step;
    float[] sums = new float[width * height];
    int[] counts = new int[width * height];
    for (int row = 0; row < tones.height(); row++) {
      for (int column = 0; column < tones.width(); column++) {
        int target = row / step * width + column / step;
        sums[target] += tones.values()[row * tones.width() + column];
        counts[target]++;
      }
    }
    for (int place = 0; place < sums.length; place++) {
      sums[place] /= counts[place];
    }
    return new Ink(width, height, sums);
  }

  /** The mean of the square of this radius around each pixel; beyond the edges is nothing. */
  static Ink mean(Ink tones, int radius) {
    return transposed(meanOfRows(transposed(meanOfRows(tones, radius)), radius));
  }

  private static Ink meanOfRows(Ink tones, int radius) {
    int width = tones.width();
    int height = tones.height();
    float[] means = new float[tones.values().length];
    for (int row = 0; row < height; row++) {
      double sum = 0;
      int from = row * width;
      for (int column = 0; column < Math.min(width, radius); column++) {
        sum += tones.values()[from + column];
      }
      for (int column = 0; column < width; column++) {
        if (column + radius < width) {
          sum += tones.values()[from + column + radius];
        }
        if (column - radius - 1 >= 0) {
          sum -= tones.values()[from + column - radius - 1];
        }
        int count = Math.min(width - 1, column + radius) - Math.max(0, column - radius) + 1;
        means[from + column] = (float) (sum / count);
      }
    }
    return new Ink(width, height, means);
  }

  /** The highest tone in the square of this radius around each pixel. */
  static Ink highest(Ink tones, int radius) {
    return transposed(highestOfRows(transposed(highestOfRows(tones, radius)), radius));
  }

  /** The lowest tone in the square of this radius around each pixel. */
  static Ink lowest(Ink tones, int radius) {
    return negative(highest(negative(tones), radius));
  }

  private static Ink negative(Ink tones) {
    float[] values = new float[tones.values().length];
    for (int place = 0; place < values.length; place++) {
      values[place] = -tones.values()[place];
    }
    return new Ink(tones.width(), tones.height(), values);
  }

  /** Rows of running maxima, by a queue of those that can still be one. */
  private static Ink highestOfRows(Ink tones, int radius) {
    int width = tones.width();
    int height = tones.height();
    float[] highest = new float[tones.values().length];
    int[] queue = new int[width];
    for (int row = 0; row < height; row++) {
      int from = row * width;
      int head = 0;
      int tail = 0;
      for (int next = 0; next < width + radius; next++) {
        if (next < width) {
          float value = tones.values()[from + next];
          while (tail > head && tones.values()[from + queue[tail - 1]] <= value) {
            tail--;
          }
          queue[tail++] = next;
        }
        int column = next - radius;
        if (column >= 0) {
          if (queue[head] < column - radius) {
            head++;
          }
          highest[from + column] = tones.values()[from + queue[head]];
        }
      }
    }
    return new Ink(width, height, highest);
  }

  /** Columns for rows, in blocks that the processor's cache holds. */
  private static Ink transposed(Ink tones) {
    int width = tones.width();
    int height = tones.height();
    float[] from = tones.values();
    float[] to = new float[from.length];
    for (int top = 0; top < height; top += BLOCK) {
      for (int left = 0; left < width; left += BLOCK) {
        for (int row = top; row < Math.min(height, top + BLOCK); row++) {
          for (int column = left; column < Math.min(width, left + BLOCK); column++) {
            to[column * height + row] = from[row * width + column];
          }
        }
      }
    }
    return new Ink(height, width, to);
  }
}
