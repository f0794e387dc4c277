package digitstudio.digits.scan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitSet;
import digitstudio.digits.Ink;
import digitstudio.digits.MnistFiles;
import digitstudio.training.Predictor;
import digitstudio.training.RunListener;
import digitstudio.training.StopSignal;
import digitstudio.training.Trainer;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import java.awt.Font;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {
  private static final int PER_ROW = 10;

  private static DigitSet mnist;
  private static Predictor predictor;

  @BeforeAll
  static void train() {
    MnistFiles files = MnistFiles.read(Path.of("data"));
    mnist = files.test();
    TrainingConfig config = TrainingConfig.builder().hidden(128).epochs(3).validation(0).build();
    TrainingData some =
        new TrainingData(files.train().first(20_000), mnist.first(1000), files.sha256());
    predictor =
        new Trainer(config, some).run(RunListener.SILENT, new StopSignal()).model().predictor();
  }

  @AfterAll
  static void close() {
    predictor.close();
  }

  /** Rows of MNIST's test digits, one after the other. */
  private static List<List<DigitImage>> rows(int count, int from) {
    List<List<DigitImage>> rows = new ArrayList<>();
    for (int row = 0; row < count; row++) {
      List<DigitImage> digits = new ArrayList<>();
      for (int i = 0; i < PER_ROW; i++) {
        digits.add(mnist.image(from + row * PER_ROW + i));
      }
      rows.add(digits);
    }
    return rows;
  }

  private static int digit(DigitImage image) {
    float[] probabilities = predictor.predict(image);
    int best = 0;
    for (int digit = 1; digit < probabilities.length; digit++) {
      best = probabilities[digit] > probabilities[best] ? digit : best;
    }
    return best;
  }

  private static String text(Sheet sheet) {
    StringBuilder text = new StringBuilder();
    for (List<Box> row : sheet.rows()) {
      text.append(text.length() == 0 ? "" : "\n");
      row.forEach(box -> text.append(sheet.image(box).map(SheetTest::digit).orElse(-1)));
    }
    return text.toString();
  }

  private static String truth(int from, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i > 0 && i % PER_ROW == 0 ? "\n" : "").append(mnist.label(from + i));
    }
    return text.toString();
  }

  private static int[] counts(Sheet sheet) {
    return sheet.rows().stream().mapToInt(List::size).toArray();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, false",
    "0, 0.05, false",
    "3, 0.03, false",
    "-6, 0.03, false",
    "12, 0.02, false",
    "-2, 0.04, true"
  })
  void rowsOfHandwritingAreFoundAndReadHoweverTheyLieAndAreLit(
      double degrees, double grain, boolean lightOnDark) {
    int right = 0;
    int all = 0;
    for (int sheetNumber = 0; sheetNumber < 5; sheetNumber++) {
      int from = sheetNumber * 4 * PER_ROW;
      Ink seen =
          new PaperSheet(1000, 640)
              .pasteRows(rows(4, from), 150, 100, 70)
              .turn(degrees)
              .seen(
                  lightOnDark ? 0.2 : 0.9,
                  lightOnDark ? 0.9 : 0.2,
                  (x, y) -> 0.45 + 0.5 * x - 0.1 * y + (lightOnDark ? 0.15 : 0),
                  grain);
      Sheet sheet = Sheet.of(seen).orElseThrow();
      assertArrayEquals(new int[] {10, 10, 10, 10}, counts(sheet), "sheet " + sheetNumber);
      String read = text(sheet);
      String truth = truth(from, 4 * PER_ROW);
      for (int i = 0; i < truth.length(); i++) {
        if (truth.charAt(i) != '\n') {
          all++;
          right += truth.charAt(i) == read.charAt(i) ? 1 : 0;
        }
      }
    }
    // The network itself reads about 97 of 100 of these when they are not on paper.
    assertTrue(right >= 0.94 * all, right + " of " + all);
  }

  @Test
  void digitsOnPaperComeBackNearlyAsTheyWere() {
    Ink seen = new PaperSheet(1000, 640).pasteRows(rows(4, 0), 150, 100, 70).seen();
    Sheet sheet = Sheet.of(seen).orElseThrow();
    double sum = 0;
    List<Box> boxes = sheet.boxes();
    assertEquals(40, boxes.size());
    for (int i = 0; i < boxes.size(); i++) {
      DigitImage back = sheet.image(boxes.get(i)).orElseThrow();
      for (int place = 0; place < DigitImage.PIXELS; place++) {
        sum += Math.abs((back.pixels()[place] & 0xFF) - (mnist.image(i).pixels()[place] & 0xFF));
      }
    }
    double meanDifference = sum / boxes.size() / DigitImage.PIXELS / 255;
    assertTrue(meanDifference < 0.03, "mean difference " + meanDifference);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SansSerif", "Serif", "Monospaced", "DejaVu Sans", "DejaVu Serif"})
  void printedDigitsAreFoundInEveryFont(String font) {
    Ink seen =
        new PaperSheet(800, 300)
            .print("0123456789", font, Font.PLAIN, 60, 60, 100)
            .print("9876543210", font, Font.BOLD, 60, 60, 220)
            .seen(0.95, 0.1, (x, y) -> 1 - 0.4 * y, 0.02);
    assertArrayEquals(new int[] {10, 10}, counts(Sheet.of(seen).orElseThrow()));
  }

  @Test
  void aShadowOverTheSheetIsNoInk() {
    Ink seen =
        new PaperSheet(1000, 640)
            .pasteRows(rows(4, 0), 150, 100, 70)
            .seen(0.95, 0.25, (x, y) -> x < 0.5 ? 1 : 0.5, 0.02);
    assertArrayEquals(new int[] {10, 10, 10, 10}, counts(Sheet.of(seen).orElseThrow()));
  }

  @Test
  void aDigitThatFillsThePictureIsOneDigit() {
    int one = 0;
    for (int i = 0; i < 100; i++) {
      Ink seen =
          new PaperSheet(280, 280)
              .paste(mnist.image(i), 0, 0, 280)
              .seen(0.95, 0.1, (x, y) -> 1 - 0.3 * x, 0.01);
      one += Sheet.of(seen).map(sheet -> sheet.boxes().size()).orElse(0) == 1 ? 1 : 0;
    }
    assertTrue(one >= 96, one + " of 100");
  }

  @Test
  void specksBetweenTheDigitsAreLeftOut() {
    PaperSheet paper = new PaperSheet(1000, 640).pasteRows(rows(4, 0), 150, 100, 70);
    Random random = new Random(3);
    for (int i = 0; i < 1000; i++) {
      paper.fill(random.nextInt(1000), random.nextInt(640), 2, 2, false);
    }
    Sheet sheet = Sheet.of(paper.seen()).orElseThrow();
    assertArrayEquals(new int[] {10, 10, 10, 10}, counts(sheet));
  }

  @Test
  void aThousandSpecksAloneAreNoDigits() {
    PaperSheet paper = new PaperSheet(1000, 640);
    Random random = new Random(4);
    for (int i = 0; i < 1000; i++) {
      paper.fill(random.nextInt(1000), random.nextInt(640), 2, 2, false);
    }
    assertEquals(0, Sheet.of(paper.seen()).map(sheet -> sheet.boxes().size()).orElse(0));
  }

  @Test
  void grainAloneIsBlank() {
    Ink seen = new PaperSheet(600, 400).seen(0.8, 0, (x, y) -> 1 - 0.5 * x, 0.04);
    assertEquals(0, Sheet.of(seen).map(sheet -> sheet.boxes().size()).orElse(0));
  }

  @Test
  void theBarOfAFiveThatStandsApartIsPartOfIt() {
    PaperSheet paper =
        new PaperSheet(600, 200)
            .print("55555", "DejaVu Sans", Font.PLAIN, 90, 60, 130)
            // A line of paper between the upper bar and the body.
            .fill(0, 72, 600, 4, true);
    Sheet sheet = Sheet.of(paper.seen()).orElseThrow();
    assertArrayEquals(new int[] {5}, counts(sheet));
    assertTrue(sheet.boxes().stream().allMatch(box -> box.height() > 60), sheet.boxes().toString());
  }

  @Test
  void digitsThatTouchAreCutApart() {
    PaperSheet paper = new PaperSheet(900, 240);
    int[] at = {40, 92, 200, 300, 400, 500};
    for (int i = 0; i < at.length; i++) {
      paper.print("0", "DejaVu Sans", Font.PLAIN, 90, at[i], 150);
    }
    Sheet sheet = Sheet.of(paper.seen()).orElseThrow();
    assertArrayEquals(new int[] {6}, counts(sheet));
    assertEquals("000000", text(sheet));
  }

  @Test
  void aBoxDrawnByHandHoldsWhatIsInItAndNotItsNeighbours() {
    Ink seen = new PaperSheet(1000, 640).pasteRows(rows(4, 0), 150, 100, 70).seen();
    Sheet sheet = Sheet.of(seen).orElseThrow();
    Box seven = sheet.boxes().get(0);
    Box wide =
        new Box(seven.left() - 20, seven.top() - 10, seven.width() + 50, seven.height() + 20);
    assertEquals(sheet.image(seven), sheet.image(wide));
    assertTrue(sheet.image(new Box(5, 5, 60, 60)).isEmpty());
    assertTrue(sheet.image(new Box(-50, -50, 5, 5)).isEmpty());
  }
}
