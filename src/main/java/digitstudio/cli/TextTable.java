package digitstudio.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows as lines whose columns stand under each other, Chinese characters counted as two wide. */
final class TextTable {
  private static final String GAP = "  ";

  private final List<String[]> rows = new ArrayList<>();

  TextTable(String... heads) {
    rows.add(heads.clone());
  }

  void add(String... cells) {
    rows.add(cells.clone());
  }

  /** The lines, the heads first. */
  List<String> lines() {
    int[] widths = new int[rows.get(0).length];
    for (String[] row : rows) {
      for (int column = 0; column < row.length; column++) {
        widths[column] = Math.max(widths[column], width(row[column]));
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(String[] row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.length; column++) {
      line.append(column == 0 ? "" : GAP).append(row[column]);
      line.append(" ".repeat(widths[column] - width(row[column])));
    }
    return line.toString().stripTrailing();
  }

  private static int width(String text) {
    return text.codePoints().map(TextTable::width).sum();
  }

  private static int width(int character) {
    boolean wide =
        Character.isIdeographic(character)
            || (character >= 0x3000 && character <= 0x303f)
            || (character >= 0xff01 && character <= 0xff60);
    return wide ? 2 : 1;
  }
}
