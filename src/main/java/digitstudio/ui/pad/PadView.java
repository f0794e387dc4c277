package digitstudio.ui.pad;

import atlantafx.base.theme.Styles;
import digitstudio.digits.ClassNames;
import digitstudio.digits.DigitStep;
import digitstudio.ui.control.Explained;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The panel one draws a digit in: the paper, what the network sees of it, and what it makes of it.
 *
 * <p>Laid out by hand, since the paper is a square that takes what width and height are left over:
 * the whole width where the window is tall, else what the seen image beside it leaves.
 */
public final class PadView extends Region {
  private static final KeyCombination UNDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

  private static final KeyCombination REDO =
      new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination REDO_TOO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

  private static final double GAP = 8;
  private static final double PADDING = 16;
  private static final double SMALLEST_PAPER = 96;
  private static final double LARGEST_PAPER = 448;
  private static final double GUESS_WIDTH = 56;

  /** Classes that stand under each other; more of them are scrolled. */
  private static final int MOST_BARS = 10;

  /** A panel from this width on shows the seen image larger. */
  private static final double WIDE = 400;

  private final PadViewModel model;
  private final Texts texts;
  private final Label title = new Label();
  private final Button inspect;
  private final DrawingPaper paper;
  private final SeenImage seen;
  private final Label seenCaption = new Label();
  private final Label guess = new Label();
  private final HBox tools = new HBox(4);
  private final VBox bars = new VBox();
  private final ScrollPane scroll = new ScrollPane(bars);
  private ProbabilityBar[] probabilityBars = {};
  private final Label note = new Label();

  /** The pad alone. */
  public PadView(PadViewModel model, Texts texts, Appearance appearance) {
    this(model, texts, appearance, null);
  }

  /**
   * @param inspection opens what shows more of the drawing; null if this stands there already
   */
  public PadView(PadViewModel model, Texts texts, Appearance appearance, Runnable inspection) {
    this.model = model;
    this.texts = texts;
    inspect = button("pad-inspect", Feather.MAXIMIZE_2, "pad.inspect");
    inspect.setTooltip(Explained.tooltip(texts.of("pad.inspect")));
    inspect.setVisible(inspection != null);
    inspect.setOnAction(event -> inspection.run());
    paper = new DrawingPaper(model, texts, appearance);
    seen = new SeenImage(model.imageProperty(), texts, appearance);
    setId("pad");
    getStyleClass().add("pad");
    setPadding(new Insets(PADDING));
    createLabels();
    createTools();
    createBars();
    getChildren().addAll(title, inspect, paper, seen, seenCaption, guess, tools, scroll, note);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    pseudoClassStateChanged(DARK, appearance.isDark());
    appearance
        .darkProperty()
        .addListener((observable, before, dark) -> pseudoClassStateChanged(DARK, dark));
  }

  private void createLabels() {
    title.textProperty().bind(texts.of("pad.title"));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    seenCaption.textProperty().bind(texts.of("pad.seen"));
    seenCaption.getStyleClass().add("caption");
    seenCaption.setWrapText(true);
    guess.setId("pad-guess");
    guess.getStyleClass().add("guess");
    guess
        .textProperty()
        .bind(
            model
                .bestGuessBinding()
                .map(
                    digit ->
                        digit.intValue() < 0
                            ? ""
                            : model.classesProperty().get().name(digit.intValue())));
    guess
        .accessibleTextProperty()
        .bind(
            texts.binding(
                () ->
                    model.bestGuessBinding().get() < 0
                        ? texts.get("pad.noGuess")
                        : texts.get(
                            "pad.guess",
                            model.classesProperty().get().name(model.bestGuessBinding().get())),
                model.bestGuessBinding()));
    note.setId("pad-note");
    note.getStyleClass().add("caption");
    note.setWrapText(true);
    note.setAlignment(Pos.TOP_LEFT);
    note.textProperty()
        .bind(
            texts.binding(
                this::note,
                model.blankBinding(),
                model.networkMissingProperty(),
                model.networkDivergedProperty(),
                model.stepsProperty(),
                model.answererProperty()));
    note.setTooltip(Explained.tooltip(note.textProperty()));
  }

  private String note() {
    if (model.blankBinding().get()) {
      return texts.get("pad.noteBlank");
    }
    if (model.networkDivergedProperty().get()) {
      return texts.get("pad.noteDiverged");
    }
    if (model.networkMissingProperty().get()) {
      return texts.get("pad.noteNoNetwork");
    }
    if (!isWhole()) {
      return texts.get("pad.noteSteps");
    }
    String answerer = model.answererProperty().get();
    return answerer.isEmpty() ? "" : texts.get("leftovers.answersOf", answerer);
  }

