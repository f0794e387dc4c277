package digitstudio.training;

import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitSet;
import digitstudio.nn.Loss;

/** A model ready to answer. One caller at a time, never the JavaFX thread. */
public final class Predictor implements AutoCloseable {
  Predictor(Model model) {
    throw new UnsupportedOperationException("training: in work");
  }

  /**
   * Reads one image.
   *
   * @return [classes] probabilities that add up to 1
   */
  public float[] predict(DigitImage image) {
    throw new UnsupportedOperationException("training: in work");
  }

  /** Reads a whole set. */
  public Evaluation evaluate(DigitSet images, Loss loss) {
    throw new UnsupportedOperationException("training: in work");
  }

  @Override
  public void close() {}
}
