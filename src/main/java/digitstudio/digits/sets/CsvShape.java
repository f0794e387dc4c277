package digitstudio.digits.sets;

import digitstudio.digits.sets.SetOptions.LabelColumn;
import digitstudio.text.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the columns of a CSV are, told by its first rows.
 *
 * @param headed whether the first row names the columns
 * @param columns how many there are
 * @param label the column of the labels, from 0
 * @param side rows and columns of an image
 * @param unit what full ink is: 255, or 1 for shares
 */
record CsvShape(boolean headed, int columns, int label, int side, double unit) {
  private static final Set<String> LABEL = Set.of("label", "labels", "class", "target", "y");
  private static final int SMALLEST_SIDE = 4;
  private static final int LARGEST_SIDE = 256;
  private static final int FULL = 255;

  /**
   * The shape of a table.
   *
   * @param rows its first rows, at least one
   * @throws Problem naming the file, if they are not images with labels
   */
  static CsvShape of(String file, List<List<String>> rows, LabelColumn where) {
    List<String> first = rows.get(0);
    boolean headed = isHeader(first);
    List<List<String>> body = headed ? rows.subList(1, rows.size()) : rows;
    if (body.isEmpty()) {
      throw new Problem("sets.csv.empty", file);
    }
    int columns = first.size();
    int side = (int) Math.round(Math.sqrt(columns - 1.0));
    if (side * side != columns - 1 || side < SMALLEST_SIDE || side > LARGEST_SIDE) {
      throw new Problem("sets.csv.columns", file, columns);
    }
    for (int row = 0; row < body.size(); row++) {
      if (body.get(row).size() != columns) {
        throw new Problem(
            "sets.csv.length", file, row + (headed ? 2 : 1), body.get(row).size(), columns);
      }
    }
    int label = label(first, body, headed, where);
    return new CsvShape(headed, columns, label, side, unit(body, label));
  }

  /** Of a row of images, one field at most is no number: the label. */
  private static boolean isHeader(List<String> row) {
    return row.stream().filter(field -> !isNumber(field)).count() > 1;
  }

  private static boolean isNumber(String field) {
    try {
      Double.parseDouble(field.strip());
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static int label(
      List<String> first, List<List<String>> body, boolean headed, LabelColumn where) {
    int last = first.size() - 1;
    if (where != LabelColumn.AUTO) {
      return where == LabelColumn.FIRST ? 0 : last;
    }
    if (headed) {
      for (int column = 0; column <= last; column++) {
        if (LABEL.contains(first.get(column).strip().toLowerCase(Locale.ROOT))) {
          return column;
        }
      }
    }
    for (int column = 0; column <= last; column++) {
      if (!isNumber(body.get(0).get(column))) {
        return column;
      }
    }
    // The corner of an image is paper, and the same in all of them.
    return distinct(body, 0) == 1 && distinct(body, last) > 1 ? last : 0;
  }

  private static int distinct(List<List<String>> rows, int column) {
    Set<String> values = new HashSet<>();
    rows.forEach(row -> values.add(row.get(column).strip()));
    return values.size();
  }

  /** Shares if nothing is greater than 1. */
  private static double unit(List<List<String>> rows, int label) {
    for (List<String> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        if (column != label && isNumber(row.get(column)) && number(row.get(column)) > 1) {
          return FULL;
        }
      }
    }
    return 1;
  }

  private static double number(String field) {
    return Double.parseDouble(field.strip());
  }
}
