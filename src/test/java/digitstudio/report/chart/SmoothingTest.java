package digitstudio.report.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SmoothingTest {
  @Test
  void noWeightChangesNothing() {
    double[] values = {3, 1, 2};
    assertArrayEquals(values, Smoothing.smooth(values, 0), 1e-12);
  }

  @Test
  void theAverageBeginsAtTheFirstValueAndFollowsTheFormula() {
    double[] smoothed = Smoothing.smooth(new double[] {4, 2, 6}, 0.5);
    assertEquals(4, smoothed[0], 1e-12);
    assertEquals((0.25 * 4 + 0.5 * 2) / 0.75, smoothed[1], 1e-12);
    assertEquals((0.125 * 4 + 0.25 * 2 + 0.5 * 6) / 0.875, smoothed[2], 1e-12);
  }

  @Test
  void aConstantCurveStaysWhereItIs() {
    double[] values = {0.7, 0.7, 0.7, 0.7};
    assertArrayEquals(values, Smoothing.smooth(values, 0.95), 1e-12);
  }

  @Test
  void valuesThatAreNotFinitePassAndLeaveTheAverageAlone() {
    double[] values = {1, Double.NaN, Double.POSITIVE_INFINITY, 1};
    assertArrayEquals(values, Smoothing.smooth(values, 0.9), 1e-12);
  }
}
