package digitstudio.digits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Images drawn anew. */
class InkTracingTest {
  private static DigitImage drawn(List<Stroke> strokes) {
    return DigitNormalizer.normalize(StrokeRasterizer.rasterize(strokes, 1, 1)).orElseThrow();
  }

  @Test
  void testImagesDrawnAnewComeOutAlmostAsTheyWere() {
    DigitSet test = MnistFiles.read(Path.of("data")).test().first(500);
    double[] differences = new double[test.size()];
    for (int i = 0; i < test.size(); i++) {
      DigitImage image = test.image(i);
      differences[i] = DigitImages.meanDifference(image, drawn(InkTracing.of(image)));
    }
    Arrays.sort(differences);
    double mean = Arrays.stream(differences).average().orElseThrow();
    // An empty image differs by 31 on average; a shift by half a pixel by about 8.
    assertTrue(mean < 14, "mean difference " + mean);
    assertTrue(differences[475] < 30, "of twenty one differs by more than " + differences[475]);
  }

  @Test
  void whiteGivesNoStrokes() {
    assertEquals(List.of(), InkTracing.of(new DigitImage(new byte[DigitImage.PIXELS])));
  }

  @Test
  void onePixelAndBlackAllOverAreDrawnToo() {
    byte[] dot = new byte[DigitImage.PIXELS];
    dot[14 * DigitImage.SIDE + 14] = (byte) 255;
    assertEquals(1, InkTracing.of(new DigitImage(dot)).size());
    byte[] black = new byte[DigitImage.PIXELS];
    Arrays.fill(black, (byte) 255);
    assertTrue(InkTracing.of(new DigitImage(black)).size() > 0);
  }
}
