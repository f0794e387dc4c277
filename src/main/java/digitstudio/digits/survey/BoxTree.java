package digitstudio.digits.survey;

import java.util.Arrays;

/**
 * Points in boxes of boxes: whole boxes that are too far need not be looked into (a k-d tree, split
 * at the median of the widest side).
 */
final class BoxTree {
  private static final int LEAF = 32;

  private final Projection points;
  private final int[] order;
  private final int[] leafStarts;
  private final float[] low;
  private final float[] high;
  private final int leaves;

  /** Builds the tree over all points. */
  BoxTree(Projection given) {
    int size = given.points().length / given.dimensions();
    int depth = 0;
    while ((size >> depth) > LEAF) {
      depth++;
    }
    leaves = 1 << depth;
    order = new int[size];
    Arrays.setAll(order, i -> i);
    leafStarts = new int[leaves + 1];
    leafStarts[leaves] = size;
    split(given, 0, size, 0, leaves);
    points = given.inOrder(order);
    low = new float[2 * leaves * given.dimensions()];
    high = new float[2 * leaves * given.dimensions()];
    bound();
  }

  private void split(Projection given, int from, int to, int leaf, int count) {
    if (count == 1) {
      leafStarts[leaf] = from;
      return;
    }
    int side = widest(given, from, to);
    long[] keys = new long[to - from];
    for (int i = from; i < to; i++) {
      int bits = Float.floatToIntBits(given.points()[order[i] * given.dimensions() + side]);
      // The bits of a negative number count backwards.
      int sortable = bits ^ (bits >> 31 & 0x7FFFFFFF);
      keys[i - from] = (long) sortable << 32 | order[i];
    }
    Arrays.sort(keys);
    for (int i = from; i < to; i++) {
      order[i] = (int) keys[i - from];
    }
    int middle = (from + to) >>> 1;
    split(given, from, middle, leaf, count / 2);
    split(given, middle, to, leaf + count / 2, count / 2);
  }

  private int widest(Projection given, int from, int to) {
    int widest = 0;
    float width = -1;
    for (int d = 0; d < given.dimensions(); d++) {
      float least = Float.POSITIVE_INFINITY;
      float most = Float.NEGATIVE_INFINITY;
      for (int i = from; i < to; i++) {
        float value = given.points()[order[i] * given.dimensions() + d];
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
      if (most - least > width) {
        width = most - least;
        widest = d;
      }
    }
    return widest;
  }

  /** Node 1 is the root, 2n and 2n + 1 are within n, and the leaves come last. */
  private void bound() {
    int dimensions = points.dimensions();
    Arrays.fill(low, Float.POSITIVE_INFINITY);
    Arrays.fill(high, Float.NEGATIVE_INFINITY);
    for (int leaf = 0; leaf < leaves; leaf++) {
      int node = (leaves + leaf) * dimensions;
      for (int i = leafStarts[leaf]; i < leafStarts[leaf + 1]; i++) {
        for (int d = 0; d < dimensions; d++) {
          float value = points.points()[i * dimensions + d];
          low[node + d] = Math.min(low[node + d], value);
          high[node + d] = Math.max(high[node + d], value);
        }
      }
    }
    for (int node = leaves - 1; node > 0; node--) {
      for (int d = 0; d < dimensions; d++) {
        int one = 2 * node * dimensions + d;
        low[node * dimensions + d] = Math.min(low[one], low[one + dimensions]);
        high[node * dimensions + d] = Math.max(high[one], high[one + dimensions]);
      }
    }
  }

  int leaves() {
    return leaves;
  }

  /** The first place of a leaf; that of the one behind the last is the number of points. */
  int start(int leaf) {
    return leafStarts[leaf];
  }

  /** Which of the points that were given stands at a place. */
  int given(int place) {
    return order[place];
  }

  /** The points by their places. */
  Projection points() {
    return points;
  }

  /** The first node of the row of leaves; a leaf's node is this plus its number. */
  int firstLeafNode() {
    return leaves;
  }

  /** The last leaf within a node. */
  int lastLeaf(int node) {
    int last = node;
    while (last < leaves) {
      last = 2 * last + 1;
    }
    return last - leaves;
  }

  /** The least squared distance that points of two nodes can have. */
  double squaredGap(int one, int other, double enough) {
    int dimensions = points.dimensions();
    int a = one * dimensions;
    int b = other * dimensions;
    double sum = 0;
    for (int d = 0; d < dimensions && sum <= enough; d++) {
      double gap = Math.max(low[a + d] - high[b + d], low[b + d] - high[a + d]);
      if (gap > 0) {
        sum += gap * gap;
      }
    }
    return sum;
  }
}
