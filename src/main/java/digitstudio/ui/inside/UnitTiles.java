package digitstudio.ui.inside;

import digitstudio.digits.DigitImage;
import digitstudio.report.chart.DivergingColors;
import digitstudio.training.LayerWeights;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.event.Event;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * The units of the first layer as 28×28 images in a grid that scrolls. Only those in sight are
 * coloured, so that thousands cost no more than the screen is large.
 */
final class UnitTiles extends Region {
  private static final int GAP = 6;
  private static final int MARK = 8;
  private static final int EDGE = 2;
  private static final int DEAD = 0xFFCC79A7;
  private static final int CHOSEN_LIGHT = 0xFF0969DA;
  private static final int CHOSEN_DARK = 0xFF58A6FF;

  private final ImageView view = new ImageView();
  private final ScrollBar bar = new ScrollBar();
  private final Consumer<Integer> choose;
  private Consumer<Optional<Spot>> hovered = spot -> {};
  private Content content;
  private WritableImage image;
  private int[] pixels = {};

  /**
   * A weight under the pointer.
   *
   * @param unit whose
   * @param pixel from which, 0 to 783
   */
  record Spot(int unit, int pixel) {}

  /**
   * What is painted.
   *
   * @param layer the first
   * @param order of the units
   * @param scale for each unit the value of the full colour
   * @param dead the units without an answer
   * @param chosen the chosen unit
   * @param zoom screen pixels of each weight
   * @param dark whether the window is
   */
  record Content(
      LayerWeights layer,
      int[] order,
      double[] scale,
      DeadUnits dead,
      int chosen,
      int zoom,
      boolean dark) {
    int side() {
      return DigitImage.SIDE * zoom;
    }

    int place(int unit) {
      for (int place = 0; place < order.length; place++) {
        if (order[place] == unit) {
          return place;
        }
      }
      return 0;
    }
  }

  /**
   * @param choose told which unit was chosen
   * @param help what stands for the grid where it cannot be seen
   */
  UnitTiles(Consumer<Integer> choose, ObservableValue<String> help) {
    this.choose = choose;
    setId("inside-units");
    getStyleClass().add("inside-tiles");
    setFocusTraversable(true);
    accessibleTextProperty().bind(help);
    bar.setOrientation(Orientation.VERTICAL);
    bar.setId("inside-units-bar");
    bar.setFocusTraversable(false);
    bar.valueProperty().addListener(change -> paint());
    view.setSmooth(false);
    getChildren().addAll(view, bar);
    setMinSize(160, 120);
    addEventHandler(KeyEvent.KEY_PRESSED, this::move);
    setOnScroll(
        event -> {
          bar.setValue(clamped(bar.getValue() - event.getDeltaY()));
          event.consume();
        });
    setOnMousePressed(
        event -> {
          requestFocus();
          spot(event).ifPresent(spot -> choose.accept(spot.unit()));
        });
    setOnMouseMoved(event -> hovered.accept(spot(event)));
    setOnMouseExited(event -> hovered.accept(Optional.empty()));
  }

  /** Told what is under the pointer. */
  void onHover(Consumer<Optional<Spot>> listener) {
    hovered = listener;
  }

  void show(Content now) {
    boolean moved = content == null || now.chosen() != content.chosen();
    content = now;
    fitBar();
    if (moved) {
      reveal(now.place(now.chosen()));
    }
    paint();
  }

  private double clamped(double value) {
    return Math.max(0, Math.min(bar.getMax(), value));
  }

  private int step() {
    return content.side() + GAP;
  }

  private int columns() {
    return Math.max(1, (int) (getWidth() - bar.getWidth() - GAP) / step());
  }

  private void fitBar() {
    if (content == null || getHeight() < 1) {
      return;
    }
    int rows = (content.order().length + columns() - 1) / columns();
    double most = Math.max(0, (double) rows * step() + GAP - getHeight());
    bar.setMax(most);
    bar.setVisibleAmount(most * getHeight() / Math.max(1, most + getHeight()));
    bar.setUnitIncrement(step());
    bar.setBlockIncrement(Math.max(step(), getHeight() - step()));
    bar.setDisable(most == 0);
    bar.setValue(clamped(bar.getValue()));
  }

  private void reveal(int place) {
    double top = (double) (place / columns()) * step();
    if (top < bar.getValue()) {
      bar.setValue(clamped(top));
    } else if (top + step() + GAP > bar.getValue() + getHeight()) {
      bar.setValue(clamped(top + step() + GAP - getHeight()));
    }
  }

