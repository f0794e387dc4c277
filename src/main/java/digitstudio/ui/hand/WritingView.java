package digitstudio.ui.hand;

import atlantafx.base.theme.Styles;
import digitstudio.digits.ClassNames;
import digitstudio.ui.control.Explained;
import digitstudio.ui.pad.PadViewModel;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Where one writes a digit and says which it is, or is told which to write. */
final class WritingView extends VBox {
  private final HandViewModel model;
  private final PadViewModel pad;
  private final Texts texts;
  private final Buttons buttons;
  private final HandPaper paper;
  private final BooleanBinding inSession;
  private final BooleanBinding drawn;

  WritingView(HandViewModel model, PadViewModel pad, Texts texts, Appearance appearance) {
    this.model = model;
    this.pad = pad;
    this.texts = texts;
    buttons = new Buttons(texts);
    paper = new HandPaper(pad, texts, appearance);
    inSession = model.session().targetProperty().greaterThanOrEqualTo(0);
    drawn = pad.blankBinding().not();
    setId("hand-writing");
    getStyleClass().add("hand-writing");
    VBox.setVgrow(paper, Priority.SOMETIMES);
    getChildren().addAll(prompt(), paper, tools(), labels(), session(), keys());
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private Node prompt() {
    Label prompt = new Label();
    prompt.setId("hand-prompt");
    prompt.getStyleClass().add(Styles.TITLE_4);
    prompt
        .textProperty()
        .bind(
            texts.binding(
                () ->
                    inSession.get()
                        ? texts.get("hand.prompt", model.session().targetProperty().get())
                        : texts.get("hand.write"),
                model.session().targetProperty()));
    return prompt;
  }

  private Node tools() {
    Button undo = buttons.plain("hand-stroke-undo", Feather.CORNER_UP_LEFT, "pad.undo", pad::undo);
    Button clear = buttons.plain("hand-clear", Feather.TRASH_2, "pad.clear", pad::clear);
    Button keep = buttons.worded("hand-keep", Feather.CHECK, "hand.keep", this::keepTarget);
    keep.getStyleClass().add(Styles.ACCENT);
    Explained kept = buttons.explained(keep, "hand.keep", drawn);
    onlyInSession(kept);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox row =
        new HBox(
            4,
            buttons.explained(undo, "pad.undo", pad.undoableProperty()),
            buttons.explained(clear, "pad.clear", drawn),
            space,
            kept);
    row.getStyleClass().add("hand-row");
    return row;
  }

  /** Ten buttons: what is on the paper is kept as that digit. */
  private Node labels() {
    Label caption = new Label();
    caption.textProperty().bind(texts.of("hand.keepAs"));
    caption.getStyleClass().add("quiet");
    HBox row = new HBox(2);
    for (int digit = 0; digit < ClassNames.DIGITS.count(); digit++) {
      row.getChildren().add(label(digit));
    }
    VBox box = new VBox(4, caption, row);
    box.visibleProperty().bind(inSession.not());
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  private Node label(int digit) {
    Button button = new Button(String.valueOf(digit));
    button.setId("hand-keep-" + digit);
    button.getStyleClass().addAll(Styles.SMALL, "digit-button");
    button.accessibleTextProperty().bind(texts.of("hand.keepAs.digit", digit));
    button.setOnAction(event -> keep(digit));
    button.setMaxWidth(Double.MAX_VALUE);
    button.disableProperty().bind(drawn.not());
    Explained explained =
        new Explained(
            button,
            texts.binding(
                () ->
                    drawn.get()
                        ? texts.get("hand.keepAs.digit", digit)
                        : texts.get("hand.keep.disabled"),
                drawn));
    explained.setMinWidth(0);
    HBox.setHgrow(explained, Priority.ALWAYS);
    return explained;
  }

  private Node session() {
    Button start =
        buttons.worded("hand-session-start", Feather.LIST, "hand.session.start", this::start);
    Explained begin = buttons.explained(start, "hand.session.start");
    begin.visibleProperty().bind(inSession.not());
    begin.managedProperty().bind(begin.visibleProperty());
    Button skip =
        buttons.worded("hand-skip", Feather.SKIP_FORWARD, "hand.session.skip", this::skip);
    Button stop =
        buttons.worded("hand-stop", Feather.SQUARE, "hand.session.stop", model.session()::stop);
    HBox row =
        new HBox(
            8,
            begin,
            onlyInSession(buttons.explained(skip, "hand.session.skip")),
            onlyInSession(buttons.explained(stop, "hand.session.stop")));
    row.getStyleClass().add("hand-row");
    ProgressBar bar = new ProgressBar();
    bar.setId("hand-progress");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.progressProperty()
        .bind(model.session().doneProperty().divide((double) GuidedSession.total()));
    bar.accessibleTextProperty().bind(progress());
    Label words = new Label();
    words.setId("hand-progress-words");
    words.textProperty().bind(progress());
    return new VBox(4, row, onlyInSession(bar), onlyInSession(words));
  }

  private javafx.beans.binding.StringBinding progress() {
    return texts.binding(
        () ->
            texts.get(
                "hand.session.progress",
                model.session().doneProperty().get(),
                GuidedSession.total()),
        model.session().doneProperty());
  }

  private <N extends Node> N onlyInSession(N node) {
    node.visibleProperty().bind(inSession);
    node.managedProperty().bind(node.visibleProperty());
    return node;
  }

  private Node keys() {
    Label keys = new Label();
    keys.setWrapText(true);
    keys.setMinHeight(USE_PREF_SIZE);
    keys.getStyleClass().add("quiet");
    keys.textProperty()
        .bind(
            texts.binding(
                () -> texts.get(inSession.get() ? "hand.keys.session" : "hand.keys"), inSession));
    return keys;
  }

  // Commands

  private void start() {
    model.session().start();
    pad.clear();
    paper.requestFocus();
  }

  private void skip() {
    model.session().skip();
    pad.clear();
    paper.requestFocus();
  }

  private void keepTarget() {
    keep(model.session().targetProperty().get());
  }

  private void keep(int digit) {
    pad.endStroke();
    if (drawn.get()) {
      model.keep(digit, pad.strokesProperty().get());
      pad.clear();
      paper.requestFocus();
    }
  }

  private void key(KeyEvent event) {
    KeyCode code = event.getCode();
    boolean onButton = event.getTarget() instanceof Button;
    if (event.isShortcutDown()) {
      if (code == KeyCode.Y || (code == KeyCode.Z && event.isShiftDown())) {
        pad.redo();
        event.consume();
      } else if (code == KeyCode.Z) {
        pad.undo();
        event.consume();
      }
    } else if (code == KeyCode.DELETE || code == KeyCode.BACK_SPACE) {
      pad.clear();
      event.consume();
    } else if (inSession.get()) {
      keyInSession(event, onButton);
    } else if (code.isDigitKey()) {
      keep(digit(code));
      event.consume();
    }
  }

  private void keyInSession(KeyEvent event, boolean onButton) {
    switch (event.getCode()) {
      case ENTER, SPACE -> {
        if (!onButton) {
          keepTarget();
          event.consume();
        }
      }
      case S -> {
        skip();
        event.consume();
      }
      case ESCAPE -> {
        model.session().stop();
        event.consume();
      }
      default -> {}
    }
  }

  /** The digit of a key, of either block of the keyboard. */
  static int digit(KeyCode code) {
    String name = code.getName();
    return name.charAt(name.length() - 1) - '0';
  }
}
