package digitstudio.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.digits.DigitNormalizer;
import digitstudio.digits.DrawnDigits;
import digitstudio.digits.DrawnDigits.Drawn;
import digitstudio.digits.Stroke;
import digitstudio.digits.StrokeRasterizer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Digits drawn by program, none of them learnt from, read by a small network that learnt from a
 * sixth of MNIST; {@code src/bench/pad} measures a whole one.
 */
class DrawnDigitsTest {
  private static final double PEN = 0.08;
  private static final List<Drawn> DIGITS = DrawnDigits.of(2000, 1);
  private static Predictor predictor;

  @BeforeAll
  static void train() {
    TrainingConfig config =
        TrainingConfig.builder().hidden(128).epochs(6).validation(0).seed(1).build();
    predictor =
        new Trainer(config, SmallMnist.of(10_000, 100))
            .run(TrainingListener.SILENT, new StopSignal())
            .model()
            .predictor();
  }

  @AfterAll
  static void close() {
    predictor.close();
  }

  private static int read(List<Stroke> strokes) {
    float[] answer =
        predictor.predict(
            DigitNormalizer.normalize(StrokeRasterizer.rasterize(strokes, 1, 1)).orElseThrow());
    int best = 0;
    for (int digit = 1; digit < answer.length; digit++) {
      best = answer[digit] > answer[best] ? digit : best;
    }
    return best;
  }

  private static double percentRight(List<Drawn> digits, Function<Drawn, List<Stroke>> placed) {
    long right =
        digits.stream().filter(digit -> read(placed.apply(digit)) == digit.digit()).count();
    return 100.0 * right / digits.size();
  }

  @Test
  void drawnDigitsAreReadAtAnySizePlaceAndPen() {
    SplittableRandom random = new SplittableRandom(3);

    double right =
        percentRight(
            DIGITS,
            digit ->
                digit.on(
                    random.nextDouble(0.15, 1),
                    random.nextDouble(),
                    random.nextDouble(),
                    random.nextDouble(0.05, 0.12)));

    assertTrue(right >= 90, right + " % right");
  }

  @Test
  void noCornerAndNoSizeIsReadMuchWorseThanTheMiddle() {
    List<Drawn> some = DIGITS.subList(0, 500);
    double middle = percentRight(some, digit -> digit.on(0.56, 0.5, 0.5, PEN));
    for (double size : new double[] {0.15, 0.4, 1}) {
      for (int corner = 0; corner < 4; corner++) {
        int x = corner % 2;
        int y = corner / 2;
        double there = percentRight(some, digit -> digit.on(size, x, y, PEN));
        assertTrue(
            there >= middle - 1,
            there + " % right at size " + size + " in corner " + corner + ", middle " + middle);
      }
    }
  }

  @Test
  void theGeneratorDrawsTheSameForASeedAndOthersForAnother() {
    assertEquals(DrawnDigits.of(40, 9), DrawnDigits.of(40, 9));
    assertNotEquals(DrawnDigits.of(40, 9), DrawnDigits.of(40, 10));
    assertEquals(2000, DIGITS.stream().distinct().count());
  }
}
