package digitstudio.digits;

import java.util.Arrays;

/** Dust on the paper: spots of ink that stand apart from the digit and are tiny beside it. */
final class Specks {
  /** Spots of less than this share of the largest spot's ink are dust. */
  private static final double DUST = 0.02;

  private Specks() {}

  /** The ink without its dust. */
  static Ink removed(Ink ink) {
    int[] spots = new int[ink.values().length];
    double[] masses = new double[16];
    double heaviest = 0;
    int[] queue = new int[spots.length];
    int count = 0;
    for (int place = 0; place < spots.length; place++) {
      if (spots[place] == 0 && ink.values()[place] > 0) {
        count++;
        if (count == masses.length) {
          masses = Arrays.copyOf(masses, 2 * count);
        }
        masses[count] = spot(ink, spots, queue, place, count);
        heaviest = Math.max(heaviest, masses[count]);
      }
    }
    float[] values = ink.values().clone();
    for (int place = 0; place < values.length; place++) {
      if (masses[spots[place]] < DUST * heaviest) {
        values[place] = 0;
      }
    }
    return new Ink(ink.width(), ink.height(), values);
  }

  /** Marks everything that hangs together with a place, and weighs it. */
  private static double spot(Ink ink, int[] spots, int[] queue, int start, int number) {
    double mass = 0;
    int head = 0;
    int tail = 0;
    queue[tail++] = start;
    spots[start] = number;
    while (head < tail) {
      int place = queue[head++];
      mass += ink.values()[place];
      int row = place / ink.width();
      int column = place % ink.width();
      for (int y = Math.max(0, row - 1); y <= Math.min(ink.height() - 1, row + 1); y++) {
        for (int x = Math.max(0, column - 1); x <= Math.min(ink.width() - 1, column + 1); x++) {
          int next = y * ink.width() + x;
          if (spots[next] == 0 && ink.values()[next] > 0) {
            spots[next] = number;
            queue[tail++] = next;
          }
        }
      }
    }
    return mass;
  }
}
