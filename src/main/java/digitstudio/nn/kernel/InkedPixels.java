package digitstudio.nn.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The non-zero inputs of a chunk of samples: for every two samples, and, turned, for every two
 * columns.
 *
 * <p>A matrix row that is loaded for one sample's ink serves its neighbour's as well. Loads are
 * what the products wait for, and two samples have a third of their inked columns in common, two
 * columns side by side most of their inked samples; so entries stand for two, and an input that one
 * of them does not have is zero.
 *
 * <p>Inputs are read anew for every chunk, as a list of them all would take more memory than the
 * set itself; where their ink is can be kept.
 */
final class InkedPixels {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** The lower seven bits of every byte of a word. */
  private static final long LOW_SEVEN = 0x7F7F7F7F7F7F7F7FL;

  /** Brings the lowest bits of a word's bytes together in its highest byte. */
  private static final long GATHER = 0x0102040810204080L;

  /** Rows from which handing out parts gains more than it costs. */
  private static final int WORTH_SHARING = 16;

  /**
   * Column of each entry and its inputs in the first and the second sample of a pair; pair q from
   * {@link #start} to {@link #end}.
   */
  final char[] columnOf;

  final float[] firstOf;
  final float[] secondOf;

  /** Sample (its place in the chunk) of each entry, and its inputs in both columns of a pair. */
  char[] rowOf = {};

  float[] leftOf = {};
  float[] rightOf = {};

  private final byte[] pixels;
  private final int columns;
  private final int words;
  private final float[] values;
  private final Team team;

  /** A bit for each inked column of every sample, {@link #words} for one; null if not kept. */
  private long[] kept;

  /** The samples of the chunk, side by side: they come from anywhere in the set. */
  private final byte[] bytes;

  /** The inked columns of each of them. */
  private final long[] masks;

  private final int chunk;
  private final int[] ends;
  private final int[] turnedEnds;

  /** For each part of the columns, a square of bits, and its columns' samples. */
  private final long[][] squares;

  private final long[][] samples;

  private final Team.Task readTask = this::readPart;
  private final Team.Task turnTask = this::turnPart;
  private int[] order;
  private int from;
  private int rows;

  InkedPixels(byte[] pixels, int columns, float[] values, int chunk, Team team) {
    this.pixels = pixels;
    this.columns = columns;
    this.values = values.clone();
    this.team = team;
    words = blocks(columns);
    this.chunk = chunk;
    bytes = new byte[chunk * columns];
    masks = new long[chunk * words];
    int pairs = half(chunk);
    columnOf = new char[pairs * columns];
    firstOf = new float[pairs * columns];
    secondOf = new float[chunk > 1 ? pairs * columns : 0];
    ends = new int[pairs];
    turnedEnds = new int[half(columns)];
    squares = new long[team.size()][Long.SIZE];
    samples = new long[team.size()][Long.SIZE * blocks(chunk)];
  }

  private static int half(int count) {
    return (count + 1) / 2;
  }

  private static int blocks(int count) {
    return (count + Long.SIZE - 1) / Long.SIZE;
  }

  /** Looks for the ink of every sample once, for samples that will be read many times. */
  void keepColumns() {
    rows = pixels.length / columns;
    kept = new long[rows * words];
    team.run(this::keepPart, true);
  }

  private void keepPart(int part, int parts) {
    int to = Team.bound(rows, part + 1, parts);
    for (int sample = Team.bound(rows, part, parts); sample < to; sample++) {
      look(pixels, sample * columns, kept, sample * words);
    }
  }

  /** Notes which pixels of a sample have ink. */
  private void look(byte[] pixels, int source, long[] mask, int at) {
    Arrays.fill(mask, at, at + words, 0);
    int column = 0;
    for (; column + Long.BYTES <= columns; column += Long.BYTES) {
      long word = (long) LONGS.get(pixels, source + column);
      if (word != 0) {
        mask[at + column / Long.SIZE] |= ink(word) << column;
      }
    }
    for (; column < columns; column++) {
      if (pixels[source + column] != 0) {
        mask[at + column / Long.SIZE] |= 1L << column;
      }
    }
  }

  /** A bit for each byte of a word that is not zero, the lowest byte's lowest. */
  static long ink(long word) {
    long highest = ((word & LOW_SEVEN) + LOW_SEVEN) | word;
    return ((highest & ~LOW_SEVEN) >>> (Byte.SIZE - 1)) * GATHER >>> (Long.SIZE - Byte.SIZE);
  }

  /** Pairs of samples that were read; the last may be one sample alone. */
  int pairs() {
    return half(rows);
  }

  int start(int pair) {
    return pair * columns;
  }

  int end(int pair) {
    return ends[pair];
  }

  int turnedStart(int pair) {
    return pair * chunk;
  }

  int turnedEnd(int pair) {
    return turnedEnds[pair];
  }

  /** Whether no sample has ink in columns 2 · pair and the next. */
  boolean isBlank(int pair) {
    return turnedStart(pair) == turnedEnds[pair];
  }

