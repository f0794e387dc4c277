package digitstudio.lesson;

import digitstudio.nn.Spelling;
import digitstudio.text.Problem;
import digitstudio.text.Sentence;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A number of a run that a lesson may ask for. The test images are not looked at for a lesson. */
public enum Quantity {
  /** Share of the validation images read right, 0 to 1. */
  VALIDATION_ACCURACY(true),
  /** Share of the training images read right, 0 to 1. */
  TRAIN_ACCURACY(true),
  /** Training accuracy minus validation accuracy. */
  GAP(true),
  /** Epochs that were trained. */
  EPOCHS(false),
  /** Seconds of training. */
  SECONDS(false);

  private final boolean share;

  Quantity(boolean share) {
    this.share = share;
  }

  /**
   * The quantity of a name as files write it, {@code validationAccuracy}.
   *
   * @param place where the name stands
   * @throws Problem if there is none, naming those there are
   */
  static Quantity named(String name, String place) {
    return Arrays.stream(values())
        .filter(quantity -> quantity.fileName().equals(name))
        .findFirst()
        .orElseThrow(() -> new Problem("lessons.unknownQuantity", place, name, names()));
  }

  private static String names() {
    return Arrays.stream(values()).map(Quantity::fileName).collect(Collectors.joining(", "));
  }

  /** Its name in files. */
  String fileName() {
    StringBuilder name = new StringBuilder();
    for (String word : Spelling.of(this).split("-")) {
      name.append(
          name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return name.toString();
  }

  /** Whether it is a share, which is spoken of in percent. */
  boolean isShare() {
    return share;
  }

  /** Its name within a sentence. */
  Sentence title() {
    return Sentence.of("lessons.quantity." + Spelling.of(this));
  }

  /** A value of it with its unit. */
  Sentence words(double value) {
    return Sentence.of(
        "lessons.value." + (share ? "share" : Spelling.of(this)), share ? 100 * value : value);
  }
}
