package digitstudio.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import digitstudio.digits.ClassNames;
import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitSet;
import digitstudio.digits.MnistFiles;
import digitstudio.digits.PixelScaling;
import digitstudio.nn.Activation;
import digitstudio.nn.Backpropagation;
import digitstudio.nn.LayerSpec;
import digitstudio.nn.Loss;
import digitstudio.nn.Network;
import digitstudio.nn.NetworkSpec;
import digitstudio.nn.Optimizer;
import digitstudio.nn.Reduction;
import digitstudio.nn.Regularizer;
import digitstudio.nn.Samples;
import digitstudio.nn.Updater;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine against trajectories of an independent float64 implementation. */
class TrajectoryTest {
  private static final double RELATIVE = 1e-4;
  private static final int SAMPLES = 64;
  private static final int BATCH = 16;
  private static final int STEPS = 8;

  private static Samples samples;

  @BeforeAll
  static void readTheFirstImages() {
    DigitSet first = MnistFiles.read(Path.of("data")).train().first(SAMPLES);
    samples =
        new Samples(first.pixels(), first.labels(), DigitImage.PIXELS, PixelScaling.PLAIN.values());
  }

  static Stream<Arguments> cases() throws IOException {
    try (InputStream in =
        TrajectoryTest.class.getResourceAsStream("/digitstudio/trajectories.json")) {
      JsonNode cases = new ObjectMapper().readTree(in).get("cases");
      assertEquals(21, cases.size());
      return IntStream.range(0, cases.size())
          .boxed()
          .flatMap(i -> Stream.of("plain", "vector").map(k -> Arguments.of(i, k, cases.get(i))));
    }
  }

  @AfterEach
  void chooseTheKernelFreelyAgain() {
    System.clearProperty("digitstudio.kernel");
  }

  @ParameterizedTest(name = "case {0} with the {1} kernel")
  @MethodSource("cases")
  void theEngineFollowsTheReference(int index, String kernel, JsonNode expected) {
    System.setProperty("digitstudio.kernel", kernel);
    NetworkSpec spec = spec(expected);
    Regularizer regularizer =
        Regularizer.parse(
            expected.get("regularization").asText(), expected.get("lambda_").asDouble());
    Reduction reduction = Reduction.parse(expected.get("reduction").asText());
    Loss loss = Loss.parse(expected.get("loss").asText().replace('_', '-'));
    int[] order = IntStream.range(0, SAMPLES).toArray();
    try (Network network = Network.of(spec, initialParameters(spec));
        Backpropagation backpropagation = new Backpropagation(network, samples, loss, BATCH, 0, 0);
        Updater updater = new Updater(optimizer(expected), regularizer, reduction, spec)) {
      for (int step = 0; step < STEPS; step++) {
        backpropagation.add(order, step * BATCH % SAMPLES, BATCH, true);
        double dataLoss = backpropagation.loss() / BATCH;
        assertClose(expected.get("dataLossPerStep").get(step), dataLoss);
        assertClose(
            expected.get("totalLossPerStep").get(step),
            dataLoss + network.penalty(regularizer, BATCH));
        if (step == 0) {
          assertFirstGradients(expected, backpropagation, network, regularizer, reduction);
        }
        updater.step(backpropagation, expected.get("learningRate").asDouble(), BATCH);
      }
      assertFinalParameters(expected, network.parameters());
    }
  }

  private static void assertFirstGradients(
      JsonNode expected,
      Backpropagation backpropagation,
      Network network,
      Regularizer regularizer,
      Reduction reduction) {
    List<float[]> gradients = backpropagation.gradients();
    List<float[]> parameters = network.parameters();
    for (int a = 0; a < gradients.size(); a++) {
      double squares = 0;
      for (int i = 0; i < gradients.get(a).length; i++) {
        double g = gradients.get(a)[i];
        if (a % 2 == 0) {
          double w = parameters.get(a)[i];
          g += regularizer.lambda() * (regularizer instanceof Regularizer.L1 ? Math.signum(w) : w);
        }
        squares += g * g;
      }
      double scale = reduction == Reduction.MEAN ? 1.0 / BATCH : 1;
      // The file lists the norms of all weights before those of the biases.
      int place = a % 2 == 0 ? a / 2 : gradients.size() / 2 + a / 2;
      assertClose(expected.get("firstGradientNorms").get(place), scale * Math.sqrt(squares));
    }
  }

  private static void assertFinalParameters(JsonNode expected, List<float[]> parameters) {
    int layers = parameters.size() / 2;
    for (int l = 0; l < layers; l++) {
      assertClose(expected.get("finalWeightNorms").get(l), norm(parameters.get(2 * l)));
      assertClose(expected.get("finalBiasNorms").get(l), norm(parameters.get(2 * l + 1)));
    }
    JsonNode row = expected.get("finalLastLayerFirstRow");
    double rowNorm = 0;
    for (JsonNode value : row) {
      rowNorm += value.asDouble() * value.asDouble();
    }
    for (int c = 0; c < row.size(); c++) {
      assertEquals(
          row.get(c).asDouble(),
          parameters.get(2 * layers - 2)[c],
          RELATIVE * Math.sqrt(rowNorm),
          "last layer, first row, column " + c);
    }
  }

  private static double norm(float[] values) {
    double squares = 0;
    for (float value : values) {
      squares += (double) value * value;
    }
    return Math.sqrt(squares);
  }

  private static void assertClose(JsonNode expected, double actual) {
    assertEquals(expected.asDouble(), actual, RELATIVE * Math.abs(expected.asDouble()));
  }

  private static NetworkSpec spec(JsonNode expected) {
    List<Integer> hidden = new ArrayList<>();
    expected.get("hidden").forEach(units -> hidden.add(units.asInt()));
    Activation activation = Activation.parse(expected.get("activation").asText().replace('_', '-'));
    return new NetworkSpec(DigitImage.PIXELS, hidden, activation, ClassNames.DIGITS.count());
  }

  private static Optimizer optimizer(JsonNode expected) {
    JsonNode hyper = expected.get("hyper");
    return switch (expected.get("optimizer").asText()) {
      case "sgd" -> new Optimizer.Sgd();
      case "momentum" -> new Optimizer.Momentum(hyper.get("momentum").asDouble());
      case "nesterov" -> new Optimizer.Nesterov(hyper.get("momentum").asDouble());
      case "adagrad" -> new Optimizer.Adagrad(hyper.get("epsilon").asDouble());
      case "rmsprop" ->
          new Optimizer.RmsProp(hyper.get("decay").asDouble(), hyper.get("epsilon").asDouble());
      case "adam" ->
          new Optimizer.Adam(
              hyper.get("beta1").asDouble(),
              hyper.get("beta2").asDouble(),
              hyper.get("epsilon").asDouble(),
              hyper.get("biasCorrection").asBoolean());
      default -> throw new IllegalArgumentException(expected.get("optimizer").asText());
    };
  }

  /** W[i][j] = 0.05 · sin(0.7 · (i · outputs + j) + layer), biases 0. */
  private static List<float[]> initialParameters(NetworkSpec spec) {
    List<float[]> parameters = new ArrayList<>();
    for (LayerSpec layer : spec.layers()) {
      int index = parameters.size() / 2;
      float[] weights = new float[(int) layer.weights()];
      for (int k = 0; k < weights.length; k++) {
        weights[k] = (float) (0.05 * Math.sin(0.7 * k + index));
      }
      parameters.add(weights);
      parameters.add(new float[layer.units()]);
    }
    return parameters;
  }
}
