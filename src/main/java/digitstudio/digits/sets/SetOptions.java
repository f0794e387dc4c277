package digitstudio.digits.sets;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a data set is to be read where it leaves a choice.
 *
 * @param test a second CSV file with the test images; empty for a split
 * @param paper which way round the images are
 * @param transposed whether rows and columns of the images are exchanged, as EMNIST's idx files
 *     have them; empty to go by the files' name
 * @param label where a CSV has its labels
 * @param fashion whether ten classes without names get Fashion-MNIST's
 */
public record SetOptions(
    Optional<Path> test,
    PaperTone paper,
    Optional<Boolean> transposed,
    LabelColumn label,
    boolean fashion) {
  /** Which way round images are. */
  public enum PaperTone {
    /** Told by the images' borders, once for the whole set. */
    AUTO,
    /** Light paper, dark ink: turned round. */
    LIGHT,
    /** Dark paper, light ink: as MNIST is. */
    DARK
  }

  /** Where a CSV has its labels. */
  public enum LabelColumn {
    /** The column called label, or the first or last one, whichever looks like labels. */
    AUTO,
    FIRST,
    LAST
  }

  /** The part of the images that becomes the test set where none is given. */
  public static final double TEST_SHARE = 0.2;

  /** Of the draw that makes the test set, so that it is the same every time. */
  public static final long SPLIT_SEED = 1;

  /** Everything left to the reader. */
  public static final SetOptions AUTO =
      new SetOptions(Optional.empty(), PaperTone.AUTO, Optional.empty(), LabelColumn.AUTO, false);

  public SetOptions withTest(Path file) {
    return new SetOptions(Optional.of(file), paper, transposed, label, fashion);
  }

  public SetOptions withPaper(PaperTone tone) {
    return new SetOptions(test, tone, transposed, label, fashion);
  }

  public SetOptions withTransposed(boolean exchanged) {
    return new SetOptions(test, paper, Optional.of(exchanged), label, fashion);
  }

  public SetOptions withLabel(LabelColumn column) {
    return new SetOptions(test, paper, transposed, column, fashion);
  }

  public SetOptions withFashion(boolean on) {
    return new SetOptions(test, paper, transposed, label, on);
  }
}
