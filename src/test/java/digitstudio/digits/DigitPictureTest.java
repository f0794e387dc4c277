package digitstudio.digits;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitPictureTest {
  private static DigitSet mnist;

  @TempDir private Path folder;

  @BeforeAll
  static void readMnist() {
    mnist = MnistFiles.read(Path.of("data")).test().first(100);
  }

  /** The image with this paper and ink, enlarged to a side of this many pixels. */
  private static BufferedImage picture(
      DigitImage digit, int side, Object enlarging, int paper, int ink, int type) {
    BufferedImage small = new BufferedImage(28, 28, BufferedImage.TYPE_INT_RGB);
    for (int row = 0; row < 28; row++) {
      for (int column = 0; column < 28; column++) {
        int tone = paper + Math.round((ink - paper) * digit.ink(row, column) / 255f);
        small.setRGB(column, row, tone << 16 | tone << 8 | tone);
      }
    }
    BufferedImage large = new BufferedImage(side, side, type);
    Graphics2D graphics = large.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, enlarging);
    graphics.drawImage(small, 0, 0, side, side, null);
    graphics.dispose();
    return large;
  }

  private DigitImage read(BufferedImage picture, String kind) {
    Path file = folder.resolve("digit." + kind);
    try {
      assertTrue(ImageIO.write(picture, kind, file.toFile()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return DigitPicture.read(file);
  }

  @ParameterizedTest
  @CsvSource({
    "28, 255, 0",
    "28, 0, 255",
    "56, 255, 0",
    "100, 0, 255",
    "140, 240, 30",
    "280, 255, 0",
    "280, 20, 220",
    "500, 255, 0",
    "1400, 0, 255"
  })
  void mnistsOwnImagesComeBackFromPicturesOfAnySize(int side, int paper, int ink) {
    double worst = 0;
    double sum = 0;
    int count = side > 1000 ? 10 : 100;
    for (int i = 0; i < count; i++) {
      DigitImage digit = mnist.image(i);
      BufferedImage picture =
          picture(
              digit,
              side,
              RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR,
              paper,
              ink,
              BufferedImage.TYPE_INT_RGB);
      double difference = DigitImages.meanDifference(digit, read(picture, "png"));
      worst = Math.max(worst, difference);
      sum += difference;
    }
    System.err.println(side + " mean " + sum / count + ", worst " + worst);
    assertTrue(sum / count < 1.5 && worst < 4, "mean " + sum / count + ", worst " + worst);
  }

  @ParameterizedTest
  @CsvSource({"84, png", "280, png", "280, jpg", "700, jpg"})
  void smoothPicturesComeBackInTheRightPlace(int side, String kind) {
    double sum = 0;
    double worst = 0;
    for (int i = 0; i < 100; i++) {
      DigitImage digit = mnist.image(i);
      BufferedImage picture =
          picture(
              digit,
              side,
              RenderingHints.VALUE_INTERPOLATION_BICUBIC,
              255,
              0,
              BufferedImage.TYPE_INT_RGB);
      double difference = DigitImages.meanDifference(digit, read(picture, kind));
      sum += difference;
      worst = Math.max(worst, difference);
    }
    System.err.println(side + kind + " mean " + sum / 100 + ", worst " + worst);
    assertTrue(sum / 100 < 6, "mean " + sum / 100);
  }
}
