package digitstudio.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.nn.Initializer;
import digitstudio.nn.LearningRate;
import digitstudio.nn.Optimizer;
import digitstudio.nn.Reduction;
import digitstudio.nn.Regularizer;
import digitstudio.text.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainerTest {
  private static final TrainingData DATA = SmallMnist.of(2000, 500);
  private static final TrainingConfig SMALL =
      TrainingConfig.builder().hidden(32).epochs(4).batchSize(50).build();

  private static RunResult train(TrainingConfig config) {
    return new Trainer(config, DATA).run(TrainingListener.SILENT, new StopSignal());
  }

  private static List<Double> losses(RunResult result) {
    return result.epochs().stream().map(EpochResult::trainLoss).toList();
  }

  @Test
  void aNetworkLearnsToReadDigits() {
    RunResult result = train(SMALL);
    assertEquals(RunState.FINISHED, result.state());
    assertEquals(4, result.epochs().size());
    assertTrue(result.epochs().get(3).trainLoss() < result.epochs().get(0).trainLoss() / 2);
    assertTrue(result.test().accuracy() > 0.8, () -> "test " + result.test().accuracy());
    assertEquals(500, result.test().confusion().total());
    assertEquals(1600, result.train().confusion().total());
    assertEquals(400, result.validation().orElseThrow().confusion().total());
    assertTrue(result.trainingSeconds() > 0);
  }

  @Test
  void theSameSeedGivesTheSameRunToTheLastBit() {
    TrainingConfig config = SMALL.toBuilder().dropout(0.2).build();
    RunResult one = train(config);
    RunResult two = train(config);
    assertEquals(losses(one), losses(two));
    for (int a = 0; a < one.model().parameters().size(); a++) {
      assertArrayEquals(one.model().parameters().get(a), two.model().parameters().get(a));
    }
  }

  @Test
  void anotherSeedGivesAnotherRun() {
    assertNotEquals(losses(train(SMALL)), losses(train(SMALL.toBuilder().seed(2).build())));
  }

  private static List<Integer> imagesOfEachStep(TrainingConfig config) {
    List<Integer> images = new ArrayList<>();
    new Trainer(config, DATA)
        .run(
            new TrainingListener() {
              @Override
              public void stepEnded(long step, int count, double loss, int correct) {
                images.add(count);
              }
            },
            new StopSignal());
    return images;
  }

  @Test
  void aBatchLargerThanAChunkIsOneStep() {
    TrainingConfig config =
        SMALL.toBuilder().batchSize(new BatchSize.All()).validation(0).epochs(3).build();
    assertEquals(List.of(2000, 2000, 2000), imagesOfEachStep(config));
  }

  @Test
  void theLastBatchOfAnEpochMayBeSmaller() {
    TrainingConfig config = SMALL.toBuilder().batchSize(700).validation(0).epochs(1).build();
    assertEquals(List.of(700, 700, 600), imagesOfEachStep(config));
  }

  @Test
  void stopEndsTheRunAndKeepsWhatWasLearnt() {
    StopSignal signal = new StopSignal();
    RunResult result =
        new Trainer(SMALL, DATA)
            .run(
                new TrainingListener() {
                  @Override
                  public void stepEnded(long step, int images, double loss, int correct) {
                    if (step == 40) {
                      signal.stop();
                    }
                  }
                },
                signal);
    assertEquals(RunState.STOPPED, result.state());
    assertEquals(1, result.epochs().size());
    assertEquals(500, result.test().confusion().total());
  }

  @Test
  void stopIsHeardInTheMiddleOfAFullBatch() {
    StopSignal signal = new StopSignal();
    List<Long> steps = new ArrayList<>();
    TrainingConfig config = SMALL.toBuilder().batchSize(new BatchSize.All()).validation(0).build();
    RunResult result =
        new Trainer(config, DATA)
            .run(
                new TrainingListener() {
                  @Override
                  public void imagesSeen(long images) {
                    signal.stop();
                  }

                  @Override
                  public void stepEnded(long step, int images, double loss, int correct) {
                    steps.add(step);
                  }
                },
                signal);
    assertEquals(RunState.STOPPED, result.state());
    assertEquals(List.of(), steps);
  }

  @Test
  void aRunWhoseLossIsNoLongerFiniteEndsAsDiverged() {
    TrainingConfig config =
        SMALL.toBuilder()
            .optimizer(new Optimizer.Sgd())
            .learningRate(1e30)
            .reduction(Reduction.SUM)
            .build();
    RunResult result = train(config);
    assertEquals(RunState.DIVERGED, result.state());
    assertEquals(1, result.epochs().size());
    assertFalse(Double.isFinite(result.epochs().get(0).trainLoss()));
    String sentence = result.problem().orElseThrow().getMessage();
    assertTrue(sentence.contains("learning rate"), sentence);
  }

  @Test
  void earlyStoppingGoesBackToTheBestWeights() {
    TrainingConfig config = SMALL.toBuilder().learningRate(0.01).epochs(200).patience(3).build();
    RunResult result = train(config);
    assertTrue(result.stoppedEarly());
    assertEquals(RunState.FINISHED, result.state());
    assertEquals(result.bestEpoch() + 3, result.epochs().size());
    double best = result.epochs().get(result.bestEpoch() - 1).validationLoss();
    assertEquals(best, result.validation().orElseThrow().loss(), 1e-12);
  }

  @Test
  void shuffleOnceKeepsTheOrderOfTheFirstEpoch() {
    assertEquals(firstLossesOfTwoEpochs(Shuffle.ONCE), firstLossesOfTwoEpochs(Shuffle.ONCE));
    List<Double> once = firstLossesOfTwoEpochs(Shuffle.ONCE);
    assertEquals(once.get(0), once.get(1), 1e-4);
    List<Double> never = firstLossesOfTwoEpochs(Shuffle.NEVER);
    assertEquals(never.get(0), never.get(1), 1e-4);
    List<Double> epoch = firstLossesOfTwoEpochs(Shuffle.EPOCH);
    assertTrue(Math.abs(epoch.get(0) - epoch.get(1)) > 1e-4);
  }

  /** With steps this small only the choice of images moves the loss of an epoch's first batch. */
  private static List<Double> firstLossesOfTwoEpochs(Shuffle shuffle) {
    List<Double> losses = new ArrayList<>();
    TrainingConfig config =
        SMALL.toBuilder()
            .optimizer(new Optimizer.Sgd())
            .learningRate(1e-7)
            .shuffle(shuffle)
            .validation(0)
            .batchSize(500)
            .epochs(2)
            .build();
    new Trainer(config, DATA)
        .run(
            new TrainingListener() {
              @Override
              public void stepEnded(long step, int images, double loss, int correct) {
                if (step == 1 || step == 5) {
                  losses.add(loss);
                }
              }
            },
            new StopSignal());
    return losses;
  }

  @Test
  void theScheduleSetsTheLearningRateOfEachEpoch() {
    RunResult result =
        train(SMALL.toBuilder().learningRate(new LearningRate.Step(0.01, 2, 0.1)).build());
    List<Double> rates = result.epochs().stream().map(EpochResult::learningRate).toList();
    assertArrayEquals(
        new double[] {0.01, 0.01, 0.001, 0.001},
        rates.stream().mapToDouble(Double::doubleValue).toArray(),
        1e-12);
  }

  @Test
  void theRegularizerShrinksTheWeights() {
    double free = norm(train(SMALL));
    assertTrue(norm(train(SMALL.toBuilder().regularizer(new Regularizer.L2(1)).build())) < free);
    assertTrue(norm(train(SMALL.toBuilder().regularizer(new Regularizer.L1(1)).build())) < free);
  }

  private static double norm(RunResult result) {
    double squares = 0;
    for (float w : result.model().parameters().get(0)) {
      squares += w * w;
    }
    return Math.sqrt(squares);
  }

  @Test
  void standardisationAndStretchingTravelWithTheModel() {
    RunResult result =
        train(SMALL.toBuilder().standardization(true).contrastStretching(true).build());
    assertTrue(result.model().scaling().standardization());
    assertTrue(result.model().scaling().contrastStretching());
    assertEquals(0.13, result.model().scaling().mean(), 0.02);
    try (Predictor predictor = result.model().predictor()) {
      Evaluation again = predictor.evaluate(DATA.test(), result.config().loss());

      assertEquals(result.test().loss(), again.loss(), 1e-9);
      assertEquals(result.test().accuracy(), again.accuracy());
    }
  }

  @Test
  void aModelAnswersAsTheNetworkDid() {
    RunResult result = train(SMALL.toBuilder().initializer(new Initializer.Xavier()).build());
    int right = 0;
    try (Predictor predictor = result.model().predictor()) {
      for (int i = 0; i < 500; i++) {
        float[] probabilities = predictor.predict(DATA.test().image(i));
        float sum = 0;
        int best = 0;
        for (int digit = 0; digit < 10; digit++) {
          sum += probabilities[digit];
          best = probabilities[digit] > probabilities[best] ? digit : best;
        }
        assertEquals(1, sum, 1e-5);
        right += best == DATA.test().label(i) ? 1 : 0;
      }
    }
    assertEquals(result.test().accuracy(), right / 500.0, 1e-9);
  }

  @Test
  void aBatchLargerThanTheDataIsRefused() {
    Problem problem =
        assertThrows(
            Problem.class, () -> new Trainer(SMALL.toBuilder().batchSize(1601).build(), DATA));
    assertEquals("settings.batchTooLarge", problem.key());
  }

  @Test
  void aNetworkThatDoesNotFitInMemoryIsRefusedBeforeTraining() {
    TrainingConfig config = SMALL.toBuilder().hidden(Collections.nCopies(100, 20_000)).build();
    Problem problem = assertThrows(Problem.class, () -> new Trainer(config, DATA));
    assertEquals("training.memory", problem.key());
  }

  @Test
  void twoRunsAtOnceDoNotDisturbEachOther() {
    List<Double> alone = losses(train(SMALL));
    List<List<Double>> together =
        IntStream.range(0, 2).parallel().mapToObj(i -> losses(train(SMALL))).toList();
    assertEquals(List.of(alone, alone), together);
  }

  @Test
  void garbageCollectionInTheMiddleOfTrainingChangesNothing() {
    List<Double> undisturbed = losses(train(SMALL));
    RunResult result =
        new Trainer(SMALL, DATA)
            .run(
                new TrainingListener() {
                  @Override
                  public void stepEnded(long step, int images, double loss, int correct) {
                    if (step % 16 == 0) {
                      System.gc();
                    }
                  }
                },
                new StopSignal());
    assertEquals(undisturbed, losses(result));
  }

  @Test
  void theWeightsOfTheBestEpochAreKeptBesideThoseOfTheLastStep() {
    TrainingData data = SmallMnist.of(600, 50);
    TrainingConfig config =
        TrainingConfig.builder().hidden(32).epochs(25).batchSize(20).learningRate(0.01).build();
    RunResult whole = new Trainer(config, data).run(TrainingListener.SILENT, new StopSignal());
    assertTrue(whole.bestEpoch() < 25, () -> "best epoch " + whole.bestEpoch());
    assertSameWeights(whole.model(), whole.last());

    TrainingConfig shorter = config.toBuilder().epochs(whole.bestEpoch()).build();
    RunResult cut = new Trainer(shorter, data).run(TrainingListener.SILENT, new StopSignal());
    assertSameWeights(cut.last(), whole.best().orElseThrow());
    assertTrue(cut.spare().isEmpty());

    TrainingConfig patient = config.toBuilder().patience(25).build();
    RunResult restored = new Trainer(patient, data).run(TrainingListener.SILENT, new StopSignal());
    assertSameWeights(cut.last(), restored.model());
    assertSameWeights(whole.last(), restored.last());
  }

  private static void assertSameWeights(Model expected, Model actual) {
    for (int i = 0; i < expected.parameters().size(); i++) {
      assertArrayEquals(expected.parameters().get(i), actual.parameters().get(i));
    }
  }
}
