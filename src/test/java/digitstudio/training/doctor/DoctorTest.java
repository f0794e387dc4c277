package digitstudio.training.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.digits.DigitSet;
import digitstudio.nn.Activation;
import digitstudio.nn.Initializer;
import digitstudio.nn.Loss;
import digitstudio.nn.Optimizer;
import digitstudio.nn.Reduction;
import digitstudio.nn.Regularizer;
import digitstudio.training.BatchSize;
import digitstudio.training.LayerActivity;
import digitstudio.training.RunState;
import digitstudio.training.SmallMnist;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every rule on a real run that shows it, and on one that comes near and does not. */
class DoctorTest {
  private static final Optimizer ADAM = TrainingConfig.DEFAULT.optimizer();
  private static final RealRun GOOD = RealRun.of(RealRun.good());

  @Test
  void nothingIsSaidOfAGoodRun() {
    assertEquals(List.of(), GOOD.found());
  }

  // Divergence

  @Test
  void aLossThatIsNoNumberIsADivergenceAndNothingElse() {
    RealRun run = RealRun.of(RealRun.good().reduction(Reduction.SUM).learningRate(1e30).epochs(2));
    assertEquals(RunState.DIVERGED, run.result().state());
    assertEquals(List.of(Condition.DIVERGENCE), conditions(run));
    assertEquals(List.of(), run.changed().found());
  }

  @Test
  void aLossFarAboveGuessingIsADivergence() {
    RealRun run = RealRun.of(RealRun.good().learningRate(1000));
    assertEquals(RunState.FINISHED, run.result().state());
    assertEquals(List.of(Condition.DIVERGENCE), conditions(run));
    assertEquals(0.1, run.found().get(0).change().learningRate().initial());
    assertTrue(run.changed().trainLoss() < 0.5);
  }

  @Test
  void aHighLossThatFallsFromWideWeightsIsNoDivergence() {
    RealRun run =
        RealRun.of(
            RealRun.good()
                .activation(new Activation.Sigmoid())
                .initializer(new Initializer.Normal(3)));
    assertTrue(run.trainLoss() > 4, "loss " + run.trainLoss());
    assertFalse(run.shows(Condition.DIVERGENCE));
  }

  // λ too strong

  @Test
  void aPenaltyThatKeepsTheNetworkFromLearningIsTooStrong() {
    for (Regularizer strong : List.of(new Regularizer.L2(10), new Regularizer.L1(0.3))) {
      RealRun run = RealRun.of(RealRun.good().regularizer(strong));
      assertEquals(Optional.of(Condition.LAMBDA_TOO_STRONG), run.first());
      RealRun changed = run.changed();
      assertEquals(List.of(), changed.found());
      assertTrue(changed.trainLoss() < 0.5 * run.trainLoss());
    }
  }

  @Test
  void aPenaltyThatTheNetworkLearnsUnderIsNotTooStrong() {
    for (Regularizer mild : List.of(new Regularizer.L2(0.1), new Regularizer.L1(0.005))) {
      assertEquals(List.of(), RealRun.of(RealRun.good().regularizer(mild)).found());
    }
  }

  // Saturated units

  @Test
  void sigmoidsThatBeginAtTheEndsOfTheirRangeAreSaturated() {
    for (Activation activation : List.of(new Activation.Sigmoid(), new Activation.Tanh())) {
      RealRun run =
          RealRun.of(RealRun.good().activation(activation).initializer(new Initializer.Normal(1)));
      assertEquals(Optional.of(Condition.SATURATED_UNITS), run.first());
      RealRun changed = run.changed();
      assertEquals(List.of(), changed.found());
      assertTrue(saturated(changed) < 0.5 * saturated(run));
      assertTrue(changed.trainLoss() < run.trainLoss());
    }
  }

  @Test
  void stepsThatPushSigmoidsToTheirEndsShouldBeSmaller() {
    RealRun run = RealRun.of(RealRun.good().activation(new Activation.Sigmoid()).learningRate(10));
    assertEquals(Optional.of(Condition.SATURATED_UNITS), run.first());
    assertTrue(saturated(run.changed()) < 0.5 * saturated(run));
  }

  @Test
  void sigmoidsThatHaveLearntMayBeSureOfThemselves() {
    RealRun run =
        RealRun.of(
            RealRun.good()
                .activation(new Activation.Tanh())
                .optimizer(ADAM)
                .learningRate(0.03)
                .epochs(8));
    assertTrue(saturated(run) > 0.5, "saturated " + saturated(run));
    assertFalse(run.shows(Condition.SATURATED_UNITS));
  }

