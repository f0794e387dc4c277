package digitstudio.digits.survey;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How far each image is from others of its own class: an image with no near neighbours is unusual,
 * or its label is wrong.
 */
public final class NeighbourDistances {
  private static final double BLACK = 255;

  private NeighbourDistances() {}

  /**
   * The distance of each image from its k-th nearest among those of its class, exactly.
   *
   * @param members numbers of the images that take part
   * @param k at least 1; a class of fewer others has infinite distances
   * @return [members] with black counted as 1; empty if it was stopped
   */
  public static Optional<float[]> find(
      DataImages images, int[] members, int k, SurveyProgress progress) {
    if (k < 1) {
      throw new IllegalArgumentException("k " + k);
    }
    float[] distances = new float[members.length];
    double[] work = new double[images.classes().size()];
    int[][] byClass = new int[work.length][];
    for (int label = 0; label < work.length; label++) {
      int wanted = label;
      byClass[label] =
          IntStream.range(0, members.length)
              .filter(i -> images.label(members[i]) == wanted)
              .toArray();
      work[label] = (double) byClass[label].length * byClass[label].length;
    }
    double all = Math.max(1, Arrays.stream(work).sum());
    double done = 0;
    for (int label = 0; label < work.length; label++) {
      if (!findIn(
          images, members, byClass[label], k, distances, done / all, work[label] / all, progress)) {
        return Optional.empty();
      }
      done += work[label];
    }
    return Optional.of(distances);
  }

  private static boolean findIn(
      DataImages images,
      int[] members,
      int[] chosen,
      int k,
      float[] distances,
      double before,
      double part,
      SurveyProgress progress) {
    if (chosen.length == 0) {
      return true;
    }
    int[] own = IntStream.of(chosen).map(i -> members[i]).toArray();
    BoxTree tree = new BoxTree(Projection.of(images, own));
    long[] nearest = new long[k];
    for (int place = 0; place < own.length; place++) {
      if (place % 64 == 0) {
        if (progress.isStopped()) {
          return false;
        }
        progress.reached(before + part * place / own.length);
      }
      Arrays.fill(nearest, Long.MAX_VALUE);
      search(images, own, tree, place, nearest);
      long farthest = nearest[k - 1];
      distances[chosen[tree.given(place)]] =
          farthest == Long.MAX_VALUE
              ? Float.POSITIVE_INFINITY
              : (float) (Math.sqrt(farthest) / BLACK);
    }
    return true;
  }

  /** From the place outwards: who stands near in the tree is probably near. */
  private static void search(
      DataImages images, int[] own, BoxTree tree, int place, long[] nearest) {
    int image = own[tree.given(place)];
    double enough = reach(nearest);
    for (int away = 1; away < own.length; away++) {
      for (int other : new int[] {place - away, place + away}) {
        if (other < 0
            || other >= own.length
            || tree.points().squaredDistance(place, other, enough) > enough) {
          continue;
        }
        long limit = nearest[nearest.length - 1];
        long squares = images.squaredDistance(image, own[tree.given(other)], limit);
        if (squares < limit) {
          insert(nearest, squares);
          enough = reach(nearest);
        }
      }
    }
  }

  private static double reach(long[] nearest) {
    long farthest = nearest[nearest.length - 1];
    if (farthest == Long.MAX_VALUE) {
      return Double.POSITIVE_INFINITY;
    }
    double distance = Math.sqrt(farthest) / BLACK + Projection.ROUNDING;
    return distance * distance;
  }

  private static void insert(long[] sorted, long value) {
    int at = sorted.length - 1;
    while (at > 0 && sorted[at - 1] > value) {
      sorted[at] = sorted[at - 1];
      at--;
    }
    sorted[at] = value;
  }
}
