package digitstudio.training;

/**
 * A curve over the steps of a run at bounded size: each bucket holds the least, the greatest and
 * the mean of the steps that fell into it, so that no spike is lost. Immutable.
 *
 * @param stepsPerBucket how many steps one bucket covers; the last may cover fewer
 * @param steps how many steps there are in all
 * @param least [buckets]
 * @param greatest [buckets]
 * @param mean [buckets], NaN where a step was
 */
public record Curve(
    long stepsPerBucket, long steps, float[] least, float[] greatest, float[] mean) {
  /** No steps yet. */
  public static final Curve EMPTY = new Curve(1, 0, new float[0], new float[0], new float[0]);

  public int buckets() {
    return mean.length;
  }

  /** The last step of a bucket, counted from 1. */
  public long step(int bucket) {
    return Math.min((bucket + 1) * stepsPerBucket, steps);
  }
}
