package digitstudio.report.figure;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The numbers behind a figure, as a table that spreadsheets and pandas read.
 *
 * @param columns names
 * @param rows one value for each column; an empty text where there is none
 */
public record FigureData(List<String> columns, List<List<String>> rows) {
  private static final Pattern FORMULA = Pattern.compile("[=+\\-@\t\r\n]");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?([eE][+-]?\\d+)?|inf)");

  public FigureData {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(row.size() + " values in " + columns.size());
      }
    }
  }

  /** A number with all its digits; {@code NaN} and {@code inf} as pandas reads them. */
  public static String number(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    long whole = Math.round(value);
    return value == whole && Math.abs(value) < 1e15 ? Long.toString(whole) : Double.toString(value);
  }

  /**
   * The table as CSV (RFC 4180), with a header; text that looks like a formula gets an apostrophe.
   */
  public String csv() {
    StringBuilder csv = new StringBuilder();
    append(csv, columns);
    rows.forEach(row -> append(csv, row));
    return csv.toString();
  }

  private static void append(StringBuilder csv, List<String> row) {
    for (int i = 0; i < row.size(); i++) {
      csv.append(i == 0 ? "" : ",").append(quoted(row.get(i)));
    }
    csv.append("\r\n");
  }

  private static String quoted(String given) {
    String value = harmless(given);
    boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }

  /**
   * A text that no spreadsheet takes for a formula: a name of a run, which can come from a file of
   * someone else, is shown with an apostrophe rather than computed.
   */
  private static String harmless(String value) {
    return FORMULA.matcher(value).lookingAt() && !NUMBER.matcher(value).matches()
        ? "'" + value
        : value;
  }
}
