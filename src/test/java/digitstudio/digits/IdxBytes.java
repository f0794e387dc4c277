package digitstudio.digits;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/** Bytes of idx files, right and wrong ones. */
final class IdxBytes {
  static final int IMAGES = 0x00000803;
  static final int LABELS = 0x00000801;

  private IdxBytes() {}

  static byte[] images(int declared, int side, byte[] pixels) {
    return ByteBuffer.allocate(16 + pixels.length)
        .putInt(IMAGES)
        .putInt(declared)
        .putInt(side)
        .putInt(side)
        .put(pixels)
        .array();
  }

  static byte[] images(int count) {
    byte[] pixels = new byte[count * DigitImage.PIXELS];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i * 31 + i / 784);
    }
    return images(count, DigitImage.SIDE, pixels);
  }

  static byte[] labels(int declared, byte... labels) {
    return ByteBuffer.allocate(8 + labels.length)
        .putInt(LABELS)
        .putInt(declared)
        .put(labels)
        .array();
  }

  static byte[] labels(int count) {
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) (i % 10);
    }
    return labels(count, labels);
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return packed.toByteArray();
  }
}
