package digitstudio.nn.kernel;

/** The first layer's products, whose left side is the images' bytes. */
public interface InputProduct extends AutoCloseable {
  /**
   * A product for samples stored as bytes.
   *
   * @param pixels [samples · columns] unsigned bytes
   * @param columns of one sample
   * @param values the input that each of the 256 bytes stands for
   * @param chunk most rows of one product
   */
  static InputProduct of(byte[] pixels, int columns, float[] values, int chunk) {
    return new DenseInputProduct(pixels, columns, values, chunk);
  }

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

  @Override
  void close();
}
