package digitstudio.report.figure;

import java.util.List;

/**
 * The numbers behind a figure, as a table that spreadsheets and pandas read.
 *
 * @param columns names
 * @param rows one value for each column; an empty text where there is none
 */
public record FigureData(List<String> columns, List<List<String>> rows) {
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

  /** The table as CSV (RFC 4180), with a header. */
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

  private static String quoted(String value) {
    boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}
