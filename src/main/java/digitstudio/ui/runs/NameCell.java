package digitstudio.ui.runs;

import digitstudio.experiment.RunSummary;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A run's name, changed in place, or the title of a group. */
final class NameCell extends TableCell<RunEntry, Object> {
  private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

  private final Supplier<RunWords> words;
  private final BiConsumer<RunRow, String> rename;
  private final FontIcon chevron = new FontIcon();
  private final TextField field = new TextField();

  NameCell(Supplier<RunWords> words, BiConsumer<RunRow, String> rename) {
    this.words = words;
    this.rename = rename;
    getStyleClass().add("name-cell");
    field.setId("runs-rename");
    field.setOnAction(event -> keep());
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            cancelEdit();
            event.consume();
          }
        });
    field
        .focusedProperty()
        .addListener(
            (change, before, focused) -> {
              if (!focused && isEditing()) {
                keep();
              }
            });
  }

  private void keep() {
    RunEntry entry = getTableRow().getItem();
    String name = field.getText();
    cancelEdit();
    if (entry instanceof RunRow row) {
      rename.accept(row, name);
    }
  }

  @Override
  public void startEdit() {
    if (!(getItem() instanceof RunSummary run)) {
      return;
    }
    super.startEdit();
    if (isEditing()) {
      field.setText(run.name());
      field.setAccessibleText(words.get().title(RunColumn.NAME));
      setText(null);
      setGraphic(field);
      field.requestFocus();
      field.selectAll();
    }
  }

  @Override
  public void cancelEdit() {
    super.cancelEdit();
    show(getItem());
    getTableView().requestFocus();
  }

  @Override
  protected void updateItem(Object item, boolean empty) {
    super.updateItem(item, empty);
    if (!isEditing()) {
      show(empty ? null : item);
    }
  }

  private void show(Object item) {
    pseudoClassStateChanged(HEADING, item instanceof GroupHeading);
    setGraphic(null);
    setText(null);
    if (item instanceof RunSummary run) {
      setText(run.name());
    } else if (item instanceof GroupHeading heading) {
      chevron.setIconCode(heading.collapsed() ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN);
      setGraphic(chevron);
      setText(words.get().heading(heading));
    }
  }
}
