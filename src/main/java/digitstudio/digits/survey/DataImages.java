package digitstudio.digits.survey;

import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Every image of a data set under one number: first those of the training file, then those of the
 * test file, each in the order of its file.
 *
 * @param train the training file
 * @param test the test file
 * @param classes the name of each class, by its label
 */
public record DataImages(DigitSet train, DigitSet test, List<String> classes) {
  public DataImages {
    classes = List.copyOf(classes);
    requireNamed(train, classes.size());
    requireNamed(test, classes.size());
  }

  private static void requireNamed(DigitSet set, int classes) {
    for (byte label : set.labels()) {
      if (label < 0 || label >= classes) {
        throw new IllegalArgumentException("label " + label + " of " + classes + " classes");
      }
    }
  }

  /** How many images. */
  public int size() {
    return train.size() + test.size();
  }

  /** Whether an image is of the test file. */
  public boolean isTest(int image) {
    return image >= train.size();
  }

  /** The place of an image in its file, from 0. */
  public int place(int image) {
    return isTest(image) ? image - train.size() : image;
  }

  /** The label of an image. */
  public int label(int image) {
    return set(image).label(place(image));
  }

  /** A copy of an image. */
  public DigitImage image(int image) {
    return set(image).image(place(image));
  }

  /** The pixels among which those of an image stand, from {@link #offset} on; not to be changed. */
  public byte[] pixels(int image) {
    return set(image).pixels();
  }

  /** Where in {@link #pixels} an image begins. */
  public int offset(int image) {
    return place(image) * DigitImage.PIXELS;
  }

  private DigitSet set(int image) {
    return isTest(image) ? test : train;
  }

  /** The numbers of all images, or of those of the training file alone. */
  public int[] numbers(boolean withTest) {
    return IntStream.range(0, withTest ? size() : train.size()).toArray();
  }

  /** Sum of the squared differences of two images' pixels, 0 to 784 · 255². */
  long squaredDistance(int first, int second, long enough) {
    byte[] one = pixels(first);
    byte[] other = pixels(second);
    int from = offset(first);
    int at = offset(second);
    long sum = 0;
    for (int row = 0; row < DigitImage.SIDE && sum <= enough; row++) {
      int rowSum = 0;
      for (int i = row * DigitImage.SIDE; i < (row + 1) * DigitImage.SIDE; i++) {
        int difference = (one[from + i] & 0xFF) - (other[at + i] & 0xFF);
        rowSum += difference * difference;
      }
      sum += rowSum;
    }
    return sum;
  }
}
