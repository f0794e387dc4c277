package digitstudio.nn.kernel;

/**
 * Resamples square images of {@value #SIDE} × {@value #SIDE} bytes, each pixel of the result from
 * where an affine map and a field of displacements say, between four pixels of the source
 * (bilinear); outside of it there is nothing.
 *
 * <p>Every number is whole: places in units of 1/{@value #ONE} of a pixel, weights in 256ths. So
 * the plain loops and the vectors give the same bytes on every computer, and a map onto whole
 * pixels loses nothing.
 */
public abstract class ImageWarp {
  /** Rows and columns of an image. */
  public static final int SIDE = 28;

  /** Pixels of an image. */
  public static final int PIXELS = SIDE * SIDE;

  /** A pixel's width in the units of places. */
  public static final int ONE = 1 << 16;

  /** Bits of a place below the whole pixel. */
  static final int FRACTION = 16;

  /** Bits of a place that become a weight, and of their sum. */
  static final int WEIGHT_BITS = 8;

  static final int WEIGHT = 1 << WEIGHT_BITS;

  /** Places beyond these see nothing, and are as good as any farther out. */
  static final int LEAST = -ONE;

  static final int MOST = SIDE * ONE;

  /** Entries of a row of {@link #quads}; the first belongs to the column before the image. */
  static final int STRIDE = 32;

  static final int STRIDE_BITS = 5;

  /** Brings a place to the row and column that {@link #quads} counts from. */
  static final int ORIGIN = STRIDE + 1;

  /** Entries of {@link #quads}, a power of two. */
  static final int QUADS = 1024;

  private static final int BYTE = 0xFF;

  /** For every place between four pixels these in one number: above left lowest, below right. */
  final int[] quads = new int[QUADS];

  /** The vectors if this Java has them, else plain loops; for one thread at a time. */
  public static ImageWarp best() {
    return Kernel.vectors() && VectorWarp.SUITS ? new VectorWarp() : new PlainWarp();
  }

  /** The plain loops. */
  static ImageWarp plain() {
    return new PlainWarp();
  }

  /**
   * Resamples an image.
   *
   * @param source images of {@value #PIXELS} unsigned bytes, row by row
   * @param from where the image begins
   * @param map [6] in units of 1/{@value #ONE}: the pixel in column x and row y of the result is
   *     taken from column map[0] + map[1] · x + map[2] · y and row map[3] + map[4] · x + map[5] · y
   * @param fields displacements in the same units, a field for each coordinate; null for none
   * @param across where the field of columns begins, {@value #PIXELS} numbers
   * @param down where the field of rows begins
   * @param target receives the image
   * @param at where it begins there
   */
  public final void warp(
      byte[] source,
      int from,
      int[] map,
      int[] fields,
      int across,
      int down,
      byte[] target,
      int at) {
    fillQuads(source, from);
    resample(map, fields == null ? Still.FIELD : fields, across, down, target, at);
  }

  /** Of an image that is not distorted elastically. */
  public final void warp(byte[] source, int from, int[] map, byte[] target, int at) {
    warp(source, from, map, null, 0, 0, target, at);
  }

  abstract void fillQuads(byte[] source, int from);

  abstract void resample(int[] map, int[] fields, int across, int down, byte[] target, int at);

  /** Four pixels of a quad, weighed. */
  static int between(int quad, int x, int y) {
    int left = quad & 0x00FF00FF;
    int right = quad >>> Byte.SIZE & 0x00FF00FF;
    // Two sums of 16 bits side by side, of the row above and the row below.
    int rows = left * (WEIGHT - x) + right * x;
    int sum = (rows & 0xFFFF) * (WEIGHT - y) + (rows >>> 16) * y;
    return (sum + (1 << 2 * WEIGHT_BITS - 1)) >>> 2 * WEIGHT_BITS;
  }

  /** Displacements of nothing. */
  private static final class Still {
    static final int[] FIELD = new int[PIXELS];
  }

  /** On whole numbers, one after the other. */
  private static final class PlainWarp extends ImageWarp {
    @Override
    void fillQuads(byte[] source, int from) {
      for (int row = -1; row < SIDE; row++) {
        for (int column = -1; column < SIDE; column++) {
          quads[ORIGIN + row * STRIDE + column] =
              pixel(source, from, row, column)
                  | pixel(source, from, row, column + 1) << 8
                  | pixel(source, from, row + 1, column) << 16
                  | pixel(source, from, row + 1, column + 1) << 24;
        }
      }
    }

    private static int pixel(byte[] source, int from, int row, int column) {
      return row < 0 || row >= SIDE || column < 0 || column >= SIDE
          ? 0
          : source[from + row * SIDE + column] & BYTE;
    }

    @Override
    void resample(int[] map, int[] fields, int across, int down, byte[] target, int at) {
      for (int y = 0; y < SIDE; y++) {
        int columnHere = map[0] + map[2] * y;
        int rowHere = map[3] + map[5] * y;
        for (int x = 0; x < SIDE; x++) {
          int i = y * SIDE + x;
          int column = clamp(columnHere + map[1] * x + fields[across + i]);
          int row = clamp(rowHere + map[4] * x + fields[down + i]);
          int quad = quads[ORIGIN + (row >> FRACTION) * STRIDE + (column >> FRACTION)];
          target[at + i] = (byte) between(quad, weight(column), weight(row));
        }
      }
    }

    private static int clamp(int place) {
      return Math.max(LEAST, Math.min(MOST, place));
    }

    private static int weight(int place) {
      return place >>> FRACTION - WEIGHT_BITS & WEIGHT - 1;
    }
  }
}
