package digitstudio.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Averages, intervals and calibration against values worked out by hand. */
class MetricsTest {
  private static final double CLOSE = 1e-9;

  /** Rows: 5 of 0, 10 of 1, 5 of 2. */
  private static final ConfusionMatrix THREE =
      new ConfusionMatrix(new long[][] {{4, 1, 0}, {2, 6, 2}, {0, 1, 4}});

  @Test
  void theMacroAverageCountsEveryDigitTheSame() {
    ClassAverages macro = ClassAverages.macro(THREE);
    assertEquals((4 / 6.0 + 6 / 8.0 + 4 / 6.0) / 3, macro.precision(), CLOSE);
    assertEquals((0.8 + 0.6 + 0.8) / 3, macro.recall(), CLOSE);
    assertEquals((8 / 11.0 + 12 / 18.0 + 8 / 11.0) / 3, macro.f1(), CLOSE);
  }

  @Test
  void theWeightedAverageCountsEveryImageTheSame() {
    ClassAverages weighted = ClassAverages.weighted(THREE);
    assertEquals((5 * 4 / 6.0 + 10 * 0.75 + 5 * 4 / 6.0) / 20, weighted.precision(), CLOSE);
    assertEquals(THREE.accuracy(), weighted.recall(), CLOSE);
    assertEquals((5 * 8 / 11.0 + 10 * 12 / 18.0 + 5 * 8 / 11.0) / 20, weighted.f1(), CLOSE);
  }

  @Test
  void aDigitThatIsNowhereDoesNotLowerTheMacroAverage() {
    ConfusionMatrix two = new ConfusionMatrix(new long[][] {{3, 1, 0}, {0, 4, 0}, {0, 0, 0}});
    assertEquals((0.75 + 1) / 2, ClassAverages.macro(two).recall(), CLOSE);
    ConfusionMatrix none = new ConfusionMatrix(new long[3][3]);
    assertEquals(new ClassAverages(0, 0, 0), ClassAverages.macro(none));
    assertEquals(new ClassAverages(0, 0, 0), ClassAverages.weighted(none));
  }

  @Test
  void wilsonsIntervalIsThatOfTheTables() {
    // R: prop.test(81, 263, correct = FALSE), Newcombe (1998).
    Interval interval = Interval.wilson(81, 263);
    assertEquals(0.2553, interval.low(), 5e-5);
    assertEquals(0.3662, interval.high(), 5e-5);
    assertEquals(0.8389, Interval.wilson(20, 20).low(), 5e-5);
    assertEquals(1, Interval.wilson(20, 20).high(), CLOSE);
    assertEquals(new Interval(0, 1), Interval.wilson(0, 0));
  }

  /** Two classes: the probability of class 1, and the label. */
  private static Answers binary(double[] ofOne, int... labels) {
    float[] probabilities = new float[2 * ofOne.length];
    byte[] bytes = new byte[labels.length];
    for (int i = 0; i < ofOne.length; i++) {
      probabilities[2 * i + 1] = (float) ofOne[i];
      probabilities[2 * i] = (float) (1 - ofOne[i]);
      bytes[i] = (byte) labels[i];
    }
    return new Answers(bytes, 2, probabilities);
  }

  @Test
  void calibrationComparesBeliefWithTruthBinByBin() {
    // 0.9 twice, one right; 0.55 four times, three right; 0.97 once, right.
    double[] ofOne = {0.9, 0.9, 0.55, 0.55, 0.55, 0.55, 0.03};
    Calibration calibration = Calibration.of(binary(ofOne, 1, 0, 1, 1, 1, 0, 0));
    assertEquals(15, calibration.bins().size());
    Calibration.Bin belief90 = calibration.bins().get(13);
    assertEquals(2, belief90.images());
    assertEquals(0.5, belief90.accuracy(), CLOSE);
    assertEquals(0.9, belief90.confidence(), 1e-6);
    assertEquals(4, calibration.bins().get(8).images());
    assertEquals(0.75, calibration.bins().get(8).accuracy(), CLOSE);
    assertTrue(Double.isNaN(calibration.bins().get(0).accuracy()));
    assertEquals((2 * 0.4 + 4 * 0.2 + 0.03) / 7, calibration.expectedError(), 1e-6);
  }

  @Test
  void aBeliefOnTheEdgeOfABinBelongsBelowAndCertaintyToTheLast() {
    Calibration calibration = Calibration.of(binary(new double[] {1, 1, 1}, 1, 1, 1));
    assertEquals(3, calibration.bins().get(14).images());
    assertEquals(0, calibration.expectedError(), CLOSE);
    float[] fifths = {0.2f, 0.2f, 0.2f, 0.2f, 0.2f};
    Answers even = new Answers(new byte[] {0}, 5, fifths);
    // 0.2f lies a little above 3/15.
    assertEquals(1, Calibration.of(even).bins().get(3).images());
  }

  @Test
  void answersThatAreNoNumbersAreLeftOut() {
    float nan = Float.NaN;
    Calibration calibration =
        Calibration.of(new Answers(new byte[] {0}, 2, new float[] {nan, nan}));
    assertEquals(0, calibration.expectedError());
    assertEquals(0, calibration.bins().stream().mapToInt(Calibration.Bin::images).sum());
  }
}
