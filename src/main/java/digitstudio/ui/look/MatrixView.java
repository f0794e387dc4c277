package digitstudio.ui.look;

import digitstudio.digits.ClassNames;
import digitstudio.training.ConfusionMatrix;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.text.NumberFormat;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * A confusion matrix, a row for each true digit and a column for each given one; a cell is chosen
 * by mouse or arrows.
 */
final class MatrixView extends Region {
  /** What the cells say. */
  enum Mode {
    COUNTS,
    ROWS,
    COLUMNS
  }

  /** A cell of the matrix. */
  record Cell(int label, int given) {}

  private static final double LEAST_HEAD = 22;
  private static final double MOST_HEAD = 96;

  /** Cells as small as this still tell their names apart; more of them are scrolled. */
  private static final double SMALLEST_CELL = 12;

  private static final double GAP = 1;
  private static final double LARGEST_CELL = 52;
  private static final double LARGEST_TEXT = 13;
  private static final double SMALLEST_TEXT = 7.5;

  private final Texts texts;
  private final Appearance appearance;
  private final Canvas canvas = new Canvas();
  private final ObjectProperty<ConfusionMatrix> confusion =
      new SimpleObjectProperty<>(this, "confusion");

  /** Subtracted from the other; null to show that as it is. */
  private final ObjectProperty<ConfusionMatrix> baseline =
      new SimpleObjectProperty<>(this, "baseline");

  private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(this, "mode", Mode.COUNTS);
  private final ObjectProperty<Cell> cell = new SimpleObjectProperty<>(this, "cell");
  private ClassNames classes = ClassNames.DIGITS;
  private double head = LEAST_HEAD;
  private long[][] counts = {};
  private long[][] before;

  MatrixView(String id, Texts texts, Appearance appearance) {
    this.texts = texts;
    this.appearance = appearance;
    setId(id);
    getStyleClass().add("look-matrix");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setFocusTraversable(true);
    canvas.setManaged(false);
    getChildren().add(canvas);
    accessibleTextProperty().bind(texts.binding(this::sentence, confusion, baseline, mode, cell));
    confusion.addListener(change -> take());
    baseline.addListener(change -> take());
    mode.addListener(change -> paint());
    cell.addListener(change -> paint());
    focusedProperty().addListener(change -> paint());
    appearance.darkProperty().addListener(change -> paint());
    texts.localeProperty().addListener(change -> paint());
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(KeyEvent.KEY_PRESSED, this::move);
    setMinSize(160, 160);
    setPrefSize(LEAST_HEAD + 10 * 36, LEAST_HEAD + 10 * 36);
  }

  /** Names the rows and columns. */
  void name(ClassNames names) {
    if (names.equals(classes)) {
      return;
    }
    classes = names;
    head =
        names.longest() <= 2
            ? LEAST_HEAD
            : Math.min(MOST_HEAD, 8 + 6.5 * Math.min(names.longest(), 14));
    double side = Math.max(160, names.count() <= 10 ? 160 : head + names.count() * SMALLEST_CELL);
    setMinSize(side, side);
    paint();
  }

  ObjectProperty<ConfusionMatrix> confusionProperty() {
    return confusion;
  }

  ObjectProperty<ConfusionMatrix> baselineProperty() {
    return baseline;
  }

  ObjectProperty<Mode> modeProperty() {
    return mode;
  }

  /** The chosen cell; null for none. */
  ObjectProperty<Cell> cellProperty() {
    return cell;
  }

  private void take() {
    counts = confusion.get() == null ? new long[][] {} : confusion.get().counts();
    before = baseline.get() == null ? null : baseline.get().counts();
    paint();
  }

  // Choosing

  private void press(MouseEvent event) {
    requestFocus();
    double side = cellSide();
    int given = (int) Math.floor((event.getX() - head) / side);
    int label = (int) Math.floor((event.getY() - head) / side);
    if (label >= 0 && given >= 0 && label < counts.length && given < counts.length) {
      cell.set(new Cell(label, given));
    }
  }

  private void move(KeyEvent event) {
    if (counts.length == 0) {
      return;
    }
    Cell from = cell.get() == null ? new Cell(0, 0) : cell.get();
    Cell to =
        switch (event.getCode()) {
          case UP -> new Cell(from.label() - 1, from.given());
          case DOWN -> new Cell(from.label() + 1, from.given());
          case LEFT -> new Cell(from.label(), from.given() - 1);
          case RIGHT -> new Cell(from.label(), from.given() + 1);
          case ENTER, SPACE -> from;
          default -> null;
        };
    if (to != null) {
      int last = counts.length - 1;
      cell.set(
          new Cell(
              Math.max(0, Math.min(last, to.label())), Math.max(0, Math.min(last, to.given()))));
      event.consume();
    }
  }

  private String sentence() {
    Cell chosen = cell.get();
    if (confusion.get() == null) {
      return texts.get("look.matrix.none");
    }
    if (chosen == null || chosen.label() >= counts.length) {
      return texts.get("look.matrix", confusion.get().total());
    }
    return texts.get(
        LookViewModel.ofClasses(classes, "look.matrix.cell"),
        classes.name(chosen.label()),
        classes.name(chosen.given()),
        text(chosen.label(), chosen.given()).isEmpty()
            ? "0"
            : text(chosen.label(), chosen.given()));
  }

