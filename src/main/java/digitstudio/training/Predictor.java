package digitstudio.training;

import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitSet;
import digitstudio.digits.PixelScaling;
import digitstudio.nn.Inference;
import digitstudio.nn.Loss;
import digitstudio.nn.Network;
import digitstudio.nn.Samples;

/** A network ready to answer. One caller at a time, never the JavaFX thread. */
public final class Predictor implements AutoCloseable {
  private final Network network;
  private final PixelScaling scaling;
  private final byte[] pixels = new byte[DigitImage.PIXELS];
  private final Inference inference;

  Predictor(Model model) {
    this(Network.of(model.spec(), model.parameters()), model.scaling());
  }

  /** A predictor of a living network as it is now, with its own copy of the parameters. */
  public static Predictor of(Network network, PixelScaling scaling) {
    return new Predictor(network.copy(), scaling);
  }

  /** Takes the network over, and closes it when it is closed itself. */
  Predictor(Network network, PixelScaling scaling) {
    this.network = network;
    this.scaling = scaling;
    inference =
        new Inference(
            network, new Samples(pixels, new byte[1], DigitImage.PIXELS, scaling.values()));
  }

  /** Takes over the parameters of a network of the same shape. */
  void set(Network other) {
    network.set(other);
  }

  /**
   * Reads one image.
   *
   * @return [classes] probabilities that add up to 1
   */
  public float[] predict(DigitImage image) {
    System.arraycopy(scaling.stretched(image.pixels()), 0, pixels, 0, pixels.length);
    return inference.probabilities(0, 1);
  }

  /** Reads a whole set. */
  public Evaluation evaluate(DigitSet images, Loss loss) {
    Samples samples = RunData.samples(images, scaling);
    try (Evaluator evaluator = new Evaluator(network, samples)) {
      return evaluator.evaluate(loss);
    }
  }

  @Override
  public void close() {
    inference.close();
    network.close();
  }
}
