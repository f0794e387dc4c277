package digitstudio.training;

import java.util.List;

/**
 * What one network makes of one image.
 *
 * @param outputs what each layer puts out, the last as probabilities: for each layer [units], not
 *     to be written to
 * @param explained the class the gradient is of
 * @param gradient [784] how much the class gains if a pixel goes from paper to ink, to first order;
 *     not to be written to
 */
public record ImageReading(List<float[]> outputs, int explained, float[] gradient) {
  public ImageReading {
    outputs = List.copyOf(outputs);
  }

  /** The ten probabilities. */
  public float[] probabilities() {
    return outputs.get(outputs.size() - 1);
  }

  /** The class of the largest probability, the first of equals. */
  public int winner() {
    return winner(probabilities());
  }

  static int winner(float[] probabilities) {
    int best = 0;
    for (int c = 1; c < probabilities.length; c++) {
      if (probabilities[c] > probabilities[best]) {
        best = c;
      }
    }
    return best;
  }

  /** Whether all numbers are numbers: after a divergence they are not. */
  public boolean isFinite() {
    for (float probability : probabilities()) {
      if (!Float.isFinite(probability)) {
        return false;
      }
    }
    return true;
  }
}
