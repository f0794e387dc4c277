package digitstudio.training;

/**
 * All there is to know of a {@link Curve} in growth.
 *
 * @param stepsPerBucket how many steps one bucket covers
 * @param steps how many there are in all
 * @param inLast how many of them are in the last bucket
 * @param least [buckets]
 * @param greatest [buckets]
 * @param sum [buckets]
 */
record CurveState(
    long stepsPerBucket, long steps, long inLast, float[] least, float[] greatest, double[] sum) {}
