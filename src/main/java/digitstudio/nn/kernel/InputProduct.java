package digitstudio.nn.kernel;

/** The first layer's products, whose left side is the images' bytes. */
public interface InputProduct extends AutoCloseable {
  /**
   * The product that suits the samples: over non-zero inputs alone where most are zero and vectors
   * are at hand, else over all of them.
   *
   * @param pixels [samples · columns] unsigned bytes
   * @param columns of one sample
   * @param values the input that each of the 256 bytes stands for
   * @param chunk most rows of one product
   * @param team shares the work
   * @param firstPart number of the team's first thread among all that share the weights
   */
  static InputProduct of(
      byte[] pixels, int columns, float[] values, int chunk, Team team, int firstPart) {
    boolean sparse =
        Kernel.vectors()
            && columns <= Character.MAX_VALUE
            // A blank byte must be a blank input.
            && values[0] == 0
            && Density.of(pixels, values) < Density.WORTH_SKIPPING;
    return sparse
        ? new SparseInputProduct(pixels, columns, values, chunk, team)
        : new DenseInputProduct(pixels, columns, values, chunk, team, firstPart);
  }

  /** The samples will be read again and again, and do not change. */
  default void expectManyReadings() {}

  /**
   * z = x · weights, with x the samples order[from], order[from + 1], ….
   *
   * @param weights [columns, units]
   * @param z [rows, units]
   */
  void forward(int[] order, int from, int rows, FloatArray weights, FloatArray z, int units);

  /**
   * gradient = xᵀ · delta for the same samples as the last {@link #forward}.
   *
   * @param delta [rows, units]
   * @param gradient [columns, units], added to if {@code add}
   */
  void gradient(FloatArray delta, int rows, FloatArray gradient, int units, boolean add);

  /**
   * The gradient for the same samples as the last {@link #forward} and the step along it in one.
   *
   * @param delta [rows, units]
   * @param gradient [columns, units] to work in; its content is lost
   * @param weights [columns, units], become the new ones
   * @param first state of the rule; null if it has none
   * @param second state of the rule; null if it has only one
   */
  void step(
      FloatArray delta,
      int rows,
      FloatArray gradient,
      int units,
      UpdateRule rule,
      FloatArray weights,
      FloatArray first,
      FloatArray second);

  @Override
  void close();
}
