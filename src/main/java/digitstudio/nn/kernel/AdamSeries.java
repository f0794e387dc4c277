package digitstudio.nn.kernel;

/**
 * How far Adam moves a weight in the steps after its last gradient.
 *
 * <p>From then on m and v only fade, so step i moves it by rate_i m / (√v + ε_i) with m and v as
 * they were, where rate_i and ε_i hold the fading and the corrections. With d = √v + ε̄, S the sum
 * of the rates, ε̄ the mean and σ the deviation of the ε_i under them, the steps come to S m / d ·
 * (1 + (σ/d)² - …).
 */
final class AdamSeries {
  /**
   * How many times σ must d be for the sum to be good to one part in a million: the third moment,
   * the first that is left out, is about twice the deviation's cube.
   */
  private static final double SAFE_DEVIATIONS = 150;

  /** What is left of m and v, and the sum, of a number of steps: set by {@link #take}. */
  float keepFirst;

  float keepSecond;
  float sum;
  float epsilon;
  float deviation;

  /** The least d at which the sum is safe. */
  float least;

  private final int kept;

  /** By the first step, the sum and its moments in ε. */
  private final double[] sums;

  private final double[] epsilonSums;
  private final double[] squareSums;

  /** By step, η and ε with their corrections. */
  private final double[] stepRates;

  private final double[] stepEpsilons;

  /** By the number of steps, what fading does to m, v, m/√v and ε/√v. */
  private final float[] firstPowers;

  private final float[] secondPowers;
  private final double[] rateFades;
  private final double[] epsilonGrowth;

  /**
   * @param kept most steps of a sum, a power of two
   */
  AdamSeries(int kept) {
    this.kept = kept;
    sums = new double[kept];
    epsilonSums = new double[kept];
    squareSums = new double[kept];
    stepRates = new double[kept];
    stepEpsilons = new double[kept];
    firstPowers = new float[kept + 1];
    secondPowers = new float[kept + 1];
    rateFades = new double[kept + 1];
    epsilonGrowth = new double[kept + 1];
  }

  void begin(UpdateRule rule) {
    for (int due = 1; due <= kept; due++) {
      firstPowers[due] = (float) Math.pow(rule.first, due - 1);
      secondPowers[due] = (float) Math.pow(rule.second, due - 1);
      rateFades[due] = Math.pow(rule.first / Math.sqrt(rule.second), due - 1);
      epsilonGrowth[due] = Math.pow(rule.second, -0.5 * (due - 1));
    }
  }

  /** Adds a step, with the rule as it is at it, to the sum of every first step that is kept. */
  void extend(int step, UpdateRule rule) {
    double root = Math.sqrt(rule.secondCorrection);
    double rate = (double) rule.rate * rule.firstCorrection / root;
    double stepEpsilon = rule.epsilon / root;
    int slot = slot(step);
    stepRates[slot] = rate;
    stepEpsilons[slot] = stepEpsilon;
    sums[slot] = 0;
    epsilonSums[slot] = 0;
    squareSums[slot] = 0;
    int most = Math.min(step + 1, kept);
    for (int due = 1; due <= most; due++) {
      int start = slot(step - due + 1);
      double share = rate * rateFades[due];
      double epsilon = stepEpsilon * epsilonGrowth[due];
      sums[start] += share;
      epsilonSums[start] += share * epsilon;
      squareSums[start] += share * epsilon * epsilon;
    }
  }

  private int slot(int step) {
    return step & (kept - 1);
  }

  /** Sets the fields to the steps from {@code start} on, of which {@code due} were added. */
  void take(int start, int due) {
    int slot = slot(start);
    // With η = 0 nothing moves, and any ε will do.
    double total = sums[slot] == 0 ? 1 : sums[slot];
    double mean = epsilonSums[slot] / total;
    double variance = Math.max(0, squareSums[slot] / total - mean * mean);
    double exactDeviation = due == 1 ? 0 : Math.sqrt(variance);
    keepFirst = firstPowers[due];
    keepSecond = secondPowers[due];
    sum = (float) sums[slot];
    epsilon = (float) mean;
    deviation = (float) exactDeviation;
    least = (float) (SAFE_DEVIATIONS * exactDeviation);
  }

  /** Whether the sum is safe whatever √v is: so it is after the first hundreds of steps. */
  boolean isSafe() {
    return least < epsilon || least == 0;
  }

  /** What m is multiplied by in these steps, one by one. */
  double exact(double root, int start, int due) {
    double moved = 0;
    for (int i = 1; i <= due; i++) {
      int slot = slot(start + i - 1);
      moved += stepRates[slot] * rateFades[i] / (root + stepEpsilons[slot] * epsilonGrowth[i]);
    }
    return moved;
  }
}
