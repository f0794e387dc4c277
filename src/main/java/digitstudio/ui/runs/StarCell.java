package digitstudio.ui.runs;

import digitstudio.experiment.RunSummary;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;

/** A run's star, set and taken away by a click. */
final class StarCell extends TableCell<RunEntry, Object> {
  private static final PseudoClass STARRED = PseudoClass.getPseudoClass("starred");

  private final Supplier<RunWords> words;
  private final Region star = new Region();

  StarCell(Supplier<RunWords> words, Consumer<List<RunRow>> toggle) {
    this.words = words;
    star.getStyleClass().add("run-star");
    star.setOnMousePressed(
        event -> {
          if (getTableRow().getItem() instanceof RunRow row) {
            toggle.accept(List.of(row));
            event.consume();
          }
        });
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    getStyleClass().add("star-cell");
  }

  @Override
  protected void updateItem(Object item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || !(item instanceof RunSummary run)) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    setGraphic(star);
    star.pseudoClassStateChanged(STARRED, run.starred());
    setAccessibleText(words.get().text(RunColumn.STAR, run));
  }
}