  private Optional<Spot> spot(MouseEvent event) {
    if (content == null) {
      return Optional.empty();
    }
    int x = (int) event.getX() - GAP;
    int y = (int) (event.getY() + bar.getValue()) - GAP;
    if (x < 0 || y < 0 || x / step() >= columns()) {
      return Optional.empty();
    }
    int place = y / step() * columns() + x / step();
    int inX = x % step();
    int inY = y % step();
    if (place >= content.order().length || inX >= content.side() || inY >= content.side()) {
      return Optional.empty();
    }
    int pixel = inY / content.zoom() * DigitImage.SIDE + inX / content.zoom();
    return Optional.of(new Spot(content.order()[place], pixel));
  }

  private void move(KeyEvent event) {
    if (content == null) {
      return;
    }
    int place = content.place(content.chosen());
    int rows = Math.max(1, (int) getHeight() / step());
    int wanted =
        switch (event.getCode()) {
          case LEFT -> place - 1;
          case RIGHT -> place + 1;
          case UP -> place - columns();
          case DOWN -> place + columns();
          case PAGE_UP -> place - rows * columns();
          case PAGE_DOWN -> place + rows * columns();
          case HOME -> 0;
          case END -> content.order().length - 1;
          default -> -1;
        };
    if (wanted >= 0 && wanted < content.order().length) {
      choose.accept(content.order()[wanted]);
      consume(event);
    } else if (event.getCode().isNavigationKey()) {
      consume(event);
    }
  }

  private static void consume(Event event) {
    event.consume();
  }

  @Override
  protected void layoutChildren() {
    double width = bar.prefWidth(-1);
    bar.resizeRelocate(getWidth() - width, 0, width, getHeight());
    fitBar();
    paint();
  }

  private void paint() {
    int width = (int) (getWidth() - bar.getWidth());
    int height = (int) getHeight();
    if (content == null || width < 1 || height < 1) {
      return;
    }
    if (image == null || image.getWidth() != width || image.getHeight() != height) {
      image = new WritableImage(width, height);
      pixels = new int[width * height];
      view.setImage(image);
    }
    Arrays.fill(pixels, 0);
    int top = (int) bar.getValue();
    int columns = columns();
    int firstRow = Math.max(0, (top - GAP) / step());
    for (int place = firstRow * columns; place < content.order().length; place++) {
      int y = GAP + place / columns * step() - top;
      if (y >= height) {
        break;
      }
      paintTile(content.order()[place], GAP + place % columns * step(), y, width, height);
    }
    image
        .getPixelWriter()
        .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
  }

  private void paintTile(int unit, int left, int top, int width, int height) {
    int zoom = content.zoom();
    int side = content.side();
    int units = content.layer().shape().units();
    float[] weights = content.layer().weights();
    float factor = (float) (1 / content.scale()[unit]);
    DivergingColors colors = content.dark() ? DivergingColors.DARK : DivergingColors.LIGHT;
    for (int pixel = 0; pixel < DigitImage.PIXELS; pixel++) {
      int color = colors.argb(weights[pixel * units + unit] * factor);
      int x = left + pixel % DigitImage.SIDE * zoom;
      int y = top + pixel / DigitImage.SIDE * zoom;
      fill(x, y, zoom, zoom, color, width, height);
    }
    if (content.dead().isDead(0, unit)) {
      fill(left + side - MARK, top, MARK, MARK, DEAD, width, height);
    }
    if (unit == content.chosen()) {
      int color = content.dark() ? CHOSEN_DARK : CHOSEN_LIGHT;
      int out = side + 2 * EDGE + 2;
      int x = left - EDGE - 1;
      int y = top - EDGE - 1;
      fill(x, y, out, EDGE, color, width, height);
      fill(x, y + out - EDGE, out, EDGE, color, width, height);
      fill(x, y, EDGE, out, color, width, height);
      fill(x + out - EDGE, y, EDGE, out, color, width, height);
    }
  }

  private void fill(int x, int y, int w, int h, int color, int width, int height) {
    int right = Math.min(width, x + w);
    int bottom = Math.min(height, y + h);
    for (int row = Math.max(0, y); row < bottom; row++) {
      for (int column = Math.max(0, x); column < right; column++) {
        pixels[row * width + column] = color;
      }
    }
  }
}
