package digitstudio.digits;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.text.Problem;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  private static BufferedImage sharp(DigitImage digit, int side, int paper, int ink, int type) {
    Object enlarging = RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR;
    return picture(digit, side, enlarging, paper, ink, type);
  }

  private void assertAllComeBack(int count, double limit, PictureOf pictureOf, String kind) {
    double sum = 0;
    for (int i = 0; i < count; i++) {
      DigitImage digit = mnist.image(i);
      sum += DigitImages.meanDifference(digit, read(pictureOf.digit(digit), kind));
    }
    assertTrue(sum / count < limit, "mean difference " + sum / count);
  }

  private interface PictureOf {
    BufferedImage digit(DigitImage digit);
  }

  @ParameterizedTest
  @CsvSource({
    "28, 255, 0",
    "28, 0, 255",
    "56, 255, 0",
    "140, 240, 30",
    "280, 20, 220",
    "1400, 0, 255",
    "2800, 255, 0"
  })
  void mnistsOwnImagesComeBackFromPicturesOfAnySize(int side, int paper, int ink) {
    assertAllComeBack(
        side > 1000 ? 5 : 60,
        0.5,
        digit -> sharp(digit, side, paper, ink, BufferedImage.TYPE_INT_RGB),
        "png");
  }

  @ParameterizedTest
  @CsvSource({"84, png", "100, png", "280, jpg"})
  void smoothPicturesComeBackInTheRightPlace(int side, String kind) {
    // Smoothing blurs an edge by a pixel, and may tip the whole digit over by one.
    assertAllComeBack(
        60,
        9,
        digit ->
            picture(
                digit,
                side,
                RenderingHints.VALUE_INTERPOLATION_BICUBIC,
                255,
                0,
                BufferedImage.TYPE_INT_RGB),
        kind);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_BYTE_GRAY,
        BufferedImage.TYPE_3BYTE_BGR,
        BufferedImage.TYPE_4BYTE_ABGR
      })
  void theKindOfPixelsDoesNotMatter(int type) {
    DigitImage digit = mnist.image(0);
    // Painting on a grey picture would bend its tones, so it is written sample by sample.
    BufferedImage colour = sharp(digit, 140, 255, 0, BufferedImage.TYPE_INT_RGB);
    BufferedImage picture = new BufferedImage(140, 140, type);
    for (int y = 0; y < 140; y++) {
      for (int x = 0; x < 140; x++) {
        if (type == BufferedImage.TYPE_BYTE_GRAY) {
          picture.getRaster().setSample(x, y, 0, colour.getRGB(x, y) & 0xFF);
        } else {
          picture.setRGB(x, y, colour.getRGB(x, y));
        }
      }
    }

    assertTrue(DigitImages.meanDifference(digit, read(picture, "png")) < 0.5);
  }

  @Test
  void sixteenBitGreyIsRead() {
    DigitImage digit = mnist.image(1);
    BufferedImage picture = new BufferedImage(280, 280, BufferedImage.TYPE_USHORT_GRAY);
    for (int y = 0; y < 280; y++) {
      for (int x = 0; x < 280; x++) {
        picture.getRaster().setSample(x, y, 0, 65535 - 257 * digit.ink(y / 10, x / 10));
      }
    }

    assertTrue(DigitImages.meanDifference(digit, read(picture, "png")) < 0.5);
  }

  @Test
  void transparentPixelsLieOnWhite() {
    DigitImage digit = mnist.image(2);
    BufferedImage picture = new BufferedImage(280, 280, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < 280; y++) {
      for (int x = 0; x < 280; x++) {
        picture.setRGB(x, y, digit.ink(y / 10, x / 10) << 24);
      }
    }

    assertTrue(DigitImages.meanDifference(digit, read(picture, "png")) < 0.5);
  }

  @Test
  void unevenLightGrainAndDustAreNotInk() {
    Random random = new Random(1);
    PictureOf photo =
        digit -> {
          BufferedImage picture = sharp(digit, 280, 0, 255, BufferedImage.TYPE_INT_RGB);
          for (int y = 0; y < 280; y++) {
            for (int x = 0; x < 280; x++) {
              double ink = (picture.getRGB(x, y) & 0xFF) / 255.0;
              boolean dust = (x - 12) * (x - 12) + (y - 250) * (y - 250) < 9;
              double light = 150 + 0.2 * x + 0.1 * y + 3 * random.nextGaussian();
              int tone = (int) Math.round(light - 110 * (dust ? 1 : ink));
              picture.setRGB(x, y, tone << 16 | tone << 8 | tone);
            }
          }
          return picture;
        };

    assertAllComeBack(20, 4, photo, "png");
    assertArrayEquals(
        DigitImages.inkedRows(mnist.image(0)),
        DigitImages.inkedRows(read(photo.digit(mnist.image(0)), "png")));
  }

  @Test
  void paperBecomesExactlyZero() {
    DigitImage image = read(sharp(mnist.image(0), 280, 231, 60, BufferedImage.TYPE_INT_RGB), "png");

    for (int i = 0; i < DigitImage.SIDE; i++) {
      assertEquals(0, image.ink(0, i) + image.ink(27, i) + image.ink(i, 0) + image.ink(i, 27));
    }
  }

  @Test
  void aPictureThatIsNotSquareIsRead() {
    BufferedImage wide = new BufferedImage(900, 300, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = wide.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 900, 300);
    graphics.drawImage(
        sharp(mnist.image(3), 280, 255, 0, BufferedImage.TYPE_INT_RGB), 590, 10, null);
    graphics.dispose();

    assertTrue(DigitImages.meanDifference(mnist.image(3), read(wide, "png")) < 0.5);
  }

  @Test
  void aBlankPictureIsRefused() {
    BufferedImage blank = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
    assertProblem("digits.blankPicture", () -> read(blank, "png"));
    assertProblem(
        "digits.blankPicture", () -> read(new BufferedImage(1, 1, blank.getType()), "png"));

    Random random = new Random(1);
    for (int i = 0; i < 200 * 200; i++) {
      int tone = (int) Math.round(200 + 4 * random.nextGaussian());
      blank.setRGB(i % 200, i / 200, tone << 16 | tone << 8 | tone);
    }
    assertProblem("digits.blankPicture", () -> read(blank, "png"));
  }

  @Test
  void aMissingOrUnreadablePictureIsRefused() throws IOException {
    assertProblem("digits.noPicture", () -> DigitPicture.read(folder.resolve("digit.png")));
    assertProblem("digits.noPicture", () -> DigitPicture.read(folder));

    Path file = folder.resolve("digit.png");
    Files.writeString(file, "a digit");
    assertProblem("digits.unreadablePicture", () -> DigitPicture.read(file));
    Files.write(file, new byte[0]);
    assertProblem("digits.unreadablePicture", () -> DigitPicture.read(file));

    read(sharp(mnist.image(0), 280, 255, 0, BufferedImage.TYPE_INT_RGB), "png");
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 300));
    assertProblem("digits.unreadablePicture", () -> DigitPicture.read(file));
  }

  private static void assertProblem(String key, Runnable reading) {
    Problem problem = assertThrows(Problem.class, reading::run);
    assertEquals(key, problem.key());
  }
}
