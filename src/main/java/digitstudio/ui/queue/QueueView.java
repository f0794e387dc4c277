package digitstudio.ui.queue;

import atlantafx.base.theme.Styles;
import digitstudio.ui.control.Explained;
import digitstudio.ui.text.Quantities;
import digitstudio.ui.text.Texts;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The queue as a strip under the charts that opens to the list of its runs. */
public final class QueueView extends VBox {
  private final QueueViewModel queue;
  private final Texts texts;
  private final Quantities quantities;

  /**
   * @param showRuns leads to runs of a sweep, given what it came to
   */
  public QueueView(QueueViewModel queue, Texts texts, Consumer<SweepOutcome> showRuns) {
    this.queue = queue;
    this.texts = texts;
    this.quantities = new Quantities(texts);
    setId("queue");
    getStyleClass().add("queue");
    QueueList list = new QueueList(queue, texts);
    list.visibleProperty().bind(queue.openProperty().and(Bindings.isNotEmpty(queue.runs())));
    list.managedProperty().bind(list.visibleProperty());
    getChildren()
        .addAll(
            QueueBars.interrupted(queue, texts),
            QueueBars.offered(queue, texts),
            QueueBars.outcome(queue, texts, showRuns),
            QueueBars.removed(queue, texts),
            QueueBars.problem(queue, texts),
            strip(),
            list);
    setMinHeight(USE_PREF_SIZE);
  }

  private Node strip() {
    HBox strip = new HBox(opener(), told(), progress(), hold(), clear());
    strip.setId("queue-strip");
    strip.getStyleClass().add("queue-strip");
    strip
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    queue.runs().size() > 1
                        || queue.heldProperty().get()
                        || queue.waitingProperty().get() > 0,
                queue.runs(),
                queue.heldProperty(),
                queue.waitingProperty()));
    strip.managedProperty().bind(strip.visibleProperty());
    return strip;
  }

  private Node opener() {
    ToggleButton button = new ToggleButton();
    button.setId("queue-open");
    FontIcon icon = new FontIcon(Feather.CHEVRON_RIGHT);
    icon.iconCodeProperty()
        .bind(
            queue.openProperty().map(open -> open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
    button.setGraphic(icon);
    button.getStyleClass().addAll(Styles.FLAT, "row-button", "queue-opener");
    button.textProperty().bind(texts.of("queue.title"));
    button.selectedProperty().bindBidirectional(queue.openProperty());
    ObservableValue<String> help =
        texts.binding(
            () -> texts.get(queue.openProperty().get() ? "queue.close" : "queue.open"),
            queue.openProperty());
    button.accessibleTextProperty().bind(help);
    button.setMinWidth(USE_PREF_SIZE);
    return new Explained(button, help);
  }

  private Node told() {
    Label label = new Label();
    label.setId("queue-text");
    label
        .textProperty()
        .bind(
            texts.binding(
                this::tell,
                queue.runs(),
                queue.overProperty(),
                queue.waitingProperty(),
                queue.heldProperty(),
                queue.currentProperty(),
                queue.secondsLeftProperty()));
    label.setMinWidth(0);
    label.setTooltip(Explained.tooltip(label.textProperty()));
    return label;
  }

  private String tell() {
    int over = queue.overProperty().get();
    int waiting = queue.waitingProperty().get();
    if (queue.heldProperty().get()) {
      boolean going = queue.currentProperty().get() != null;
      return texts.get(going ? "queue.holding" : "queue.held", waiting);
    }
    String done = texts.get("queue.done", over, queue.runs().size());
    double left = queue.secondsLeftProperty().get();
    boolean going = waiting > 0 || queue.currentProperty().get() != null;
    return going && Double.isFinite(left) && left > 0
        ? done + " · " + texts.get("window.left", quantities.timeLeft(left))
        : done;
  }

  private Node progress() {
    ProgressBar bar = new ProgressBar();
    bar.setId("queue-progress");
    bar.getStyleClass().add(Styles.SMALL);
    bar.progressProperty()
        .bind(
            Bindings.createDoubleBinding(
                () ->
                    queue.runs().isEmpty()
                        ? 0
                        : (double) queue.overProperty().get() / queue.runs().size(),
                queue.overProperty(),
                queue.runs()));
    bar.accessibleTextProperty().bind(texts.of("queue.progress"));
    bar.setMaxWidth(Double.MAX_VALUE);
    // In a narrow window the words come first.
    bar.setMinWidth(0);
    bar.setPrefWidth(0);
    HBox.setHgrow(bar, Priority.ALWAYS);
    return bar;
  }

  private Node hold() {
    Button button = new Button();
    button.setId("queue-hold");
    FontIcon icon = new FontIcon(Feather.PAUSE_CIRCLE);
    icon.iconCodeProperty()
        .bind(queue.heldProperty().map(held -> held ? Feather.PLAY_CIRCLE : Feather.PAUSE_CIRCLE));
    button.setGraphic(icon);
    button.getStyleClass().addAll(Styles.FLAT, "row-button");
    button.setMinWidth(USE_PREF_SIZE);
    button
        .textProperty()
        .bind(
            texts.binding(
                () -> texts.get(queue.heldProperty().get() ? "queue.goOn" : "queue.hold"),
                queue.heldProperty()));
    button.accessibleTextProperty().bind(button.textProperty());
    button.disableProperty().bind(queue.waitingProperty().isEqualTo(0));
    button.setOnAction(event -> queue.hold(!queue.heldProperty().get()));
    return new Explained(button, whereSomeWait("queue.holdHelp"));
  }

  private Node clear() {
    Button button = new Button(null, new FontIcon(Feather.TRASH_2));
    button.setId("queue-clear");
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "row-button");
    button.setMinWidth(USE_PREF_SIZE);
    button.accessibleTextProperty().bind(texts.of("queue.clear"));
    button.disableProperty().bind(queue.waitingProperty().isEqualTo(0));
    button.setOnAction(event -> queue.clear());
    return new Explained(button, whereSomeWait("queue.clear"));
  }

  private ObservableValue<String> whereSomeWait(String key) {
    Observable source = queue.waitingProperty();
    return texts.binding(
        () ->
            queue.waitingProperty().get() == 0
                ? texts.get("queue.noneWait")
                : texts.get(
                    key.equals("queue.holdHelp") && queue.heldProperty().get()
                        ? "queue.goOnHelp"
                        : key),
        source,
        queue.heldProperty());
  }
}
