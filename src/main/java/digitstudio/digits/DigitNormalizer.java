package digitstudio.digits;

import java.util.Optional;

/**
 * Ink to a 28×28 image, as MNIST was made: the digit is cropped, scaled into 20×20 with its aspect
 * kept, and moved so that its centre of mass lies in the middle (LeCun et al. 1998).
 */
public final class DigitNormalizer {
  private DigitNormalizer() {}

  /** The image, or nothing if there is no ink to speak of. */
  public static Optional<DigitImage> normalize(Ink ink) {
    throw new UnsupportedOperationException("digits: in work");
  }
}
