package digitstudio.ui.lesson;

import atlantafx.base.theme.Styles;
import digitstudio.lesson.Goal;
import digitstudio.lesson.Lesson;
import digitstudio.lesson.LessonProgress;
import digitstudio.ui.control.Explained;
import digitstudio.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The open lesson beside the form: its question, its steps, and which of them are done. */
public final class LessonView extends VBox {
  private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

  private final LessonViewModel model;
  private final Texts texts;
  private final Runnable end;

  /**
   * Shows the lesson of a model; takes no room while none is open.
   *
   * @param end ends it
   */
  public LessonView(LessonViewModel model, Texts texts, Runnable end) {
    this.model = model;
    this.end = end;
    this.texts = texts;
    setId("lesson");
    getStyleClass().add("lesson");
    accessibleTextProperty().bind(texts.of("lessons.panel"));
    model.lessonProperty().addListener(change -> show());
    model.stepsProperty().addListener(change -> show());
    show();
  }

  private void show() {
    Lesson lesson = model.lessonProperty().get();
    setVisible(lesson != null);
    setManaged(lesson != null);
    getChildren().clear();
    if (lesson != null) {
      getChildren().addAll(head(lesson), body(lesson));
    }
  }

  private Node head(Lesson lesson) {
    Label title = new Label();
    title.setId("lesson-title");
    title.getStyleClass().add("lesson-title");
    title.setGraphic(new FontIcon(Feather.BOOKMARK));
    title.textProperty().bind(texts.binding(() -> lesson.title().in(texts.locale())));
    title.setMaxWidth(Double.MAX_VALUE);
    title.setMinWidth(0);
    HBox.setHgrow(title, Priority.ALWAYS);
    Label count = new Label();
    count.setId("lesson-count");
    count.getStyleClass().add("quiet");
    count.setMinWidth(USE_PREF_SIZE);
    count.textProperty().bind(texts.binding(this::countText, doneMarks()));
    HBox head = new HBox(title, count, fold(), button("lesson-end", Feather.X, "lessons.end"));
    ((Button) head.getChildren().get(3)).setOnAction(event -> end.run());
    head.getStyleClass().add("lesson-head");
    return head;
  }

  private String countText() {
    long done = model.stepsProperty().get().stream().filter(s -> s.doneProperty().get()).count();
    return texts.get("lessons.count", done, model.stepsProperty().get().size());
  }

  private javafx.beans.Observable[] doneMarks() {
    return model.stepsProperty().get().stream()
        .map(OpenStep::doneProperty)
        .toArray(javafx.beans.Observable[]::new);
  }

  private Node fold() {
    Button fold = button("lesson-fold", Feather.CHEVRON_UP, "lessons.fold");
    ObservableValue<Boolean> folded = model.foldedProperty();
    ((FontIcon) fold.getGraphic())
        .iconCodeProperty()
        .bind(folded.map(is -> is ? Feather.CHEVRON_DOWN : Feather.CHEVRON_UP));
    fold.accessibleTextProperty().unbind();
    fold.accessibleTextProperty()
        .bind(
            texts.binding(
                () -> texts.get(model.foldedProperty().get() ? "lessons.unfold" : "lessons.fold"),
                model.foldedProperty()));
    fold.setTooltip(Explained.tooltip(fold.accessibleTextProperty()));
    fold.setOnAction(event -> model.foldedProperty().set(!model.foldedProperty().get()));
    return fold;
  }

  private Button button(String id, Feather icon, String key) {
    Button button = new Button(null, new FontIcon(icon));
    button.setId(id);
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "row-button");
    button.accessibleTextProperty().bind(texts.of(key));
    button.setTooltip(Explained.tooltip(texts.of(key)));
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private Node body(Lesson lesson) {
    VBox body = new VBox(words("lesson-question", () -> lesson.question().in(texts.locale())));
    body.getStyleClass().add("lesson-body");
    body.visibleProperty().bind(model.foldedProperty().not());
    body.managedProperty().bind(body.visibleProperty());
    List<Node> rows = new ArrayList<>();
    for (OpenStep step : model.stepsProperty().get()) {
      rows.add(step(step, rows.size()));
    }
    body.getChildren().addAll(rows);
    body.getChildren().addAll(strayed(), last());
    lesson.answer().ifPresent(answer -> body.getChildren().addAll(answerLink(), answer(lesson)));
    return body;
  }

  private Label words(
      String id, java.util.concurrent.Callable<String> text, javafx.beans.Observable... sources) {
    Label words = new Label();
    words.setId(id);
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    words.setMaxWidth(Double.MAX_VALUE);
    words.textProperty().bind(texts.binding(text, sources));
    return words;
  }

  private Node step(OpenStep step, int index) {
    Label text = words("lesson-text-" + index, () -> step.step().text().in(texts.locale()));
    VBox said = new VBox(text);
    said.setMinWidth(0);
    said.getStyleClass().add("lesson-step-words");
    HBox.setHgrow(said, Priority.ALWAYS);
    if (!step.isByHand()) {
      said.getChildren().add(told(step, step.step().goal().orElseThrow(), index));
    }
    Node mark = step.isByHand() ? tick(step) : mark(step);
    mark.setId("lesson-step-" + index);
    HBox row = new HBox(mark, said);
    row.getStyleClass().add("lesson-step");
    return row;
  }

