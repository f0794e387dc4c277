package digitstudio.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import digitstudio.digits.ClassNames;
import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitSet;
import digitstudio.nn.Activation;
import digitstudio.nn.LearningRate;
import digitstudio.nn.Optimizer;
import digitstudio.nn.Regularizer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Shapes, batches and images at the edges, on the vector kernel beside the plain one. */
class UnusualNetworksTest {
  private static final int IMAGES = 150;

  static Stream<Arguments> runs() {
    TrainingConfig base =
        TrainingConfig.builder().hidden(20).epochs(2).batchSize(32).validation(0).build();
    DigitSet real = SmallMnist.of(IMAGES, 1).train();
    DigitSet blank = filled(pixel -> 0);
    Random random = new Random(5);
    DigitSet dense = filled(pixel -> 1 + random.nextInt(255));
    return Stream.of(
        Arguments.of("one unit", base.toBuilder().hidden(1).build(), real),
        Arguments.of("many units", base.toBuilder().hidden(4096).epochs(1).build(), real),
        Arguments.of("units that fill no vector", base.toBuilder().hidden(37, 19).build(), real),
        Arguments.of("five layers", base.toBuilder().hidden(40, 30, 20, 30, 40).build(), real),
        Arguments.of("no hidden layer", base.toBuilder().hidden(List.of()).build(), real),
        Arguments.of("a batch of one", base.toBuilder().batchSize(1).build(), real),
        Arguments.of("one unit at a batch of one", single(base, 1, 0, 0), real),
        Arguments.of("many units at a batch of one", single(base, 4096, 0, 0), real),
        Arguments.of("dropout at a batch of one", single(base, 48, 0.3, 0), real),
        Arguments.of("L2 at a batch of one", single(base, 48, 0, 0.01), real),
        Arguments.of("blank images at a batch of one", single(base, 48, 0, 0), blank),
        Arguments.of("images without paper at a batch of one", single(base, 48, 0, 0), dense),
        Arguments.of("a last batch of one", base.toBuilder().batchSize(149).build(), real),
        Arguments.of("a batch that divides nothing", base.toBuilder().batchSize(47).build(), real),
        Arguments.of("blank images", base, blank),
        Arguments.of("images without paper", base, dense),
        Arguments.of("standardised inputs", base.toBuilder().standardization(true).build(), real),
        Arguments.of(
            "tanh with momentum and L1 at a batch of one",
            base.toBuilder()
                .activation(new Activation.Tanh())
                .optimizer(new Optimizer.Momentum(0.9))
                .regularizer(new Regularizer.L1(0.01))
                .learningRate(0.001)
                .batchSize(1)
                .build(),
            real),
        Arguments.of("Nesterov at a batch of one", single(base, new Optimizer.Nesterov(0.9)), real),
        Arguments.of("Adagrad at a batch of one", single(base, new Optimizer.Adagrad(1e-8)), real),
        Arguments.of(
            "RMSprop at a batch of one", single(base, new Optimizer.RmsProp(0.9, 1e-8)), real),
        Arguments.of(
            "Adam with dropout and a schedule at a batch of one",
            single(base, new Optimizer.Adam(0.9, 0.999, 1e-8, true)).toBuilder()
                .learningRate(new LearningRate.Cosine(0.001))
                .hidden(64, 20)
                .dropout(0.2)
                .build(),
            real),
        Arguments.of("dropout", base.toBuilder().dropout(0.5).hidden(64, 32).build(), real));
  }

  private static TrainingConfig single(TrainingConfig base, Optimizer optimizer) {
    return base.toBuilder().optimizer(optimizer).learningRate(0.001).batchSize(1).build();
  }

  private static TrainingConfig single(
      TrainingConfig base, int hidden, double dropout, double lambda) {
    return base.toBuilder()
        .hidden(hidden)
        .dropout(dropout)
        .regularizer(new Regularizer.L2(lambda))
        .learningRate(0.001)
        .epochs(1)
        .batchSize(1)
        .build();
  }

  private static DigitSet filled(IntUnaryOperator pixel) {
    byte[] pixels = new byte[IMAGES * DigitImage.PIXELS];
    byte[] labels = new byte[IMAGES];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) pixel.applyAsInt(i);
    }
    for (int i = 0; i < IMAGES; i++) {
      labels[i] = (byte) (i % ClassNames.DIGITS.count());
    }
    return new DigitSet(pixels, labels);
  }

  @AfterEach
  void chooseTheKernelFreelyAgain() {
    System.clearProperty("digitstudio.kernel");
  }

  private static double[] losses(String kernel, TrainingConfig config, DigitSet images) {
    System.setProperty("digitstudio.kernel", kernel);
    RunResult result =
        new Trainer(config, new TrainingData(images, images, "none"))
            .run(TrainingListener.SILENT, new StopSignal());
    double[] losses = result.epochs().stream().mapToDouble(EpochResult::trainLoss).toArray();
    double[] all = Arrays.copyOf(losses, losses.length + 1);
    all[losses.length] = result.test().loss();
    return all;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("runs")
  void bothKernelsTrainAlike(String name, TrainingConfig config, DigitSet images) {
    double[] plain = losses("plain", config, images);
    double[] vector = losses("vector", config, images);
    for (int i = 0; i < plain.length; i++) {
      assertEquals(plain[i], vector[i], 2e-3 * Math.abs(plain[i]), "loss " + i);
    }
  }
}
