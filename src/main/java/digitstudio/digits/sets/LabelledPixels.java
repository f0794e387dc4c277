package digitstudio.digits.sets;

import digitstudio.digits.ClassNames;
import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitSet;
import digitstudio.text.Problem;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Images that grow in number while a set is read, each with the name of its class.
 *
 * <p>Bytes are refused before the memory is exhausted: reading needs room for the images twice.
 */
final class LabelledPixels {
  private static final int BLOCK = 1024;

  /** The most a Java byte array holds on every virtual machine. */
  private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8L;

  private final String file;
  private byte[] pixels = new byte[BLOCK * DigitImage.PIXELS];
  private String[] labels = new String[BLOCK];
  private int size;

  /**
   * @param file that is named where there are too many
   */
  LabelledPixels(String file) {
    this.file = file;
  }

  int size() {
    return size;
  }

  /** Takes an image in. */
  void add(byte[] image, String label) {
    if (size == labels.length) {
      grow();
    }
    System.arraycopy(image, 0, pixels, size * DigitImage.PIXELS, DigitImage.PIXELS);
    labels[size++] = label.intern();
  }

  private void grow() {
    int wanted =
        (int) Math.min(LARGEST_ARRAY / DigitImage.PIXELS, size + Math.max(BLOCK, size / 2));
    if (wanted <= size) {
      throw new Problem("sets.tooMany", file, size);
    }
    requireRoom(file, wanted);
    try {
      pixels = Arrays.copyOf(pixels, wanted * DigitImage.PIXELS);
      labels = Arrays.copyOf(labels, wanted);
    } catch (OutOfMemoryError e) {
      throw new Problem(e, "sets.noMemory", file, size);
    }
  }

  /**
   * Refuses images that the memory has no room for.
   *
   * @throws Problem naming the file
   */
  static void requireRoom(String file, long images) {
    Runtime runtime = Runtime.getRuntime();
    long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    if (images * DigitImage.PIXELS > Math.min(LARGEST_ARRAY, free)) {
      throw new Problem("sets.noMemory", file, images);
    }
  }

  /** Every name that stands at an image. */
  Set<String> names() {
    return new HashSet<>(Arrays.asList(labels).subList(0, size));
  }

  /**
   * The classes of these names in their order.
   *
   * @throws Problem if there are fewer than 2 or more than 62
   */
  static ClassNames classes(Collection<String> names, String file) {
    TreeSet<String> ordered = new TreeSet<>(NaturalOrder.BY_NAME);
    ordered.addAll(names);
    if (ordered.size() < ClassNames.FEWEST) {
      throw new Problem("sets.oneClass", file, ordered.isEmpty() ? "–" : ordered.first());
    }
    if (ordered.size() > ClassNames.MOST) {
      throw new Problem("sets.manyClasses", file, ordered.size(), ClassNames.MOST);
    }
    return new ClassNames(List.copyOf(ordered));
  }

  /** Turns light paper dark, and dark paper light. */
  void invert() {
    for (int place = 0; place < size * DigitImage.PIXELS; place++) {
      pixels[place] = (byte) ~pixels[place];
    }
  }

  /** How bright the images' borders are on average, 0 to 255. */
  double border() {
    return Borders.mean(pixels, size);
  }

  /**
   * All images as a set; nothing may be added after it.
   *
   * @throws Problem naming the file and a label that is none of the classes
   */
  DigitSet toSet(ClassNames classes) {
    byte[] numbers = new byte[size];
    for (int i = 0; i < size; i++) {
      String label = labels[i];
      numbers[i] =
          (byte)
              classes.label(label).orElseThrow(() -> new Problem("sets.unknownLabel", file, label));
    }
    return new DigitSet(Arrays.copyOf(pixels, size * DigitImage.PIXELS), numbers, classes);
  }
}