  private static double saturated(RealRun run) {
    return layers(run).get(0).saturated();
  }

  private static List<LayerActivity> layers(RealRun run) {
    return LayerActivity.of(run.result().model(), SmallMnist.of(1000, 1).train());
  }

  // Dead units

  @Test
  void unitsKilledByLargeStepsAreDead() {
    RealRun run = RealRun.of(RealRun.good().learningRate(1));
    assertEquals(Optional.of(Condition.DEAD_UNITS), run.first());
    RealRun changed = run.changed();
    assertEquals(List.of(), changed.found());
    assertTrue(layers(run).get(0).dead() >= 32);
    assertTrue(layers(changed).get(0).dead() < 4);
  }

  @Test
  void unitsThatANetworkDoesWithoutAreNotSpokenOf() {
    RealRun run =
        RealRun.of(
            RealRun.good()
                .hidden(256)
                .optimizer(new Optimizer.Adagrad(Optimizer.DEFAULT_EPSILON))
                .learningRate(0.1)
                .batchSize(160)
                .initializer(new Initializer.Normal(0.01))
                .epochs(25));
    assertTrue(layers(run).get(0).dead() >= 128, "dead " + layers(run).get(0).dead());
    assertFalse(run.shows(Condition.DEAD_UNITS));
  }

  // Step too small

  @Test
  void aLossThatHardlyFallsHasTooSmallAStep() {
    for (double rate : new double[] {0.0001, 0.001, 0.01}) {
      RealRun run = RealRun.of(RealRun.good().learningRate(rate));
      assertEquals(List.of(Condition.STEP_TOO_SMALL), conditions(run));
      RealRun changed = run.changed();
      assertEquals(List.of(), changed.found());
      assertTrue(changed.trainLoss() < 0.5 * run.trainLoss());
    }
  }

  @Test
  void theSmallRatesOfSummedGradientsAreNotTooSmall() {
    RealRun run = RealRun.of(RealRun.good().reduction(Reduction.SUM).learningRate(0.1 / 32));
    assertEquals(List.of(), run.found());
  }

  // Batch too large

  @Test
  void fewStepsOfAllImagesAreTooFew() {
    for (Reduction reduction : Reduction.values()) {
      double rate = reduction == Reduction.SUM ? 0.1 / 1600 : 0.1;
      RealRun run =
          RealRun.of(
              RealRun.good()
                  .batchSize(new BatchSize.All())
                  .reduction(reduction)
                  .learningRate(rate));
      assertEquals(List.of(Condition.BATCH_TOO_LARGE), conditions(run));
      RealRun changed = run.changed();
      assertEquals(List.of(), changed.found());
      assertTrue(changed.trainLoss() < 0.5 * run.trainLoss());
    }
  }

  @Test
  void aLargeBatchThatHasTheEpochsItNeedsIsNotTooLarge() {
    RealRun run =
        RealRun.of(RealRun.good().batchSize(new BatchSize.All()).learningRate(0.3).epochs(100));
    assertEquals(List.of(), run.found());
  }

  // Class neglected

  @Test
  void aClassThatTheSquaredErrorLostIsNeglected() {
    RealRun run =
        RealRun.of(
            RealRun.good().hidden(8).loss(Loss.MEAN_SQUARED_ERROR).learningRate(2).epochs(15));
    assertEquals(List.of(Condition.CLASS_NEGLECTED), conditions(run));
    RealRun changed = run.changed();
    assertFalse(changed.shows(Condition.CLASS_NEGLECTED));
    assertTrue(leastRecall(changed) > leastRecall(run) + 0.2);
  }

  @Test
  void aRareClassIsNeglectedUntilItHadTime() {
    TrainingData images = withFewEights();
    TrainingConfig config = RealRun.good().epochs(5).build();
    RealRun run = RealRun.of(config, images);
    assertEquals(List.of(Condition.CLASS_NEGLECTED), conditions(run));
    assertEquals(8, run.found().get(0).finding().arguments().get(0));
    RealRun changed = RealRun.of(run.found().get(0).change(), images);
    assertFalse(changed.shows(Condition.CLASS_NEGLECTED));
    assertTrue(
        changed.result().train().confusion().recall(8)
            > run.result().train().confusion().recall(8) + 0.5);
  }

  @Test
  void theHardestDigitOfAGoodRunIsNotNeglected() {
    RealRun run =
        RealRun.of(
            RealRun.good().hidden(16).loss(Loss.MEAN_SQUARED_ERROR).learningRate(0.5).epochs(15));
    assertEquals(List.of(), run.found());
  }

