package digitstudio.ui.runs;

import digitstudio.nn.Spelling;
import digitstudio.ui.runs.RunArrangement.SortKey;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;

/** The table of runs: one line a run, its columns folded away where all runs are the same. */
final class RunsTable extends TableView<RunEntry> {
  private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
  private static final double ROW = 28;

  private final RunsViewModel viewModel;
  private final ObservableSet<RunColumn> hidden;
  private final Map<RunColumn, TableColumn<RunEntry, Object>> columns =
      new EnumMap<>(RunColumn.class);
  private boolean restoring;

  /**
   * @param hidden the columns that the person has put away
   */
  RunsTable(RunsViewModel viewModel, ObservableSet<RunColumn> hidden) {
    this.viewModel = viewModel;
    this.hidden = hidden;
    setId("runs-table");
    getStyleClass().add("runs-table");
    accessibleTextProperty().bind(viewModel.texts().of("runs.table"));
    // With rows of one height the table makes cells for those columns alone that are seen.
    setFixedCellSize(ROW);
    setEditable(true);
    setTableMenuButtonVisible(false);
    getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    Label nothing = new Label();
    nothing.textProperty().bind(viewModel.texts().of("runs.nothingFound"));
    nothing.getStyleClass().add("quiet");
    setPlaceholder(nothing);
    for (RunColumn column : RunColumn.values()) {
      columns.put(column, column(column));
    }
    getColumns().setAll(columns.values());
    setItems(viewModel.entries());
    setSortPolicy(table -> sortRuns());
    setRowFactory(table -> row());
    followColumns();
    followSelection();
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  // Columns

  private TableColumn<RunEntry, Object> column(RunColumn column) {
    Supplier<RunWords> words = viewModel.wordsProperty()::get;
    TableColumn<RunEntry, Object> made = new TableColumn<>();
    made.setId("runs-column-" + Spelling.of(column));
    made.setUserData(column);
    made.textProperty().bind(viewModel.wordsProperty().map(now -> now.title(column)));
    made.setCellValueFactory(row -> row.getValue().content().map(value -> (Object) value));
    made.setPrefWidth(width(column));
    made.setEditable(column == RunColumn.NAME);
    switch (column) {
      case STAR -> {
        made.setCellFactory(table -> new StarCell(words, viewModel.editing()::toggleStar));
        made.setResizable(false);
        made.setMinWidth(width(column));
      }
      case NAME -> made.setCellFactory(table -> new NameCell(words, viewModel.editing()::rename));
      default -> made.setCellFactory(table -> new RunCell(column, words));
    }
    if (column.isNumeric()) {
      made.getStyleClass().add("numeric");
    }
    return made;
  }

  private static double width(RunColumn column) {
    return switch (column) {
      case STAR -> 32;
      case NAME -> 264;
      case STATE, STARTED, ARCHITECTURE, GROUP -> 120;
      case NOTES -> 200;
      case OPTIMIZER, LOSS -> 128;
      case ACTIVATION, SCHEDULE, REGULARIZER, INITIALIZER, REDUCTION -> 104;
      case BEST_VALIDATION, LAST_VALIDATION -> 96;
      default -> 80;
    };
  }

  private void followColumns() {
    viewModel.equalProperty().addListener((change, before, now) -> showColumns());
    hidden.addListener((SetChangeListener<RunColumn>) change -> showColumns());
    viewModel.wordsProperty().addListener((change, before, now) -> refresh());
    showColumns();
  }

  private void showColumns() {
    Set<RunColumn> equal = viewModel.equalProperty().get();
    columns.forEach(
        (column, shown) -> {
          boolean visible = !hidden.contains(column) && !equal.contains(column);
          if (shown.isVisible() != visible) {
            shown.setVisible(visible);
          }
        });
  }

  /** The view model does the sorting; the table only says by what. */
  private boolean sortRuns() {
    viewModel.sortBy(
        getSortOrder().stream()
            .map(
                column ->
                    new SortKey(
                        (RunColumn) column.getUserData(),
                        column.getSortType() == TableColumn.SortType.DESCENDING))
            .toList());
    return true;
  }

  // Rows

  private TableRow<RunEntry> row() {
    TableRow<RunEntry> row =
        new TableRow<>() {
          @Override
          protected void updateItem(RunEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            pseudoClassStateChanged(HEADING, entry instanceof GroupHeading);
          }
        };
    row.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY
              && row.getItem() instanceof GroupHeading heading) {
            viewModel.toggle(heading);
          }
        });
    return row;
  }

  private void pressed(KeyEvent event) {
    RunEntry focused = getFocusModel().getFocusedItem();
    boolean right = event.getCode() == KeyCode.RIGHT;
    boolean turn = event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE || right;
    if (focused instanceof GroupHeading heading
        && (right ? heading.collapsed() : turn || event.getCode() == KeyCode.LEFT)) {
      int index = getFocusModel().getFocusedIndex();
      viewModel.toggle(heading);
      getFocusModel().focus(index);
      event.consume();
    }
  }

  /** Changes the name of the focused run in place. */
  void rename() {
    int index = getSelectionModel().getSelectedIndex();
    if (index >= 0) {
      scrollToColumn(columns.get(RunColumn.NAME));
      edit(index, columns.get(RunColumn.NAME));
    }
  }

  // Selection

  private void followSelection() {
    getSelectionModel()
        .getSelectedIndices()
        .addListener((ListChangeListener<Integer>) change -> choose());
    viewModel.entries().addListener((ListChangeListener<RunEntry>) change -> restore());
    viewModel.pickedProperty().addListener((change, before, rows) -> pick(new HashSet<>(rows)));
    restore();
  }

  private void choose() {
    if (!restoring) {
      viewModel.selection().choose(selected());
    }
  }

  private List<RunRow> selected() {
    List<RunRow> rows = new ArrayList<>();
    for (int index : getSelectionModel().getSelectedIndices()) {
      if (index < getItems().size() && getItems().get(index) instanceof RunRow row) {
        rows.add(row);
      }
    }
    return rows;
  }

  /** What was chosen stays chosen wherever it stands now; at the first sight the newest run is. */
  private void restore() {
    Set<Long> chosen =
        viewModel.selection().chosen().stream()
            .map(RunRow::id)
            .collect(Collectors.toCollection(HashSet::new));
    restoring = true;
    getSelectionModel().clearSelection();
    int[] indices = new int[chosen.size()];
    int size = 0;
    for (int i = 0; i < getItems().size() && size < indices.length; i++) {
      if (getItems().get(i) instanceof RunRow row && chosen.contains(row.id())) {
        indices[size++] = i;
      }
    }
    select(indices, size);
    restoring = false;
    choose();
  }

  private void pick(Set<RunEntry> rows) {
    int[] indices =
        IntStream.range(0, getItems().size())
            .filter(index -> rows.contains(getItems().get(index)))
            .toArray();
    restoring = true;
    getSelectionModel().clearSelection();
    select(indices, indices.length);
    restoring = false;
    choose();
  }

  private void select(int[] indices, int size) {
    if (size == 0) {
      for (int i = 0; i < getItems().size(); i++) {
        if (getItems().get(i) instanceof RunRow) {
          getSelectionModel().select(i);
          return;
        }
      }
      return;
    }
    int[] others = new int[size - 1];
    System.arraycopy(indices, 1, others, 0, size - 1);
    getSelectionModel().selectIndices(indices[0], others);
  }
}
