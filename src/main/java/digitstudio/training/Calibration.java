package digitstudio.training;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a network is right as often as it believes (Guo et al. 2017): its answers in bins of equal
 * width by the probability of the digit given.
 *
 * @param bins from the least probabilities to the greatest
 */
public record Calibration(List<Bin> bins) {
  /** Bins of the literature. */
  public static final int BINS = 15;

  /**
   * The answers of one bin.
   *
   * @param low probabilities above this
   * @param high up to this
   * @param images how many
   * @param confidence their mean probability; NaN of none
   * @param accuracy share of them that is right; NaN of none
   */
  public record Bin(double low, double high, int images, double confidence, double accuracy) {}

  public Calibration {
    bins = List.copyOf(bins);
  }

  /** The answers in {@link #BINS} bins. */
  public static Calibration of(Answers answers) {
    int[] images = new int[BINS];
    int[] right = new int[BINS];
    double[] sums = new double[BINS];
    for (int image = 0; image < answers.size(); image++) {
      double confidence = answers.confidence(image);
      // A network that diverged has probabilities that are no numbers.
      if (confidence >= 0) {
        int bin = Math.max(0, Math.min(BINS, (int) Math.ceil(confidence * BINS)) - 1);
        images[bin]++;
        sums[bin] += confidence;
        right[bin] += answers.isRight(image) ? 1 : 0;
      }
    }
    List<Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      bins.add(
          new Bin(
              (double) bin / BINS,
              (bin + 1.0) / BINS,
              images[bin],
              sums[bin] / images[bin],
              (double) right[bin] / images[bin]));
    }
    return new Calibration(bins);
  }

  /** Expected calibration error: Σ bins (images / all) · |accuracy − confidence|; 0 of none. */
  public double expectedError() {
    double sum = 0;
    long all = 0;
    for (Bin bin : bins) {
      if (bin.images() > 0) {
        sum += bin.images() * Math.abs(bin.accuracy() - bin.confidence());
        all += bin.images();
      }
    }
    return all == 0 ? 0 : sum / all;
  }
}
