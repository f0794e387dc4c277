package digitstudio.ui.runs;

import digitstudio.experiment.RunSummary;
import digitstudio.training.RunState;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a run has in one column. */
class RunCell extends TableCell<RunEntry, Object> {
  private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");

  private final RunColumn column;
  private final Supplier<RunWords> words;
  private final FontIcon icon = new FontIcon();

  RunCell(RunColumn column, Supplier<RunWords> words) {
    this.column = column;
    this.words = words;
    if (column.isNumeric()) {
      getStyleClass().add("numeric");
    }
  }

  @Override
  protected void updateItem(Object item, boolean empty) {
    super.updateItem(item, empty);
    setGraphic(null);
    if (empty || !(item instanceof RunSummary run)) {
      setText(null);
      return;
    }
    String text = words.get().text(column, run);
    pseudoClassStateChanged(MISSING, text.equals(RunWords.NONE));
    if (column == RunColumn.STATE) {
      icon.setIconCode(icon(run.state()));
      setGraphic(icon);
    }
    setText(text);
  }

  private static Feather icon(RunState state) {
    return switch (state) {
      case PREPARING -> Feather.LOADER;
      case RUNNING -> Feather.PLAY;
      case PAUSED -> Feather.PAUSE;
      case EVALUATING -> Feather.ACTIVITY;
      case FINISHED -> Feather.CHECK;
      case STOPPED -> Feather.SQUARE;
      case DIVERGED -> Feather.TRENDING_UP;
      case FAILED -> Feather.ALERT_TRIANGLE;
      case INTERRUPTED -> Feather.ZAP_OFF;
    };
  }
}
