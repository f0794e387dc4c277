package digitstudio.training;

import digitstudio.digits.DigitSet;
import digitstudio.digits.MnistFiles;
import java.util.function.Supplier;

/**
 * The images a run may see, before its split.
 *
 * @param train training images
 * @param test test images, looked at only after the last epoch
 * @param sha256 of both, for provenance
 * @param drawings reads the drawings of the person's own hand, as they are when a run that wants
 *     them begins; throws a {@link digitstudio.text.Problem} if they cannot be read
 */
public record TrainingData(
    DigitSet train, DigitSet test, String sha256, Supplier<OwnDrawings> drawings) {
  /** Images without drawings beside them. */
  public TrainingData(DigitSet train, DigitSet test, String sha256) {
    this(train, test, sha256, () -> OwnDrawings.NONE);
  }

  /** The same images with drawings beside them. */
  public TrainingData withDrawings(Supplier<OwnDrawings> read) {
    return new TrainingData(train, test, sha256, read);
  }

  /** The sets of an MNIST folder. */
  public static TrainingData of(MnistFiles files) {
    return new TrainingData(files.train(), files.test(), files.sha256());
  }
}
