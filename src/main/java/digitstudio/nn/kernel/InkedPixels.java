package digitstudio.nn.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The non-zero inputs of a chunk of samples, by sample and, turned, by column.
 *
 * <p>Inputs are read anew for every chunk, as a list of them all would take more memory than the
 * set itself; where their ink is can be kept.
 */
final class InkedPixels {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Rows from which handing out parts gains more than it costs. */
  private static final int WORTH_SHARING = 16;

  /** Column and input of each entry, by sample; sample r from {@link #start} to {@link #end}. */
  final char[] columnOf;

  final float[] valueOf;

  /** Sample (its place in the chunk) and input of each entry, by column. */
  char[] rowOf = {};

  float[] turnedValueOf = {};

  private final byte[] pixels;
  private final int columns;
  private final float[] values;
  private final Team team;

  /** The inked columns of every sample, one sample after the other; null if they are not kept. */
  private char[] allColumns;

  /** Where each sample's columns begin in that list, and where the last one's end. */
  private int[] allStarts;

  private final int[] ends;
  private final int[] turnedEnds;

  /** For each part of the samples, entries of each column, then the place of its next one. */
  private final int[][] cursors;

  private final Team.Task readTask = this::readPart;
  private final Team.Task countTask = this::countPart;
  private final Team.Task turnTask = this::turnPart;
  private int[] order;
  private int from;
  private int rows;

  InkedPixels(byte[] pixels, int columns, float[] values, int chunk, Team team) {
    this.pixels = pixels;
    this.columns = columns;
    this.values = values.clone();
    this.team = team;
    columnOf = new char[chunk * columns];
    valueOf = new float[chunk * columns];
    ends = new int[chunk];
    turnedEnds = new int[columns];
    cursors = new int[team.size()][columns];
  }

  /**
   * Looks for the ink of every sample once, for samples that will be read many times; two bytes for
   * each inked pixel.
   */
  void keepColumns() {
    int samples = pixels.length / columns;
    allStarts = new int[samples + 1];
    for (int sample = 0; sample < samples; sample++) {
      allStarts[sample + 1] = allStarts[sample] + inked(sample * columns);
    }
    allColumns = new char[allStarts[samples]];
    this.rows = samples;
    team.run(this::keepPart, true);
  }

  private int inked(int source) {
    int inked = 0;
    for (int c = source; c < source + columns; c++) {
      inked += pixels[c] == 0 ? 0 : 1;
    }
    return inked;
  }

  private void keepPart(int part, int parts) {
    int to = Team.bound(rows, part + 1, parts);
    for (int sample = Team.bound(rows, part, parts); sample < to; sample++) {
      int entry = allStarts[sample];
      for (int c = 0; c < columns; c++) {
        if (pixels[sample * columns + c] != 0) {
          allColumns[entry] = (char) c;
          entry++;
        }
      }
    }
  }

  int start(int row) {
    return row * columns;
  }

  int end(int row) {
    return ends[row];
  }

  int turnedStart(int column) {
    return column == 0 ? 0 : turnedEnds[column - 1];
  }

  int turnedEnd(int column) {
    return turnedEnds[column];
  }

  boolean isBlank(int column) {
    return turnedStart(column) == turnedEnds[column];
  }

  /** Reads samples order[from] … order[from + rows - 1]. */
  void read(int[] order, int from, int rows) {
    this.order = order;
    this.from = from;
    this.rows = rows;
    team.run(readTask, rows >= WORTH_SHARING);
  }

  private void readPart(int part, int parts) {
    int to = Team.bound(rows, part + 1, parts);
    for (int r = Team.bound(rows, part, parts); r < to; r++) {
      int sample = order[from + r];
      ends[r] = allColumns == null ? readRow(sample * columns, start(r)) : recall(sample, start(r));
    }
  }

  private int recall(int sample, int start) {
    int begin = allStarts[sample];
    int entries = allStarts[sample + 1] - begin;
    int source = sample * columns;
    for (int i = 0; i < entries; i++) {
      char column = allColumns[begin + i];
      columnOf[start + i] = column;
      valueOf[start + i] = values[pixels[source + column] & 0xFF];
    }
    return start + entries;
  }

  private int readRow(int source, int start) {
    int entry = start;
    int column = 0;
    for (; column + Long.BYTES <= columns; column += Long.BYTES) {
      long word = (long) LONGS.get(pixels, source + column);
      if (word != 0) {
        entry = readWord(word, column, entry);
      }
    }
    for (; column < columns; column++) {
      entry = note(pixels[source + column] & 0xFF, column, entry);
    }
    return entry;
  }

  private int readWord(long word, int column, int entry) {
    int next = entry;
    for (int i = 0; i < Long.BYTES; i++) {
      next = note((int) (word >>> (i * Byte.SIZE)) & 0xFF, column + i, next);
    }
    return next;
  }

  /** Notes any pixel, and moves on if it is inked: a branch that nobody could predict is saved. */
  private int note(int pixel, int column, int entry) {
    columnOf[entry] = (char) column;
    valueOf[entry] = values[pixel];
    return entry + (-pixel >>> (Integer.SIZE - 1));
  }

  /** Lists the entries just read by column, those of a column in the order of the samples. */
  void turn() {
    if (rowOf.length < columnOf.length) {
      // Who only reads never needs them.
      rowOf = new char[columnOf.length];
      turnedValueOf = new float[columnOf.length];
    }
    boolean share = rows >= WORTH_SHARING;
    team.run(countTask, share);
    int total = 0;
    for (int c = 0; c < columns; c++) {
      for (int[] cursor : cursors) {
        int entries = cursor[c];
        cursor[c] = total;
        total += entries;
      }
      turnedEnds[c] = total;
    }
    team.run(turnTask, share);
  }

  private void countPart(int part, int parts) {
    int[] counts = cursors[part];
    Arrays.fill(counts, 0);
    int to = Team.bound(rows, part + 1, parts);
    for (int r = Team.bound(rows, part, parts); r < to; r++) {
      for (int k = start(r); k < ends[r]; k++) {
        counts[columnOf[k]]++;
      }
    }
  }

  private void turnPart(int part, int parts) {
    int[] places = cursors[part];
    int to = Team.bound(rows, part + 1, parts);
    for (int r = Team.bound(rows, part, parts); r < to; r++) {
      for (int k = start(r); k < ends[r]; k++) {
        int at = places[columnOf[k]]++;
        rowOf[at] = (char) r;
        turnedValueOf[at] = valueOf[k];
      }
    }
  }
}
