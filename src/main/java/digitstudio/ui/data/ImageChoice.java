package digitstudio.ui.data;

import digitstudio.digits.survey.DataImages;
import digitstudio.digits.survey.ImageFigures;
import java.util.Arrays;
import java.util.Set;

/**
 * Which images are shown, and in which order.
 *
 * @param classes labels
 * @param parts of the data
 * @param order by what they are sorted
 * @param descending whether the largest come first
 */
record ImageChoice(
    Set<Integer> classes, Set<ImagePart> parts, ImageOrder order, boolean descending) {
  ImageChoice {
    classes = Set.copyOf(classes);
    parts = Set.copyOf(parts);
  }

  /**
   * The numbers of those images.
   *
   * @param partOf the part of each image
   * @param figures may be null if they are sorted by their index
   */
  int[] of(DataImages images, ImagePart[] partOf, ImageFigures figures) {
    boolean[] wanted = new boolean[images.classes().size()];
    classes.forEach(label -> wanted[label] = true);
    int[] found = new int[images.size()];
    int count = 0;
    for (int image = 0; image < found.length; image++) {
      if (wanted[images.label(image)] && parts.contains(partOf[image])) {
        found[count++] = image;
      }
    }
    int[] shown = Arrays.copyOf(found, count);
    if (order != ImageOrder.INDEX) {
      sort(shown, values(figures));
    }
    if (descending) {
      reverse(shown);
    }
    return shown;
  }

  private float[] values(ImageFigures figures) {
    return switch (order) {
      case INK -> figures.inks();
      case MEAN -> figures.means();
      default -> figures.distances();
    };
  }

  /** By the value and then by the number, both in one long: none of the values is negative. */
  static void sort(int[] images, float[] values) {
    long[] keys = new long[images.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (long) Float.floatToIntBits(values[images[i]]) << 32 | images[i];
    }
    Arrays.sort(keys);
    for (int i = 0; i < keys.length; i++) {
      images[i] = (int) keys[i];
    }
  }

  static void reverse(int[] images) {
    for (int i = 0, j = images.length - 1; i < j; i++, j--) {
      int swapped = images[i];
      images[i] = images[j];
      images[j] = swapped;
    }
  }
}
