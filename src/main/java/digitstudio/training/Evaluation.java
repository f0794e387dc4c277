package digitstudio.training;

/**
 * A network's answers on a whole set.
 *
 * @param loss mean data loss, without the penalty
 * @param confusion every answer counted
 */
public record Evaluation(double loss, ConfusionMatrix confusion) {
  /** Share of the images that were read right. */
  public double accuracy() {
    return confusion.accuracy();
  }
}
