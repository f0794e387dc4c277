package digitstudio.nn.kernel;

/**
 * A hidden layer's function as the kernels know it; its derivative is taken from its value.
 *
 * @param kind which function
 * @param slope of a rectifier below zero: 0 for ReLU
 */
public record Nonlinearity(Kind kind, float slope) {
  /** Which function. */
  public enum Kind {
    RECTIFIER,
    SIGMOID,
    TANH
  }
}
