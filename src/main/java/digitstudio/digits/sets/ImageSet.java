package digitstudio.digits.sets;

import digitstudio.digits.ClassNames;
import digitstudio.digits.DigitSet;
import digitstudio.text.Sentence;
import java.util.List;

/**
 * A data set as it was read, with what there is to know of the reading.
 *
 * @param name of its folder or file
 * @param kind of files it came from
 * @param train training images
 * @param test test images
 * @param sha256 of both, as MNIST's is made
 * @param inverted whether light paper was turned dark
 * @param transposed whether rows and columns were exchanged
 * @param remarks what was made of the images and what was left out, and why
 */
public record ImageSet(
    String name,
    Kind kind,
    DigitSet train,
    DigitSet test,
    String sha256,
    boolean inverted,
    boolean transposed,
    List<Sentence> remarks) {
  /** The files that data sets come in. */
  public enum Kind {
    /** A folder of four idx files. */
    IDX,
    /** A folder of pictures, a folder for each class. */
    PICTURES,
    /** A file of comma-separated values. */
    CSV
  }

  public ImageSet {
    remarks = List.copyOf(remarks);
  }

  /** Its classes in the order of their labels. */
  public ClassNames classes() {
    return train.classes();
  }
}
