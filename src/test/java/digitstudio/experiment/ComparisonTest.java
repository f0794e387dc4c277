package digitstudio.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.experiment.Fairness.Verdict;
import digitstudio.experiment.SeedTest.Outcome;
import digitstudio.nn.Activation;
import digitstudio.nn.LearningRate;
import digitstudio.nn.Loss;
import digitstudio.nn.Optimizer;
import digitstudio.nn.Regularizer;
import digitstudio.text.Sentence;
import digitstudio.training.EpochResult;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What is said of several runs side by side. */
class ComparisonTest {
  private static final TrainingConfig RELU = TrainingConfig.DEFAULT;
  private static final TrainingConfig TANH =
      TrainingConfig.builder().activation(new Activation.Tanh()).build();

  @Test
  void oneFactorIsAFairComparison() {
    Comparison comparison =
        Comparison.of(List.of(KeptRuns.run(RELU, 0.9), KeptRuns.run(TANH, 0.8)));
    assertEquals(Verdict.FAIR, comparison.fairness().verdict());
    assertEquals("activation: ReLU, tanh", english(comparison.differences().get(0).sentence()));
    assertEquals("激活函数：ReLU、tanh", comparison.differences().get(0).sentence().in(Locale.CHINA));
  }

  @Test
  void twoFactorsAreNamedAndNotFair() {
    TrainingConfig other = TANH.toBuilder().learningRate(0.01).build();
    Fairness fairness =
        Comparison.of(List.of(KeptRuns.run(RELU, 0.9), KeptRuns.run(other, 0.8))).fairness();
    assertEquals(Verdict.MIXED, fairness.verdict());
    assertTrue(
        english(fairness.reasons().get(0))
            .startsWith("2 factors differ (activation, learning rate η)"),
        fairness.toString());
  }

  @Test
  void theNumbersOfAnotherOptimizerAreNoFurtherFactor() {
    TrainingConfig momentum = RELU.toBuilder().optimizer(new Optimizer.Momentum(0.9)).build();
    TrainingConfig nesterov = RELU.toBuilder().optimizer(new Optimizer.Nesterov(0.8)).build();
    Comparison rules =
        Comparison.of(
            List.of(
                KeptRuns.run(RELU, 0.9), KeptRuns.run(momentum, 0.8), KeptRuns.run(nesterov, 0.8)));
    assertEquals(Verdict.FAIR, rules.fairness().verdict());
    assertEquals(
        List.of(Setting.OPTIMIZER, Setting.MOMENTUM),
        rules.differences().stream().map(SettingDifference::setting).toList());

    TrainingConfig slower = RELU.toBuilder().optimizer(new Optimizer.Momentum(0.8)).build();
    Comparison both =
        Comparison.of(
            List.of(
                KeptRuns.run(RELU, 0.9), KeptRuns.run(momentum, 0.8), KeptRuns.run(slower, 0.8)));
    assertEquals(Verdict.MIXED, both.fairness().verdict());
  }

  @Test
  void aPenaltyAndItsStrengthAreOneFactorAgainstNone() {
    TrainingConfig decay = RELU.toBuilder().regularizer(new Regularizer.L2(1)).build();
    assertEquals(
        Verdict.FAIR,
        Comparison.of(List.of(KeptRuns.run(RELU, 0.9), KeptRuns.run(decay, 0.8)))
            .fairness()
            .verdict());
  }

  @Test
  void otherDataOrAnotherSplitCannotBeCompared() {
    Fairness data =
        Comparison.of(
                List.of(KeptRuns.run(RELU, 0.9), KeptRuns.run(TANH, 0.9, "cd", RunState.FINISHED)))
            .fairness();
    assertEquals(Verdict.INCOMPARABLE, data.verdict());
    assertTrue(english(data.reasons().get(1)).contains("different data"), data.toString());

    Fairness unknown =
        Comparison.of(
                List.of(KeptRuns.run(RELU, 0.9), KeptRuns.run(TANH, 0.9, "", RunState.FINISHED)))
            .fairness();
    assertTrue(english(unknown.reasons().get(1)).contains("not known"), unknown.toString());

    TrainingConfig less = RELU.toBuilder().validation(0.1).build();
    Fairness split =
        Comparison.of(List.of(KeptRuns.run(RELU, 0.9), KeptRuns.run(less, 0.9))).fairness();
    assertEquals(Verdict.INCOMPARABLE, split.verdict());
  }

  @Test
  void aLongerOrAnUnfinishedRunIsSaid() {
    TrainingConfig longer = RELU.toBuilder().epochs(20).build();
    Fairness epochs =
        Comparison.of(List.of(KeptRuns.run(RELU, 0.9), KeptRuns.run(longer, 0.9))).fairness();
    assertEquals(Verdict.FAIR, epochs.verdict());
    assertTrue(english(epochs.reasons().get(1)).contains("epochs"), epochs.toString());

    Fairness stopped =
        Comparison.of(
                List.of(KeptRuns.run(RELU, 0.9), KeptRuns.run(TANH, 0.9, "ab", RunState.STOPPED)))
            .fairness();
    assertEquals(Verdict.MIXED, stopped.verdict());
    assertTrue(english(stopped.reasons().get(1)).startsWith("1 run has not"), stopped.toString());
  }

