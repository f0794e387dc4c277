package digitstudio.training.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitSet;
import digitstudio.nn.kernel.ImageWarp;
import digitstudio.text.Problem;
import digitstudio.training.SmallMnist;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistorterTest {
  private static final DigitSet DIGITS = SmallMnist.of(500, 1).train();
  private static final Augmentation ALL = new Augmentation(2, 15, 0.15, 0.2, 36, 5);
  private static final int SIDE = DigitImage.SIDE;
  private static final double MIDDLE = (SIDE - 1) / 2.0;

  private static DigitImage mapped(DigitImage image, int[] map) {
    byte[] pixels = new byte[DigitImage.PIXELS];
    ImageWarp.best().warp(image.pixels(), 0, map, pixels, 0);
    return new DigitImage(pixels);
  }

  /** The ink between four pixels, in plain floating point. */
  private static double ink(DigitImage image, double row, double column) {
    int above = (int) Math.floor(row);
    int left = (int) Math.floor(column);
    double sum = 0;
    for (int r = above; r <= above + 1; r++) {
      for (int c = left; c <= left + 1; c++) {
        boolean inside = r >= 0 && r < SIDE && c >= 0 && c < SIDE;
        double weight = (1 - Math.abs(row - r)) * (1 - Math.abs(column - c));
        sum += inside ? weight * image.ink(r, c) : 0;
      }
    }
    return sum;
  }

  private static double mass(DigitImage image) {
    double mass = 0;
    for (byte pixel : image.pixels()) {
      mass += pixel & 0xFF;
    }
    return mass;
  }

  @Test
  void withoutStrengthsEveryImageStaysAsItIs() {
    Distorter still = new Distorter(Augmentation.NONE, 1, 1);
    for (int i = 0; i < 100; i++) {
      assertEquals(DIGITS.image(i), still.of(DIGITS.image(i), i));
    }
  }

  @Test
  void aQuarterTurnIsTheTurnedPicture() {
    DigitImage image = DIGITS.image(0);
    DigitImage turned = mapped(image, Distorter.map(0, 0, Math.PI / 2, 1, 1, 0));
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        // Clockwise: what was at the left is at the top.
        assertEquals(image.ink(row, column), turned.ink(column, SIDE - 1 - row));
      }
    }
  }

  @Test
  void anImageIsMovedToTheRightAndDown() {
    DigitImage image = DIGITS.image(1);
    DigitImage moved = mapped(image, Distorter.map(2, 3, 0, 1, 1, 0));
    for (int row = 0; row < SIDE - 3; row++) {
      for (int column = 0; column < SIDE - 2; column++) {
        assertEquals(image.ink(row, column), moved.ink(row + 3, column + 2));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1.5, 1, 0, 0", "1, 0.7, 0, 0", "1.2, 0.9, 0.3, 0", "0.8, 1.1, 0.2, 25"})
  void scaleSlantAndTurnAreThoseOfAPictureComputedApart(
      double wider, double higher, double slant, double degrees) {
    double angle = Math.toRadians(degrees);
    for (int i = 0; i < 20; i++) {
      DigitImage image = DIGITS.image(i);
      DigitImage drawn = mapped(image, Distorter.map(0, 0, angle, wider, higher, slant));
      for (int row = 0; row < SIDE; row++) {
        for (int column = 0; column < SIDE; column++) {
          // Turned back, then the slant taken out, then the size.
          double x = column - MIDDLE;
          double y = row - MIDDLE;
          double unturnedX = x * Math.cos(angle) + y * Math.sin(angle);
          double unturnedY = y * Math.cos(angle) - x * Math.sin(angle);
          double sourceX = (unturnedX - slant * unturnedY) / wider + MIDDLE;
          double sourceY = unturnedY / higher + MIDDLE;
          assertEquals(ink(image, sourceY, sourceX), drawn.ink(row, column), 3);
        }
      }
    }
  }

  @Test
  void everyStrengthDistortsAndKeepsTheInkRoughly() {
    for (Augmentation one :
        new Augmentation[] {
          Augmentation.NONE.withShift(2),
          Augmentation.NONE.withRotation(15),
          Augmentation.NONE.withScale(0.15),
          Augmentation.NONE.withShear(0.2),
          Augmentation.NONE.withElastic(36, 5),
          ALL
        }) {
      Distorter distorter = new Distorter(one, 3, 1);
      double before = 0;
      double after = 0;
      for (int i = 0; i < DIGITS.size(); i++) {
        DigitImage drawn = distorter.of(DIGITS.image(i), i);
        assertNotEquals(DIGITS.image(i), drawn);
        before += mass(DIGITS.image(i));
        after += mass(drawn);
      }
      assertEquals(1, after / before, 0.05, one::toString);
    }
  }

  @Test
  void seedEpochAndPlaceDecideAlone() {
    DigitImage image = DIGITS.image(7);
    DigitImage first = new Distorter(ALL, 5, 2).of(image, 7);
    assertEquals(first, new Distorter(ALL, 5, 2).of(image, 7));
    Set<DigitImage> others =
        new HashSet<>(
            Set.of(
                first,
                new Distorter(ALL, 5, 3).of(image, 7),
                new Distorter(ALL, 6, 2).of(image, 7),
                new Distorter(ALL, 5, 2).of(image, 8)));
    assertEquals(4, others.size());
  }

  @Test
  void drawsAreEvenlySpreadBetweenTheirLimits() {
    double sum = 0;
    double squares = 0;
    double most = 0;
    int count = 20_000;
    for (int i = 0; i < count; i++) {
      double drawn = new Draws(1, 1, i).within(2);
      sum += drawn;
      squares += drawn * drawn;
      most = Math.max(most, Math.abs(drawn));
    }
    assertEquals(0, sum / count, 0.03);
    assertEquals(4.0 / 3, squares / count, 0.03);
    assertTrue(most <= 2 && most > 1.99, "most " + most);
  }

  @ParameterizedTest
  @CsvSource({"34, 4", "36, 6", "10, 2"})
  void displacementsHaveTheDeviationAndTheSmoothnessAskedFor(double alpha, double sigma) {
    Augmentation elastic = Augmentation.NONE.withElastic(alpha, sigma);
    double sum = 0;
    double squares = 0;
    double products = 0;
    int pairs = 0;
    int values = 0;
    int lag = 3;
    for (int epoch = 1; epoch <= 4; epoch++) {
      int[] field = ElasticFields.of(elastic, 9, epoch).displacements();
      for (int i = 0; i < field.length; i++) {
        double here = (double) field[i] / ImageWarp.ONE;
        sum += here;
        squares += here * here;
        values++;
        if (i % SIDE < SIDE - lag) {
          products += here * field[i + lag] / ImageWarp.ONE;
          pairs++;
        }
      }
    }
    double variance = squares / values;
    assertEquals(0, sum / values, 0.1 * elastic.displacement());
    assertEquals(elastic.displacement(), Math.sqrt(variance), 0.05 * elastic.displacement());
    // Noise smoothed by a Gaussian of σ is correlated as one of σ√2.
    assertEquals(Math.exp(-lag * lag / (4 * sigma * sigma)), products / pairs / variance, 0.05);
  }

  @Test
  void theFieldsOfAnEpochAreOfOneAnotherIndependent() {
    int[] field = ElasticFields.of(Augmentation.NONE.withElastic(34, 2), 9, 1).displacements();
    double product = 0;
    double square = 0;
    int apart = 2 * ImageWarp.PIXELS;
    for (int i = 0; i + apart < field.length; i++) {
      product += (double) field[i] * field[i + apart];
      square += (double) field[i] * field[i];
    }
    assertEquals(0, product / square, 0.05);
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 0, 0, 0, 0, 5, shift",
    "15, 0, 0, 0, 0, 5, shift",
    "0, 181, 0, 0, 0, 5, rotation",
    "0, 0, 0.6, 0, 0, 5, scale",
    "0, 0, 0, 1.5, 0, 5, shear",
    "0, 0, 0, 0, NaN, 5, elastic",
    "0, 0, 0, 0, 34, 0, smoothness"
  })
  void whatIsOutOfRangeIsRefusedByName(
      double shift,
      double rotation,
      double scale,
      double shear,
      double elastic,
      double smoothness,
      String field) {
    Problem problem =
        assertThrows(
            Problem.class,
            () -> new Augmentation(shift, rotation, scale, shear, elastic, smoothness));
    assertTrue(problem.getMessage().startsWith(field), problem.getMessage());
  }

  @Test
  void withoutDisplacementsTheirSmoothnessDoesNotMatter() {
    assertEquals(Augmentation.NONE, new Augmentation(0, 0, 0, 0, 0, 8));
    assertTrue(new Augmentation(0, 0, 0, 0, 0, 8).isNone());
  }

  @Test
  void theStrongestDistortionsStillGiveAnImage() {
    Augmentation strongest =
        new Augmentation(
            Augmentation.MOST_SHIFT,
            Augmentation.MOST_ROTATION,
            Augmentation.MOST_SCALE,
            Augmentation.MOST_SHEAR,
            Augmentation.MOST_ELASTIC,
            Augmentation.LEAST_SMOOTHNESS);
    Distorter distorter = new Distorter(strongest, 1, 1);
    byte[] one = new byte[DigitImage.PIXELS];
    byte[] two = new byte[DigitImage.PIXELS];
    for (int i = 0; i < 200; i++) {
      byte[] image = DIGITS.image(i).pixels();
      distorter.distort(ImageWarp.best(), i, image, 0, one, 0);
      distorter.distort(ImageWarp.best(), i, image, 0, two, 0);
      assertArrayEquals(one, two);
    }
  }
}
