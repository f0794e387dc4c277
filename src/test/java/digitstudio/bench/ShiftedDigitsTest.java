package digitstudio.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitSet;
import org.junit.jupiter.api.Test;

/** Images made of others by moving them. */
class ShiftedDigitsTest {
  private static final int SIDE = DigitImage.SIDE;

  @Test
  void fewerImagesAreTheFirstOnes() {
    DigitSet two = set(5, 7);
    assertEquals(1, ShiftedDigits.of(two, 1).size());
    assertArrayEquals(two.pixels(), ShiftedDigits.of(two, 2).pixels());
  }

  @Test
  void everyRepetitionKeepsTheLabelsAndMovesTheInk() {
    DigitSet many = ShiftedDigits.of(set(5, 7), 10);

    assertEquals(10, many.size());
    for (int i = 0; i < 10; i++) {
      assertEquals(i % 2 == 0 ? 5 : 7, many.label(i));
    }
    assertEquals(200, many.image(0).ink(10, 12));
    assertEquals(200, many.image(2).ink(10, 13));
    assertEquals(200, many.image(4).ink(11, 12));
    assertEquals(200, many.image(6).ink(10, 11));
    assertEquals(200, many.image(8).ink(9, 12));
    assertEquals(200, ink(many, 8));
  }

  @Test
  void whatLeavesTheImageDoesNotComeBackOnTheOtherSide() {
    byte[] pixels = new byte[DigitImage.PIXELS];
    for (int row = 0; row < SIDE; row++) {
      pixels[row * SIDE + SIDE - 1] = (byte) 200;
    }
    DigitSet many = ShiftedDigits.of(new DigitSet(pixels, new byte[1]), 5);

    assertEquals(0, ink(many, 1));
    assertEquals(200 * (SIDE - 1), ink(many, 2));
    assertEquals(0, many.image(2).ink(0, SIDE - 1));
    assertEquals(200 * SIDE, ink(many, 3));
    assertEquals(200, many.image(3).ink(0, SIDE - 2));
  }

  private static DigitSet set(int... labels) {
    byte[] pixels = new byte[labels.length * DigitImage.PIXELS];
    byte[] names = new byte[labels.length];
    for (int i = 0; i < labels.length; i++) {
      pixels[i * DigitImage.PIXELS + 10 * SIDE + 12] = (byte) 200;
      names[i] = (byte) labels[i];
    }
    return new DigitSet(pixels, names);
  }

  private static int ink(DigitSet set, int image) {
    int sum = 0;
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        sum += set.image(image).ink(row, column);
      }
    }
    return sum;
  }
}
