package digitstudio.digits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.digits.Stroke.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Strokes through {@link StrokeRasterizer} and {@link DigitNormalizer}. */
class DrawingPipelineTest {
  private static final double PEN = 0.08;

  /** A seven of this size with its top left corner here, on a pad of side 1. */
  private static List<Stroke> seven(double x, double y, double size, double pen) {
    List<Point> line = new ArrayList<>();
    for (int i = 0; i <= 20; i++) {
      line.add(new Point(x + size * 0.7 * i / 20, y));
    }
    for (int i = 1; i <= 30; i++) {
      line.add(new Point(x + size * (0.7 - 0.45 * i / 30), y + size * i / 30));
    }
    List<Point> bar =
        List.of(new Point(x + size * 0.2, y + size / 2), new Point(x + size * 0.7, y + size / 2));
    return List.of(new Stroke(line, pen), new Stroke(bar, pen));
  }

  private static DigitImage drawn(List<Stroke> strokes) {
    return DigitNormalizer.normalize(StrokeRasterizer.rasterize(strokes, 1, 1)).orElseThrow();
  }

  private static double difference(DigitImage one, DigitImage other) {
    return DigitImages.meanDifference(one, other);
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1, 0.15",
    "0.8, 0.8, 0.15",
    "0.02, 0.5, 0.3",
    "0.3, 0.2, 0.6",
    "0.1, 0.04, 0.92",
    "0.15, 0, 1"
  })
  void theSameDigitComesOutTheSameAtAnyPlaceAndSize(double x, double y, double size) {
    DigitImage usual = drawn(seven(0.3, 0.25, 0.5, PEN));

    assertTrue(difference(usual, drawn(seven(x, y, size, PEN))) < 1.5);
  }

  @Test
  void theUnitOfThePadDoesNotMatter() {
    List<Stroke> small = seven(0.2, 0.2, 0.6, PEN);
    List<Stroke> large =
        small.stream()
            .map(
                stroke ->
                    new Stroke(
                        stroke.points().stream()
                            .map(point -> new Point(point.x() * 4096, point.y() * 4096))
                            .toList(),
                        stroke.width() * 4096))
            .toList();

    DigitImage image =
        DigitNormalizer.normalize(StrokeRasterizer.rasterize(large, 4096, 4096)).orElseThrow();

    assertEquals(drawn(small), image);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.002, 0.02, 0.05, 0.08, 0.11, 0.15})
  void everyPenComesOutAsWideAndDarkAsMnistsAre(double pen) {
    // A one of height 0.6: the ink of a row in its middle is the width of the pen.
    DigitImage one =
        drawn(List.of(new Stroke(List.of(new Point(0.5, 0.2), new Point(0.5, 0.8)), pen)));

    double width = 0;
    int darkest = 0;
    for (int column = 0; column < DigitImage.SIDE; column++) {
      width += one.ink(14, column) / 255.0;
      darkest = Math.max(darkest, one.ink(14, column));
    }
    assertTrue(width > 1.7 && width < 4.2, "width " + width);
    assertTrue(darkest > 250, "darkest " + darkest);
  }

  @Test
  void theUsualPenIsAsWideAsMnistsUsualPen() {
    DigitImage one =
        drawn(List.of(new Stroke(List.of(new Point(0.5, 0.2), new Point(0.5, 0.8)), PEN)));

    double width = 0;
    for (int column = 0; column < DigitImage.SIDE; column++) {
      width += one.ink(14, column) / 255.0;
    }
    assertEquals(2.5, width, 0.2);
  }

  @Test
  void aWiderPenGivesMoreInk() {
    assertTrue(
        DigitImages.ink(drawn(seven(0.2, 0.2, 0.5, 0.12)))
            > 1.2 * DigitImages.ink(drawn(seven(0.2, 0.2, 0.5, 0.06))));
  }

  @Test
  void theDigitFills20PixelsAndItsCentreOfMassIsInTheMiddle() {
    DigitImage image = drawn(seven(0.1, 0.3, 0.4, PEN));

    int[] rows = DigitImages.inkedRows(image);
    assertEquals(20, rows[1] - rows[0] + 1);
    double[] centre = DigitImages.centreOfMass(image);
    assertEquals(14, centre[0], 0.5);
    assertEquals(14, centre[1], 0.5);
  }

  @Test
  void noInkIsCutOffHoweverUnevenItLies() {
    // A blot at one end of a long thin line draws the centre of mass to itself.
    List<Point> blot = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      blot.add(new Point(0.1 + 0.15 * Math.cos(i), 0.2 + 0.1 * Math.sin(i * 1.7)));
    }
    List<Stroke> strokes =
        List.of(
            new Stroke(blot, 0.1),
            new Stroke(List.of(new Point(0.1, 0.2), new Point(0.9, 0.9)), 0.04));

    DigitImage image = drawn(strokes);

    int[] rows = DigitImages.inkedRows(image);
    int[] columns = DigitImages.inkedColumns(image);
    assertEquals(
        20, Math.max(rows[1] - rows[0], columns[1] - columns[0]) + 1, "the longer side is whole");
  }

  @Test
  void aDotIsAFilledDisc() {
    DigitImage image = drawn(List.of(new Stroke(List.of(new Point(0.5, 0.5)), PEN)));

    assertEquals(Math.PI * 100, DigitImages.ink(image), 8);
    assertEquals(255, image.ink(14, 14));
    assertEquals(0, image.ink(5, 5));
  }

  @Test
  void aTremblingDotIsNotMagnified() {
    List<Point> trembling = List.of(new Point(0.5, 0.5), new Point(0.504, 0.5));

    DigitImage image = drawn(List.of(new Stroke(trembling, PEN)));

    assertTrue(difference(image, drawn(List.of(new Stroke(List.of(new Point(0, 0)), PEN)))) < 12);
  }

  @Test
  void whatLeavesThePadIsLeftOut() {
    DigitImage inside = drawn(List.of(line(t -> new Point(0.5, 0.1 + 0.9 * t))));
    DigitImage across = drawn(List.of(line(t -> new Point(0.5, 0.1 + 5 * t))));

    assertTrue(difference(inside, across) < 3);
    assertTrue(
        DigitNormalizer.normalize(
                StrokeRasterizer.rasterize(List.of(line(t -> new Point(3, 3 + t))), 1, 1))
            .isEmpty());
  }

  @Test
  void nothingDrawnIsNothingToRead() {
    assertTrue(DigitNormalizer.normalize(StrokeRasterizer.rasterize(List.of(), 1, 1)).isEmpty());
    assertTrue(DigitNormalizer.normalize(new Ink(3, 2, new float[6])).isEmpty());
    assertTrue(DigitNormalizer.normalize(new Ink(0, 0, new float[0])).isEmpty());
  }

  @Test
  void aHairLineOfAPictureIsThickenedAndDark() {
    float[] values = new float[600 * 400];
    for (int row = 50; row < 550; row++) {
      values[row * 400 + 200] = 0.7f;
    }

    DigitImage one = DigitNormalizer.normalize(new Ink(400, 600, values)).orElseThrow();

    assertTrue(DigitImages.ink(one) > 20 * 1.4, "ink " + DigitImages.ink(one));
    assertTrue(DigitImages.ink(one) < 20 * 3, "ink " + DigitImages.ink(one));
    assertTrue(one.ink(14, 14) > 250);
  }

  @Test
  void smoothingRoundsCornersAndKeepsTheEnds() {
    List<Point> corner = List.of(new Point(0, 0), new Point(1, 0), new Point(1, 1));

    Stroke smooth = new Stroke(corner, 0.1).smoothed();

    assertEquals(corner.get(0), smooth.points().get(0));
    assertEquals(corner.get(2), smooth.points().get(smooth.points().size() - 1));
    assertTrue(smooth.points().size() > 8);
    assertTrue(smooth.points().stream().noneMatch(point -> point.x() > 0.9 && point.y() < 0.1));
    assertTrue(
        smooth.points().stream()
            .allMatch(p -> p.x() >= 0 && p.x() <= 1 && p.y() >= 0 && p.y() <= 1));
  }

  private static Stroke line(DoubleFunction<Point> at) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i <= 50; i++) {
      points.add(at.apply(i / 50.0));
    }
    return new Stroke(points, PEN);
  }
}
