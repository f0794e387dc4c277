package digitstudio.ui.look;

import digitstudio.experiment.RunSummary;
import digitstudio.ui.text.Texts;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;

/** One of the runs, by name and number. */
final class RunBox extends ComboBox<RunSummary> {
  private static final double WIDTH = 360;

  private final Texts texts;
  private RunSummary shown;
  private boolean updating;

  /**
   * @param key of what it is for
   * @param choose gets a run that the person chose
   */
  RunBox(
      String id,
      String key,
      ObservableList<RunSummary> runs,
      Consumer<RunSummary> choose,
      Texts texts) {
    this.texts = texts;
    setId(id);
    // A list of its own: shared, it would move the choice to another run as runs come and go.
    getItems().setAll(runs);
    runs.addListener(
        (InvalidationListener)
            change ->
                update(
                    () -> {
                      getItems().setAll(runs);
                      select();
                    }));
    setOnAction(
        event -> {
          if (!updating && getValue() != null) {
            shown = getValue();
            choose.accept(shown);
          }
        });
    setPrefWidth(WIDTH);
    setMinWidth(160);
    accessibleTextProperty().bind(texts.of(key));
    setCellFactory(list -> new Cell());
    setButtonCell(new Cell());
  }

  /**
   * Shows a run, null for none, without choosing it; it may have learned on since it was listed.
   */
  void show(RunSummary run) {
    shown = run;
    update(this::select);
  }

  private void select() {
    setValue(
        shown == null
            ? null
            : getItems().stream()
                .filter(listed -> listed.id() == shown.id())
                .findFirst()
                .orElse(null));
  }

  private void update(Runnable change) {
    updating = true;
    change.run();
    updating = false;
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
