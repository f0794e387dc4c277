package digitstudio.ui.look;

import digitstudio.experiment.RunSummary;
import digitstudio.ui.text.Texts;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;

/** One of the runs, by name and number. */
final class RunBox extends ComboBox<RunSummary> {
  private static final double WIDTH = 304;

  private final Texts texts;

  /**
   * @param key of what it is for
   */
  RunBox(String id, String key, ObservableList<RunSummary> runs, Texts texts) {
    this.texts = texts;
    setId(id);
    setItems(runs);
    setPrefWidth(WIDTH);
    setMinWidth(160);
    accessibleTextProperty().bind(texts.of(key));
    setCellFactory(list -> new Cell());
    setButtonCell(new Cell());
  }

  private final class Cell extends ListCell<RunSummary> {
    @Override
    protected void updateItem(RunSummary run, boolean empty) {
      super.updateItem(run, empty);
      textProperty().unbind();
      if (empty || run == null) {
        setText(null);
      } else {
        textProperty()
            .bind(
                texts.binding(
                    () ->
                        texts.get(
                            run.state().isOver() ? "look.run" : "look.run.goesOn",
                            run.name(),
                            Long.toString(run.id()))));
      }
    }
  }
}
