package digitstudio.digits.survey;

import digitstudio.digits.DigitImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds images that are the same pixel by pixel, by a hash that is then checked. */
public final class ExactDuplicates {
  private static final long PRIME = 0x100000001B3L;
  private static final long BASIS = 0xCBF29CE484222325L;

  private ExactDuplicates() {}

  /**
   * Every pair of equal images.
   *
   * @param members numbers of the images that take part
   * @param most pairs that are told
   */
  public static FoundPairs find(DataImages images, int[] members, PairKind kind, int most) {
    Map<Long, List<Integer>> buckets = new HashMap<>(2 * members.length);
    List<ImagePair> pairs = new ArrayList<>();
    boolean complete = true;
    for (int member : members) {
      List<Integer> bucket =
          buckets.computeIfAbsent(hash(images, member), key -> new ArrayList<>(1));
      for (int other : bucket) {
        if (kind.accepts(images, other, member) && images.squaredDistance(other, member, 0) == 0) {
          if (pairs.size() < most) {
            pairs.add(new ImagePair(Math.min(other, member), Math.max(other, member), 0));
          } else {
            complete = false;
          }
        }
      }
      bucket.add(member);
    }
    return new FoundPairs(pairs, complete);
  }

  /** FNV-1a over the pixels. */
  private static long hash(DataImages images, int image) {
    byte[] pixels = images.pixels(image);
    int from = images.offset(image);
    long hash = BASIS;
    for (int i = from; i < from + DigitImage.PIXELS; i++) {
      hash = (hash ^ (pixels[i] & 0xFF)) * PRIME;
    }
    return hash;
  }
}
