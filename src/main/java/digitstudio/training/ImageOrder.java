package digitstudio.training;

import java.util.Random;

/**
 * The order in which the images are learnt from, shuffled by Fisher and Yates, with a source of
 * chance whose place can be read and set.
 */
final class ImageOrder {
  /**
   * {@link Random} with its state in sight: the generator is the one that its documentation fixes,
   * and all else is inherited, so that the numbers are the same.
   */
  private static final class Chance extends Random {
    private static final long serialVersionUID = 1;
    private static final long MULTIPLIER = 0x5DEECE66DL;
    private static final long MASK = (1L << 48) - 1;

    private long state;

    Chance(long seed) {
      super(0);
      state = (seed ^ MULTIPLIER) & MASK;
    }

    @Override
    protected int next(int bits) {
      state = (state * MULTIPLIER + 0xBL) & MASK;
      return (int) (state >>> (48 - bits));
    }
  }

  private final int[] order;
  private final Chance chance;

  /** The order of the file. */
  ImageOrder(int images, long seed) {
    order = new int[images];
    for (int i = 0; i < images; i++) {
      order[i] = i;
    }
    chance = new Chance(seed);
  }

  /** [images], which later shuffles change. */
  int[] order() {
    return order;
  }

  void shuffle() {
    for (int i = order.length - 1; i > 0; i--) {
      int j = chance.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }

  /** What decides the shuffles to come. */
  long chanceState() {
    return chance.state;
  }

  /** Goes on with an order and a {@link #chanceState}. */
  void restore(int[] order, long chanceState) {
    System.arraycopy(order, 0, this.order, 0, this.order.length);
    chance.state = chanceState & Chance.MASK;
  }
}
