package digitstudio.digits;

import digitstudio.text.Problem;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A training set divided into the part that is learnt from and the part that is held out.
 *
 * @param train what the network learns from
 * @param validation what it is checked on while it learns; size 0 if the share is 0
 */
public record DataSplit(DigitSet train, DigitSet validation) {
  /**
   * Holds out a share of every class's images, drawn by the seed; both parts keep the file's order.
   * In all, share · size images are held out, rounded; what the classes' own rounding leaves over
   * goes to those with the largest remainders.
   *
   * @param share 0 to 0.5
   * @throws Problem if the share is out of range or leaves a part empty
   */
  public static DataSplit stratified(DigitSet images, double share, long seed) {
    if (share == 0 && images.size() > 0) {
      return new DataSplit(images, new DigitSet(new byte[0], new byte[0], images.classes()));
    }
    boolean[] held = heldOut(images, share, seed);
    int[] all = IntStream.range(0, images.size()).toArray();
    return new DataSplit(
        images.select(IntStream.of(all).filter(i -> !held[i]).toArray()),
        images.select(IntStream.of(all).filter(i -> held[i]).toArray()));
  }

  /**
   * Which images {@link #stratified} holds out.
   *
   * @return [size]
   * @throws Problem likewise
   */
  public static boolean[] heldOut(DigitSet images, double share, long seed) {
    if (!(share >= 0 && share <= 0.5)) {
      throw new Problem("digits.share", String.valueOf(share));
    }
    int total = (int) Math.round(share * images.size());
    if (images.size() - total < 1) {
      throw new Problem("digits.noTraining", images.size());
    }
    if (share > 0 && total == 0) {
      throw new Problem("digits.noValidation", String.valueOf(share), images.size());
    }
    return hold(images, quotas(images, share, total), seed);
  }

  /** How many images of each class are held out, by the method of the largest remainder. */
  private static int[] quotas(DigitSet images, double share, int total) {
    int[] counts = images.counts();
    int[] quotas = new int[counts.length];
    double[] remainders = new double[counts.length];
    for (int digit = 0; digit < counts.length; digit++) {
      double exact = share * counts[digit];
      quotas[digit] = (int) exact;
      remainders[digit] = exact - quotas[digit];
    }
    int left = total - IntStream.of(quotas).sum();
    IntStream.range(0, counts.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer digit) -> -remainders[digit]))
        .limit(Math.max(0, left))
        .forEach(digit -> quotas[digit]++);
    return quotas;
  }

  private static boolean[] hold(DigitSet images, int[] quotas, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    boolean[] held = new boolean[images.size()];
    for (int digit = 0; digit < quotas.length; digit++) {
      int wanted = digit;
      int[] places =
          IntStream.range(0, images.size()).filter(i -> images.label(i) == wanted).toArray();
      for (int i = 0; i < quotas[digit]; i++) {
        int chosen = random.nextInt(i, places.length);
        held[places[chosen]] = true;
        places[chosen] = places[i];
      }
    }
    return held;
  }
}
