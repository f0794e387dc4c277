package digitstudio.digits;

import digitstudio.text.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Labelled images as the two idx files of MNIST's kind.
 *
 * @param images the file of the images
 * @param labels the file of their labels
 */
public record IdxPair(Path images, Path labels) {
  private static final String IMAGES = "images-idx3-ubyte";
  private static final String LABELS = "labels-idx1-ubyte";
  private static final int IMAGES_MAGIC = 0x00000803;
  private static final int LABELS_MAGIC = 0x00000801;

  /**
   * The pair that a file belongs to: the other lies beside it under the name that MNIST's files
   * have.
   *
   * @throws Problem if the file's name is neither of the two, or the other is missing
   */
  public static IdxPair beside(Path file) {
    String name = IdxReader.name(file);
    if (!name.contains(IMAGES) && !name.contains(LABELS)) {
      throw new Problem("digits.pairName", name);
    }
    IdxPair pair =
        new IdxPair(
            sibling(file, name.replace(LABELS, IMAGES)),
            sibling(file, name.replace(IMAGES, LABELS)));
    requireThere(pair.images, name);
    requireThere(pair.labels, name);
    return pair;
  }

  private static void requireThere(Path file, String of) {
    if (!Files.exists(file)) {
      throw new Problem("digits.pairMissing", of, IdxReader.name(file));
    }
  }

  private static Path sibling(Path file, String name) {
    Path wanted = file.resolveSibling(name);
    boolean packed = name.endsWith(".gz");
    Path other = file.resolveSibling(packed ? name.substring(0, name.length() - 3) : name + ".gz");
    return !Files.exists(wanted) && Files.exists(other) ? other : wanted;
  }

  /** Where a set is to be written whose images get this name, whatever its ending. */
  public static IdxPair named(Path chosen) {
    String name =
        IdxReader.name(chosen)
            .replaceFirst("\\.gz$", "")
            .replaceFirst("\\.idx$", "")
            .replaceFirst("-?(" + IMAGES + "|" + LABELS + ")$", "");
    String stem = name.isEmpty() ? "" : name + "-";
    return new IdxPair(
        chosen.resolveSibling(stem + IMAGES + ".gz"), chosen.resolveSibling(stem + LABELS + ".gz"));
  }

  /**
   * The images with their labels.
   *
   * @throws Problem naming the file, if it is not what it should be
   */
  public DigitSet read() {
    byte[] labelled = IdxReader.labels(labels);
    byte[] pixels = IdxReader.images(images);
    int count = pixels.length / DigitImage.PIXELS;
    if (count != labelled.length) {
      throw new Problem("digits.counts", IdxReader.name(images), labelled.length, count);
    }
    return new DigitSet(pixels, labelled);
  }

  /** Writes the images of a set, not packed. */
  public static void writeImages(DigitSet set, OutputStream out) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(4 * Integer.BYTES);
    header.putInt(IMAGES_MAGIC).putInt(set.size()).putInt(DigitImage.SIDE).putInt(DigitImage.SIDE);
    out.write(header.array());
    out.write(set.pixels());
  }

  /** Writes the labels of a set, not packed. */
  public static void writeLabels(DigitSet set, OutputStream out) throws IOException {
    out.write(
        ByteBuffer.allocate(2 * Integer.BYTES).putInt(LABELS_MAGIC).putInt(set.size()).array());
    out.write(set.labels());
  }
}
