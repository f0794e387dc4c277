package digitstudio.training.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import digitstudio.experiment.Presets;
import digitstudio.nn.Reduction;
import digitstudio.nn.Regularizer;
import digitstudio.training.BatchSize;
import digitstudio.training.RunListener;
import digitstudio.training.RunResult;
import digitstudio.training.SmallMnist;
import digitstudio.training.StepSize;
import digitstudio.training.StopSignal;
import digitstudio.training.Trainer;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs that go well, of which the doctor says nothing: neither while they go on nor at the end. */
class DoctorSilenceTest {
  private static final int IMAGES = 1000;
  private static final double SHARE = IMAGES / 60_000.0;
  private static final TrainingData SOME = SmallMnist.of(IMAGES, 100);

  /** A good run; what is in the report's table "loss" and on the steep part of a curve is none. */
  static Stream<String> goodPresets() {
    return Stream.of(
        "default",
        "deep-three-layers",
        "dropout",
        "early-stopping",
        "activation-relu-100",
        "activation-leaky-relu-100",
        "activation-tanh-100",
        "activation-sigmoid-200",
        "loss-mean-squared-error-6000",
        "batch-mbgd",
        "batch-sgd",
        "optimizer-momentum",
        "optimizer-adagrad",
        "optimizer-rmsprop",
        "optimizer-adam",
        "regularization-adagrad-l1",
        "regularization-adagrad-l2",
        "regularization-rmsprop-l1",
        "regularization-rmsprop-l2");
  }

  @ParameterizedTest
  @MethodSource("goodPresets")
  void nothingIsSaidOfAPresetThatLearns(String name) {
    assertSilent(toScale(Presets.named(name).config()));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nothingIsSaidOfTheFastestPresetWhateverItsSeed(long seed) {
    TrainingConfig fastest = Presets.named("fastest").config();
    assertSilent(fastest.toBuilder().seed(seed).build());
    assertSilent(fastest.toBuilder().seed(seed).validation(0.2).epochs(10).build());
  }

  static Stream<Long> seeds() {
    return Stream.of(1L, 2L, 3L, 4L, 5L);
  }

  private static void assertSilent(TrainingConfig config) {
    List<Diagnosis> told = new ArrayList<>();
    RunListener checkup = new Checkup(config, SOME::train, told::addAll);
    RunResult result = new Trainer(config, SOME).run(checkup, new StopSignal());
    checkup.finished(result);
    assertEquals(List.of(), told.stream().map(Diagnosis::sentence).toList());
  }

  /**
   * The same with as many steps of the same size on fewer images: a batch is the same part of them,
   * and where gradients are added up, the rate makes up for those there are not.
   */
  private static TrainingConfig toScale(TrainingConfig config) {
    if (config.reduction() == Reduction.MEAN || config.batchSize().equals(new BatchSize.Fixed(1))) {
      return config;
    }
    TrainingConfig.Builder scaled = config.toBuilder();
    if (config.batchSize() instanceof BatchSize.Fixed batch) {
      scaled.batchSize((int) Math.round(batch.images() * SHARE));
    }
    if (StepSize.growsWithGradient(config.optimizer())) {
      scaled.learningRate(config.learningRate().initial() / SHARE);
    }
    Regularizer penalty = config.regularizer();
    return scaled
        .regularizer(Regularizer.parse(penalty.spelling(), penalty.lambda() * SHARE))
        .build();
  }
}
