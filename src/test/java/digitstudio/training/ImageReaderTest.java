package digitstudio.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitSet;
import digitstudio.digits.PixelScaling;
import digitstudio.nn.Activation;
import digitstudio.nn.InputGradient.Target;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ImageReaderTest {
  private static final DigitSet IMAGES = SmallMnist.of(40, 1).train();

  private static Model model(PixelScaling scaling) {
    TrainingConfig config =
        TrainingConfig.builder().hidden(31, 12).activation(new Activation.Tanh()).build();
    Model plain = PlainForward.model(config, 0.15, 8);
    return new Model(plain.spec(), scaling, plain.parameters(), plain.config(), plain.provenance());
  }

  @Test
  void everyLayerIsWhatAForwardPassComputedApartGives() {
    Model model = model(PixelScaling.fit(IMAGES, true, true));
    try (ImageReader reader = new ImageReader(model)) {
      for (int i = 0; i < IMAGES.size(); i++) {
        DigitImage image = IMAGES.image(i);
        ImageReading reading = reader.read(image, Target.SCORE, OptionalInt.empty());
        List<double[]> expected = PlainForward.outputs(model, image);
        assertEquals(expected.size(), reading.outputs().size());
        for (int l = 0; l < expected.size(); l++) {
          for (int u = 0; u < expected.get(l).length; u++) {
            assertEquals(expected.get(l)[u], reading.outputs().get(l)[u], 2e-5);
          }
        }
        assertEquals(reading.winner(), reading.explained());
      }
    }
  }

  @Test
  void theGradientForetellsWhatALittleInkDoesToTheProbability() {
    Model model = model(new PixelScaling(false, true, 0.13, 0.31));
    DigitImage image = IMAGES.image(3);
    try (ImageReader reader = new ImageReader(model)) {
      ImageReading reading = reader.read(image, Target.PROBABILITY, OptionalInt.of(4));
      assertEquals(4, reading.explained());
      for (int pixel : new int[] {200, 350, 406, 500}) {
        double change = probability(model, image, pixel, 1) - probability(model, image, pixel, -1);
        int steps = inkSteps(image, pixel);
        assertEquals(change / steps * 255, reading.gradient()[pixel], 2e-3);
      }
    }
  }

  private static int inkSteps(DigitImage image, int pixel) {
    int ink = image.ink(pixel / DigitImage.SIDE, pixel % DigitImage.SIDE);
    return Math.min(255, ink + 1) - Math.max(0, ink - 1);
  }

  private static double probability(Model model, DigitImage image, int pixel, int more) {
    byte[] pixels = image.pixels();
    pixels[pixel] = (byte) Math.max(0, Math.min(255, (pixels[pixel] & 0xFF) + more));
    return PlainForward.outputs(model, new DigitImage(pixels)).get(2)[4];
  }

  @Test
  void readingTwiceIsReadingOnce() {
    try (ImageReader reader = new ImageReader(model(PixelScaling.PLAIN))) {
      ImageReading first = reader.read(IMAGES.image(0), Target.SCORE, OptionalInt.of(1));
      reader.read(IMAGES.image(1), Target.PROBABILITY, OptionalInt.of(7));
      ImageReading again = reader.read(IMAGES.image(0), Target.SCORE, OptionalInt.of(1));
      assertArrayEquals(first.gradient(), again.gradient());
      assertArrayEquals(first.probabilities(), again.probabilities());
    }
  }

  @Test
  void aDivergedNetworkSaysSo() {
    Model model = model(PixelScaling.PLAIN);
    model.parameters().get(1)[0] = Float.NaN;
    try (ImageReader reader = new ImageReader(model)) {
      assertFalse(reader.read(IMAGES.image(0), Target.SCORE, OptionalInt.empty()).isFinite());
    }
  }
}
