package digitstudio.ui.inside;

import digitstudio.digits.DigitImage;
import digitstudio.report.chart.DivergingColors;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** 784 values around zero as one large image, read by pointer and by keyboard. */
final class PixelPicture extends Region {
  private final int zoom;
  private final Canvas canvas;
  private Consumer<Optional<Integer>> read = pixel -> {};
  private float[] values;
  private double scale = 1;
  private boolean dark;
  private int cursor = -1;

  /**
   * @param zoom screen pixels of each value
   */
  PixelPicture(String id, int zoom) {
    this.zoom = zoom;
    double side = (double) DigitImage.SIDE * zoom;
    canvas = new Canvas(side, side);
    getChildren().add(canvas);
    setId(id);
    getStyleClass().add("inside-picture");
    setMinSize(side, side);
    setMaxSize(side, side);
    setFocusTraversable(true);
    setOnMousePressed(event -> requestFocus());
    setOnMouseMoved(event -> point(pixel(event.getX(), event.getY())));
    setOnMouseExited(event -> point(-1));
    addEventHandler(KeyEvent.KEY_PRESSED, this::move);
  }

  /** Told which pixel is pointed at. */
  void onRead(Consumer<Optional<Integer>> listener) {
    read = listener;
  }

  /**
   * @param values [784]; null for none
   * @param scale the value of the full colour
   */
  void show(float[] values, double scale, boolean dark) {
    this.values = values;
    this.scale = scale;
    this.dark = dark;
    paint();
  }

  private int pixel(double x, double y) {
    int column = (int) (x / zoom);
    int row = (int) (y / zoom);
    boolean in = row >= 0 && row < DigitImage.SIDE && column >= 0 && column < DigitImage.SIDE;
    return in ? row * DigitImage.SIDE + column : -1;
  }

  private void point(int pixel) {
    cursor = pixel;
    paint();
    read.accept(pixel < 0 ? Optional.empty() : Optional.of(pixel));
  }

  private void move(KeyEvent event) {
    int from = cursor < 0 ? DigitImage.PIXELS / 2 + DigitImage.SIDE / 2 : cursor;
    int row = from / DigitImage.SIDE;
    int column = from % DigitImage.SIDE;
    switch (event.getCode()) {
      case LEFT -> column--;
      case RIGHT -> column++;
      case UP -> row--;
      case DOWN -> row++;
      default -> {
        return;
      }
    }
    event.consume();
    row = Math.max(0, Math.min(DigitImage.SIDE - 1, row));
    column = Math.max(0, Math.min(DigitImage.SIDE - 1, column));
    point(row * DigitImage.SIDE + column);
  }

  private void paint() {
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    if (values == null) {
      return;
    }
    DivergingColors colors = dark ? DivergingColors.DARK : DivergingColors.LIGHT;
    for (int pixel = 0; pixel < DigitImage.PIXELS; pixel++) {
      int argb = colors.argb((float) (values[pixel] / scale));
      graphics.setFill(Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF));
      graphics.fillRect(x(pixel), y(pixel), zoom, zoom);
    }
    if (cursor >= 0) {
      graphics.setStroke(dark ? Color.WHITE : Color.BLACK);
      graphics.strokeRect(x(cursor) + 0.5, y(cursor) + 0.5, zoom - 1, zoom - 1);
    }
  }

  private double x(int pixel) {
    return (double) (pixel % DigitImage.SIDE) * zoom;
  }

  private double y(int pixel) {
    return (double) (pixel / DigitImage.SIDE) * zoom;
  }
}
