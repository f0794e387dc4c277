package digitstudio.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A small random learning problem: samples as bytes and as doubles, and a network for them. */
final class Problems {
  static final int INPUTS = 30;
  static final int CLASSES = 5;
  static final int SAMPLES = 24;

  final Samples samples;
  final double[][] inputs = new double[SAMPLES][INPUTS];
  final int[] labels = new int[SAMPLES];

  Problems(long seed, double density) {
    Random random = new Random(seed);
    byte[] pixels = new byte[SAMPLES * INPUTS];
    byte[] classes = new byte[SAMPLES];
    float[] values = new float[256];
    for (int b = 0; b < 256; b++) {
      values[b] = b / 255f;
    }
    for (int s = 0; s < SAMPLES; s++) {
      labels[s] = random.nextInt(CLASSES);
      classes[s] = (byte) labels[s];
      for (int i = 0; i < INPUTS; i++) {
        int pixel = random.nextDouble() < density ? random.nextInt(256) : 0;
        pixels[s * INPUTS + i] = (byte) pixel;
        inputs[s][i] = values[pixel];
      }
    }
    samples = new Samples(pixels, classes, INPUTS, values);
  }

  static NetworkSpec spec(Activation activation, Integer... hidden) {
    return new NetworkSpec(INPUTS, List.of(hidden), activation, CLASSES);
  }

  /** Parameters of float precision, biases too, none of them small. */
  static List<float[]> parameters(NetworkSpec spec, long seed) {
    Random random = new Random(seed);
    List<float[]> parameters = new ArrayList<>();
    for (LayerSpec layer : spec.layers()) {
      for (long size : new long[] {layer.weights(), layer.units()}) {
        float[] values = new float[(int) size];
        for (int i = 0; i < values.length; i++) {
          values[i] = (float) (0.4 * random.nextGaussian());
        }
        parameters.add(values);
      }
    }
    return parameters;
  }

  static List<double[]> doubles(List<float[]> arrays) {
    List<double[]> doubles = new ArrayList<>();
    for (float[] values : arrays) {
      double[] copy = new double[values.length];
      for (int i = 0; i < values.length; i++) {
        copy[i] = values[i];
      }
      doubles.add(copy);
    }
    return doubles;
  }

  static int[] order() {
    int[] order = new int[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      order[i] = (7 * i) % SAMPLES;
    }
    return order;
  }
}
