package digitstudio.training;

import digitstudio.digits.ClassNames;
import digitstudio.digits.DigitSet;
import digitstudio.digits.MnistFiles;
import digitstudio.digits.sets.ImageSet;
import java.util.function.Supplier;

/**
 * The images a run may see, before its split.
 *
 * @param train training images
 * @param test test images, looked at only after the last epoch
 * @param sha256 of both, for provenance
 * @param description its name and its classes
 * @param drawings reads the drawings of the person's own hand, as they are when a run that wants
 *     them begins; throws a {@link digitstudio.text.Problem} if they cannot be read
 */
public record TrainingData(
    DigitSet train,
    DigitSet test,
    String sha256,
    DataDescription description,
    Supplier<OwnDrawings> drawings) {
  private static final String MNIST_SHA256 =
      "06b0d1f124c4e5fa796686ade41a9b778edacc8622f2195a352ef479ad44fc16";

  public TrainingData {
    if (!train.classes().equals(description.classes())
        || !test.classes().equals(description.classes())) {
      throw new IllegalArgumentException("sets of other classes than " + description.classes());
    }
  }

  /** Images without drawings beside them. */
  public TrainingData(DigitSet train, DigitSet test, String sha256, DataDescription description) {
    this(train, test, sha256, description, () -> OwnDrawings.NONE);
  }

  /** Images under MNIST's name, or without one if their classes are not the digits. */
  public TrainingData(DigitSet train, DigitSet test, String sha256) {
    this(
        train,
        test,
        sha256,
        train.classes().areDigits()
            ? DataDescription.MNIST
            : new DataDescription("", train.classes()));
  }

  /** The same images with drawings beside them. */
  public TrainingData withDrawings(Supplier<OwnDrawings> read) {
    return new TrainingData(train, test, sha256, description, read);
  }

  /** The sets of an MNIST folder. */
  public static TrainingData of(MnistFiles files) {
    return new TrainingData(files.train(), files.test(), files.sha256());
  }

  /** A data set of one's own, or MNIST under its name wherever it lies. */
  public static TrainingData of(ImageSet set) {
    boolean mnist = set.sha256().equals(MNIST_SHA256) && set.classes().areDigits();
    return new TrainingData(
        set.train(),
        set.test(),
        set.sha256(),
        mnist ? DataDescription.MNIST : new DataDescription(set.name(), set.classes()));
  }

  /** What the data set is called. */
  public String name() {
    return description.name();
  }

  /** Its classes in the order of their labels. */
  public ClassNames classes() {
    return description.classes();
  }
}
