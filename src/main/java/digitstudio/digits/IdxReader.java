package digitstudio.digits;

import digitstudio.text.Problem;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads one idx file, gzipped or not, and believes its header only as far as its bytes bear it out
 * (format: LeCun, Cortes and Burges, yann.lecun.com/exdb/mnist).
 */
public final class IdxReader {
  /**
   * Images of one size.
   *
   * @param rows of each
   * @param columns of each
   * @param pixels [images · rows · columns] unsigned bytes
   */
  public record Images(int rows, int columns, byte[] pixels) {
    public int count() {
      return pixels.length / (rows * columns);
    }
  }

  /** Rows and columns of the largest images that are scaled to 28. */
  private static final int LARGEST_SIDE = 1024;

  private static final int IMAGES_MAGIC = 0x00000803;
  private static final int LABELS_MAGIC = 0x00000801;
  private static final int GZIP_MAGIC = 0x1F8B;

  /** The most a Java byte array holds on every virtual machine. */
  private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8L;

  /** No deflate stream unpacks to more than this many times its size. */
  private static final long LARGEST_RATIO = 1040;

  private IdxReader() {}

  /**
   * The pixels of an image file.
   *
   * @return [images · 784] unsigned bytes
   * @throws Problem naming the file, if it is not a whole file of 28×28 images
   */
  static byte[] images(Path file) {
    Images images = anyImages(file);
    if (images.rows() != DigitImage.SIDE || images.columns() != DigitImage.SIDE) {
      throw new Problem("digits.dimensions", name(file), images.rows(), images.columns());
    }
    return images.pixels();
  }

  /**
   * The images of a file, of whatever size they all have.
   *
   * @throws Problem naming the file, if it is not a whole file of images
   */
  public static Images anyImages(Path file) {
    return read(file, IMAGES_MAGIC);
  }

  /**
   * The labels of a label file, whatever they stand for.
   *
   * @return [images] unsigned bytes
   * @throws Problem naming the file, if it is not a whole file of labels
   */
  public static byte[] anyLabels(Path file) {
    return read(file, LABELS_MAGIC).pixels();
  }

  /**
   * The labels of a label file.
   *
   * @return [images], each from 0 to 9
   * @throws Problem naming the file, if it is not a whole file of labels from 0 to 9
   */
  static byte[] labels(Path file) {
    byte[] labels = anyLabels(file);
    for (int i = 0; i < labels.length; i++) {
      int label = labels[i] & 0xFF;
      if (label >= ClassNames.DIGITS.count()) {
        throw new Problem("digits.label", name(file), i + 1, label);
      }
    }
    return labels;
  }

  private static Images read(Path file, int magic) {
    try (InputStream bytes = open(file)) {
      Shape shape = declared(bytes, file, magic);
      return new Images(shape.rows(), shape.columns(), body(bytes, file, shape));
    } catch (EOFException e) {
      throw new Problem(e, "digits.gzipCutShort", name(file));
    } catch (ZipException e) {
      throw new Problem(e, "digits.gzipDamaged", name(file));
    } catch (IOException e) {
      throw new Problem(e, "digits.unreadable", name(file));
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      raw.mark(2);
      int magic = raw.read() << 8 | raw.read();
      raw.reset();
      return magic == GZIP_MAGIC ? new GZIPInputStream(raw, 1 << 16) : raw;
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  /** What a header declares: a label is an image of one pixel. */
  private record Shape(long count, int rows, int columns) {
    long size() {
      return count * rows * columns;
    }

    long units(long bytes) {
      return bytes / ((long) rows * columns);
    }
  }

  private static Shape declared(InputStream bytes, Path file, int magic) throws IOException {
    boolean images = magic == IMAGES_MAGIC;
    int found = headerNumber(bytes, file);
    if (found != magic) {
      throw wrongMagic(file, magic, found);
    }
    long count = Integer.toUnsignedLong(headerNumber(bytes, file));
    int side = 1;
    int across = 1;
    if (images) {
      long rows = Integer.toUnsignedLong(headerNumber(bytes, file));
      long columns = Integer.toUnsignedLong(headerNumber(bytes, file));
      if (rows < 1 || rows > LARGEST_SIDE || columns < 1 || columns > LARGEST_SIDE) {
        throw new Problem("digits.dimensions", name(file), rows, columns);
      }
      side = (int) rows;
      across = (int) columns;
    }
    if (count == 0) {
      throw new Problem("digits.empty", name(file));
    }
    Shape shape = new Shape(count, side, across);
    if (shape.size() > LARGEST_ARRAY) {
      throw new Problem("digits.tooMany", name(file), count);
    }
    return shape;
  }

  private static Problem wrongMagic(Path file, int expected, int found) {
    if (expected == IMAGES_MAGIC && found == LABELS_MAGIC) {
      return new Problem("digits.labelsForImages", name(file));
    }
    if (expected == LABELS_MAGIC && found == IMAGES_MAGIC) {
      return new Problem("digits.imagesForLabels", name(file));
    }
    HexFormat hex = HexFormat.of();
    return new Problem(
        "digits.notIdx", name(file), hex.toHexDigits(found), hex.toHexDigits(expected));
  }

  private static int headerNumber(InputStream bytes, Path file) throws IOException {
    byte[] number = bytes.readNBytes(Integer.BYTES);
    if (number.length < Integer.BYTES) {
      throw new Problem("digits.noHeader", name(file));
    }
    return ByteBuffer.wrap(number).getInt();
  }

  private static byte[] body(InputStream bytes, Path file, Shape shape) throws IOException {
    long size = shape.size();
    // A header may declare two gigabytes over a file of ten bytes: nothing is set aside for it.
    long possible = Files.size(file) * (bytes instanceof GZIPInputStream ? LARGEST_RATIO : 1);
    byte[] body = new byte[0];
    int read = 0;
    if (size <= possible) {
      body = allocate(file, shape);
      read = bytes.readNBytes(body, 0, body.length);
    }
    if (read < size) {
      throw new Problem("digits.tooShort", name(file), shape.count(), shape.units(read));
    }
    // Reading on past the end also makes the gzip stream check its checksum.
    if (bytes.read() != -1) {
      throw new Problem("digits.tooLong", name(file), shape.count());
    }
    return body;
  }

  private static byte[] allocate(Path file, Shape shape) {
    try {
      return new byte[Math.toIntExact(shape.size())];
    } catch (OutOfMemoryError e) {
      throw new Problem(e, "digits.noMemory", name(file), shape.count());
    }
  }

  static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
