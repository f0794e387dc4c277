package digitstudio.nn.kernel;

/** The dense products of the layers above the first. */
public final class Products {
  private Products() {}

  /** z = a · weights, with a [rows, inputs], weights [inputs, units]. */
  public static void forward(
      FloatArray a, FloatArray weights, FloatArray z, int rows, int inputs, int units) {
    Blas.multiply(a, weights, z, rows, inputs, units, 0);
  }

  /** gradient = aᵀ · delta, [inputs, units], added to what is there if {@code add}. */
  public static void gradient(
      FloatArray a,
      FloatArray delta,
      FloatArray gradient,
      int rows,
      int inputs,
      int units,
      boolean add) {
    Blas.multiplyTransposedLeft(a, delta, gradient, inputs, rows, units, add ? 1 : 0);
  }

  /** below = delta · weightsᵀ, with delta [rows, units], below [rows, inputs]. */
  public static void backward(
      FloatArray delta, FloatArray weights, FloatArray below, int rows, int inputs, int units) {
    Blas.multiplyTransposedRight(delta, weights, below, rows, units, inputs);
  }
}
