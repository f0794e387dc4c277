package digitstudio.ui.report;

import digitstudio.experiment.ReportTables;
import digitstudio.experiment.Reproduction.ReproducedTable;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One table of the page: its rows, and what was measured of them. */
final class TableModel {
  private final ReportTables.Table table;
  private final ReadOnlyObjectWrapper<ReproducedTable> reproduced;
  private final List<ReadOnlyObjectWrapper<RowState>> rows;

  /**
   * @param rows as they stand at first
   */
  TableModel(ReportTables.Table table, List<RowState> rows) {
    this.table = table;
    this.reproduced = new ReadOnlyObjectWrapper<>(new ReproducedTable(table, List.of()));
    this.rows = rows.stream().map(ReadOnlyObjectWrapper::new).toList();
  }

  ReportTables.Table table() {
    return table;
  }

  /** The rows in their order. */
  List<ReadOnlyObjectProperty<RowState>> rows() {
    return rows.stream().map(ReadOnlyObjectWrapper::getReadOnlyProperty).toList();
  }

  ReadOnlyObjectProperty<ReproducedTable> reproducedProperty() {
    return reproduced.getReadOnlyProperty();
  }

  void show(ReproducedTable table) {
    if (!table.equals(reproduced.get())) {
      reproduced.set(table);
    }
  }

  void show(int index, RowState state) {
    if (!state.equals(rows.get(index).get())) {
      rows.get(index).set(state);
    }
  }
}
