package digitstudio.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InputGradientTest {
  private static final double STEP = 1e-6;

  static Stream<Arguments> combinations() {
    return Stream.of(
            new Activation.Relu(),
            new Activation.LeakyRelu(0.2),
            new Activation.Sigmoid(),
            new Activation.Tanh())
        .flatMap(
            activation ->
                Stream.of(new Integer[] {}, new Integer[] {7}, new Integer[] {20, 9})
                    .map(hidden -> Problems.spec(activation, hidden)))
        .flatMap(
            spec ->
                Stream.of(InputGradient.Target.values())
                    .flatMap(
                        target ->
                            Stream.of("plain", "vector")
                                .map(kernel -> Arguments.of(spec, target, kernel))));
  }

  @AfterEach
  void chooseTheKernelFreelyAgain() {
    System.clearProperty("digitstudio.kernel");
  }

  @ParameterizedTest
  @MethodSource("combinations")
  void theGradientAgreesWithFiniteDifferences(
      NetworkSpec spec, InputGradient.Target target, String kernel) {
    System.setProperty("digitstudio.kernel", kernel);
    Problems problem = new Problems(11, 0.8);
    List<float[]> parameters = Problems.parameters(spec, 5);
    List<double[]> doubles = Problems.doubles(parameters);
    try (Network network = Network.of(spec, parameters);
        InputGradient gradients = new InputGradient(network, problem.samples)) {
      for (int sample : new int[] {0, 7}) {
        double[] input = problem.inputs[sample].clone();
        for (int output = 0; output < Problems.CLASSES; output++) {
          float[] gradient = gradients.of(sample, target, output);
          assertEquals(Problems.INPUTS, gradient.length);
          for (int i = 0; i < input.length; i++) {
            double kept = input[i];
            input[i] = kept + STEP;
            double above = value(spec, doubles, input, target, output);
            input[i] = kept - STEP;
            double below = value(spec, doubles, input, target, output);
            input[i] = kept;
            double difference = (above - below) / (2 * STEP);
            assertEquals(difference, gradient[i], 2e-5 * Math.max(1, Math.abs(difference)));
          }
        }
      }
    }
  }

  /** Computed apart in doubles: the weighted sum of an output, or its softmax. */
  private static double value(
      NetworkSpec spec,
      List<double[]> parameters,
      double[] input,
      InputGradient.Target target,
      int output) {
    double[] values = input;
    List<LayerSpec> layers = spec.layers();
    for (int l = 0; l < layers.size(); l++) {
      double[] sums = parameters.get(2 * l + 1).clone();
      for (int u = 0; u < sums.length; u++) {
        for (int i = 0; i < values.length; i++) {
          sums[u] += values[i] * parameters.get(2 * l)[i * sums.length + u];
        }
        if (l + 1 < layers.size()) {
          sums[u] = activated(spec.activation(), sums[u]);
        }
      }
      values = sums;
    }
    if (target == InputGradient.Target.SCORE) {
      return values[output];
    }
    double total = 0;
    for (double score : values) {
      total += Math.exp(score - values[output]);
    }
    return 1 / total;
  }

  private static double activated(Activation activation, double z) {
    if (activation instanceof Activation.Relu) {
      return Math.max(0, z);
    }
    if (activation instanceof Activation.LeakyRelu leaky) {
      return z > 0 ? z : leaky.slope() * z;
    }
    return activation instanceof Activation.Tanh ? Math.tanh(z) : 1 / (1 + Math.exp(-z));
  }

  @Test
  void theOutputsAreThoseOfInference() {
    NetworkSpec spec = Problems.spec(new Activation.Tanh(), 20, 9);
    Problems problem = new Problems(2, 0.5);
    try (Network network = Network.of(spec, Problems.parameters(spec, 6));
        InputGradient gradients = new InputGradient(network, problem.samples);
        Inference inference = new Inference(network, problem.samples)) {
      List<float[]> alone = gradients.outputs(3);
      List<float[]> together = inference.outputs(0, Problems.SAMPLES);
      for (int l = 0; l < 3; l++) {
        int units = spec.layers().get(l).units();
        assertEquals(units, alone.get(l).length);
        for (int u = 0; u < units; u++) {
          assertEquals(together.get(l)[3 * units + u], alone.get(l)[u], 1e-5);
        }
      }
    }
  }
}
