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
final class IdxReader {
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
    return read(file, IMAGES_MAGIC);
  }

  /**
   * The labels of a label file.
   *
   * @return [images], each from 0 to 9
   * @throws Problem naming the file, if it is not a whole file of labels from 0 to 9
   */
  static byte[] labels(Path file) {
    byte[] labels = read(file, LABELS_MAGIC);
    for (int i = 0; i < labels.length; i++) {
      int label = labels[i] & 0xFF;
      if (label >= ClassNames.DIGITS.count()) {
        throw new Problem("digits.label", name(file), i + 1, label);
      }
    }
    return labels;
  }

  private static byte[] read(Path file, int magic) {
    try (InputStream bytes = open(file)) {
      long size = declaredSize(bytes, file, magic);
      return body(bytes, file, size, magic);
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

  private static long declaredSize(InputStream bytes, Path file, int magic) throws IOException {
    boolean images = magic == IMAGES_MAGIC;
    int found = headerNumber(bytes, file);
    if (found != magic) {
      throw wrongMagic(file, magic, found);
    }
    long count = Integer.toUnsignedLong(headerNumber(bytes, file));
    long size = count;
    if (images) {
      long rows = Integer.toUnsignedLong(headerNumber(bytes, file));
      long columns = Integer.toUnsignedLong(headerNumber(bytes, file));
      if (rows != DigitImage.SIDE || columns != DigitImage.SIDE) {
        throw new Problem("digits.dimensions", name(file), rows, columns);
      }
      size = count * DigitImage.PIXELS;
    }
    if (count == 0) {
      throw new Problem("digits.empty", name(file));
    }
    if (size > LARGEST_ARRAY) {
      throw new Problem("digits.tooMany", name(file), count);
    }
    return size;
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

  private static byte[] body(InputStream bytes, Path file, long size, int magic)
      throws IOException {
    // A header may declare two gigabytes over a file of ten bytes: nothing is set aside for it.
    long possible = Files.size(file) * (bytes instanceof GZIPInputStream ? LARGEST_RATIO : 1);
    byte[] body = new byte[0];
    int read = 0;
    if (size <= possible) {
      body = allocate(file, size, magic);
      read = bytes.readNBytes(body, 0, body.length);
    }
    if (read < size) {
      throw new Problem("digits.tooShort", name(file), units(size, magic), units(read, magic));
    }
    // Reading on past the end also makes the gzip stream check its checksum.
    if (bytes.read() != -1) {
      throw new Problem("digits.tooLong", name(file), units(size, magic));
    }
    return body;
  }

  private static byte[] allocate(Path file, long size, int magic) {
    try {
      return new byte[Math.toIntExact(size)];
    } catch (OutOfMemoryError e) {
      throw new Problem(e, "digits.noMemory", name(file), units(size, magic));
    }
  }

  private static long units(long bytes, int magic) {
    return magic == IMAGES_MAGIC ? bytes / DigitImage.PIXELS : bytes;
  }

  static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
