package digitstudio.training;

import java.util.Arrays;

/** Counts answers into a confusion matrix, without allocating. */
final class AnswerCount {
  private final long[][] counts;

  AnswerCount(int classes) {
    counts = new long[classes][classes];
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

  ConfusionMatrix matrix() {
    return new ConfusionMatrix(counts);
  }
}
