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
import javafx.beans.value.ObservableDoubleValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** The table of runs: one line a run, its columns folded away where all runs are the same. */
final class RunsTable extends TableView<RunEntry> {
  private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
  private static final double ROW = 28;

  /** What is brought into sight has a few of its neighbours above it. */
  private static final int ROWS_ABOVE = 2;

  private final RunsViewModel viewModel;
  private final ObservableDoubleValue letters;
  private final Map<RunColumn, TableColumn<RunEntry, Object>> columns =
      new EnumMap<>(RunColumn.class);

  /** Of the columns that a person has made wider or narrower. */
  private final Map<RunColumn, Double> widths = new EnumMap<>(RunColumn.class);

  private boolean restoring;
  private boolean held;

  /** Whether the table takes a layout on, so that what changes in it is not a person's doing. */
  private boolean laying = true;

  /**
   * @param letters how much larger than usual they are
   */
  RunsTable(RunsViewModel viewModel, ObservableDoubleValue letters) {
    this.viewModel = viewModel;
    this.letters = letters;
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
    setItems(viewModel.entries());
    setSortPolicy(table -> sortRuns());
    setRowFactory(table -> row());
    followColumns();
    followLayout();
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

  /**
   * Title and figures fit in both languages. None is {@code TableColumn}'s own width of 80 pixels:
   * where the table finds that it lays out thirty rows for each such column before it first shows.
   */
  private double width(RunColumn column) {
    double usual =
        switch (column) {
          case STAR -> 32;
          case NAME -> 264;
          case STATE, STARTED, ARCHITECTURE, GROUP, AUGMENTATION -> 120;
          case NOTES -> 200;
          case OPTIMIZER, LOSS -> 128;
          case ACTIVATION, SCHEDULE, REGULARIZER, INITIALIZER, REDUCTION -> 104;
          case BEST_LOSS, STANDARDIZATION, OWN_DRAWINGS -> 112;
          case BEST_VALIDATION, LAST_VALIDATION, CONTRAST, TIME, HELD_OUT -> 96;
          case TEST, TRAIN, SEED -> 76;
          default -> 88;
        };
    return usual * letters.get();
  }

  private void followColumns() {
    viewModel.equalProperty().addListener((change, before, now) -> showColumns());
    viewModel.wordsProperty().addListener((change, before, now) -> refresh());
  }

  // Layout

  /** The layout that is remembered decides at first and when it is reset; then the person does. */
  private void followLayout() {
    lay(viewModel.layoutProperty().get());
    viewModel
        .layoutProperty()
        .addListener(
            (change, before, now) -> {
              if (!laying) {
                lay(now);
              }
            });
    letters.addListener(change -> lay(viewModel.layoutProperty().get()));
    getColumns().addListener((ListChangeListener<TableColumn<RunEntry, ?>>) change -> keep());
    // Only what a mouse does to a width is a person's doing: the table fits columns by itself too.
    addEventFilter(MouseEvent.MOUSE_PRESSED, event -> held = true);
    addEventFilter(MouseEvent.MOUSE_RELEASED, event -> held = false);
    columns.forEach(
        (column, shown) ->
            shown
                .widthProperty()
                .addListener(
                    (change, before, now) -> {
                      if (held && !laying) {
                        widths.put(column, now.doubleValue());
                        keep();
                      }
                    }));
  }

  private void lay(RunsLayout layout) {
    laying = true;
    widths.clear();
    widths.putAll(layout.widths());
    columns.forEach(
        (column, shown) -> {
          double width = layout.width(column, width(column));
          // A column that was drawn wider by mouse keeps that, until it prefers something else.
          shown.setPrefWidth(width + 1);
          shown.setPrefWidth(width);
        });
    List<TableColumn<RunEntry, Object>> order = layout.order().stream().map(columns::get).toList();
    if (!getColumns().equals(order)) {
      getColumns().setAll(order);
    }
    showColumns();
    if (!keys().equals(layout.sorted())) {
      layout.sorted().forEach(key -> columns.get(key.column()).setSortType(type(key)));
      getSortOrder()
          .setAll(layout.sorted().stream().map(key -> columns.get(key.column())).toList());
    }
    laying = false;
  }

  private static TableColumn.SortType type(SortKey key) {
    return key.descending() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING;
  }

  private void keep() {
    if (laying) {
      return;
    }
    List<RunColumn> order =
        getColumns().stream().map(column -> (RunColumn) column.getUserData()).toList();
    laying = true;
    viewModel
        .layoutProperty()
        .set(viewModel.layoutProperty().get().withColumns(order, widths, keys()));
    laying = false;
  }

  private void showColumns() {
    Set<RunColumn> equal = viewModel.equalProperty().get();
    Set<RunColumn> hidden = viewModel.layoutProperty().get().hidden();
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
    viewModel.sortBy(keys());
    keep();
    return true;
  }

  private List<SortKey> keys() {
    return getSortOrder().stream()
        .map(
            column ->
                new SortKey(
                    (RunColumn) column.getUserData(),
                    column.getSortType() == TableColumn.SortType.DESCENDING))
        .toList();
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
    viewModel.revealedProperty().addListener((change, before, rows) -> reveal(rows));
    restore();
    reveal(viewModel.revealedProperty().get());
  }

  private void reveal(List<RunRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    viewModel.selection().choose(rows);
    restore();
    int first = getItems().indexOf(rows.get(0));
    if (first >= 0) {
      getFocusModel().focus(first);
      scrollTo(Math.max(0, first - ROWS_ABOVE));
    }
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
