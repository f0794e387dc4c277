package digitstudio.training;

import digitstudio.digits.DigitSet;
import digitstudio.digits.MnistFiles;

/**
 * The images a run may see, before its split.
 *
 * @param train training images
 * @param test test images, looked at only after the last epoch
 * @param sha256 of both, for provenance
 */
public record TrainingData(DigitSet train, DigitSet test, String sha256) {
  /** The sets of an MNIST folder. */
  public static TrainingData of(MnistFiles files) {
    return new TrainingData(files.train(), files.test(), files.sha256());
  }
}
