package digitstudio.ui.queue;

import atlantafx.base.theme.Styles;
import digitstudio.experiment.DueData;
import digitstudio.nn.Spelling;
import digitstudio.ui.control.Explained;
import digitstudio.ui.queue.QueuedRun.State;
import digitstudio.ui.text.Quantities;
import digitstudio.ui.text.Texts;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The runs of the queue, one a line; those that wait can be moved and taken out. */
final class QueueList extends ListView<QueuedRun> {
  private static final double ROW = 28;
  private static final int MOST_ROWS = 7;

  private final QueueViewModel queue;
  private final Texts texts;
  private final Quantities quantities;

  QueueList(QueueViewModel queue, Texts texts) {
    super(queue.runs());
    this.queue = queue;
    this.texts = texts;
    this.quantities = new Quantities(texts);
    setId("queue-list");
    getStyleClass().add("queue-list");
    setFixedCellSize(ROW);
    prefHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.min(MOST_ROWS, Math.max(1, queue.runs().size())) * ROW + 2,
                queue.runs()));
    minHeightProperty().bind(prefHeightProperty());
    accessibleTextProperty().bind(texts.of("queue.list"));
    setCellFactory(list -> new Row());
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    queue.currentProperty().addListener((change, before, now) -> follow(now));
    texts.localeProperty().addListener(change -> refresh());
  }

  /** Keeps the run that is trained in sight, unless a person is at work in the list. */
  private void follow(QueuedRun run) {
    int index = getItems().indexOf(run);
    if (index >= 0 && !isFocusWithin()) {
      scrollTo(Math.max(0, index - 1));
    }
  }

  private void pressed(KeyEvent event) {
    QueuedRun run = getSelectionModel().getSelectedItem();
    if (run == null) {
      return;
    }
    if (event.isAltDown() && event.getCode() == KeyCode.UP) {
      move(run, -1);
      event.consume();
    } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
      move(run, 1);
      event.consume();
    } else if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
      queue.remove(run);
      event.consume();
    }
  }

  private void move(QueuedRun run, int places) {
    queue.move(run, places);
    getSelectionModel().select(run);
    getFocusModel().focus(getItems().indexOf(run));
  }

  private final class Row extends ListCell<QueuedRun> {
    private final FontIcon icon = new FontIcon(Feather.CLOCK);
    private final Label number = new Label();
    private final Label label = new Label();
    private final Label outcome = new Label();
    private final Button up = button(Feather.CHEVRON_UP, "up", "queue.up", () -> shift(-1));
    private final Button down = button(Feather.CHEVRON_DOWN, "down", "queue.down", () -> shift(1));
    private final Button remove =
        button(Feather.X, "remove", "queue.remove", () -> queue.remove(getItem()));
    private final Label data = new Label();
    private final HBox line = new HBox(icon, number, label, data, outcome, up, down, remove);
    private final ChangeListener<State> follow = (change, before, now) -> show(getItem());
    private QueuedRun shown;

    Row() {
      line.getStyleClass().add("queue-row");
      number.getStyleClass().addAll("quiet", "queue-number");
      data.getStyleClass().add("quiet");
      outcome.getStyleClass().add("queue-accuracy");
      outcome.setMinWidth(USE_PREF_SIZE);
      label.setMinWidth(0);
      label.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(label, Priority.ALWAYS);
      setPrefWidth(0);
      setOnDragDetected(this::drag);
      setOnDragOver(this::accept);
      setOnDragDropped(this::drop);
    }

    private Button button(Feather feather, String name, String key, Runnable command) {
      Button button = new Button(null, new FontIcon(feather));
      button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "row-button");
      button.setUserData(name);
      button.accessibleTextProperty().bind(texts.of(key));
      button.setTooltip(Explained.tooltip(texts.of(key)));
      button.setMinWidth(USE_PREF_SIZE);
      // The list is one place in the tab order; its keys do what the buttons do.
      button.setFocusTraversable(false);
      button.setOnAction(event -> command.run());
      return button;
    }

    private void shift(int places) {
      move(getItem(), places);
    }

    @Override
    protected void updateItem(QueuedRun run, boolean empty) {
      super.updateItem(run, empty);
      if (shown != null) {
        shown.stateProperty().removeListener(follow);
      }
      shown = empty ? null : run;
      if (shown == null) {
        setGraphic(null);
        return;
      }
      shown.stateProperty().addListener(follow);
      show(shown);
      setGraphic(line);
    }

    private void show(QueuedRun run) {
      State state = run.state();
      icon.setIconCode(icon(state));
      line.getStyleClass().setAll("queue-row", state.name().toLowerCase(Locale.ROOT));
      number.setText(quantities.count(getIndex() + 1L));
      label.setText(run.label().in(texts.locale()));
      data.setText(run.data().map(DueData::name).orElse(""));
      outcome.setText(outcome(run));
      setTooltip(run.problem().isEmpty() ? null : tooltip(run));
      setAccessibleText(
          number.getText()
              + " "
              + label.getText()
              + " "
              + data.getText()
              + " "
              + outcome.getText());
      boolean waits = state.waits();
      for (Button button : new Button[] {up, down, remove}) {
        button.setId("queue-" + button.getUserData() + "-" + getIndex());
        boolean usable = waits || (button == remove && state == State.TRAINING);
        button.setVisible(usable);
        button.setManaged(usable);
      }
    }

    private Tooltip tooltip(QueuedRun run) {
      Tooltip tooltip = new Tooltip(texts.get(run.problem().orElseThrow()));
      tooltip.setWrapText(true);
      tooltip.setMaxWidth(480);
      return tooltip;
    }

    private String outcome(QueuedRun run) {
      String state = texts.get("queue.state." + Spelling.of(run.state()));
      if (run.state() != State.FINISHED || run.accuracy().isEmpty()) {
        return state;
      }
      String accuracy = quantities.percent(run.accuracy().getAsDouble());
      return texts.get(run.isHeldOut() ? "window.validation" : "window.train", accuracy);
    }

    private static Feather icon(State state) {
      return switch (state) {
        case WAITING -> Feather.CLOCK;
        case WITHOUT_DATA -> Feather.SLASH;
        case TRAINING -> Feather.PLAY;
        case FINISHED -> Feather.CHECK;
        case STOPPED -> Feather.SQUARE;
        case DIVERGED, FAILED -> Feather.ALERT_TRIANGLE;
      };
    }

    // Dragging

    private void drag(MouseEvent event) {
      if (shown != null && shown.state().waits()) {
        Dragboard board = startDragAndDrop(TransferMode.MOVE);
        ClipboardContent content = new ClipboardContent();
        content.putString(Integer.toString(getIndex()));
        board.setContent(content);
        getListView().getSelectionModel().select(shown);
        event.consume();
      }
    }

    private void accept(DragEvent event) {
      if (event.getGestureSource() instanceof Row && event.getGestureSource() != this) {
        event.acceptTransferModes(TransferMode.MOVE);
        event.consume();
      }
    }

    private void drop(DragEvent event) {
      if (event.getGestureSource() instanceof Row from && from.shown != null) {
        QueuedRun run = from.shown;
        queue.moveTo(run, shown == null ? queue.runs().size() - 1 : getIndex());
        getSelectionModel().select(run);
        event.setDropCompleted(true);
        event.consume();
      }
    }
  }
}
