package digitstudio.ui.inside;

import digitstudio.digits.DigitImage;
import digitstudio.report.chart.DivergingColors;
import digitstudio.training.LayerWeights;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** The image, large enough to paint on its pixels, with the gradient over it. */
final class PaintPaper extends Region {
  private static final int ZOOM = 10;
  private static final double VEIL = 0.8;
  private static final int SIDE = DigitImage.SIDE;

  private final OneImageViewModel viewModel;
  private final Surroundings around;
  private final Canvas canvas = new Canvas(SIDE * ZOOM, SIDE * ZOOM);
  private Consumer<Optional<Integer>> read = pixel -> {};

  /** Where the keys paint: the middle, until keys or a press of the mouse go elsewhere. */
  private int cursor = SIDE / 2 * SIDE + SIDE / 2;

  /** What is framed and read: where the mouse is, or else where the keys last went; -1 for none. */
  private int framed = -1;

  private int painted = -1;

  PaintPaper(OneImageViewModel viewModel, Surroundings around) {
    this.viewModel = viewModel;
    this.around = around;
    setId("inside-paper");
    getStyleClass().addAll("inside-picture", "inside-paper");
    getChildren().add(canvas);
    setMinSize(canvas.getWidth(), canvas.getHeight());
    setMaxSize(canvas.getWidth(), canvas.getHeight());
    setFocusTraversable(true);
    accessibleTextProperty().bind(around.texts().of("inside.paper.help"));
    setOnMousePressed(this::begin);
    setOnMouseDragged(this::drag);
    setOnMouseReleased(event -> painted = -1);
    setOnMouseMoved(event -> point(pixel(event)));
    setOnMouseExited(event -> point(-1));
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    viewModel.imageProperty().addListener(change -> paint());
    viewModel.resultProperty().addListener(change -> paint());
    viewModel.overlayProperty().addListener(change -> paint());
    around.onChange(this::paint);
    paint();
  }

  /** Told which pixel is pointed at. */
  void onRead(Consumer<Optional<Integer>> listener) {
    read = listener;
  }

  private static int pixel(MouseEvent event) {
    int column = (int) Math.floor(event.getX() / ZOOM);
    int row = (int) Math.floor(event.getY() / ZOOM);
    boolean in = row >= 0 && row < SIDE && column >= 0 && column < SIDE;
    return in ? row * SIDE + column : -1;
  }

  private void begin(MouseEvent event) {
    requestFocus();
    viewModel.beginStroke();
    drag(event);
  }

  private void drag(MouseEvent event) {
    int now = pixel(event);
    if (now >= 0) {
      cursor = now;
      line(painted < 0 ? now : painted, now);
      point(now);
    }
    painted = now;
  }

  /** Every pixel between two, so that a fast stroke has no holes. */
  private void line(int from, int to) {
    int rows = to / SIDE - from / SIDE;
    int columns = to % SIDE - from % SIDE;
    int steps = Math.max(1, Math.max(Math.abs(rows), Math.abs(columns)));
    for (int i = 0; i <= steps; i++) {
      viewModel.paint(
          from / SIDE + Math.round((float) i * rows / steps),
          from % SIDE + Math.round((float) i * columns / steps));
    }
  }

  private void point(int pixel) {
    framed = pixel;
    paint();
    read.accept(pixel < 0 ? Optional.empty() : Optional.of(pixel));
  }

  private void press(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.Z) {
      if (event.isShiftDown()) {
        viewModel.redo();
      } else {
        viewModel.undo();
      }
      event.consume();
      return;
    }
    // Not where the mouse rests: it is told of anew whenever what lies under it is laid out.
    int row = cursor / SIDE;
    int column = cursor % SIDE;
    switch (event.getCode()) {
      case LEFT -> column--;
      case RIGHT -> column++;
      case UP -> row--;
      case DOWN -> row++;
      case SPACE -> {
        viewModel.beginStroke();
        viewModel.paint(row, column);
      }
      default -> {
        return;
      }
    }
    event.consume();
    row = Math.max(0, Math.min(SIDE - 1, row));
    column = Math.max(0, Math.min(SIDE - 1, column));
    cursor = row * SIDE + column;
    point(cursor);
  }

  private void paint() {
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    DigitImage image = viewModel.imageProperty().get();
    if (image == null) {
      return;
    }
    Color ink = around.isDark() ? Color.web("#f0f3f6") : Color.web("#1f2328");
    for (int pixel = 0; pixel < DigitImage.PIXELS; pixel++) {
      int value = image.ink(pixel / SIDE, pixel % SIDE);
      if (value > 0) {
        graphics.setFill(ink.deriveColor(0, 1, 1, value / 255.0));
        fill(graphics, pixel);
      }
    }
    OneImage result = viewModel.resultProperty().get();
    if (viewModel.overlayProperty().get() && result != null) {
      veil(graphics, result.reading().gradient());
    }
    if (framed >= 0) {
      graphics.setStroke(around.isDark() ? Color.WHITE : Color.BLACK);
      int wide = viewModel.brushProperty().get();
      double left = (framed % SIDE - (wide - 1) / 2) * (double) ZOOM;
      double top = (framed / SIDE - (wide - 1) / 2) * (double) ZOOM;
      graphics.strokeRect(left + 0.5, top + 0.5, wide * ZOOM - 1.0, wide * ZOOM - 1.0);
    }
  }

  private void veil(GraphicsContext graphics, float[] gradient) {
    float reach = LayerWeights.reach(gradient);
    if (!(reach > 0)) {
      return;
    }
    DivergingColors colors = around.isDark() ? DivergingColors.DARK : DivergingColors.LIGHT;
    for (int pixel = 0; pixel < DigitImage.PIXELS; pixel++) {
      float share = gradient[pixel] / reach;
      if (Math.abs(share) > 0.02) {
        int argb = colors.argb(share < 0 ? -0.65f : 0.65f);
        double strength = VEIL * Math.min(1, Math.sqrt(Math.abs(share)));
        graphics.setFill(
            Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF, strength * strength));
        fill(graphics, pixel);
      }
    }
  }

  private static void fill(GraphicsContext graphics, int pixel) {
    graphics.fillRect((double) (pixel % SIDE) * ZOOM, (double) (pixel / SIDE) * ZOOM, ZOOM, ZOOM);
  }
}
