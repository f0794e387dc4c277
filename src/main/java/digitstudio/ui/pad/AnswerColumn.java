package digitstudio.ui.pad;

import digitstudio.digits.ClassNames;
import digitstudio.experiment.RunSummary;
import digitstudio.text.Sentence;
import digitstudio.ui.control.Explained;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One run's answer: its name, the digit it reads, and its ten probabilities. */
final class AnswerColumn extends VBox {
  static final double LEAST_WIDTH = 68;

  /** Classes that stand under each other; more of them are scrolled. */
  private static final int MOST_ROWS = 10;

  private static final double USUAL_WIDTH = 104;
  private static final double MOST_WIDTH = 160;
  private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final PadRunsViewModel model;
  private final Texts texts;
  private final RunSummary run;
  private final Label guess = new Label();
  private final Label share = new Label();
  private final ClassNames classes;
  private final NarrowBar[] bars;
  private InvalidationListener following;

  AnswerColumn(PadRunsViewModel model, RunSummary run, Texts texts, Appearance appearance) {
    super(4);
    this.model = model;
    this.texts = texts;
    this.run = run;
    classes = run.data().classes();
    bars = new NarrowBar[classes.count()];
    String colour = RunColours.css(run, appearance);
    setId("pad-run-" + run.id());
    getStyleClass().add("answer-column");
    setMinWidth(LEAST_WIDTH);
    setPrefWidth(USUAL_WIDTH);
    setMaxWidth(MOST_WIDTH);
    Region mark = new Region();
    mark.setMinHeight(4);
    mark.setStyle("-fx-background-color: " + colour + "; -fx-background-radius: 2;");
    guess.getStyleClass().add("run-guess");
    share.getStyleClass().add("caption");
    HBox answer = new HBox(4, guess, share);
    answer.setAlignment(Pos.BASELINE_LEFT);
    if (classes.longest() > 2) {
      guess.setStyle("-fx-font-size: 14px;");
    }
    VBox probabilities = new VBox();
    for (int digit = 0; digit < bars.length; digit++) {
      bars[digit] = new NarrowBar(classes.name(digit), nameWidth(), colour);
    }
    probabilities.getChildren().addAll(bars);
    ScrollPane scroll = new ScrollPane(probabilities);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("edge-to-edge");
    scroll.setMinHeight(Math.min(bars.length, MOST_ROWS) * 14 + 2);
    scroll.setPrefHeight(Math.min(bars.length, MOST_ROWS) * 14 + 2);
    getChildren()
        .addAll(
            mark, name(), difference(), answer, bars.length > MOST_ROWS ? scroll : probabilities);
    setFocusTraversable(false);
  }

  private double nameWidth() {
    return classes.longest() <= 1 ? 0 : Math.min(48, 7.0 * classes.longest());
  }

  private ToggleButton name() {
    ToggleButton name = new ToggleButton(run.name());
    name.setId("pad-follow-" + run.id());
    name.getStyleClass().add("run-name");
    name.setMaxWidth(Double.MAX_VALUE);
    name.setAlignment(Pos.CENTER_LEFT);
    name.setMinWidth(0);
    name.setTooltip(Explained.tooltip(texts.of("draw.follow", run.name())));
    name.accessibleTextProperty().bind(texts.of("draw.follow", run.name()));
    name.setSelected(isFollowed());
    following = change -> name.setSelected(isFollowed());
    // The model outlives every column.
    model.courseRunProperty().addListener(new WeakInvalidationListener(following));
    name.setOnAction(
        event -> {
          model.follow(run);
          // A second press lets a toggle go; the run stays.
          name.setSelected(isFollowed());
        });
    return name;
  }

  private boolean isFollowed() {
    return model.courseRunProperty().get().filter(one -> one.id() == run.id()).isPresent();
  }

  private Label difference() {
    Label difference = new Label();
    difference.getStyleClass().add("caption");
    difference.setMinWidth(0);
    difference.setWrapText(true);
    difference.setAlignment(Pos.TOP_LEFT);
    difference.setMinHeight(36);
    difference.setMaxHeight(36);
    difference
        .textProperty()
        .bind(
            texts.binding(
                () ->
                    model
                        .difference(run)
                        .map((Sentence one) -> one.in(texts.locale()))
                        .orElse("")));
    difference.setTooltip(Explained.tooltip(difference.textProperty()));
    VBox.setVgrow(difference, Priority.NEVER);
    return difference;
  }

  RunSummary run() {
    return run;
  }

  /** Shows an answer beside the digit that was meant, or -1. */
  void show(RunReading reading, int truth) {
    int best = reading.best();
    guess.setText(best < 0 ? "–" : classes.name(best));
    guess.pseudoClassStateChanged(RIGHT, truth >= 0 && best == truth);
    guess.pseudoClassStateChanged(WRONG, truth >= 0 && best >= 0 && best != truth);
    share.setText(
        reading
            .probabilities()
            .map(all -> texts.get("pad.percent", 100 * all[best]))
            .orElseGet(() -> reading.problem().map(texts::get).orElse("")));
    share.setWrapText(reading.problem().isPresent());
    for (int digit = 0; digit < bars.length; digit++) {
      int of = digit;
      bars[digit].show(
          reading
              .probabilities()
              .filter(all -> of < all.length)
              .map(all -> (double) all[of])
              .orElse(Double.NaN),
          digit == best);
    }
    setAccessibleText(
        best < 0
            ? texts.get("draw.run.none", run.name())
            : texts.get(
                "draw.run.answer",
                run.name(),
                classes.name(best),
                100 * reading.probabilities().get()[best]));
  }
}
