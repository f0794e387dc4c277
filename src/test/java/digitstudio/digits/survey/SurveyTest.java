package digitstudio.digits.survey;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.digits.ClassNames;
import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitSet;
import digitstudio.training.SmallMnist;
import digitstudio.training.TrainingData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is found out about images, against the same computed plainly. */
class SurveyTest {
  private static final List<String> NAMES = ClassNames.DIGITS.names();
  private static final DataImages DATA = planted();

  /** Real digits; test image 5 is training image 17, and training image 300 nearly 42. */
  private static DataImages planted() {
    TrainingData small = SmallMnist.of(900, 300);
    byte[] train = small.train().pixels().clone();
    byte[] test = small.test().pixels().clone();
    copy(train, 17, test, 5);
    copy(train, 42, train, 300);
    train[300 * DigitImage.PIXELS + 400] ^= 0x20;
    copy(train, 99, train, 100);
    return new DataImages(
        new DigitSet(train, small.train().labels()),
        new DigitSet(test, small.test().labels()),
        NAMES);
  }

  private static void copy(byte[] of, int from, byte[] into, int to) {
    System.arraycopy(of, from * DigitImage.PIXELS, into, to * DigitImage.PIXELS, DigitImage.PIXELS);
  }

  private static double distance(DataImages data, int one, int other) {
    byte[] a = data.image(one).pixels();
    byte[] b = data.image(other).pixels();
    long sum = 0;
    for (int i = 0; i < a.length; i++) {
      int difference = (a[i] & 0xFF) - (b[i] & 0xFF);
      sum += difference * difference;
    }
    return Math.sqrt(sum) / 255;
  }

  private static List<ImagePair> plainPairs(int[] members, double radius, PairKind kind) {
    List<ImagePair> pairs = new ArrayList<>();
    for (int i : members) {
      for (int j : members) {
        boolean wanted =
            i < j
                && (kind != PairKind.ACROSS_FILES || DATA.isTest(i) != DATA.isTest(j))
                && (kind != PairKind.ACROSS_CLASSES || DATA.label(i) != DATA.label(j));
        if (wanted && distance(DATA, i, j) <= radius) {
          pairs.add(new ImagePair(i, j, distance(DATA, i, j)));
        }
      }
    }
    pairs.sort(
        Comparator.comparingDouble(ImagePair::distance)
            .thenComparingInt(ImagePair::first)
            .thenComparingInt(ImagePair::second));
    return pairs;
  }

