package digitstudio.nn.kernel;

/**
 * The arithmetic of a network between its dense products, fused so that each array is passed over
 * once. Matrices are [rows, units], row by row.
 */
public interface Kernel {
  /** System property that asks for one kernel: {@code plain} or {@code vector}. */
  String CHOICE = "digitstudio.kernel";

  /** Whether this Java was started with the vector module. */
  boolean VECTORS = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

  /** The fastest kernel this Java can run, unless the property asks for the plain one. */
  static Kernel best() {
    return BlockKernel.best();
  }

  /** The fastest kernel, its larger pieces of work cut among a team. */
  static Kernel best(Team team) {
    return team.size() == 1 ? BlockKernel.best() : new SharedKernel(team);
  }

  /** Whether vectors are to be used. */
  static boolean vectors() {
    return VECTORS && !"plain".equals(System.getProperty(CHOICE));
  }

  /** z = f(z + bias). */
  void activate(FloatArray z, FloatArray bias, int rows, int units, Nonlinearity f);

  /**
   * delta = delta · f′, the derivative taken from the value that {@link #activate} and then {@link
   * #dropout} left in {@code values}.
   *
   * @param keep share kept by dropout, 1 without; dropped places get 0 from {@code mask}
   * @param mask of dropout; null without
   */
  void derive(
      FloatArray delta,
      FloatArray values,
      FloatArray mask,
      float keep,
      int rows,
      int units,
      Nonlinearity f);

  /**
   * Sets a share 1 - keep of the values to zero and divides the others by keep (inverted dropout,
   * Srivastava et al. 2014).
   *
   * @param mask takes 0 or 1/keep for each value
   * @param stream names the random sequence; equal streams give equal masks
   */
  void dropout(FloatArray values, FloatArray mask, int count, float keep, long stream);

  /** sums[unit] = Σ delta[·, unit], added to what is there if {@code add}. */
  void sumColumns(FloatArray delta, FloatArray sums, int rows, int units, boolean add);

  /** Rows of logits to probabilities: softmax(z + bias), the row's maximum taken away first. */
  void softmax(FloatArray z, FloatArray bias, int rows, int units);

  /**
   * Logits to the gradient of the summed loss with respect to them, and the loss itself.
   *
   * @param z [rows, units] logits without bias; becomes the gradient
   * @param labels of all samples
   * @param order which sample each row is, from {@code from} on
   * @param squared mean squared error instead of cross-entropy
   * @param sums added to
   */
  void softmaxLoss(
      FloatArray z,
      FloatArray bias,
      int rows,
      int units,
      byte[] labels,
      int[] order,
      int from,
      boolean squared,
      LossSums sums);

  /**
   * One step of a rule.
   *
   * @param parameters become the new ones
   * @param gradient summed over the batch
   * @param first state of the rule; null if it has none
   * @param second state of the rule; null if it has only one
   */
  void update(
      UpdateRule rule,
      FloatArray parameters,
      FloatArray gradient,
      FloatArray first,
      FloatArray second);

  /** Σ |w|. */
  double sumOfMagnitudes(FloatArray parameters);

  /** Σ w². */
  double sumOfSquares(FloatArray parameters);
}
