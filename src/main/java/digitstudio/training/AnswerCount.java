package digitstudio.training;

import java.util.Arrays;

/** Counts answers into a confusion matrix, without allocating. */
final class AnswerCount {
  private final long[][] counts;
  private final long[][] marked;

  AnswerCount(int classes) {
    counts = new long[classes][classes];
    marked = new long[classes][classes];
  }

  /** Back to nothing. */
  void clear() {
    for (long[] row : counts) {
      Arrays.fill(row, 0);
    }
  }

  /**
   * Counts the answers to samples order[from] … order[from + rows - 1].
   *
   * @param labels of all samples
   * @param given [rows] their answers
   */
  void add(byte[] labels, int[] order, int from, int rows, int[] given) {
    for (int r = 0; r < rows; r++) {
      counts[labels[order[from + r]]][given[r]]++;
    }
  }

  /** Remembers the counts as they are. */
  void mark() {
    for (int digit = 0; digit < counts.length; digit++) {
      System.arraycopy(counts[digit], 0, marked[digit], 0, counts.length);
    }
  }

  /** Takes back what was counted since {@link #mark}. */
  void goBackToMark() {
    set(marked);
  }

  /** Goes on from these counts, [classes][classes]. */
  void set(long[][] before) {
    for (int digit = 0; digit < counts.length; digit++) {
      System.arraycopy(before[digit], 0, counts[digit], 0, counts.length);
    }
  }

  /** A copy of the counts, [classes][classes]. */
  long[][] copy() {
    long[][] copy = new long[counts.length][];
    for (int digit = 0; digit < counts.length; digit++) {
      copy[digit] = counts[digit].clone();
    }
    return copy;
  }

  ConfusionMatrix matrix() {
    return new ConfusionMatrix(counts);
  }
}
