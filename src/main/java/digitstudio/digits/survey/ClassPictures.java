package digitstudio.digits.survey;

import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The mean and the variance of each class, pixel by pixel.
 *
 * @param counts images of each class
 * @param means [classes][784], each 0 to 255; all 0 where a class has no images
 * @param variances [classes][784], the mean of the squared deviations from the mean
 */
public record ClassPictures(List<Integer> counts, double[][] means, double[][] variances) {
  public ClassPictures {
    counts = List.copyOf(counts);
  }

  /** Those of a set. */
  public static ClassPictures of(DigitSet images, int classes) {
    int[] counts = new int[classes];
    // Whole numbers add up without rounding: 255² · 2³¹ fits a long.
    long[][] sums = new long[classes][DigitImage.PIXELS];
    long[][] squares = new long[classes][DigitImage.PIXELS];
    byte[] pixels = images.pixels();
    for (int image = 0; image < images.size(); image++) {
      int label = images.label(image);
      counts[label]++;
      int from = image * DigitImage.PIXELS;
      long[] sum = sums[label];
      long[] square = squares[label];
      for (int i = 0; i < DigitImage.PIXELS; i++) {
        int ink = pixels[from + i] & 0xFF;
        sum[i] += ink;
        square[i] += ink * ink;
      }
    }
    double[][] means = new double[classes][DigitImage.PIXELS];
    double[][] variances = new double[classes][DigitImage.PIXELS];
    for (int label = 0; label < classes; label++) {
      double count = Math.max(1, counts[label]);
      for (int i = 0; i < DigitImage.PIXELS; i++) {
        double mean = sums[label][i] / count;
        means[label][i] = mean;
        variances[label][i] = Math.max(0, squares[label][i] / count - mean * mean);
      }
    }
    return new ClassPictures(IntStream.of(counts).boxed().toList(), means, variances);
  }
}