  /** Whether all steps are done to the drawing. */
  private boolean isWhole() {
    return model.stepsProperty().get().size() == DigitStep.values().length;
  }

  private void createTools() {
    Label pen = new Label(null, new FontIcon(Feather.EDIT_2));
    Slider width =
        new Slider(
            PadViewModel.THINNEST_PEN, PadViewModel.THICKEST_PEN, model.penWidthProperty().get());
    width.setId("pad-pen");
    width.setBlockIncrement(1);
    width.valueProperty().bindBidirectional(model.penWidthProperty());
    width.accessibleTextProperty().bind(texts.of("pad.pen"));
    width.setTooltip(Explained.tooltip(texts.of("pad.pen")));
    pen.setLabelFor(width);
    pen.accessibleTextProperty().bind(texts.of("pad.pen"));
    HBox.setHgrow(width, Priority.ALWAYS);
    width.setMinWidth(48);

    Button undo = button("pad-undo", Feather.CORNER_UP_LEFT, "pad.undo");
    undo.disableProperty().bind(model.undoableProperty().not());
    undo.setOnAction(event -> model.undo());
    Button redo = button("pad-redo", Feather.CORNER_UP_RIGHT, "pad.redo");
    redo.disableProperty().bind(model.redoableProperty().not());
    redo.setOnAction(event -> model.redo());
    Button clear = button("pad-clear", Feather.TRASH_2, "pad.clear");
    clear.disableProperty().bind(model.blankBinding());
    clear.setOnAction(event -> model.clear());

    tools.setAlignment(Pos.CENTER_LEFT);
    tools
        .getChildren()
        .addAll(
            pen,
            width,
            explained(undo, "pad.undo"),
            explained(redo, "pad.redo"),
            explained(clear, "pad.clear"));
  }

  private Button button(String id, Feather icon, String key) {
    Button button = new Button(null, new FontIcon(icon));
    button.setId(id);
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    button.accessibleTextProperty().bind(texts.of(key));
    return button;
  }

  private Explained explained(Button button, String key) {
    return new Explained(
        button,
        texts.binding(
            () -> texts.get(key + (button.isDisable() ? ".disabled" : ".tip")),
            button.disableProperty()));
  }

  private void createBars() {
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("edge-to-edge");
    nameBars();
    model.classesProperty().addListener(change -> nameBars());
    model.probabilitiesProperty().addListener((observable, before, now) -> show(now));
    show(model.probabilitiesProperty().get());
  }

  private void nameBars() {
    ClassNames classes = model.classesProperty().get();
    double name = classes.longest() <= 1 ? 0 : Math.min(112, 7.5 * classes.longest() + 4);
    probabilityBars = new ProbabilityBar[classes.count()];
    for (int label = 0; label < probabilityBars.length; label++) {
      probabilityBars[label] = new ProbabilityBar(label, classes.name(label), name, texts);
    }
    bars.getChildren().setAll(probabilityBars);
    scroll.setVbarPolicy(
        probabilityBars.length > MOST_BARS
            ? ScrollPane.ScrollBarPolicy.AS_NEEDED
            : ScrollPane.ScrollBarPolicy.NEVER);
    show(model.probabilitiesProperty().get());
    requestLayout();
  }

  private double barsHeight(double width) {
    return Math.min(bars.prefHeight(width), MOST_BARS * ProbabilityBar.HEIGHT);
  }

  /** Where there are more classes than have room, the likeliest is brought into sight. */
  private void reveal(int best) {
    int hidden = probabilityBars.length - MOST_BARS;
    if (hidden > 0 && best >= 0) {
      scroll.setVvalue(Math.min(1, Math.max(0, (best - MOST_BARS / 2.0) / hidden)));
    }
  }

  private void show(float[] given) {
    // While another network takes over, its answers may come before its names.
    float[] probabilities = given == null || given.length == probabilityBars.length ? given : null;
    int best = model.bestGuessBinding().get();
    float[] whole = isWhole() ? null : model.wholeProbabilitiesProperty().get();
    for (int digit = 0; digit < probabilityBars.length; digit++) {
      double value = probabilities == null ? Double.NaN : probabilities[digit];
      double other =
          probabilities == null || whole == null || whole.length <= digit
              ? Double.NaN
              : whole[digit];
      probabilityBars[digit].show(value, other, digit == best);
    }
    reveal(probabilities == null ? -1 : best);
  }

  private void key(KeyEvent event) {
    if (UNDO.match(event)) {
      model.undo();
      event.consume();
    } else if (REDO.match(event) || REDO_TOO.match(event)) {
      model.redo();
      event.consume();
    }
  }

