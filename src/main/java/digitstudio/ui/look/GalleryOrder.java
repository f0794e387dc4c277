package digitstudio.ui.look;

import digitstudio.nn.Spelling;
import digitstudio.training.Answers;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

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
    int[] all = IntStream.range(0, answers.size()).filter(wanted).toArray();
    return switch (this) {
      case MISTAKES ->
          sorted(
              IntStream.of(all).filter(image -> !answers.isRight(image)).toArray(),
              image -> 1 - answers.confidence(image));
      case UNSURE -> sorted(all, answers::margin);
      case TYPICAL -> typical(answers, all);
      case FILE -> all;
    };
  }

  /** A number of an image, not negative. */
  private interface Key {
    float of(int image);
  }

  /** By key, and by place where the keys are equal; quick enough for every image of a file. */
  private static int[] sorted(int[] images, Key key) {
    long[] keys = new long[images.length];
    for (int i = 0; i < keys.length; i++) {
      // The bits of floats that are not negative are in the order of the floats.
      keys[i] = (long) Float.floatToIntBits(key.of(images[i])) << Integer.SIZE | images[i];
    }
    Arrays.sort(keys);
    return LongStream.of(keys).mapToInt(value -> (int) value).toArray();
  }

  private static int[] typical(Answers answers, int[] images) {
    int[] byConfidence =
        sorted(
            IntStream.of(images).filter(answers::isRight).toArray(),
            image -> 1 - answers.confidence(image));
    int[] seen = new int[answers.classes()];
    int[] turn = new int[answers.size()];
    for (int image : byConfidence) {
      turn[image] = seen[answers.label(image)]++ * answers.classes() + answers.label(image);
    }
    return sorted(byConfidence, image -> turn[image]);
  }
}
