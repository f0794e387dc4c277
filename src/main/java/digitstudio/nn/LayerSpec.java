package digitstudio.nn;

/**
 * The shape of one layer: weights [inputs, units] and biases [units].
 *
 * @param inputs units of the layer below
 * @param units its own
 */
public record LayerSpec(int inputs, int units) {
  /** Entries of the weight matrix. */
  public long weights() {
    return (long) inputs * units;
  }

  /** Weights and biases together. */
  public long parameters() {
    return weights() + units;
  }
}
