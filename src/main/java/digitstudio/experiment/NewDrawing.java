package digitstudio.experiment;

import digitstudio.digits.ClassNames;
import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitSet;
import digitstudio.digits.Stroke;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A digit that is to be kept.
 *
 * @param label which digit it is, 0 to 9
 * @param image as the network sees it
 * @param strokes it was drawn with, on a pad of side 1; empty where it came from a picture or file
 */
public record NewDrawing(int label, DigitImage image, List<Stroke> strokes) {
  public NewDrawing {
    if (label < 0 || label >= ClassNames.DIGITS.count()) {
      throw new IllegalArgumentException("label " + label);
    }
    strokes = List.copyOf(strokes);
  }

  /** One without strokes. */
  public static NewDrawing of(int label, DigitImage image) {
    return new NewDrawing(label, image, List.of());
  }

  /** All of a set. */
  public static List<NewDrawing> allOf(DigitSet set) {
    return IntStream.range(0, set.size()).mapToObj(i -> of(set.label(i), set.image(i))).toList();
  }
}
