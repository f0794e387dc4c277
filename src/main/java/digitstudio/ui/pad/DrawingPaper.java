package digitstudio.ui.pad;

import digitstudio.digits.Stroke;
import digitstudio.digits.Stroke.Point;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/** The square one draws on, by mouse, finger or stylus. */
final class DrawingPaper extends Region {
  private static final double BORDER = 1;

  private final PadViewModel model;
  private final Appearance appearance;
  private final Canvas canvas = new Canvas();
  private final Label hint = new Label();

  DrawingPaper(PadViewModel model, Texts texts, Appearance appearance) {
    this.model = model;
    this.appearance = appearance;
    setId("pad-canvas");
    getStyleClass().addAll("pad-paper", "pad-canvas");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    accessibleTextProperty().bind(texts.of("pad.canvas"));
    hint.setId("pad-hint");
    hint.textProperty().bind(texts.of("pad.hint"));
    hint.visibleProperty().bind(model.blankBinding());
    hint.setMouseTransparent(true);
    getChildren().addAll(canvas, hint);

    model.strokesProperty().addListener(observable -> paint());
    appearance.darkProperty().addListener(observable -> paint());
    // A finger's or a stylus's events come as mouse events too.
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    // A finger that draws must not scroll what the pad lies in.
    setOnScroll(
        event -> {
          if (event.getTouchCount() > 0) {
            event.consume();
          }
        });
  }

  private void press(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      requestFocus();
      Point2D at = onPad(event);
      model.beginStroke(at.getX(), at.getY());
      event.consume();
    }
  }

  private void drag(MouseEvent event) {
    if (event.isPrimaryButtonDown()) {
      Point2D at = onPad(event);
      model.extendStroke(at.getX(), at.getY());
      event.consume();
    }
  }

  private void release(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      model.endStroke();
      event.consume();
    }
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
      model.clear();
      event.consume();
    }
  }

  private Point2D onPad(MouseEvent event) {
    double side = canvas.getWidth();
    return new Point2D((event.getX() - BORDER) / side, (event.getY() - BORDER) / side);
  }

  @Override
  protected void layoutChildren() {
    double side = Math.max(1, getWidth() - 2 * BORDER);
    canvas.relocate(BORDER, BORDER);
    if (canvas.getWidth() != side) {
      canvas.setWidth(side);
      canvas.setHeight(side);
      paint();
    }
    double hintWidth = Math.min(hint.prefWidth(-1), side);
    double hintHeight = hint.prefHeight(hintWidth);
    hint.resizeRelocate(
        snapPositionX((getWidth() - hintWidth) / 2),
        snapPositionY((getHeight() - hintHeight) / 2),
        hintWidth,
        hintHeight);
  }

  private void paint() {
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    double side = canvas.getWidth();
    graphics.clearRect(0, 0, side, side);
    graphics.setLineCap(StrokeLineCap.ROUND);
    graphics.setLineJoin(StrokeLineJoin.ROUND);
    graphics.setStroke(PadColours.ink(appearance));
    for (Stroke stroke : model.strokesProperty().get()) {
      graphics.setLineWidth(stroke.width() * side);
      graphics.beginPath();
      Point first = stroke.points().get(0);
      graphics.moveTo(first.x() * side, first.y() * side);
      for (Point point : stroke.points()) {
        graphics.lineTo(point.x() * side, point.y() * side);
      }
      graphics.stroke();
    }
  }
}
