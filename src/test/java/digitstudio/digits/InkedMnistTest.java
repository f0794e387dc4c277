package digitstudio.digits;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pipeline against MNIST itself: its images, drawn as ink and put through it, come back. */
class InkedMnistTest {
  private static final DigitSet IMAGES = MnistFiles.read(Path.of("data")).test().first(150);
  private static final int SHEET = 560;

  @ParameterizedTest
  @CsvSource({
    "0.15, 0, 0, 4.5",
    "0.15, 1, 1, 4.5",
    "0.2, 0.37, 0.81, 3.8",
    "0.35, 1, 0, 2.6",
    "0.5, 0.5, 0.5, 2.2",
    "0.7, 0, 1, 1.8",
    "0.83, 0.2, 0.9, 1.7",
    "1, 0.5, 0.5, 1.5"
  })
  void anImageComesBackFromAnyPlaceAndSize(double size, double x, double y, double tolerance) {
    double sum = 0;
    for (int i = 0; i < IMAGES.size(); i++) {
      Ink ink = DrawnDigits.inked(IMAGES.image(i), size, x, y, SHEET);
      sum += DrawnDigits.difference(IMAGES.image(i), DigitNormalizer.normalize(ink).orElseThrow());
    }
    double mean = sum / IMAGES.size();
    // A shift by one pixel alone would cost more than 16 of 255.
    assertTrue(mean < tolerance, "mean pixel error " + mean);
  }
}
