package digitstudio.training;

import digitstudio.digits.DigitImage;
import digitstudio.digits.PixelScaling;
import digitstudio.nn.NetworkSpec;
import java.util.List;

/**
 * A network at rest: its shape, its parameters and all that is needed to use it, outside of native
 * memory. What a model file holds.
 *
 * @param spec its shape
 * @param scaling how images become inputs
 * @param parameters W1, b1, W2, b2, …: weights [inputs · units] row by row, biases [units]
 * @param config the settings it was trained with
 * @param provenance where it comes from
 */
public record Model(
    NetworkSpec spec,
    PixelScaling scaling,
    List<float[]> parameters,
    TrainingConfig config,
    Provenance provenance) {
  public Model {
    parameters = List.copyOf(parameters);
  }

  /** A predictor with its own copy of the parameters in native memory. */
  public Predictor predictor() {
    return new Predictor(this);
  }

  /** The ten probabilities of one image; for many images make a {@link #predictor()} once. */
  public float[] predict(DigitImage image) {
    try (Predictor predictor = predictor()) {
      return predictor.predict(image);
    }
  }
}