  // Painting

  private double cellSide() {
    int count = Math.max(1, counts.length == 0 ? classes.count() : counts.length);
    double side = Math.min(getWidth() - head, getHeight() - head) / count;
    return Math.max(4, Math.min(LARGEST_CELL, Math.floor(side)));
  }

  @Override
  protected void layoutChildren() {
    if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
      canvas.setWidth(getWidth());
      canvas.setHeight(getHeight());
      paint();
    }
  }

  private void paint() {
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    if (canvas.getWidth() < 1) {
      return;
    }
    graphics.setTextAlign(TextAlignment.CENTER);
    graphics.setTextBaseline(VPos.CENTER);
    MatrixColours colours = new MatrixColours(appearance.isDark());
    double side = cellSide();
    Color quiet = Color.web(appearance.isDark() ? "#8b949e" : "#57606a");
    int count = counts.length == 0 ? classes.count() : counts.length;
    for (int digit = 0; digit < count; digit++) {
      graphics.setFont(Font.font(Math.max(8, Math.min(12, side))));
      graphics.setFill(quiet);
      paintName(graphics, digit, side);
      for (int given = 0; given < count; given++) {
        paintCell(graphics, colours, digit, given, side);
      }
    }
    paintChosen(graphics, side);
  }

  private void paintName(GraphicsContext graphics, int digit, double side) {
    String name = fitted(classes.name(digit));
    double middle = head + (digit + 0.5) * side;
    if (head == LEAST_HEAD) {
      graphics.fillText(name, middle, head / 2);
      graphics.fillText(name, head / 2, middle);
      return;
    }
    graphics.setTextAlign(TextAlignment.RIGHT);
    graphics.fillText(name, head - 6, middle, head - 8);
    // On end, since names are wider than columns.
    graphics.save();
    graphics.translate(middle, head - 6);
    graphics.rotate(-90);
    graphics.setTextAlign(TextAlignment.LEFT);
    graphics.fillText(name, 0, 0, head - 8);
    graphics.restore();
    graphics.setTextAlign(TextAlignment.CENTER);
  }

  private static String fitted(String name) {
    return name.length() <= 14 ? name : name.substring(0, 13) + "…";
  }

  private void paintCell(
      GraphicsContext graphics, MatrixColours colours, int label, int given, double side) {
    Color ground = counts.length == 0 ? colours.cell(false, 0) : ground(colours, label, given);
    double x = head + given * side;
    double y = head + label * side;
    graphics.setFill(ground);
    graphics.fillRect(x + GAP / 2, y + GAP / 2, side - GAP, side - GAP);
    String text = counts.length == 0 ? "" : text(label, given);
    if (!text.isEmpty()) {
      graphics.setFill(MatrixColours.text(ground));
      double size = Math.min(LARGEST_TEXT, (side - 4) / (0.58 * Math.max(2, text.length())));
      // What is too small to read is left to the colour.
      if (size >= SMALLEST_TEXT) {
        graphics.setFont(Font.font(size));
        graphics.fillText(text, x + side / 2, y + side / 2);
      }
    }
  }

  private Color ground(MatrixColours colours, int label, int given) {
    if (before != null) {
      double difference = share(counts, label, given) - share(before, label, given);
      boolean better = (label == given) == (difference > 0);
      return colours.difference(better, Math.abs(difference) / 0.02);
    }
    return colours.cell(label == given, share(counts, label, given));
  }

  private double share(long[][] of, int label, int given) {
    long whole = 0;
    for (int digit = 0; digit < of.length; digit++) {
      whole += mode.get() == Mode.COLUMNS ? of[digit][given] : of[label][digit];
    }
    return whole == 0 ? 0 : (double) of[label][given] / whole;
  }

  private String text(int label, int given) {
    if (before != null) {
      long difference = counts[label][given] - before[label][given];
      return difference == 0 ? "" : texts.get("look.difference", difference);
    }
    if (counts[label][given] == 0) {
      return "";
    }
    if (mode.get() == Mode.COUNTS) {
      return NumberFormat.getIntegerInstance(texts.locale()).format(counts[label][given]);
    }
    return texts.get("look.share", 100 * share(counts, label, given));
  }

  private void paintChosen(GraphicsContext graphics, double side) {
    Cell chosen = cell.get();
    if (chosen == null && isFocused() && counts.length > 0) {
      chosen = new Cell(0, 0);
    }
    if (chosen == null || chosen.label() >= counts.length) {
      return;
    }
    graphics.setStroke(Color.web(appearance.isDark() ? "#f0f6fc" : "#1f2328"));
    graphics.setLineWidth(isFocused() ? 2.5 : 1.5);
    graphics.strokeRect(
        head + chosen.given() * side + 0.5, head + chosen.label() * side + 0.5, side - 1, side - 1);
  }
}
