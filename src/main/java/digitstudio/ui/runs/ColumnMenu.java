package digitstudio.ui.runs;

import atlantafx.base.theme.Styles;
import digitstudio.nn.Spelling;
import digitstudio.ui.text.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Chooses the columns of the table of runs; stays open while several are chosen. */
final class ColumnMenu extends MenuButton {
  private final RunsViewModel viewModel;

  ColumnMenu(RunsViewModel viewModel) {
    this.viewModel = viewModel;
    Texts texts = viewModel.texts();
    setId("runs-columns");
    textProperty().bind(texts.of("runs.columns"));
    accessibleTextProperty().bind(texts.of("runs.columns.help"));
    getStyleClass().addAll(Styles.FLAT);
    setMinWidth(USE_PREF_SIZE);
    viewModel.wordsProperty().addListener(change -> fill());
    setOnShowing(event -> fill());
    fill();
  }

  private void fill() {
    List<MenuItem> items = new ArrayList<>();
    CheckBox fold = new CheckBox(viewModel.texts().get("runs.fold"));
    fold.setId("runs-fold");
    fold.selectedProperty().bindBidirectional(viewModel.foldingProperty());
    items.add(staying(fold));
    items.add(new SeparatorMenuItem());
    for (RunColumn column : RunColumn.values()) {
      if (column != RunColumn.NAME && column != RunColumn.STAR) {
        items.add(staying(choice(column)));
      }
    }
    items.add(new SeparatorMenuItem());
    MenuItem reset = new MenuItem(viewModel.texts().get("keeping.columns.reset"));
    reset.setId("runs-columns-reset");
    reset.setOnAction(event -> viewModel.layoutProperty().set(RunsLayout.USUAL));
    items.add(reset);
    getItems().setAll(items);
  }

  private CheckBox choice(RunColumn column) {
    CheckBox box = new CheckBox(viewModel.wordsProperty().get().title(column));
    box.setId("runs-show-" + Spelling.of(column));
    box.setSelected(!viewModel.layoutProperty().get().hidden().contains(column));
    box.selectedProperty().addListener((change, before, shown) -> show(column, shown));
    return box;
  }

  private void show(RunColumn column, boolean shown) {
    RunsLayout layout = viewModel.layoutProperty().get();
    Set<RunColumn> hidden = new HashSet<>(layout.hidden());
    if (shown) {
      hidden.remove(column);
    } else {
      hidden.add(column);
    }
    viewModel.layoutProperty().set(layout.withHidden(hidden));
  }

  private static CustomMenuItem staying(CheckBox box) {
    CustomMenuItem item = new CustomMenuItem(box, false);
    item.getStyleClass().add("column-choice");
    return item;
  }
}
