package digitstudio.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GradientTest {
  private static final List<Activation> ACTIVATIONS =
      List.of(
          new Activation.Relu(),
          new Activation.LeakyRelu(0.2),
          new Activation.Sigmoid(),
          new Activation.Tanh());
  private static final List<Regularizer> REGULARIZERS =
      List.of(new Regularizer.None(), new Regularizer.L1(0.3), new Regularizer.L2(0.7));
  private static final List<Integer[]> DEPTHS =
      List.of(new Integer[] {}, new Integer[] {7}, new Integer[] {20, 9});

  static Stream<Arguments> combinations() {
    return ACTIVATIONS.stream()
        .flatMap(
            activation ->
                Stream.of(Loss.values())
                    .flatMap(
                        loss ->
                            REGULARIZERS.stream()
                                .flatMap(
                                    regularizer ->
                                        DEPTHS.stream()
                                            .map(
                                                hidden ->
                                                    Arguments.of(
                                                        Problems.spec(activation, hidden),
                                                        loss,
                                                        regularizer)))));
  }

  static Stream<Arguments> combinationsOnBothKernels() {
    return combinations()
        .flatMap(
            combination ->
                Stream.of("plain", "vector")
                    .map(
                        kernel -> {
                          Object[] c = combination.get();
                          return Arguments.of(c[0], c[1], c[2], kernel);
                        }));
  }

  @AfterEach
  void chooseTheKernelFreelyAgain() {
    System.clearProperty("digitstudio.kernel");
  }

  @ParameterizedTest
  @MethodSource("combinations")
  void theReferenceAgreesWithFiniteDifferences(
      NetworkSpec spec, Loss loss, Regularizer regularizer) {
    Problems problem = new Problems(1, 0.8);
    List<double[]> parameters = Problems.doubles(Problems.parameters(spec, 2));
    ReferenceNetwork reference = new ReferenceNetwork(spec, loss, regularizer, parameters);
    List<double[]> gradients = reference.gradients(problem.inputs, problem.labels);
    double h = 1e-6;
    for (int a = 0; a < parameters.size(); a++) {
      double[] values = parameters.get(a);
      for (int k = 0; k < values.length; k += 3) {
        double kept = values[k];
        values[k] = kept + h;
        double above = reference.totalLoss(problem.inputs, problem.labels);
        values[k] = kept - h;
        double below = reference.totalLoss(problem.inputs, problem.labels);
        values[k] = kept;
        double difference = Problems.SAMPLES * (above - below) / (2 * h);
        assertEquals(difference, gradients.get(a)[k], 1e-6 * Math.max(1, Math.abs(difference)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("combinationsOnBothKernels")
  void theEngineAgreesWithTheReference(
      NetworkSpec spec, Loss loss, Regularizer regularizer, String kernel) {
    System.setProperty("digitstudio.kernel", kernel);
    Problems problem = new Problems(3, 0.8);
    List<float[]> parameters = Problems.parameters(spec, 4);
    ReferenceNetwork reference =
        new ReferenceNetwork(spec, loss, regularizer, Problems.doubles(parameters));
    List<double[]> expected = reference.gradients(problem.inputs, problem.labels);
    try (Network network = Network.of(spec, parameters);
        Backpropagation backpropagation =
            new Backpropagation(network, problem.samples, loss, Problems.SAMPLES, 0, 0);
        Updater updater = new Updater(new Optimizer.Sgd(), regularizer, Reduction.SUM, spec)) {
      // Two pieces of one batch must add up.
      backpropagation.add(Problems.order(), 0, 10, true);
      backpropagation.add(Problems.order(), 10, Problems.SAMPLES - 10, false);
      double total =
          backpropagation.loss() / Problems.SAMPLES
              + network.penalty(regularizer, Problems.SAMPLES);
      assertEquals(reference.totalLoss(problem.inputs, problem.labels), total, 1e-5 * total);
      // A plain step of rate 1 shows the gradient that was followed, penalty included.
      updater.step(backpropagation, 1, Problems.SAMPLES);
      List<float[]> after = network.parameters();
      for (int a = 0; a < expected.size(); a++) {
        assertClose(expected.get(a), parameters.get(a), after.get(a));
      }
    }
  }

  private static void assertClose(double[] expected, float[] before, float[] after) {
    double error = 0;
    double norm = 0;
    for (int k = 0; k < expected.length; k++) {
      double followed = (double) before[k] - after[k];
      error += (followed - expected[k]) * (followed - expected[k]);
      norm += expected[k] * expected[k];
    }
    assertTrue(
        Math.sqrt(error) <= 1e-5 * Math.max(1, Math.sqrt(norm)), () -> "off by more than rounding");
  }
}