  @Test
  void repeatsAreGroupedAndGivenAsMeanAndDeviation() {
    Comparison comparison = Comparison.of(repeats(RELU, 0.97, 0.98, 0.99));
    assertEquals(Verdict.REPEATS, comparison.fairness().verdict());
    assertEquals(1, comparison.repeats().size());
    assertEquals("98.00 ± 1.00 %", english(comparison.repeats().get(0).spread().percent()));
    assertTrue(comparison.tests().isEmpty());
  }

  /** The expected p is that of SciPy's ttest_ind with equal_var=False. */
  @Test
  void aDifferenceLargerThanTheNoiseOfTheSeedIsSaidWithItsFigures() {
    List<RunDetails> runs = new ArrayList<>(repeats(TANH, 0.96, 0.965, 0.955, 0.95));
    runs.addAll(repeats(RELU, 0.97, 0.98, 0.99, 0.975));
    SeedTest test = Comparison.of(runs).tests().get(0);
    assertEquals(Outcome.LARGER, test.outcome());
    assertEquals(0.008512863131378225, test.p(), 1e-12);
    assertEquals(2.125, test.points(), 1e-9);
    assertTrue(
        english(test.sentence()).startsWith("ReLU (97.88 ± 0.85 %, n = 4) is 2.12 points above"),
        english(test.sentence()));
  }

  @Test
  void overlappingRepeatsShowNoDifferenceAndNoEquality() {
    List<RunDetails> runs = new ArrayList<>(repeats(RELU, 0.97, 0.98, 0.96));
    runs.addAll(repeats(TANH, 0.975, 0.965, 0.968));
    SeedTest test = Comparison.of(runs).tests().get(0);
    assertEquals(Outcome.NOT_SHOWN, test.outcome());
    assertTrue(english(test.sentence()).endsWith("does not show them to be equal"));
  }

  @Test
  void oneRepeatIsTooFewAndEqualRepeatsHaveNoNoise() {
    assertEquals(
        Outcome.TOO_FEW,
        Comparison.of(List.of(KeptRuns.run(RELU, 0.9), KeptRuns.run(TANH, 0.8)))
            .tests()
            .get(0)
            .outcome());
    List<RunDetails> runs = new ArrayList<>(repeats(RELU, 0.9, 0.9));
    runs.addAll(repeats(TANH, 0.8, 0.8));
    SeedTest test = Comparison.of(runs).tests().get(0);
    assertEquals(Outcome.NO_NOISE, test.outcome());
    assertFalse(english(test.sentence()).contains("NaN"));
  }

  @Test
  void severalTestsMakeEachProbabilityLarger() {
    List<RunDetails> two = new ArrayList<>(repeats(RELU, 0.97, 0.98, 0.99, 0.975));
    two.addAll(repeats(TANH, 0.96, 0.965, 0.955, 0.95));
    double alone = Comparison.of(two).tests().get(0).p();
    List<RunDetails> three = new ArrayList<>(two);
    three.addAll(
        repeats(RELU.toBuilder().activation(new Activation.Sigmoid()).build(), 0.97, 0.98, 0.985));
    SeedTest adjusted =
        Comparison.of(three).tests().stream()
            .filter(test -> english(test.other().label()).equals("tanh"))
            .findFirst()
            .orElseThrow();
    assertEquals(2 * alone, adjusted.p(), 1e-12);
    assertTrue(english(adjusted.sentence()).contains("2 tests"));
  }

  @Test
  void runsWithoutValidationAreComparedOnTheTestImages() {
    assertEquals(Measure.VALIDATION, Comparison.of(List.of(KeptRuns.run(RELU, 0.9))).measure());
    TrainingConfig all = RELU.toBuilder().validation(0).build();
    assertEquals(Measure.TEST, Comparison.of(List.of(KeptRuns.run(all, 0.9))).measure());
  }

  @Test
  void everySettingHasItsNameAndWordsInBothLanguages() {
    List<TrainingConfig> configs =
        new ArrayList<>(Presets.all().stream().map(Presets.Preset::config).toList());
    configs.add(
        TrainingConfig.builder()
            .activation(new Activation.LeakyRelu(0.2))
            .loss(Loss.MEAN_SQUARED_ERROR)
            .learningRate(new LearningRate.Step(0.1, 3, 0.5))
            .build());
    for (TrainingConfig config : configs) {
      for (Setting setting : Setting.values()) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINA)) {
          assertFalse(setting.title().in(locale).isBlank());
          setting.words(config).ifPresent(words -> assertFalse(words.in(locale).isBlank()));
        }
      }
    }
  }

  @Test
  void theBandOfRepeatsIsAsLongAsTheShortest() {
    EpochResult low = new EpochResult(1, 1, 0.5, 0, 0, 0, 0.1, 1);
    EpochResult high = new EpochResult(1, 3, 0.5, 0, 0, 0, 0.1, 1);
    List<Spread> band =
        SeedBand.of(List.of(List.of(low, low), List.of(high)), EpochResult::trainLoss);
    assertEquals(1, band.size());
    assertEquals(2, band.get(0).mean());
    assertEquals(Math.sqrt(2), band.get(0).deviation(), 1e-12);
  }

  private static List<RunDetails> repeats(TrainingConfig config, double... accuracies) {
    List<RunDetails> runs = new ArrayList<>();
    for (double accuracy : accuracies) {
      TrainingConfig seeded = config.toBuilder().seed(runs.size() + 1).build();
      runs.add(KeptRuns.run(seeded, accuracy));
    }
    return runs;
  }

  private static String english(Sentence sentence) {
    return sentence.in(Locale.ENGLISH);
  }
}
