package digitstudio.ui.pad;

import atlantafx.base.theme.Styles;
import digitstudio.digits.DigitSet;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
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
 * <p>Laid out by hand, since the paper is a square that takes what width and height are left over.
 */
public final class PadView extends Region {
  private static final KeyCombination UNDO =
      new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

  private static final double GAP = 8;
  private static final double PADDING = 16;
  private static final double SMALLEST_PAPER = 96;
  private static final double LARGEST_PAPER = 448;

  /** A panel from this width on shows the seen image larger. */
  private static final double WIDE = 400;

  private final PadViewModel model;
  private final Texts texts;
  private final Label title = new Label();
  private final DrawingPaper paper;
  private final SeenImage seen;
  private final Label seenCaption = new Label();
  private final Label guess = new Label();
  private final HBox tools = new HBox(4);
  private final VBox bars = new VBox();
  private final ProbabilityBar[] probabilityBars = new ProbabilityBar[DigitSet.CLASSES];
  private final Label note = new Label();

  public PadView(PadViewModel model, Texts texts, Appearance appearance) {
    this.model = model;
    this.texts = texts;
    paper = new DrawingPaper(model, texts, appearance);
    seen = new SeenImage(model.imageProperty(), texts, appearance);
    setId("pad");
    getStyleClass().add("pad");
    setPadding(new Insets(PADDING));
    createLabels();
    createTools();
    createBars();
    getChildren().addAll(title, paper, seen, seenCaption, guess, tools, bars, note);
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
                .map(digit -> digit.intValue() < 0 ? "" : String.valueOf(digit)));
    guess
        .accessibleTextProperty()
        .bind(
            texts.binding(
                () ->
                    model.bestGuessBinding().get() < 0
                        ? texts.get("pad.noGuess")
                        : texts.get("pad.guess", model.bestGuessBinding().get()),
                model.bestGuessBinding()));
    note.setId("pad-note");
    note.getStyleClass().add("caption");
    note.setWrapText(true);
    note.setAlignment(Pos.TOP_LEFT);
    note.textProperty()
        .bind(texts.binding(this::note, model.blankBinding(), model.networkMissingProperty()));
  }

  private String note() {
    if (model.blankBinding().get()) {
      return texts.get("pad.noteBlank");
    }
    return model.networkMissingProperty().get() ? texts.get("pad.noteNoNetwork") : "";
  }

  private void createTools() {
    Label pen = new Label(null, new FontIcon(Feather.EDIT_2));
    Slider width =
        new Slider(
            PadViewModel.THINNEST_PEN, PadViewModel.THICKEST_PEN, model.penWidthProperty().get());
    width.setId("pad-pen");
    width.setBlockIncrement(1);
    width.valueProperty().bindBidirectional(model.penWidthProperty());
    describe(width, "pad.pen");
    pen.setLabelFor(width);
    pen.accessibleTextProperty().bind(texts.of("pad.pen"));
    HBox.setHgrow(width, Priority.ALWAYS);
    width.setMinWidth(48);

    Button undo = button("pad-undo", Feather.CORNER_UP_LEFT, "pad.undo");
    undo.disableProperty().bind(model.undoableProperty().not());
    undo.setOnAction(event -> model.undo());
    Button clear = button("pad-clear", Feather.TRASH_2, "pad.clear");
    clear.disableProperty().bind(model.blankBinding());
    clear.setOnAction(event -> model.clear());

    tools.setAlignment(Pos.CENTER_LEFT);
    tools.getChildren().addAll(pen, width, undo, clear);
  }

  private Button button(String id, Feather icon, String key) {
    Button button = new Button(null, new FontIcon(icon));
    button.setId(id);
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    describe(button, key);
    return button;
  }

  private void describe(Control control, String key) {
    control.accessibleTextProperty().bind(texts.of(key));
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(texts.of(key + ".tip"));
    control.setTooltip(tooltip);
  }

  private void createBars() {
    for (int digit = 0; digit < probabilityBars.length; digit++) {
      probabilityBars[digit] = new ProbabilityBar(digit, texts);
    }
    bars.getChildren().addAll(probabilityBars);
    model.probabilitiesProperty().addListener((observable, before, now) -> show(now));
    show(model.probabilitiesProperty().get());
  }

  private void show(float[] probabilities) {
    int best = model.bestGuessBinding().get();
    for (int digit = 0; digit < probabilityBars.length; digit++) {
      double value = probabilities == null ? Double.NaN : probabilities[digit];
      probabilityBars[digit].show(value, digit == best);
    }
  }

  private void key(KeyEvent event) {
    if (UNDO.match(event)) {
      model.undo();
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
    return heightOfTheRest(real) + paperSide(real, Double.MAX_VALUE);
  }

  private double heightOfTheRest(double width) {
    double content = (width < 0 ? prefWidth(-1) : width) - 2 * PADDING;
    return 2 * PADDING
        + title.prefHeight(-1)
        + GAP
        + GAP
        + tools.prefHeight(content)
        + GAP
        + bars.prefHeight(content)
        + GAP
        + noteHeight();
  }

  /** Two lines, whether they are needed or not, so that nothing jumps. */
  private double noteHeight() {
    return snapSizeY(2 * 16);
  }

  private static double seenSide(double width) {
    return (width >= WIDE ? SeenImage.LARGE : SeenImage.SMALL) + 2 * SeenImage.BORDER;
  }

  private static double paperSide(double width, double room) {
    double across = width - 2 * PADDING - GAP - seenSide(width);
    double side = Math.min(LARGEST_PAPER, Math.min(across, room));
    return Math.floor(Math.max(SMALLEST_PAPER, side));
  }

  @Override
  protected void layoutChildren() {
    double content = getWidth() - 2 * PADDING;
    double side = paperSide(getWidth(), getHeight() - heightOfTheRest(getWidth()));
    double seenSide = seenSide(getWidth());
    double y = PADDING;
    double titleHeight = title.prefHeight(-1);
    title.resizeRelocate(PADDING, y, content, titleHeight);
    y += titleHeight + GAP;
    paper.resizeRelocate(PADDING, y, side, side);
    layoutBeside(PADDING + side + GAP, y, seenSide, side);
    y += Math.max(side, seenSide) + GAP;
    double toolsHeight = tools.prefHeight(content);
    tools.resizeRelocate(PADDING, y, content, toolsHeight);
    y += toolsHeight + GAP;
    double barsHeight = bars.prefHeight(content);
    bars.resizeRelocate(PADDING, y, content, barsHeight);
    y += barsHeight + GAP;
    note.resizeRelocate(PADDING, y, content, noteHeight());
  }

  /** The seen image, its caption, and the guess as large as there is room for. */
  private void layoutBeside(double x, double y, double width, double height) {
    seen.resizeRelocate(x, y, width, width);
    double captionHeight = seenCaption.prefHeight(width);
    seenCaption.resizeRelocate(x, y + width + 4, width, captionHeight);
    double top = width + 4 + captionHeight;
    double guessHeight = guess.prefHeight(width);
    seenCaption.setVisible(top <= height);
    guess.setVisible(top + guessHeight <= height);
    guess.resizeRelocate(x, y + height - guessHeight, width, guessHeight);
  }
}
