package digitstudio.ui.queue;

import atlantafx.base.theme.Styles;
import digitstudio.experiment.ResumableRun;
import digitstudio.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The sentences above the queue, each with what can be done about it. */
final class QueueBars {
  private QueueBars() {}

  /** Runs that were left when the studio was closed. */
  static Node offered(QueueViewModel queue, Texts texts) {
    return bar(
        "queue-offered",
        Feather.CLOCK,
        texts.binding(
            () -> texts.get("queue.offered", queue.offeredProperty().get().size()),
            queue.offeredProperty()),
        Bindings.createBooleanBinding(
            () -> !queue.offeredProperty().get().isEmpty(), queue.offeredProperty()),
        button("queue-take-up", texts.of("queue.takeUp"), queue::takeUp),
        button("queue-discard", texts.of("queue.discard"), queue::discard));
  }

  /** A run that the end of the program interrupted. */
  static Node interrupted(QueueViewModel queue, Texts texts) {
    InterruptedRuns interrupted = queue.interrupted();
    return bar(
        "queue-interrupted",
        Feather.CLOCK,
        texts.binding(
            () -> tell(interrupted.runsProperty().get(), texts), interrupted.runsProperty()),
        Bindings.createBooleanBinding(
            () -> !interrupted.runsProperty().get().isEmpty(), interrupted.runsProperty()),
        button(
            "queue-resume",
            texts.of("resume.now"),
            () -> queue.resume(interrupted.runsProperty().get().get(0))),
        button("queue-not-now", texts.of("resume.notNow"), queue::leaveInterrupted));
  }

  private static String tell(List<ResumableRun> runs, Texts texts) {
    if (runs.isEmpty()) {
      return "";
    }
    ResumableRun first = runs.get(0);
    return texts.get(
        "resume.offer",
        first.run().name(),
        first.epoch(),
        first.run().config().epochs(),
        runs.size() - 1);
  }

  /** What came of a sweep. */
  static Node outcome(QueueViewModel queue, Texts texts, Consumer<SweepOutcome> showRuns) {
    Button show =
        button(
            "queue-show-runs",
            texts.of("queue.showRuns"),
            () -> showRuns.accept(queue.outcomeProperty().get()));
    show.visibleProperty()
        .bind(queue.outcomeProperty().map(outcome -> !outcome.runs().isEmpty()).orElse(false));
    show.managedProperty().bind(show.visibleProperty());
    return bar(
        "queue-outcome",
        Feather.CHECK_CIRCLE,
        texts.binding(() -> tell(queue.outcomeProperty().get(), texts), queue.outcomeProperty()),
        queue.outcomeProperty().isNotNull(),
        show,
        dismiss("queue-outcome-dismiss", texts, queue::dismissOutcome));
  }

  private static String tell(SweepOutcome outcome, Texts texts) {
    if (outcome == null) {
      return "";
    }
    Locale locale = texts.locale();
    return outcome.sentences().stream()
        .map(sentence -> whole(sentence.in(locale), texts.get("queue.stop")))
        .reduce((first, next) -> texts.get("queue.twoSentences", first, next))
        .orElse("");
  }

  /** A sentence that stands beside others begins large and ends with a stop. */
  private static String whole(String sentence, String stop) {
    String begun = sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    return begun.endsWith(stop) ? begun : begun + stop;
  }

  /** Runs that were taken out, with the way back. */
  static Node removed(QueueViewModel queue, Texts texts) {
    return bar(
        "queue-removed",
        Feather.INFO,
        texts.binding(
            () -> texts.get("queue.removed", queue.removedProperty().get()),
            queue.removedProperty()),
        queue.removedProperty().greaterThan(0),
        button("queue-undo", texts.of("queue.undo"), queue::undoRemoval),
        dismiss("queue-removed-dismiss", texts, queue::dismissRemoval));
  }

  /** What could not be remembered. */
  static Node problem(QueueViewModel queue, Texts texts) {
    return bar(
        "queue-problem",
        Feather.ALERT_TRIANGLE,
        texts.binding(
            () ->
                queue.problemProperty().get() == null
                    ? ""
                    : texts.get(queue.problemProperty().get()),
            queue.problemProperty()),
        queue.problemProperty().isNotNull(),
        dismiss("queue-problem-dismiss", texts, queue::dismissProblem));
  }

  private static Node bar(
      String id,
      Feather icon,
      ObservableValue<String> text,
      ObservableValue<Boolean> shown,
      Button... buttons) {
    Label sentence = new Label();
    sentence.setId(id + "-text");
    sentence.setWrapText(true);
    sentence.setMinHeight(Label.USE_PREF_SIZE);
    sentence.setMaxWidth(Double.MAX_VALUE);
    sentence.setAccessibleRole(AccessibleRole.TEXT);
    sentence.textProperty().bind(text);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    HBox bar = new HBox(new FontIcon(icon), sentence);
    bar.getChildren().addAll(buttons);
    bar.setId(id);
    bar.getStyleClass().add("notice-bar");
    bar.visibleProperty().bind(shown);
    bar.managedProperty().bind(bar.visibleProperty());
    return bar;
  }

  private static Button button(String id, ObservableValue<String> text, Runnable command) {
    Button button = new Button();
    button.setId(id);
    button.textProperty().bind(text);
    button.accessibleTextProperty().bind(text);
    button.getStyleClass().add(Styles.SMALL);
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.setOnAction(event -> command.run());
    return button;
  }

  private static Button dismiss(String id, Texts texts, Runnable command) {
    Button button = button(id, texts.of("window.dismiss"), command);
    button.textProperty().unbind();
    button.setText(null);
    button.setGraphic(new FontIcon(Feather.X));
    button.getStyleClass().setAll("button", Styles.BUTTON_ICON, Styles.FLAT, "row-button");
    return button;
  }
}
