package digitstudio.training;

import digitstudio.text.Problem;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Arrays of float32 in NumPy's .npy format, little-endian and row by row (NumPy Enhancement
 * Proposal 1, versions 1 to 3).
 */
public final class NpyArray {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int ALIGNMENT = 64;
  private static final int LONGEST_HEADER = 4096;
  private static final int CHUNK = 1 << 16;
  private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9,\\s]*)\\)");

  private NpyArray() {}

  /** Writes an array of a shape. */
  public static void write(OutputStream out, float[] values, int... shape) throws IOException {
    String dictionary = "{'descr': '<f4', 'fortran_order': False, 'shape': " + tuple(shape) + ", }";
    int before = MAGIC.length + 4;
    int padded = (before + dictionary.length() + ALIGNMENT) / ALIGNMENT * ALIGNMENT;
    String header = dictionary + " ".repeat(padded - before - dictionary.length() - 1) + "\n";
    out.write(MAGIC);
    out.write(new byte[] {1, 0, (byte) header.length(), (byte) (header.length() >> 8)});
    out.write(header.getBytes(StandardCharsets.US_ASCII));
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    for (int from = 0; from < values.length; from += CHUNK / Float.BYTES) {
      int count = Math.min(CHUNK / Float.BYTES, values.length - from);
      chunk.asFloatBuffer().put(values, from, count);
      out.write(chunk.array(), 0, count * Float.BYTES);
    }
  }

  /**
   * Reads an array that must have this shape, to the last byte.
   *
   * @param name of the array and of its file, for what is said if something is wrong
   */
  public static float[] read(InputStream in, String file, String name, int... shape)
      throws IOException {
    float[] values = readAny(in, file, name, shape);
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new Problem("model.notFinite", file, name, Float.toString(value));
      }
    }
    return values;
  }

  /** The same of an array that need not be finite, such as an optimizer's sums. */
  static float[] readAny(InputStream in, String file, String name, int... shape)
      throws IOException {
    requireHeader(header(in, file, name), file, name, shape);
    float[] values = new float[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
    byte[] chunk = new byte[CHUNK];
    ByteBuffer floats = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
    for (int from = 0; from < values.length; from += CHUNK / Float.BYTES) {
      int count = Math.min(CHUNK / Float.BYTES, values.length - from);
      if (in.readNBytes(chunk, 0, count * Float.BYTES) < count * Float.BYTES) {
        throw new EOFException(name);
      }
      floats.asFloatBuffer().get(values, from, count);
    }
    if (in.read() != -1) {
      throw new Problem("model.arrayTooLong", file, name, tuple(shape));
    }
    return values;
  }

  private static String header(InputStream in, String file, String name) throws IOException {
    byte[] start = in.readNBytes(MAGIC.length + 2);
    if (start.length < MAGIC.length + 2) {
      throw new EOFException(name);
    }
    int version = start[MAGIC.length];
    if (!Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
        || version < 1
        || version > 3) {
      throw new Problem("model.notAnArray", file, name);
    }
    byte[] size = in.readNBytes(version == 1 ? 2 : 4);
    long length = 0;
    for (int i = size.length - 1; i >= 0; i--) {
      length = length << 8 | (size[i] & 0xFF);
    }
    if (length > LONGEST_HEADER) {
      throw new Problem("model.notAnArray", file, name);
    }
    byte[] header = in.readNBytes((int) length);
    if (header.length < length) {
      throw new EOFException(name);
    }
    return new String(header, StandardCharsets.ISO_8859_1);
  }

  private static void requireHeader(String header, String file, String name, int[] shape) {
    String type = first(TYPE, header, file, name);
    if (!type.equals("<f4")) {
      throw new Problem("model.arrayType", file, name, type);
    }
    if (first(ORDER, header, file, name).equals("True")) {
      throw new Problem("model.arrayOrder", file, name);
    }
    String given = first(SHAPE, header, file, name).replaceAll("\\s", "").replaceAll(",$", "");
    String wanted =
        Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(","));
    if (!given.equals(wanted)) {
      throw new Problem(
          "model.arrayShape", file, name, "(" + given.replace(",", ", ") + ")", tuple(shape));
    }
  }

  private static String first(Pattern pattern, String header, String file, String name) {
    Matcher matcher = pattern.matcher(header);
    if (!matcher.find()) {
      throw new Problem("model.notAnArray", file, name);
    }
    return matcher.group(1);
  }

  private static String tuple(int... shape) {
    String entries =
        Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    return shape.length == 1 ? "(" + entries + ",)" : "(" + entries + ")";
  }
}
