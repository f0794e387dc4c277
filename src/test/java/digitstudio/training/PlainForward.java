package digitstudio.training;

import digitstudio.digits.DigitImage;
import digitstudio.digits.PixelScaling;
import digitstudio.nn.Activation;
import digitstudio.nn.LayerSpec;
import digitstudio.nn.NetworkSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Models made by chance, and their forward pass in doubles and plain loops, to compare with. */
public final class PlainForward {
  private PlainForward() {}

  /** A model of random parameters, biases too. */
  public static Model model(TrainingConfig config, double deviation, long seed) {
    NetworkSpec spec = config.network(DigitImage.PIXELS, 10);
    Random random = new Random(seed);
    List<float[]> parameters = new ArrayList<>();
    for (LayerSpec layer : spec.layers()) {
      for (long size : new long[] {layer.weights(), layer.units()}) {
        float[] values = new float[(int) size];
        for (int i = 0; i < values.length; i++) {
          values[i] = (float) (deviation * random.nextGaussian());
        }
        parameters.add(values);
      }
    }
    Provenance provenance = new Provenance("Digit Studio", "", 1, "", "17", "Linux", 2, 2, "");
    return new Model(spec, PixelScaling.PLAIN, parameters, config, provenance);
  }

  /** What each layer puts out for one image, the last as probabilities. */
  public static List<double[]> outputs(Model model, DigitImage image) {
    float[] values = model.scaling().values();
    byte[] pixels = model.scaling().stretched(image.pixels());
    double[] below = new double[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      below[i] = values[pixels[i] & 0xFF];
    }
    List<double[]> outputs = new ArrayList<>();
    List<LayerSpec> layers = model.spec().layers();
    for (int l = 0; l < layers.size(); l++) {
      int units = layers.get(l).units();
      float[] weights = model.parameters().get(2 * l);
      double[] sums = new double[units];
      for (int u = 0; u < units; u++) {
        sums[u] = model.parameters().get(2 * l + 1)[u];
        for (int i = 0; i < below.length; i++) {
          sums[u] += below[i] * weights[i * units + u];
        }
      }
      below = l + 1 < layers.size() ? activated(model.spec().activation(), sums) : softmax(sums);
      outputs.add(below);
    }
    return outputs;
  }

  private static double[] activated(Activation activation, double[] sums) {
    double[] values = new double[sums.length];
    for (int u = 0; u < sums.length; u++) {
      double z = sums[u];
      if (activation instanceof Activation.Relu) {
        values[u] = Math.max(0, z);
      } else if (activation instanceof Activation.LeakyRelu leaky) {
        values[u] = z > 0 ? z : leaky.slope() * z;
      } else {
        values[u] = activation instanceof Activation.Tanh ? Math.tanh(z) : 1 / (1 + Math.exp(-z));
      }
    }
    return values;
  }

  private static double[] softmax(double[] sums) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (double value : sums) {
      greatest = Math.max(greatest, value);
    }
    double total = 0;
    double[] shares = new double[sums.length];
    for (int c = 0; c < sums.length; c++) {
      shares[c] = Math.exp(sums[c] - greatest);
      total += shares[c];
    }
    for (int c = 0; c < sums.length; c++) {
      shares[c] /= total;
    }
    return shares;
  }
}
