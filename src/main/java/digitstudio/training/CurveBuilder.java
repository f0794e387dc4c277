package digitstudio.training;

import java.util.Arrays;

/**
 * A {@link Curve} as it grows: when its buckets are full, two become one, so that a run of any
 * length keeps its shape and its spikes in the same memory.
 */
final class CurveBuilder {
  private final float[] least;
  private final float[] greatest;
  private final double[] sum;
  private long stepsPerBucket = 1;
  private long steps;
  private int last = -1;
  private long inLast;

  /** More than any screen has columns for, and little to copy. */
  static final int BUCKETS = 4096;

  /**
   * @param buckets most of them, an even number
   */
  CurveBuilder(int buckets) {
    least = new float[buckets];
    greatest = new float[buckets];
    sum = new double[buckets];
  }

  CurveState state() {
    return new CurveState(
        stepsPerBucket,
        steps,
        inLast,
        Arrays.copyOf(least, last + 1),
        Arrays.copyOf(greatest, last + 1),
        Arrays.copyOf(sum, last + 1));
  }

  /** Goes on from where another stood. */
  void restore(CurveState state) {
    stepsPerBucket = state.stepsPerBucket();
    steps = state.steps();
    inLast = state.inLast();
    last = state.sum().length - 1;
    System.arraycopy(state.least(), 0, least, 0, last + 1);
    System.arraycopy(state.greatest(), 0, greatest, 0, last + 1);
    System.arraycopy(state.sum(), 0, sum, 0, last + 1);
  }

  void add(double value) {
    if (last < 0 || inLast == stepsPerBucket) {
      openBucket();
    }
    float rounded = (float) value;
    if (inLast == 0) {
      least[last] = rounded;
      greatest[last] = rounded;
      sum[last] = value;
    } else {
      least[last] = Math.min(least[last], rounded);
      greatest[last] = Math.max(greatest[last], rounded);
      sum[last] += value;
    }
    inLast++;
    steps++;
  }

  private void openBucket() {
    if (last + 1 == sum.length) {
      for (int b = 0; b < sum.length / 2; b++) {
        least[b] = Math.min(least[2 * b], least[2 * b + 1]);
        greatest[b] = Math.max(greatest[2 * b], greatest[2 * b + 1]);
        sum[b] = sum[2 * b] + sum[2 * b + 1];
      }
      last = sum.length / 2 - 1;
      stepsPerBucket *= 2;
    }
    last++;
    inLast = 0;
  }

  Curve curve() {
    float[] mean = new float[last + 1];
    for (int b = 0; b <= last; b++) {
      mean[b] = (float) (sum[b] / (b == last ? inLast : stepsPerBucket));
    }
    return new Curve(
        stepsPerBucket,
        steps,
        Arrays.copyOf(least, last + 1),
        Arrays.copyOf(greatest, last + 1),
        mean);
  }
}
