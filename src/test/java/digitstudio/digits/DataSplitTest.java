package digitstudio.digits;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.text.Problem;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataSplitTest {
  /** 7 zeros, 10 ones, 13 twos, … 34 nines: 205 images, each with its number in its pixels. */
  private static final DigitSet IMAGES = images(205);

  private static DigitSet images(int size) {
    byte[] labels = new byte[size];
    byte[] pixels = new byte[size * DigitImage.PIXELS];
    int[] left = new int[ClassNames.DIGITS.count()];
    Arrays.setAll(left, digit -> 7 + 3 * digit);
    for (int i = 0, digit = 0; i < size; i++, digit = (digit + 3) % ClassNames.DIGITS.count()) {
      while (left[digit] == 0) {
        digit = (digit + 1) % ClassNames.DIGITS.count();
      }
      left[digit]--;
      labels[i] = (byte) digit;
      pixels[i * DigitImage.PIXELS] = (byte) i;
    }
    return new DigitSet(pixels, labels);
  }

  private static int[] numbers(DigitSet set) {
    int[] numbers = new int[set.size()];
    Arrays.setAll(numbers, i -> set.image(i).ink(0, 0));
    return numbers;
  }

  private static int count(DigitSet set, int digit) {
    int count = 0;
    for (byte label : set.labels()) {
      count += label == digit ? 1 : 0;
    }
    return count;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.1, 0.2, 1.0 / 3, 0.37, 0.5})
  void everyDigitGivesItsShareAndTheTotalIsRounded(double share) {
    DataSplit split = DataSplit.stratified(IMAGES, share, 1);

    assertEquals(Math.round(share * 205), split.validation().size());
    for (int digit = 0; digit < ClassNames.DIGITS.count(); digit++) {
      double exact = share * count(IMAGES, digit);
      int held = count(split.validation(), digit);
      assertTrue(Math.abs(held - exact) < 1, held + " of digit " + digit + " for " + exact);
    }
  }

  @Test
  void theLargestRemaindersGetWhatIsLeft() {
    // A fifth of 7, 10, 13, … 34 is 1.4, 2, 2.6, 3.2, 3.8, 4.4, 5, 5.6, 6.2, 6.8; in all 41.
    DataSplit split = DataSplit.stratified(IMAGES, 0.2, 1);

    int[] counts = new int[ClassNames.DIGITS.count()];
    Arrays.setAll(counts, digit -> count(split.validation(), digit));
    assertArrayEquals(new int[] {1, 2, 3, 3, 4, 4, 5, 6, 6, 7}, counts);
  }

  @Test
  void bothPartsKeepTheOrderAndNothingIsLostOrDoubled() {
    DataSplit split = DataSplit.stratified(IMAGES, 0.3, 5);

    int[] train = numbers(split.train());
    int[] validation = numbers(split.validation());
    Set<Integer> all = new TreeSet<>();
    Arrays.stream(train).forEach(all::add);
    Arrays.stream(validation).forEach(all::add);
    assertEquals(205, all.size());
    assertEquals(205, train.length + validation.length);
    assertArrayEquals(Arrays.stream(train).sorted().toArray(), train);
    assertArrayEquals(Arrays.stream(validation).sorted().toArray(), validation);
    for (int i = 0; i < validation.length; i++) {
      assertEquals(IMAGES.label(validation[i]), split.validation().label(i));
    }
  }

  @Test
  void theSeedDecides() {
    int[] one = numbers(DataSplit.stratified(IMAGES, 0.2, 1).validation());

    assertArrayEquals(one, numbers(DataSplit.stratified(IMAGES, 0.2, 1).validation()));
    assertFalse(Arrays.equals(one, numbers(DataSplit.stratified(IMAGES, 0.2, 2).validation())));
  }

  @Test
  void noShareHoldsNothingOut() {
    DataSplit split = DataSplit.stratified(IMAGES, 0, 1);

    assertEquals(205, split.train().size());
    assertEquals(0, split.validation().size());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 0.51, Double.NaN, Double.POSITIVE_INFINITY})
  void sharesOutOfRangeAreRefused(double share) {
    Problem problem = assertThrows(Problem.class, () -> DataSplit.stratified(IMAGES, share, 1));

    assertEquals("digits.share", problem.key());
  }

  @Test
  void aPartLeftEmptyIsRefused() {
    DigitSet none = IMAGES.first(0);
    DigitSet one = IMAGES.first(1);

    assertEquals("digits.noTraining", refusal(none, 0));
    assertEquals("digits.noTraining", refusal(one, 0.5));
    assertEquals("digits.noValidation", refusal(one, 0.2));
    assertEquals("digits.noValidation", refusal(IMAGES, 0.002));
  }

  private static String refusal(DigitSet images, double share) {
    return assertThrows(Problem.class, () -> DataSplit.stratified(images, share, 1)).key();
  }
}
