package digitstudio.training;

import digitstudio.digits.DigitImage;
import digitstudio.digits.PixelScaling;
import digitstudio.nn.InputGradient;
import digitstudio.nn.Network;
import digitstudio.nn.Samples;
import java.util.List;
import java.util.OptionalInt;

/** Sends single images through a model and shows what happens. One caller at a time. */
public final class ImageReader implements AutoCloseable {
  private final PixelScaling scaling;
  private final Network network;
  private final InputGradient gradients;
  private final byte[] pixels = new byte[DigitImage.PIXELS];

  /** A reader with its own copy of the model's parameters in native memory. */
  public ImageReader(Model model) {
    scaling = model.scaling();
    network = Network.of(model.spec(), model.parameters());
    gradients =
        new InputGradient(
            network, new Samples(pixels, new byte[1], DigitImage.PIXELS, scaling.values()));
  }

  /**
   * Reads an image.
   *
   * @param target what the gradient is taken of
   * @param explained the class it is of; empty for the one the network gives. The stretching of
   *     contrast, where the model asks for it, is taken as fixed.
   */
  public ImageReading read(DigitImage image, InputGradient.Target target, OptionalInt explained) {
    System.arraycopy(scaling.stretched(image.pixels()), 0, pixels, 0, pixels.length);
    List<float[]> outputs = gradients.outputs(0);
    int output = explained.orElse(ImageReading.winner(outputs.get(outputs.size() - 1)));
    float[] gradient = gradients.of(0, target, output);
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] /= (float) scaling.deviation();
    }
    return new ImageReading(outputs, output, gradient);
  }

  @Override
  public void close() {
    gradients.close();
    network.close();
  }
}
