package digitstudio.ui.hand;

import digitstudio.digits.Stroke;
import digitstudio.digits.Stroke.Point;
import digitstudio.ui.pad.PadViewModel;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/** The square one writes on: as large as there is room for. */
final class HandPaper extends Region {
  private static final double BORDER = 1;
  private static final double LEAST = 160;
  private static final double MOST = 420;

  private final PadViewModel pad;
  private final Appearance appearance;
  private final Region sheet = new Region();
  private final Canvas canvas = new Canvas();
  private final Label hint = new Label();

  HandPaper(PadViewModel pad, Texts texts, Appearance appearance) {
    this.pad = pad;
    this.appearance = appearance;
    setId("hand-paper");
    getStyleClass().add("hand-desk");
    sheet.getStyleClass().add("hand-paper");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    accessibleTextProperty().bind(texts.of("hand.paper"));
    hint.textProperty().bind(texts.of("hand.paper.hint"));
    hint.getStyleClass().add("quiet");
    hint.visibleProperty().bind(pad.blankBinding());
    hint.setMouseTransparent(true);
    getChildren().addAll(sheet, canvas, hint);
    pad.strokesProperty().addListener(change -> paint());
    appearance.darkProperty().addListener(change -> paint());
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(
        MouseEvent.MOUSE_DRAGGED,
        event -> {
          if (event.isPrimaryButtonDown()) {
            pad.extendStroke(x(event), y(event));
            event.consume();
          }
        });
    addEventHandler(MouseEvent.MOUSE_RELEASED, event -> pad.endStroke());
  }

  private void press(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      requestFocus();
      pad.beginStroke(x(event), y(event));
      event.consume();
    }
  }

  private double x(MouseEvent event) {
    return (event.getX() - canvas.getLayoutX()) / canvas.getWidth();
  }

  private double y(MouseEvent event) {
    return (event.getY() - canvas.getLayoutY()) / canvas.getHeight();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    return MOST;
  }

  @Override
  protected double computePrefHeight(double width) {
    return width < 0 ? MOST : Math.min(MOST, width);
  }

  @Override
  protected double computeMaxHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computeMinWidth(double height) {
    return LEAST;
  }

  @Override
  protected double computeMinHeight(double width) {
    return LEAST;
  }

  @Override
  protected void layoutChildren() {
    double side = Math.max(1, Math.floor(Math.min(getWidth(), getHeight()) - 2 * BORDER));
    double left = snapPositionX((getWidth() - side) / 2);
    double top = snapPositionY((getHeight() - side) / 2);
    canvas.relocate(left, top);
    sheet.resizeRelocate(left - BORDER, top - BORDER, side + 2 * BORDER, side + 2 * BORDER);
    if (canvas.getWidth() != side) {
      canvas.setWidth(side);
      canvas.setHeight(side);
      paint();
    }
    double width = Math.min(hint.prefWidth(-1), side);
    double height = hint.prefHeight(width);
    hint.resizeRelocate(
        snapPositionX((getWidth() - width) / 2),
        snapPositionY((getHeight() - height) / 2),
        width,
        height);
  }

  private void paint() {
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    double side = canvas.getWidth();
    graphics.clearRect(0, 0, side, side);
    graphics.setLineCap(StrokeLineCap.ROUND);
    graphics.setLineJoin(StrokeLineJoin.ROUND);
    graphics.setStroke(Inks.ink(appearance));
    for (Stroke stroke : pad.strokesProperty().get()) {
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
