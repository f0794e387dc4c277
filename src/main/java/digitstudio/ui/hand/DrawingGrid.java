package digitstudio.ui.hand;

import digitstudio.experiment.Drawing;
import digitstudio.ui.control.Explained;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.controlsfx.control.GridCell;
import org.controlsfx.control.GridView;

/** The kept drawings as a grid: chosen by mouse or arrows, relabelled by typing a digit. */
final class DrawingGrid extends GridView<Drawing> {
  private static final double CELL = 64;
  private static final double CELL_HEIGHT = 80;
  private static final double SPACING = 2;
  private static final double PICTURE = 56;
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final HandViewModel model;
  private final Texts texts;
  private final Appearance appearance;

  /** Place of the drawing that was chosen last, from which the arrows go on. */
  private int at = -1;

  DrawingGrid(HandViewModel model, Texts texts, Appearance appearance) {
    super(model.shown());
    this.model = model;
    this.texts = texts;
    this.appearance = appearance;
    setId("hand-grid");
    setCellWidth(CELL);
    setCellHeight(CELL_HEIGHT);
    setHorizontalCellSpacing(SPACING);
    setVerticalCellSpacing(SPACING);
    setCellFactory(grid -> new Cell());
    setFocusTraversable(true);
    // What scrolls the cells would be a stop of its own for the Tab key, without a name.
    skinProperty()
        .addListener(
            change -> lookupAll(".virtual-flow").forEach(flow -> flow.setFocusTraversable(false)));
    accessibleTextProperty()
        .bind(texts.binding(() -> texts.get("hand.grid", model.shown().size()), model.shown()));
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    addEventFilter(MouseEvent.MOUSE_PRESSED, event -> requestFocus());
  }

  private void choose(int place, boolean more) {
    if (place < 0 || place >= model.shown().size()) {
      return;
    }
    at = place;
    long id = model.shown().get(place).id();
    if (!more) {
      model.selected().removeIf(other -> other != id);
      model.selected().add(id);
    } else if (!model.selected().remove(id)) {
      model.selected().add(id);
    }
  }

  private void key(KeyEvent event) {
    int columns = Math.max(1, (int) (getWidth() / (CELL + 2 * SPACING)));
    int step =
        switch (event.getCode()) {
          case LEFT -> -1;
          case RIGHT -> 1;
          case UP -> -columns;
          case DOWN -> columns;
          default -> 0;
        };
    if (step != 0) {
      choose(Math.max(0, Math.min(model.shown().size() - 1, at + step)), event.isShiftDown());
      event.consume();
    } else if (event.getCode() == KeyCode.A && event.isShortcutDown()) {
      model.selectAll();
      event.consume();
    }
  }

  /** One drawing, with the digit it is said to be. */
  private final class Cell extends GridCell<Drawing> {
    private final ImageView picture = new ImageView();

    Cell() {
      getStyleClass().add("drawing-cell");
      picture.setFitWidth(PICTURE);
      picture.setFitHeight(PICTURE);
      picture.setSmooth(false);
      setGraphic(picture);
      setContentDisplay(ContentDisplay.TOP);
      model.selected().addListener((SetChangeListener<Long>) change -> showChosen());
      appearance.darkProperty().addListener(change -> show());
      setOnMousePressed(
          event -> {
            if (!isEmpty()) {
              choose(getIndex(), event.isShortcutDown() || event.isShiftDown());
            }
          });
    }

    @Override
    protected void updateItem(Drawing drawing, boolean empty) {
      super.updateItem(drawing, empty);
      show();
      showChosen();
    }

    private void show() {
      Drawing drawing = getItem();
      boolean there = drawing != null && !isEmpty();
      picture.setImage(there ? Inks.picture(drawing.image(), appearance) : null);
      boolean heldOut = there && drawing.isHeldOut();
      setText(there ? drawing.label() + (heldOut ? " †" : "") : null);
      setTooltip(heldOut ? Explained.tooltip(texts.of("own.heldOut.help")) : null);
      setAccessibleText(
          there
              ? texts.get(heldOut ? "own.drawing.heldOut" : "hand.drawing", drawing.label())
              : null);
    }

    private void showChosen() {
      pseudoClassStateChanged(
          CHOSEN, getItem() != null && model.selected().contains(getItem().id()));
    }
  }
}
