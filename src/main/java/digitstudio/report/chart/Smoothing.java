package digitstudio.report.chart;

/**
 * The exponential moving average of a curve, with its bias towards zero corrected as in Adam
 * (Kingma and Ba 2015), so that it begins at the first value.
 */
public final class Smoothing {
  /** The strongest that is offered. */
  public static final double MOST = 0.95;

  private Smoothing() {}

  /**
   * s = weight · s + (1 - weight) · v, divided by 1 - weight^t. Values that are not finite are
   * passed on as they are and leave the average alone.
   *
   * @param values [points]
   * @param weight of what came before, 0 ≤ weight &lt; 1; 0 changes nothing
   */
  public static double[] smooth(double[] values, double weight) {
    double[] smoothed = values.clone();
    double average = 0;
    double bias = 1;
    for (int i = 0; i < values.length; i++) {
      if (Double.isFinite(values[i])) {
        average = weight * average + (1 - weight) * values[i];
        bias *= weight;
        smoothed[i] = average / (1 - bias);
      }
    }
    return smoothed;
  }
}