  private Node tick(OpenStep step) {
    CheckBox done = new CheckBox();
    done.getStyleClass().add(Styles.SMALL);
    done.accessibleTextProperty().bind(texts.binding(() -> step.step().text().in(texts.locale())));
    done.selectedProperty().bindBidirectional(step.doneProperty());
    done.setMinWidth(USE_PREF_SIZE);
    return done;
  }

  /** What a run shows cannot be ticked by hand. */
  private Node mark(OpenStep step) {
    FontIcon icon = new FontIcon();
    icon.iconCodeProperty()
        .bind(step.doneProperty().map(done -> done ? Feather.CHECK_CIRCLE : Feather.CIRCLE));
    Label mark = new Label(null, icon);
    mark.getStyleClass().add("lesson-mark");
    mark.setMinWidth(USE_PREF_SIZE);
    mark.setAccessibleRole(AccessibleRole.TEXT);
    mark.accessibleTextProperty()
        .bind(
            texts.binding(
                () -> texts.get(step.doneProperty().get() ? "lessons.isDone" : "lessons.isOpen"),
                step.doneProperty()));
    mark.setTooltip(Explained.tooltip(texts.of("lessons.byRun")));
    step.doneProperty()
        .addListener((change, before, now) -> mark.pseudoClassStateChanged(DONE, now));
    mark.pseudoClassStateChanged(DONE, step.doneProperty().get());
    return mark;
  }

  private Node told(OpenStep step, Goal goal, int index) {
    Label told =
        words(
            "lesson-goal-" + index,
            () -> {
              if (step.evidenceProperty().get() != null) {
                return texts.get("lessons.done", step.evidenceProperty().get().in(texts.locale()));
              }
              return step.doneProperty().get()
                  ? texts.get("lessons.doneBefore")
                  : goal.words().in(texts.locale());
            },
            step.evidenceProperty(),
            step.doneProperty());
    told.getStyleClass().addAll("quiet", "lesson-goal");
    return told;
  }

  private Node strayed() {
    Label said =
        words(
            "lesson-strayed",
            () ->
                model.strayedProperty().get().isEmpty()
                    ? ""
                    : texts.get(
                        "lessons.strayed",
                        LessonProgress.titles(model.strayedProperty().get()).in(texts.locale())),
            model.strayedProperty());
    Button back = new Button();
    back.setId("lesson-put-back");
    back.getStyleClass().add(Styles.SMALL);
    back.textProperty().bind(texts.of("lessons.putBack"));
    back.accessibleTextProperty().bind(texts.of("lessons.putBack"));
    back.setMinWidth(Region.USE_PREF_SIZE);
    back.setOnAction(event -> model.putBack());
    HBox.setHgrow(said, Priority.ALWAYS);
    HBox row = new HBox(new FontIcon(Feather.ALERT_TRIANGLE), said, back);
    row.getStyleClass().add("lesson-strayed");
    row.visibleProperty().bind(model.strayedProperty().map(some -> !some.isEmpty()));
    row.managedProperty().bind(row.visibleProperty());
    return row;
  }

  private Node last() {
    Label last =
        words(
            "lesson-last",
            () ->
                model.lastProperty().get() == null
                    ? ""
                    : model.lastProperty().get().in(texts.locale()),
            model.lastProperty());
    last.getStyleClass().add("quiet");
    last.visibleProperty().bind(model.lastProperty().isNotNull());
    last.managedProperty().bind(last.visibleProperty());
    return last;
  }

  private Node answerLink() {
    Hyperlink link = new Hyperlink();
    link.setId("lesson-answer-link");
    link.textProperty()
        .bind(
            texts.binding(
                () ->
                    texts.get(
                        model.answeredProperty().get()
                            ? "lessons.hideAnswer"
                            : "lessons.showAnswer"),
                model.answeredProperty()));
    link.accessibleTextProperty().bind(link.textProperty());
    link.setOnAction(
        event -> {
          link.setVisited(false);
          model.answeredProperty().set(!model.answeredProperty().get());
        });
    Hyperlink again = new Hyperlink();
    again.setId("lesson-restart");
    again.textProperty().bind(texts.of("lessons.restart"));
    again.accessibleTextProperty().bind(texts.of("lessons.restart"));
    again.setOnAction(event -> model.restart());
    BooleanExpression begun = BooleanExpression.booleanExpression(model.lastProperty().isNotNull());
    again.visibleProperty().bind(begun);
    HBox links = new HBox(link, again);
    links.getStyleClass().add("lesson-links");
    return links;
  }

  private Node answer(Lesson lesson) {
    Label answer = words("lesson-answer", () -> lesson.answer().orElseThrow().in(texts.locale()));
    answer.getStyleClass().add("lesson-answer");
    answer.visibleProperty().bind(model.answeredProperty());
    answer.managedProperty().bind(answer.visibleProperty());
    return answer;
  }
}
