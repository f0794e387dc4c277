package digitstudio.digits;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import digitstudio.text.Problem;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PixelScalingTest {
  private static DigitSet set(int... values) {
    byte[] pixels = new byte[DigitImage.PIXELS];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) values[i % values.length];
    }
    return new DigitSet(pixels, new byte[1]);
  }

  @Test
  void plainScalingDividesBy255() {
    float[] values = PixelScaling.PLAIN.values();

    assertEquals(256, values.length);
    assertEquals(0f, values[0]);
    assertEquals(128 / 255f, values[128]);
    assertEquals(1f, values[255]);
  }

  @Test
  void standardisedPixelsHaveMeanZeroAndDeviationOne() {
    DigitSet set = set(0, 51, 102, 255);
    PixelScaling scaling = PixelScaling.fit(set, false, true);

    assertEquals(0.4, scaling.mean(), 1e-12);
    float[] values = scaling.values();
    double sum = values[0] + values[51] + values[102] + values[255];
    double squares = 0;
    for (int value : new int[] {0, 51, 102, 255}) {
      squares += values[value] * values[value];
    }
    assertEquals(0, sum, 1e-6);
    assertEquals(4, squares, 1e-6);
  }

  @Test
  void mnistHasItsKnownMeanAndDeviation() {
    PixelScaling scaling = PixelScaling.fit(MnistFiles.read(Path.of("data")).train(), false, true);

    assertEquals(0.1307, scaling.mean(), 5e-5);
    assertEquals(0.3081, scaling.deviation(), 5e-5);
  }

  @Test
  void withoutStandardisationNothingIsMeasured() {
    assertEquals(PixelScaling.PLAIN, PixelScaling.fit(set(7), false, false));
    assertEquals(new PixelScaling(true, false, 0, 1), PixelScaling.fit(set(7), true, false));
  }

  @Test
  void stretchingSpansBlackToWhiteImageByImage() {
    PixelScaling scaling = PixelScaling.fit(set(7), true, false);
    byte[] faint = set(50, 100, 150).pixels();
    byte[] both = new byte[2 * DigitImage.PIXELS];
    System.arraycopy(faint, 0, both, 0, DigitImage.PIXELS);
    both[DigitImage.PIXELS] = 1;

    byte[] stretched = scaling.stretched(both);

    assertArrayEquals(
        new int[] {0, 128, 255, 255},
        new int[] {
          stretched[0] & 0xFF,
          stretched[1] & 0xFF,
          stretched[2] & 0xFF,
          stretched[DigitImage.PIXELS] & 0xFF
        });
    assertEquals(50, faint[0], "the given images stay as they are");
  }

  @Test
  void anImageOfOneToneIsNotStretched() {
    byte[] grey = set(90).pixels();

    assertArrayEquals(grey, new PixelScaling(true, false, 0, 1).stretched(grey));
    assertSame(grey, PixelScaling.PLAIN.stretched(grey));
  }

  @Test
  void meanAndDeviationAreThoseOfTheStretchedImages() {
    PixelScaling scaling = PixelScaling.fit(set(50, 150), true, true);

    assertEquals(0.5, scaling.mean(), 1e-12);
    assertEquals(0.5, scaling.deviation(), 1e-12);
  }

  @Test
  void imagesOfOneToneCannotBeStandardised() {
    for (int tone = 0; tone < 256; tone++) {
      DigitSet set = set(tone);
      Problem problem = assertThrows(Problem.class, () -> PixelScaling.fit(set, false, true));
      assertEquals("digits.noDeviation", problem.key());
    }
  }

  @Test
  void nonsenseIsRefused() {
    assertRefused(true, 0, 0);
    assertRefused(true, 0, -1);
    assertRefused(true, 0, Double.NaN);
    assertRefused(true, 0, Double.POSITIVE_INFINITY);
    assertRefused(true, Double.NaN, 1);
    assertRefused(true, -0.1, 1);
    assertRefused(false, 0.1, 0.3);
  }

  private static void assertRefused(boolean standardization, double mean, double deviation) {
    assertThrows(
        IllegalArgumentException.class,
        () -> new PixelScaling(false, standardization, mean, deviation));
  }
}
