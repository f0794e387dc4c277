package digitstudio.digits.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Everything on a sheet that hangs together, each spot with a number from 1 on. */
final class Spots {
  /**
   * One of them.
   *
   * @param number that its pixels bear
   * @param box around it
   * @param pixels of it
   */
  record Spot(int number, Box box, int pixels) {}

  private final int width;
  private final int height;
  private final int[] numbers;
  private final List<Spot> spots = new ArrayList<>();
  private int[] queue;

  private Spots(int width, int height) {
    this.width = width;
    this.height = height;
    numbers = new int[width * height];
    queue = new int[256];
  }

  /** The spots of what is marked, by their eight neighbours. */
  static Spots of(boolean[] marked, int width, int height) {
    Spots found = new Spots(width, height);
    for (int place = 0; place < marked.length; place++) {
      if (marked[place] && found.numbers[place] == 0) {
        found.spots.add(found.flood(marked, place, found.spots.size() + 1));
      }
    }
    return found;
  }

  private Spot flood(boolean[] marked, int start, int number) {
    int tail = 0;
    int pixels = 0;
    int left = width;
    int right = 0;
    int top = height;
    int bottom = 0;
    queue[tail++] = start;
    numbers[start] = number;
    while (tail > 0) {
      int place = queue[--tail];
      int row = place / width;
      int column = place % width;
      pixels++;
      left = Math.min(left, column);
      right = Math.max(right, column);
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
      for (int y = Math.max(0, row - 1); y <= Math.min(height - 1, row + 1); y++) {
        for (int x = Math.max(0, column - 1); x <= Math.min(width - 1, column + 1); x++) {
          int next = y * width + x;
          if (marked[next] && numbers[next] == 0) {
            numbers[next] = number;
            tail = push(tail, next);
          }
        }
      }
    }
    return new Spot(number, new Box(left, top, right - left + 1, bottom - top + 1), pixels);
  }

  private int push(int tail, int place) {
    if (tail == queue.length) {
      queue = Arrays.copyOf(queue, 2 * tail);
    }
    queue[tail] = place;
    return tail + 1;
  }

  List<Spot> all() {
    return spots;
  }

  /** Number of the spot at a place; 0 on paper. */
  int at(int column, int row) {
    return numbers[row * width + column];
  }

  /** Pixels of a spot. */
  int pixels(int number) {
    return spots.get(number - 1).pixels();
  }

  /**
   * Cuts a spot in two and returns the parts: what lies left of a line through its rows, and the
   * rest, which gets a number of its own.
   *
   * @param columns where the right part begins, for each row of the spot's box
   */
  List<Spot> cut(Spot spot, int[] columns) {
    int fresh = spots.size() + 1;
    Tally left = new Tally();
    Tally right = new Tally();
    Box box = spot.box();
    for (int row = box.top(); row < box.bottom(); row++) {
      for (int column = box.left(); column < box.right(); column++) {
        int place = row * width + column;
        if (numbers[place] == spot.number()) {
          boolean beyond = column >= columns[row - box.top()];
          numbers[place] = beyond ? fresh : spot.number();
          (beyond ? right : left).add(column, row);
        }
      }
    }
    if (left.pixels == 0 || right.pixels == 0) {
      // There was nothing on one side; the number is given back by being all of it.
      restore(spot);
      return List.of(spot);
    }
    Spot first = left.spot(spot.number());
    Spot second = right.spot(fresh);
    spots.set(spot.number() - 1, first);
    spots.add(second);
    return List.of(first, second);
  }

  private void restore(Spot spot) {
    Box box = spot.box();
    int fresh = spots.size() + 1;
    for (int row = box.top(); row < box.bottom(); row++) {
      for (int column = box.left(); column < box.right(); column++) {
        int place = row * width + column;
        numbers[place] = numbers[place] == fresh ? spot.number() : numbers[place];
      }
    }
  }

  /** A part of a spot in the making. */
  private static final class Tally {
    private int left = Integer.MAX_VALUE;
    private int top = Integer.MAX_VALUE;
    private int right = -1;
    private int bottom = -1;
    private int pixels;

    void add(int column, int row) {
      pixels++;
      left = Math.min(left, column);
      right = Math.max(right, column);
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
    }

    Spot spot(int number) {
      return new Spot(number, new Box(left, top, right - left + 1, bottom - top + 1), pixels);
    }
  }
}
