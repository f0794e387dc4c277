package digitstudio.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WeightHistogramTest {
  private static float[] values(long seed, int count) {
    Random random = new Random(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  @Test
  void theSharesAreThoseOfCountingOnTheCoarseScale() {
    float[] values = values(1, 20_000);
    double[] shares = WeightHistogram.of(values).shares(6, 24);
    double[] counted = new double[24];
    for (float value : values) {
      counted[(int) ((value + 6) / 12 * 24)] += 1.0 / values.length;
    }
    // A fine bin that is cut gives to both sides in proportion, not value by value.
    assertArrayEquals(counted, shares, 1e-3);
    assertEquals(1, Arrays.stream(shares).sum(), 1e-9);
  }

  @Test
  void whatLiesBeyondTheScaleIsLeftOut() {
    double[] shares = WeightHistogram.of(new float[] {-3, -0.5f, 0.5f, 3}).shares(1, 2);
    assertArrayEquals(new double[] {0.25, 0.25}, shares, 1e-3);
  }

  @Test
  void whatIsNoNumberIsCountedApart() {
    float[] values = {0.5f, Float.NaN, Float.POSITIVE_INFINITY, -0.25f};
    WeightHistogram histogram = WeightHistogram.of(values);
    assertEquals(2, histogram.notFinite());
    assertEquals(0.5, histogram.reach());
    assertEquals(0.5, Arrays.stream(histogram.shares(1, 10)).sum(), 1e-9);
  }

  @Test
  void zerosAloneLieInTheMiddle() {
    double[] shares = WeightHistogram.of(new float[100]).shares(1, 3);
    assertArrayEquals(new double[] {0, 1, 0}, shares, 1e-9);
  }
}