  /** Reads samples order[from] … order[from + rows - 1]. */
  void read(int[] order, int from, int rows) {
    this.order = order;
    this.from = from;
    this.rows = rows;
    team.run(readTask, rows >= WORTH_SHARING);
  }

  private void readPart(int part, int parts) {
    int to = Team.bound(pairs(), part + 1, parts);
    int begin = Team.bound(pairs(), part, parts);
    // All at once, so that the memory has several of these far places to fetch.
    for (int row = 2 * begin; row < Math.min(2 * to, rows); row++) {
      readRow(row);
    }
    for (int pair = begin; pair < to; pair++) {
      ends[pair] = 2 * pair + 1 < rows ? listPair(pair) : listLast(pair);
    }
  }

  private void readRow(int row) {
    int sample = order[from + row];
    System.arraycopy(pixels, sample * columns, bytes, row * columns, columns);
    if (kept == null) {
      look(bytes, row * columns, masks, row * words);
    } else {
      System.arraycopy(kept, sample * words, masks, row * words, words);
    }
  }

  private int listPair(int pair) {
    int source = 2 * pair * columns;
    int other = source + columns;
    int mask = 2 * pair * words;
    int entry = start(pair);
    for (int word = 0; word < words; word++) {
      long bits = masks[mask + word] | masks[mask + words + word];
      while (bits != 0) {
        int column = word * Long.SIZE + Long.numberOfTrailingZeros(bits);
        columnOf[entry] = (char) column;
        firstOf[entry] = values[bytes[source + column] & 0xFF];
        secondOf[entry] = values[bytes[other + column] & 0xFF];
        entry++;
        bits &= bits - 1;
      }
    }
    return entry;
  }

  private int listLast(int pair) {
    int source = 2 * pair * columns;
    int mask = 2 * pair * words;
    int entry = start(pair);
    for (int word = 0; word < words; word++) {
      for (long bits = masks[mask + word]; bits != 0; bits &= bits - 1) {
        int column = word * Long.SIZE + Long.numberOfTrailingZeros(bits);
        columnOf[entry] = (char) column;
        firstOf[entry] = values[bytes[source + column] & 0xFF];
        entry++;
      }
    }
    return entry;
  }

  /** Lists the entries just read by pairs of columns, those of a pair in the order of samples. */
  void turn() {
    int entries = chunk * half(columns);
    if (rowOf.length < entries) {
      // Who only reads never needs them.
      rowOf = new char[entries];
      leftOf = new float[entries];
      rightOf = new float[entries];
    }
    team.run(turnTask, rows >= WORTH_SHARING);
  }

  private void turnPart(int part, int parts) {
    int to = Team.bound(words, part + 1, parts);
    for (int word = Team.bound(words, part, parts); word < to; word++) {
      turnWord(word, squares[part], samples[part]);
      int most = Math.min(Long.SIZE, columns - word * Long.SIZE);
      for (int c = 0; c < most; c += 2) {
        listColumns(word * Long.SIZE + c, samples[part], c * blocks(chunk));
      }
    }
  }

  /** For each of 64 columns the samples that have ink there, a bit each. */
  private void turnWord(int word, long[] square, long[] samples) {
    int blocks = blocks(chunk);
    for (int block = 0; block < blocks(rows); block++) {
      int first = block * Long.SIZE;
      int inside = Math.min(Long.SIZE, rows - first);
      for (int r = 0; r < inside; r++) {
        square[r] = masks[(first + r) * words + word];
      }
      Arrays.fill(square, inside, Long.SIZE, 0);
      transpose(square);
      for (int c = 0; c < Long.SIZE; c++) {
        samples[c * blocks + block] = square[c];
      }
    }
  }

  /** Swaps rows and columns of 64 times 64 bits, by halves of ever smaller squares. */
  static void transpose(long[] square) {
    long low = -1L >>> (Long.SIZE / 2);
    for (int half = Long.SIZE / 2; half > 0; half /= 2) {
      for (int top = 0; top < Long.SIZE; top += 2 * half) {
        for (int r = top; r < top + half; r++) {
          long swapped = (square[r] >>> half ^ square[r + half]) & low;
          square[r] ^= swapped << half;
          square[r + half] ^= swapped;
        }
      }
      low ^= low << (half / 2);
    }
  }

  /**
   * Lists the samples with ink in a column or the next.
   *
   * @param at where the column's samples begin
   */
  private void listColumns(int column, long[] samples, int at) {
    int blocks = blocks(chunk);
    boolean alone = column + 1 == columns;
    int entry = turnedStart(column / 2);
    for (int block = 0; block < blocks(rows); block++) {
      long bits = samples[at + block] | samples[at + blocks + block];
      while (bits != 0) {
        int row = block * Long.SIZE + Long.numberOfTrailingZeros(bits);
        int place = row * columns + column;
        rowOf[entry] = (char) row;
        leftOf[entry] = values[bytes[place] & 0xFF];
        rightOf[entry] = alone ? 0 : values[bytes[place + 1] & 0xFF];
        entry++;
        bits &= bits - 1;
      }
    }
    turnedEnds[column / 2] = entry;
  }
}
