package digitstudio.report.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PixelColumnsTest {
  private static final int POINTS = 10_000;
  private static final int COLUMNS = 100;
  private static final Span SPAN = new Span(0, POINTS);

  private static CurvePoints noise() {
    Random random = new Random(7);
    return new CurvePoints(
        IntStream.range(0, POINTS).asDoubleStream().toArray(), random.doubles(POINTS).toArray());
  }

  @Test
  void aColumnKeepsItsLeastAndItsGreatestValue() {
    CurvePoints points = noise();
    CurvePoints thin = PixelColumns.thin(points, SPAN, COLUMNS);
    assertEquals(2 * COLUMNS, thin.size());
    double[] firstColumn = Arrays.copyOf(points.y(), POINTS / COLUMNS);
    assertEquals(
        Arrays.stream(firstColumn).min().getAsDouble(), Math.min(thin.y()[0], thin.y()[1]));
    assertEquals(
        Arrays.stream(firstColumn).max().getAsDouble(), Math.max(thin.y()[0], thin.y()[1]));
  }

  @Test
  void aSpikeOfOnePointIsNotLost() {
    CurvePoints points = noise();
    points.y()[4321] = 50;
    points.y()[8765] = -50;
    double[] thin = PixelColumns.thin(points, SPAN, COLUMNS).y();
    assertEquals(50, Arrays.stream(thin).max().getAsDouble());
    assertEquals(-50, Arrays.stream(thin).min().getAsDouble());
  }

  @Test
  void noColumnHasMoreThanTwoPointsAndTheirOrderIsKept() {
    CurvePoints points = noise();
    for (int i = 0; i < POINTS; i += 37) {
      points.y()[i] = i % 2 == 0 ? Double.NaN : Double.POSITIVE_INFINITY;
    }
    CurvePoints thin = PixelColumns.thin(points, SPAN, COLUMNS);
    int[] counts = new int[COLUMNS];
    for (int i = 0; i < thin.size(); i++) {
      counts[(int) (thin.x()[i] * COLUMNS / POINTS)]++;
      assertTrue(i == 0 || thin.x()[i] > thin.x()[i - 1]);
    }
    assertEquals(2, Arrays.stream(counts).max().getAsInt());
  }

  @Test
  void aBrokenColumnKeepsTheBreakAndTheValueThatStandsOut() {
    CurvePoints points =
        new CurvePoints(
            new double[] {0, 1, 1.2, 1.4, 1.6}, new double[] {1, 1.1, 9, 0.9, Double.NaN});
    CurvePoints thin = PixelColumns.thin(points, new Span(0, 2), 2);
    assertArrayEquals(new double[] {1, 9, Double.NaN}, thin.y());
  }

  @Test
  void aColumnOfNothingFiniteIsOneBreak() {
    double[] x = {0, 1, 1.1, 1.2, 2};
    double[] y = {1, Double.NaN, Double.POSITIVE_INFINITY, Double.NaN, 3};
    CurvePoints thin = PixelColumns.thin(new CurvePoints(x, y), new Span(0, 3), 3);
    assertEquals(3, thin.size());
    assertTrue(Double.isNaN(thin.y()[1]));
  }

  @Test
  void fewPointsStayAsTheyAre() {
    double[] x = {1, 2, 3};
    double[] y = {3, 1, 2};
    assertArrayEquals(y, PixelColumns.thin(new CurvePoints(x, y), new Span(0, 4), 400).y());
  }
}
