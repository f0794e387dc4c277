package digitstudio.report.figure;

import digitstudio.report.chart.CurvePoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lays curves side by side as the columns of a table, one row for each place on the x axis. */
final class CurveTable {
  private CurveTable() {}

  /**
   * @param place name of the first column
   * @param curves by the names of their columns, in order
   */
  static FigureData of(String place, Map<String, CurvePoints> curves) {
    TreeMap<Double, String[]> rows = new TreeMap<>();
    int column = 0;
    for (CurvePoints points : curves.values()) {
      for (int i = 0; i < points.size(); i++) {
        rows.computeIfAbsent(points.x()[i], x -> new String[curves.size()])[column] =
            FigureData.number(points.y()[i]);
      }
      column++;
    }
    List<String> names = new ArrayList<>();
    names.add(place);
    names.addAll(curves.keySet());
    List<List<String>> table = new ArrayList<>();
    rows.forEach((x, values) -> table.add(row(x, values)));
    return new FigureData(names, table);
  }

  private static List<String> row(double place, String[] values) {
    List<String> row = new ArrayList<>();
    row.add(FigureData.number(place));
    for (String value : values) {
      row.add(value == null ? "" : value);
    }
    return row;
  }
}
