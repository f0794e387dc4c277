package digitstudio.nn.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The non-zero inputs of a chunk of samples, by sample and, turned, by column.
 *
 * <p>Read anew for every chunk: that costs less than a fiftieth of the products that follow, and a
 * list of the whole set would take more memory than the set itself.
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
  final char[] rowOf;

  final float[] turnedValueOf;

  private final byte[] pixels;
  private final int columns;
  private final float[] values;
  private final Team team;
  private final int[] ends;
  private final int[] turnedEnds;
  private final int[] cursors;
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
    columnOf = new char[chunk * columns];
    valueOf = new float[chunk * columns];
    rowOf = new char[chunk * columns];
    turnedValueOf = new float[chunk * columns];
    ends = new int[chunk];
    turnedEnds = new int[columns];
    cursors = new int[columns];
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
      ends[r] = readRow(order[from + r] * columns, r * columns);
    }
  }

  private int readRow(int source, int start) {
    int entry = start;
    int column = 0;
    for (; column + Long.BYTES <= columns; column += Long.BYTES) {
      long word = (long) LONGS.get(pixels, source + column);
      // Eight pixels at once, and from one inked pixel to the next: most are paper.
      for (int c = column; word != 0; c++, word >>>= Byte.SIZE) {
        int paper = Long.numberOfTrailingZeros(word) / Byte.SIZE;
        c += paper;
        word >>>= paper * Byte.SIZE;
        columnOf[entry] = (char) c;
        valueOf[entry] = values[(int) word & 0xFF];
        entry++;
      }
    }
    for (; column < columns; column++) {
      int pixel = pixels[source + column] & 0xFF;
      if (pixel != 0) {
        columnOf[entry] = (char) column;
        valueOf[entry] = values[pixel];
        entry++;
      }
    }
    return entry;
  }

  /** Lists the entries just read by column. */
  void turn() {
    countColumns();
    team.run(turnTask, rows >= WORTH_SHARING);
  }

  private void countColumns() {
    Arrays.fill(turnedEnds, 0);
    for (int r = 0; r < rows; r++) {
      for (int k = start(r); k < ends[r]; k++) {
        turnedEnds[columnOf[k]]++;
      }
    }
    int total = 0;
    for (int c = 0; c < columns; c++) {
      cursors[c] = total;
      total += turnedEnds[c];
      turnedEnds[c] = total;
    }
  }

  /** A part takes a range of columns, which lies together in every row. */
  private void turnPart(int part, int parts) {
    int firstColumn = Team.bound(columns, part, parts);
    int lastColumn = Team.bound(columns, part + 1, parts);
    for (int r = 0; r < rows; r++) {
      int k = place(r, firstColumn);
      for (; k < ends[r] && columnOf[k] < lastColumn; k++) {
        int at = cursors[columnOf[k]]++;
        rowOf[at] = (char) r;
        turnedValueOf[at] = valueOf[k];
      }
    }
  }

  /** The first entry of a row at a column or behind it. */
  private int place(int row, int column) {
    if (column == 0) {
      return start(row);
    }
    int found = Arrays.binarySearch(columnOf, start(row), ends[row], (char) column);
    return found < 0 ? -found - 1 : found;
  }
}
