package digitstudio.nn;

/**
 * Labelled inputs stored as one byte each, with the real value that each byte stands for.
 *
 * @param pixels [size · columns] unsigned bytes, not to be written to
 * @param labels [size], class of each sample, not to be written to
 * @param columns inputs of one sample
 * @param values [256] the input of each byte
 */
public record Samples(byte[] pixels, byte[] labels, int columns, float[] values) {
  public Samples {
    if (pixels.length != (long) labels.length * columns || values.length != 256) {
      throw new IllegalArgumentException(
          pixels.length + " bytes for " + labels.length + " samples of " + columns);
    }
  }

  /** How many there are. */
  public int size() {
    return labels.length;
  }
}
