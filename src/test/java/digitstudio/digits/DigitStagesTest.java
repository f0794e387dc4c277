package digitstudio.digits;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.digits.Stroke.Point;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DigitStagesTest {
  /** A small seven in the upper left of the pad. */
  private static final List<Stroke> SEVEN = seven(0.1, 0.1, 0.3);

  private static List<Stroke> seven(double x, double y, double size) {
    return List.of(
        new Stroke(
            List.of(
                new Point(x, y), new Point(x + 0.6 * size, y), new Point(x + 0.2 * size, y + size)),
            0.08));
  }

  private static DigitStages stages(List<Stroke> strokes, Set<DigitStep> steps) {
    PadInk ink = StrokeRasterizer.onPad(strokes, 1, 1, steps.contains(DigitStep.PEN));
    return DigitNormalizer.stages(ink, steps).orElseThrow();
  }

  private static Set<DigitStep> without(DigitStep... left) {
    Set<DigitStep> steps = DigitStep.all();
    steps.removeAll(List.of(left));
    return steps;
  }

  private static double[] inked(Ink ink) {
    InkBox box = InkBox.of(ink, 0.2f);
    return new double[] {box.left(), box.top(), box.width(), box.height()};
  }

  @Test
  void allStepsGiveWhatThePipelineGaveBeforeItHadStages() {
    CRC32 checksum = new CRC32();
    SplittableRandom random = new SplittableRandom(5);
    for (DrawnDigits.Drawn digit : DrawnDigits.of(300, 5)) {
      List<Stroke> strokes =
          digit.on(
              random.nextDouble(0.15, 1),
              random.nextDouble(),
              random.nextDouble(),
              random.nextDouble(0.04, 0.14));
      byte[] pixels = stages(strokes, DigitStep.all()).image().pixels();

      assertArrayEquals(
          DigitNormalizer.normalize(StrokeRasterizer.rasterize(strokes, 1, 1))
              .orElseThrow()
              .pixels(),
          pixels);
      checksum.update(pixels);
    }
    assertEquals("729dec8a", Long.toHexString(checksum.getValue()));
  }

  @ParameterizedTest
  @EnumSource(DigitStep.class)
  void everyStepChangesWhatIsSeenOfASmallDigitInACorner(DigitStep step) {
    assertNotEquals(stages(SEVEN, DigitStep.all()).image(), stages(SEVEN, without(step)).image());
  }

  @Test
  void thePadIsShownAsItWasDrawn() {
    double[] box = inked(stages(SEVEN, without(DigitStep.PEN)).drawn(100));

    assertArrayEquals(new double[] {6, 6, 26, 38}, box, 1);
  }

  @Test
  void theCropIsAsLargeAsTheDigit() {
    Ink cropped = stages(SEVEN, DigitStep.all()).cropped(80);

    assertEquals(80, cropped.height());
    assertTrue(cropped.width() > 45 && cropped.width() < 56, "width " + cropped.width());
    assertArrayEquals(new double[] {0, 0, cropped.width(), cropped.height()}, inked(cropped), 1);
  }

  @Test
  void withoutTheCropThePadIsScaledWithItsPaper() {
    Ink cropped = stages(SEVEN, without(DigitStep.CROP)).cropped(80);

    assertEquals(80, cropped.width());
    assertEquals(80, cropped.height());
    assertTrue(inked(cropped)[3] < 36, "the digit stays small");
    assertEquals(20, stages(SEVEN, without(DigitStep.CROP)).scaled().width());
  }

  @Test
  void theLongerSideIsScaledTo20Pixels() {
    Ink scaled = stages(SEVEN, DigitStep.all()).scaled();

    assertEquals(20, scaled.height());
    assertTrue(scaled.width() < 16);
  }

  @Test
  void withoutScalingThePadIs28PixelsWide() {
    Ink scaled = stages(SEVEN, without(DigitStep.SCALE, DigitStep.PEN)).scaled();

    // 0.3 of 28 pixels and the pen's 0.08 more.
    assertEquals(11, scaled.height(), 1);
  }

  @Test
  void withNeitherCropNorScaleNorCentreItIsThePadItself() {
    DigitStages stages = stages(SEVEN, EnumSet.of(DigitStep.GREY));

    Ink pad = stages.drawn(DigitImage.SIDE);
    float darkest = 0;
    for (float value : pad.values()) {
      darkest = Math.max(darkest, value);
    }
    for (int place = 0; place < DigitImage.PIXELS; place++) {
      int row = place / DigitImage.SIDE;
      int column = place % DigitImage.SIDE;
      assertEquals(
          255 * pad.values()[place] / darkest, stages.image().ink(row, column), 1, "at " + place);
    }
  }

  @Test
  void theCentreOfMassGoesToTheMiddleCroppedOrNot() {
    for (Set<DigitStep> steps : List.of(DigitStep.all(), without(DigitStep.CROP))) {
      double[] centre = DigitImages.centreOfMass(stages(SEVEN, steps).image());
      assertEquals(14, centre[0], 0.5);
      assertEquals(14, centre[1], 0.5);
    }
  }

  @Test
  void withoutTheCentreOfMassTheBoxIsInTheMiddle() {
    double[] box = inked(stages(SEVEN, without(DigitStep.CENTRE)).placed());

    assertEquals(14, box[0] + box[2] / 2, 1);
    assertEquals(14, box[1] + box[3] / 2, 1);
  }

  @Test
  void withoutGreyThereIsInkOrPaper() {
    for (byte pixel : stages(SEVEN, without(DigitStep.GREY)).image().pixels()) {
      assertTrue(pixel == 0 || pixel == (byte) 255);
    }
  }

  @Test
  void aDigitAsLargeAsThePadLosesNothingInAnyCombinationOfSteps() {
    List<Stroke> large = seven(0.2, 0, 1);
    for (int bits = 0; bits < 1 << DigitStep.values().length; bits++) {
      Set<DigitStep> steps = EnumSet.noneOf(DigitStep.class);
      for (DigitStep step : DigitStep.values()) {
        if ((bits >> step.ordinal() & 1) == 1) {
          steps.add(step);
        }
      }
      int[] rows = DigitImages.inkedRows(stages(large, steps).image());
      assertTrue(rows[1] - rows[0] >= 15, steps + ": rows " + rows[0] + " to " + rows[1]);
    }
  }

  @Test
  void anEmptyPadHasNoStages() {
    PadInk ink = StrokeRasterizer.onPad(List.of(), 1, 1, true);

    assertTrue(DigitNormalizer.stages(ink, DigitStep.all()).isEmpty());
    assertTrue(DigitNormalizer.stages(ink, EnumSet.noneOf(DigitStep.class)).isEmpty());
  }
}
