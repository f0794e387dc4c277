package digitstudio.ui.look;

import digitstudio.nn.Spelling;
import digitstudio.training.Answers;
import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Which images of a reading are shown, and in what order. */
enum GalleryOrder {
  /** Wrong answers, the most confident first. */
  MISTAKES,
  /** Those where the two likeliest digits are closest. */
  UNSURE,
  /** Right answers, the most confident first, in rounds of every digit. */
  TYPICAL,
  /** All, as in their file. */
  FILE;

  String nameKey() {
    return "look.order." + Spelling.of(this);
  }

  /**
   * The images that pass.
   *
   * @return their indices in the reading
   */
  int[] of(Answers answers, IntPredicate wanted) {
    IntStream all = IntStream.range(0, answers.size()).filter(wanted);
    return switch (this) {
      case MISTAKES ->
          sorted(
              all.filter(image -> !answers.isRight(image)),
              Comparator.comparingDouble(image -> -answers.confidence(image)));
      case UNSURE -> sorted(all, Comparator.comparingDouble(answers::margin));
      case TYPICAL -> typical(answers, all);
      case FILE -> all.toArray();
    };
  }

  private static int[] sorted(IntStream images, Comparator<Integer> order) {
    return images.boxed().sorted(order).mapToInt(Integer::intValue).toArray();
  }

  private static int[] typical(Answers answers, IntStream images) {
    int[] byConfidence =
        sorted(
            images.filter(answers::isRight),
            Comparator.comparingDouble(image -> -answers.confidence(image)));
    int[] seen = new int[answers.classes()];
    int[] round = new int[answers.size()];
    for (int image : byConfidence) {
      round[image] = seen[answers.label(image)]++;
    }
    return sorted(
        IntStream.of(byConfidence),
        Comparator.<Integer>comparingInt(image -> round[image]).thenComparing(answers::label));
  }
}
