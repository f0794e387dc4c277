package digitstudio.digits.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Finds all pairs of images within a distance of each other: exactly, and without comparing most of
 * them, as {@link Projection} and {@link BoxTree} tell which cannot be near.
 */
public final class NearDuplicates {
  private static final double BLACK = 255;
  private static final Comparator<Found> NEAREST =
      Comparator.comparingLong(Found::squares)
          .thenComparingInt(Found::first)
          .thenComparingInt(Found::second);

  private record Found(long squares, int first, int second) {}

  private final DataImages images;
  private final int[] members;
  private final PairKind kind;
  private final int most;
  private final BoxTree tree;
  private final PriorityQueue<Found> found = new PriorityQueue<>(NEAREST.reversed());
  private boolean complete = true;

  /** Pairs of no more than this are wanted, in whole squares of 255ths. */
  private long reach;

  /** The same as the square of a distance of points, and a little more for rounding. */
  private double pointReach;

  private NearDuplicates(DataImages images, int[] members, double radius, PairKind kind, int most) {
    this.images = images;
    this.members = members;
    this.kind = kind;
    this.most = most;
    tree = new BoxTree(Projection.of(images, members));
    reachTo((long) Math.floor(radius * radius * BLACK * BLACK * (1 + 1e-12)));
  }

  /**
   * The nearest pairs.
   *
   * @param members numbers of the images that take part
   * @param radius the largest distance, with black counted as 1
   * @param most pairs that are told; of more, the nearest
   * @return empty if it was stopped
   */
  public static Optional<FoundPairs> find(
      DataImages images,
      int[] members,
      double radius,
      PairKind kind,
      int most,
      SurveyProgress progress) {
    if (!(radius >= 0) || most < 1) {
      throw new IllegalArgumentException("radius " + radius + ", most " + most);
    }
    return new NearDuplicates(images, members.clone(), radius, kind, most).search(progress);
  }

  private Optional<FoundPairs> search(SurveyProgress progress) {
    for (int leaf = 0; leaf < tree.leaves(); leaf++) {
      if (progress.isStopped()) {
        return Optional.empty();
      }
      visit(1, leaf);
      progress.reached(share(leaf + 1));
    }
    List<Found> sorted = new ArrayList<>(found);
    sorted.sort(NEAREST);
    List<ImagePair> pairs =
        sorted.stream()
            .map(one -> new ImagePair(one.first, one.second, Math.sqrt(one.squares) / BLACK))
            .toList();
    return Optional.of(new FoundPairs(pairs, complete));
  }

  /** A leaf is compared with itself and those behind it, so that the first have the most to do. */
  private double share(int done) {
    double left = 1 - (double) done / tree.leaves();
    return 1 - left * left;
  }

  private void visit(int node, int leaf) {
    if (tree.lastLeaf(node) < leaf
        || tree.squaredGap(node, tree.firstLeafNode() + leaf, pointReach) > pointReach) {
      return;
    }
    if (node >= tree.firstLeafNode()) {
      compare(leaf, node - tree.firstLeafNode());
    } else {
      visit(2 * node, leaf);
      visit(2 * node + 1, leaf);
    }
  }

  private void compare(int leaf, int other) {
    Projection points = tree.points();
    for (int i = tree.start(leaf); i < tree.start(leaf + 1); i++) {
      for (int j = leaf == other ? i + 1 : tree.start(other); j < tree.start(other + 1); j++) {
        if (points.squaredDistance(i, j, pointReach) <= pointReach) {
          compareImages(members[tree.given(i)], members[tree.given(j)]);
        }
      }
    }
  }

  private void compareImages(int one, int other) {
    if (!kind.accepts(images, one, other)) {
      return;
    }
    long squares = images.squaredDistance(one, other, reach);
    if (squares > reach) {
      return;
    }
    found.add(new Found(squares, Math.min(one, other), Math.max(one, other)));
    if (found.size() > most) {
      found.poll();
      complete = false;
      // Only what is nearer than the farthest of these can still be told.
      reachTo(found.element().squares);
    }
  }

  private void reachTo(long squares) {
    reach = squares;
    double distance = Math.sqrt(squares) / BLACK + Projection.ROUNDING;
    pointReach = distance * distance;
  }
}