  private static double leastRecall(RealRun run) {
    return IntStream.range(0, 10)
        .mapToDouble(run.result().validation().orElseThrow().confusion()::recall)
        .min()
        .orElseThrow();
  }

  private static TrainingData withFewEights() {
    TrainingData all = SmallMnist.of(2000, 100);
    DigitSet train = all.train();
    int[] eights =
        IntStream.range(0, train.size()).filter(i -> train.label(i) == 8).skip(15).toArray();
    int[] kept =
        IntStream.range(0, train.size())
            .filter(i -> IntStream.of(eights).noneMatch(eight -> eight == i))
            .toArray();
    return new TrainingData(train.select(kept), all.test(), all.sha256());
  }

  // Plateau

  @Test
  void aDeepNetworkWhoseWeightsBeginTooSmallIsStuck() {
    RealRun run =
        RealRun.of(
            RealRun.good().hidden(64, 64, 64).initializer(new Initializer.Normal(0.01)).epochs(20));
    assertEquals(List.of(Condition.PLATEAU), conditions(run));
    assertEquals(new Initializer.He(), run.found().get(0).change().initializer());
    assertTrue(run.changed().trainLoss() < 0.1 * run.trainLoss());
  }

  @Test
  void aLossThatOnlyJumpsAboutIsStuckByItsSteps() {
    RealRun run =
        RealRun.of(
            RealRun.good()
                .activation(new Activation.Tanh())
                .optimizer(ADAM)
                .learningRate(0.1)
                .epochs(10));
    // As a kept run shows it, of which no layer is looked at.
    Diagnosis found = Doctor.examine(without(run)).get(0);
    assertEquals(Condition.PLATEAU, found.condition());
    RealRun changed = RealRun.of(found.change(), SmallMnist.of(2000, 100));
    assertFalse(changed.shows(Condition.PLATEAU));
    assertTrue(changed.trainLoss() < 0.2 * run.trainLoss());
  }

  private static Observation without(RealRun run) {
    return new Observation(
        run.result().config(),
        run.result().state(),
        false,
        1600,
        run.result().epochs(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  @Test
  void aLossThatIsLowMayStandStill() {
    RealRun run = RealRun.of(RealRun.good().learningRate(0.5).patience(100).epochs(60));
    assertTrue(run.trainLoss() < 0.01);
    assertEquals(List.of(), run.found());
  }

  // Overfitting

  @Test
  void aValidationLossThatRisesWhileTheTrainLossFallsIsOverfitting() {
    RealRun run = RealRun.of(RealRun.good().optimizer(ADAM).learningRate(0.005).epochs(30));
    assertEquals(List.of(Condition.OVERFITTING), conditions(run));
    RealRun changed = run.changed();
    assertEquals(List.of(), changed.found());
    assertTrue(changed.validationLoss() < run.validationLoss());
  }

  @Test
  void aValidationLossThatExplodesUnderLargeStepsAsksForSmallerOnes() {
    RealRun run =
        RealRun.of(
            RealRun.good()
                .activation(new Activation.LeakyRelu(Activation.DEFAULT_SLOPE))
                .optimizer(ADAM)
                .learningRate(0.03)
                .epochs(20));
    assertEquals(List.of(Condition.OVERFITTING), conditions(run));
    assertEquals(0.001, run.found().get(0).change().learningRate().initial());
    RealRun changed = run.changed();
    assertFalse(changed.shows(Condition.OVERFITTING));
    assertTrue(changed.validationLoss() < 0.5 * run.validationLoss());
  }

  // All of it

  @Test
  void theRootCauseComesFirstAndWhatFollowsFromItIsLeftOut() {
    RealRun run = RealRun.of(RealRun.good().optimizer(ADAM).learningRate(0.1));
    assertEquals(List.of(Condition.DEAD_UNITS, Condition.OVERFITTING), conditions(run));
  }

  @Test
  void everyFindingIsOneSentenceWithItsNumbersInBothLanguages() {
    RealRun run = RealRun.of(RealRun.good().learningRate(0.01));
    String english = run.found().get(0).sentence().in(Locale.ENGLISH);
    String chinese = run.found().get(0).sentence().in(Locale.SIMPLIFIED_CHINESE);
    assertTrue(
        english.startsWith("The step is too small: after 10 epochs at learning rate 0.01 the loss")
            && english.endsWith("2.30; try learning rate 0.1 instead of 0.01."),
        english);
    assertTrue(chinese.startsWith("学习率 0.01 过小：训练 10 轮后"), chinese);
  }

  private static List<Condition> conditions(RealRun run) {
    return run.found().stream().map(Diagnosis::condition).toList();
  }
}