  private static void assertSame(List<ImagePair> expected, List<ImagePair> found) {
    assertEquals(expected.size(), found.size());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i).first(), found.get(i).first());
      assertEquals(expected.get(i).second(), found.get(i).second());
      assertEquals(expected.get(i).distance(), found.get(i).distance(), 1e-9);
    }
  }

  @Test
  void plantedCopiesAreFoundByTheirHash() {
    FoundPairs found = ExactDuplicates.find(DATA, DATA.numbers(true), PairKind.ALL, 100);
    assertEquals(List.of(new ImagePair(99, 100, 0), new ImagePair(17, 905, 0)), found.pairs());
    assertTrue(found.complete());
    assertEquals(
        List.of(new ImagePair(99, 100, 0)),
        ExactDuplicates.find(DATA, DATA.numbers(false), PairKind.ALL, 100).pairs(),
        "the test file is not looked at unless asked for");
    assertFalse(ExactDuplicates.find(DATA, DATA.numbers(true), PairKind.ALL, 1).complete());
  }

  @Test
  void nearPairsAreThoseOfComparingEveryTwo() {
    for (PairKind kind : PairKind.values()) {
      for (double radius : new double[] {0, 0.2, 4, 5.5}) {
        FoundPairs found =
            NearDuplicates.find(
                    DATA, DATA.numbers(true), radius, kind, 100_000, SurveyProgress.NONE)
                .orElseThrow();
        assertSame(plainPairs(DATA.numbers(true), radius, kind), found.pairs());
        assertTrue(found.complete());
      }
    }
  }

  @Test
  void ofMorePairsThanAskedForTheNearestAreTold() {
    List<ImagePair> all = plainPairs(DATA.numbers(true), 6, PairKind.ALL);
    FoundPairs found =
        NearDuplicates.find(DATA, DATA.numbers(true), 6, PairKind.ALL, 25, SurveyProgress.NONE)
            .orElseThrow();
    assertSame(all.subList(0, 25), found.pairs());
    assertFalse(found.complete());
  }

  @Test
  void blankAndEqualImagesAloneAreNoTrouble() {
    DataImages blank =
        new DataImages(
            new DigitSet(new byte[70 * DigitImage.PIXELS], new byte[70]),
            new DigitSet(new byte[0], new byte[0]),
            List.of("nothing"));
    assertEquals(
        70 * 69 / 2,
        NearDuplicates.find(
                blank, blank.numbers(true), 1, PairKind.ALL, 10_000, SurveyProgress.NONE)
            .orElseThrow()
            .pairs()
            .size());
    float[] distances =
        NeighbourDistances.find(blank, blank.numbers(true), 5, SurveyProgress.NONE).orElseThrow();
    assertArrayEquals(new float[70], distances);
  }

  @Test
  void neighboursAreThoseOfComparingEveryTwoOfAClass() {
    int[] members = DATA.numbers(true);
    float[] found = NeighbourDistances.find(DATA, members, 3, SurveyProgress.NONE).orElseThrow();
    Random random = new Random(4);
    for (int trial = 0; trial < 60; trial++) {
      int image = random.nextInt(members.length);
      double[] others =
          IntStream.of(members)
              .filter(other -> other != image && DATA.label(other) == DATA.label(image))
              .mapToDouble(other -> distance(DATA, image, other))
              .sorted()
              .toArray();
      assertEquals(others[2], found[image], 1e-5);
    }
  }

  @Test
  void aClassOfTooFewHasNoNeighbours() {
    DataImages three =
        new DataImages(DATA.train().first(3), new DigitSet(new byte[0], new byte[0]), NAMES);
    float[] found =
        NeighbourDistances.find(three, three.numbers(true), 5, SurveyProgress.NONE).orElseThrow();
    for (float distance : found) {
      assertEquals(Float.POSITIVE_INFINITY, distance);
    }
  }

  @Test
  void searchesTellHowFarTheyAreAndStop() {
    List<Double> told = new ArrayList<>();
    SurveyProgress third =
        new SurveyProgress() {
          @Override
          public void reached(double share) {
            told.add(share);
          }

          @Override
          public boolean isStopped() {
            return told.size() >= 3;
          }
        };
    assertEquals(
        Optional.empty(),
        NearDuplicates.find(DATA, DATA.numbers(true), 3, PairKind.ALL, 100, third));
    assertEquals(3, told.size());
    assertTrue(told.get(0) < told.get(1) && told.get(1) < told.get(2) && told.get(2) < 1);
    assertEquals(Optional.empty(), NeighbourDistances.find(DATA, DATA.numbers(true), 3, third));
  }

  @Test
  void meanAndVarianceAreThoseOfEachPixelAlone() {
    ClassPictures pictures = ClassPictures.of(DATA.train(), NAMES.size());
    for (int label = 0; label < NAMES.size(); label++) {
      int wanted = label;
      int[] own = IntStream.range(0, 900).filter(i -> DATA.train().label(i) == wanted).toArray();
      assertEquals(own.length, pictures.counts().get(label));
      for (int pixel : new int[] {0, 400, 406, 433, 600}) {
        double[] inks =
            IntStream.of(own).mapToDouble(i -> DATA.image(i).ink(pixel / 28, pixel % 28)).toArray();
        double mean = Arrays.stream(inks).average().orElseThrow();
        double variance =
            Arrays.stream(inks).map(ink -> (ink - mean) * (ink - mean)).average().orElseThrow();
        assertEquals(mean, pictures.means()[label][pixel], 1e-9);
        assertEquals(variance, pictures.variances()[label][pixel], 1e-6 * (1 + variance));
      }
    }
  }

  @Test
  void figuresAreThoseOfTheImage() {
    ClassPictures pictures = ClassPictures.of(DATA.train(), NAMES.size());
    ImageFigures figures = ImageFigures.of(DATA, pictures);
    for (int image : new int[] {0, 899, 900, 1199}) {
      DigitImage shown = DATA.image(image);
      double sum = 0;
      int inked = 0;
      double squares = 0;
      for (int i = 0; i < DigitImage.PIXELS; i++) {
        int ink = shown.ink(i / 28, i % 28);
        sum += ink;
        inked += ink >= 128 ? 1 : 0;
        squares += Math.pow((ink - pictures.means()[DATA.label(image)][i]) / 255, 2);
      }
      assertEquals(sum / DigitImage.PIXELS, figures.means()[image], 1e-4);
      assertEquals((double) inked / DigitImage.PIXELS, figures.inks()[image], 1e-7);
      assertEquals(Math.sqrt(squares), figures.distances()[image], 1e-5);
    }
  }

  @Test
  void labelsWithoutANameAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new DataImages(DATA.train(), DATA.test(), List.of("0", "1")));
  }
}