  // Layout

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 2 * PADDING + SMALLEST_PAPER + GAP + seenSide(0);
  }

  @Override
  protected double computePrefWidth(double height) {
    return 320;
  }

  @Override
  protected double computeMinHeight(double width) {
    return heightOfTheRest(width) + Math.max(SMALLEST_PAPER, seenSide(width));
  }

  @Override
  protected double computePrefHeight(double width) {
    double real = width < 0 ? prefWidth(-1) : width;
    return heightOfTheRest(real) + tallExtra(real) + widePaper(real);
  }

  /** All but the paper, when what is seen stands beside it. */
  private double heightOfTheRest(double width) {
    double content = (width < 0 ? prefWidth(-1) : width) - 2 * PADDING;
    return 2 * PADDING
        + title.prefHeight(-1)
        + GAP
        + GAP
        + tools.prefHeight(content)
        + GAP
        + barsHeight(content)
        + GAP
        + noteHeight();
  }

  /** How much more that is when what is seen stands under the paper, with the tools beside it. */
  private double tallExtra(double width) {
    return Math.max(0, seenSide(width) - tools.prefHeight(-1));
  }

  /** Two lines, whether they are needed or not, so that nothing jumps. */
  private double noteHeight() {
    return snapSizeY(2 * 16);
  }

  private static double seenSide(double width) {
    return (width >= WIDE ? SeenImage.LARGE : SeenImage.SMALL) + 2 * SeenImage.BORDER;
  }

  private static double paperSide(double across, double room) {
    return Math.floor(Math.max(SMALLEST_PAPER, Math.min(across, room)));
  }

  private static double widePaper(double width) {
    return Math.min(LARGEST_PAPER, width - 2 * PADDING);
  }

  private static double narrowPaper(double width) {
    return Math.min(LARGEST_PAPER, width - 2 * PADDING - GAP - seenSide(width));
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double content = width - 2 * PADDING;
    double room = getHeight() - heightOfTheRest(width);
    double besideSide = paperSide(narrowPaper(width), room);
    double aboveSide = paperSide(widePaper(width), room - tallExtra(width));
    double titleHeight = title.prefHeight(-1);
    title.resizeRelocate(PADDING, PADDING, content, titleHeight);
    inspect.autosize();
    inspect.relocate(
        PADDING + content - inspect.getWidth(),
        snapPositionY(PADDING + (titleHeight - inspect.getHeight()) / 2));
    double y = PADDING + titleHeight + GAP;
    y =
        aboveSide > besideSide
            ? layoutAbove(y, aboveSide, content)
            : layoutBeside(y, besideSide, content);
    double barsHeight = barsHeight(content);
    scroll.resizeRelocate(PADDING, y, content, barsHeight);
    y += barsHeight + GAP;
    note.resizeRelocate(PADDING, y, content, noteHeight());
  }

  /** A large paper; under it the seen image with caption, guess and tools to its right. */
  private double layoutAbove(double top, double side, double content) {
    paper.resizeRelocate(PADDING + Math.floor((content - side) / 2), top, side, side);
    double y = top + side + GAP;
    double seenSide = seenSide(getWidth());
    seen.resizeRelocate(PADDING, y, seenSide, seenSide);
    double x = PADDING + seenSide + GAP;
    double across = content - seenSide - GAP;
    double toolsHeight = tools.prefHeight(across);
    double rowHeight = Math.max(seenSide, toolsHeight);
    tools.resizeRelocate(x, y + rowHeight - toolsHeight, across, toolsHeight);
    double above = rowHeight - toolsHeight;
    double guessWidth = Math.min(GUESS_WIDTH, across);
    guess.setVisible(true);
    guess.resizeRelocate(x + across - guessWidth, y, guessWidth, above);
    double captionWidth = across - guessWidth - GAP;
    seenCaption.setVisible(true);
    seenCaption.resizeRelocate(
        x, y, captionWidth, Math.min(above, seenCaption.prefHeight(captionWidth)));
    return y + rowHeight + GAP;
  }

  /** A smaller paper; to its right the seen image, its caption, and the guess if it has room. */
  private double layoutBeside(double top, double side, double content) {
    paper.resizeRelocate(PADDING, top, side, side);
    double width = seenSide(getWidth());
    double x = PADDING + side + GAP;
    seen.resizeRelocate(x, top, width, width);
    double captionHeight = seenCaption.prefHeight(width);
    seenCaption.resizeRelocate(x, top + width + 4, width, captionHeight);
    double free = width + 4 + captionHeight;
    double guessHeight = guess.prefHeight(width);
    seenCaption.setVisible(free <= side);
    guess.setVisible(free + guessHeight <= side);
    guess.resizeRelocate(x, top + side - guessHeight, width, guessHeight);
    double y = top + Math.max(side, width) + GAP;
    double toolsHeight = tools.prefHeight(content);
    tools.resizeRelocate(PADDING, y, content, toolsHeight);
    return y + toolsHeight + GAP;
  }
}
