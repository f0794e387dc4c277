package digitstudio.nn.kernel;

/** Sums over images, added to by the kernels without allocating. */
public final class LossSums {
  /** Sum of the images' losses. */
  public double loss;

  /** Images whose greatest probability is at their label. */
  public int correct;

  /** [rows] takes the class each row was given; null where nobody asks. */
  public int[] given;

  /** Back to nothing. */
  public void clear() {
    loss = 0;
    correct = 0;
  }
}
