package digitstudio.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.nn.Network;
import digitstudio.training.augment.Augmentation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AugmentedTrainingTest {
  private static final TrainingData DATA = SmallMnist.of(2000, 300);
  private static final Augmentation ALL = new Augmentation(2, 15, 0.15, 0.2, 36, 5);
  private static final TrainingConfig PLAIN =
      TrainingConfig.builder().hidden(32).epochs(3).batchSize(70).build();
  private static final TrainingConfig AUGMENTED = PLAIN.toBuilder().augmentation(ALL).build();

  private static RunResult train(TrainingConfig config) {
    return new Trainer(config, DATA).run(TrainingListener.SILENT, new StopSignal());
  }

  private static List<Double> losses(RunResult result) {
    return result.epochs().stream().map(EpochResult::trainLoss).toList();
  }

  private static void assertSame(RunResult one, RunResult two) {
    assertEquals(losses(one), losses(two));
    for (int a = 0; a < one.model().parameters().size(); a++) {
      assertArrayEquals(one.model().parameters().get(a), two.model().parameters().get(a));
    }
  }

  @ParameterizedTest
  @CsvSource({"70, false", "1, false", "1600, false", "128, true"})
  void distortionsOfNothingGiveThePlainTrainingToTheLastBit(int batch, boolean standardized) {
    TrainingConfig plain =
        PLAIN.toBuilder().batchSize(batch).standardization(standardized).epochs(2).build();
    // Too small to move any place by the smallest unit, and yet not none.
    Augmentation still = Augmentation.NONE.withRotation(1e-9);
    RunResult one = train(plain);
    RunResult two = train(plain.toBuilder().augmentation(still).build());
    assertSame(one, two);
    assertEquals(one.test().loss(), two.test().loss());
  }

  @Test
  void theSameSeedGivesTheSameRunToTheLastBit() {
    assertSame(train(AUGMENTED), train(AUGMENTED));
  }

  @Test
  void anotherSeedOrStrengthGivesAnotherRun() {
    List<Double> losses = losses(train(AUGMENTED));
    assertNotEquals(losses, losses(train(AUGMENTED.toBuilder().seed(2).build())));
    assertNotEquals(
        losses, losses(train(AUGMENTED.toBuilder().augmentation(ALL.withShear(0)).build())));
  }

  @Test
  void whatIsLearntIsHarderThanWhatIsMeasuredAtTheEnd() {
    RunResult result = train(AUGMENTED.toBuilder().epochs(6).build());
    EpochResult last = result.epochs().get(5);
    assertTrue(
        last.trainLoss() > 1.2 * result.train().loss(),
        () -> last.trainLoss() + " distorted, " + result.train().loss() + " plain");
    assertEquals(1600, result.train().confusion().total());
  }

  @Test
  void theMeasuredImagesAreNotDistorted() {
    RunResult result = train(AUGMENTED);
    RunData data = RunData.of(AUGMENTED, DATA, RunImages.splitSeed(AUGMENTED));
    try (Network network = Network.of(result.model().spec(), result.model().parameters())) {
      try (Evaluator train = new Evaluator(network, data.train())) {
        assertEquals(train.evaluate(AUGMENTED.loss()).loss(), result.train().loss());
      }
      try (Evaluator held = new Evaluator(network, data.validation())) {
        assertEquals(
            held.evaluate(AUGMENTED.loss()).loss(), result.validation().orElseThrow().loss());
        assertEquals(
            held.evaluate(AUGMENTED.loss()).loss(), result.epochs().get(2).validationLoss());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "25", "40"})
  void aStopInTheMiddleKeepsWhatWasLearnt(int wanted) {
    StopSignal signal = new StopSignal();
    RunResult result =
        new Trainer(AUGMENTED, DATA)
            .run(
                new TrainingListener() {
                  @Override
                  public void stepEnded(long step, int images, double loss, int correct) {
                    if (step == wanted) {
                      signal.stop();
                    }
                  }
                },
                signal);
    assertEquals(RunState.STOPPED, result.state());
    assertEquals(300, result.test().confusion().total());
  }
}
