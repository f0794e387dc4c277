package digitstudio.report.document;

/**
 * Mean and standard deviation of many numbers.
 *
 * @param mean their mean
 * @param deviation of the numbers themselves, not of a sample
 */
record Moments(double mean, double deviation) {
  static Moments of(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    double squares = 0;
    for (float value : values) {
      squares += (value - mean) * (value - mean);
    }
    return new Moments(mean, Math.sqrt(squares / values.length));
  }
}
