package digitstudio.ui.data;

import digitstudio.digits.survey.DataImages;
import digitstudio.ui.theme.Appearance;
import java.nio.IntBuffer;
import java.util.function.IntFunction;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * Any number of images beside each other. Those in sight are written into one picture, once a
 * frame; over it lie their captions and the mark of the chosen one.
 */
final class TileGrid extends Region {
  /** Sides of the tiles, from the smallest on. */
  static final int[] SIDES = {14, 28, 56, 84, 112};

  private static final int GAP = 4;
  private static final int CAPTION = 16;

  /** Captions have no room under smaller tiles. */
  private static final int SMALLEST_NAMED = 28;

  private final ObservableValue<DataImages> data;
  private final ObservableValue<int[]> images;
  private final ObjectProperty<Integer> chosen;
  private final IntFunction<String> captions;
  private final Appearance appearance;
  private final IntegerProperty zoom = new SimpleIntegerProperty(this, "zoom", 2);
  private final ImageView view = new ImageView();
  private final Canvas canvas = new Canvas();
  private final ScrollBar bar = new ScrollBar();
  private final TilePainter painter = new TilePainter();
  private PixelBuffer<IntBuffer> buffer;
  private int width;
  private int height;

  /** Place of the chosen image among those that are shown, or -1; found anew when it changes. */
  private int place = -1;

  /**
   * @param images numbers of the images
   * @param chosen the number of the image that is looked at
   * @param captions what stands under each place
   */
  TileGrid(
      String id,
      ObservableValue<DataImages> data,
      ObservableValue<int[]> images,
      ObjectProperty<Integer> chosen,
      IntFunction<String> captions,
      Appearance appearance) {
    this.data = data;
    this.images = images;
    this.chosen = chosen;
    this.captions = captions;
    this.appearance = appearance;
    setId(id);
    getStyleClass().add("data-grid");
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setFocusTraversable(true);
    setMinSize(120, 120);
    view.setManaged(false);
    view.setSmooth(false);
    canvas.setManaged(false);
    canvas.setMouseTransparent(true);
    bar.setManaged(false);
    bar.setId(id + "-bar");
    bar.setOrientation(Orientation.VERTICAL);
    bar.setFocusTraversable(false);
    bar.valueProperty().addListener(change -> requestLayout());
    getChildren().addAll(view, canvas, bar);
    data.addListener(change -> requestLayout());
    images.addListener(change -> restart());
    chosen.addListener(change -> find());
    focusedProperty().addListener(change -> requestLayout());
    appearance.darkProperty().addListener(change -> requestLayout());
    zoom.addListener((change, before, now) -> zoomed(before.intValue()));
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(ScrollEvent.SCROLL, this::scroll);
    addEventHandler(KeyEvent.KEY_PRESSED, this::move);
    addEventHandler(KeyEvent.KEY_TYPED, this::type);
  }

  /** How large the tiles are: a place in {@link #SIDES}. */
  IntegerProperty zoomProperty() {
    return zoom;
  }

  /** How far it is scrolled, in pixels. */
  ScrollBar bar() {
    return bar;
  }

  /** Paints the captions anew. */
  void refresh() {
    requestLayout();
  }

  private void restart() {
    bar.setValue(0);
    find();
  }

  private void find() {
    place = -1;
    Integer wanted = chosen.get();
    int[] all = images.getValue();
    for (int i = 0; wanted != null && i < all.length; i++) {
      if (all[i] == wanted) {
        place = i;
        break;
      }
    }
    if (place >= 0 && getHeight() > 0) {
      measure();
      reveal();
    }
    requestLayout();
  }

  // Places

  private int side() {
    return SIDES[zoom.get()];
  }

  private boolean isNamed() {
    return side() >= SMALLEST_NAMED;
  }

  private int cellWidth() {
    return side() + (side() < SMALLEST_NAMED ? GAP / 2 : GAP);
  }

  private int cellHeight() {
    return cellWidth() + (isNamed() ? CAPTION : 0);
  }

  private int room() {
    return (int) (getWidth() - bar.prefWidth(-1));
  }

  private int columns() {
    return Math.max(1, (room() - GAP) / cellWidth());
  }

  private int rows() {
    return (images.getValue().length + columns() - 1) / columns();
  }

  @Override
  protected void layoutChildren() {
    double barWidth = bar.prefWidth(-1);
    bar.resizeRelocate(getWidth() - barWidth, 0, barWidth, getHeight());
    measure();
    resizePicture((int) Math.max(1, room()), (int) Math.max(1, Math.ceil(getHeight())));
    paint();
  }

  private void measure() {
    double all = (double) rows() * cellHeight() + GAP;
    bar.setVisible(all > getHeight());
    bar.setMax(Math.max(0, all - getHeight()));
    bar.setVisibleAmount(all == 0 ? 0 : bar.getMax() * Math.min(1, getHeight() / all));
    bar.setUnitIncrement(cellHeight());
    bar.setBlockIncrement(Math.max(cellHeight(), getHeight() - cellHeight()));
    if (bar.getValue() > bar.getMax()) {
      bar.setValue(bar.getMax());
    }
  }

  private void resizePicture(int wide, int high) {
    if (buffer != null && width == wide && height == high) {
      return;
    }
    width = wide;
    height = high;
    IntBuffer pixels = IntBuffer.allocate(wide * high);
    buffer = new PixelBuffer<>(wide, high, pixels, PixelFormat.getIntArgbPreInstance());
    painter.paintInto(pixels.array(), wide, high);
    view.setImage(new WritableImage(buffer));
    canvas.setWidth(wide);
    canvas.setHeight(high);
  }

  /** What is seen of a place stays where it is as the tiles grow. */
  private void zoomed(int before) {
    int oldSide = SIDES[before];
    int oldWidth = oldSide + (oldSide < SMALLEST_NAMED ? GAP / 2 : GAP);
    int oldHeight = oldWidth + (oldSide >= SMALLEST_NAMED ? CAPTION : 0);
    int oldColumns = Math.max(1, (room() - GAP) / oldWidth);
    int first = (int) (bar.getValue() / oldHeight) * oldColumns;
    measure();
    bar.setValue(Math.min(bar.getMax(), (double) (first / columns()) * cellHeight()));
    if (place >= 0) {
      reveal();
    }
    requestLayout();
  }

  // Choosing

  private void press(MouseEvent event) {
    requestFocus();
    int column = (int) ((event.getX() - GAP) / cellWidth());
    int row = (int) ((event.getY() + Math.rint(bar.getValue()) - GAP) / cellHeight());
    int pressed = row * columns() + column;
    if (event.getX() >= GAP && column < columns() && pressed < images.getValue().length) {
      chosen.set(images.getValue()[pressed]);
    }
    // The tabs around it would take the focus, and the keys with it.
    event.consume();
  }

  private void scroll(ScrollEvent event) {
    if (event.isShortcutDown()) {
      int step = event.getDeltaY() > 0 ? 1 : event.getDeltaY() < 0 ? -1 : 0;
      zoom.set(Math.max(0, Math.min(SIDES.length - 1, zoom.get() + step)));
    } else {
      bar.setValue(Math.max(0, Math.min(bar.getMax(), bar.getValue() - event.getDeltaY())));
    }
    event.consume();
  }

  private void move(KeyEvent event) {
    if (event.isAltDown() || event.isShortcutDown()) {
      return;
    }
    int last = images.getValue().length - 1;
    int page = Math.max(1, (int) (getHeight() / cellHeight())) * columns();
    int none = Integer.MIN_VALUE;
    int to =
        switch (event.getCode()) {
          case LEFT -> place - 1;
          case RIGHT -> place + 1;
          case UP -> place < columns() ? Math.max(0, place) : place - columns();
          case DOWN -> place < 0 ? 0 : place + columns() > last ? place : place + columns();
          case PAGE_UP -> place - page;
          case PAGE_DOWN -> place + page;
          case HOME -> 0;
          case END -> last;
          default -> none;
        };
    if (to != none && last >= 0) {
      chosen.set(images.getValue()[Math.max(0, Math.min(last, to))]);
      event.consume();
    }
  }

  /** By the character: where it is on a keyboard differs. */
  private void type(KeyEvent event) {
    switch (event.getCharacter()) {
      case "+", "=" -> zoom.set(Math.min(SIDES.length - 1, zoom.get() + 1));
      case "-" -> zoom.set(Math.max(0, zoom.get() - 1));
      default -> {}
    }
  }

  private void reveal() {
    double top = (double) (place / columns()) * cellHeight();
    if (top < bar.getValue()) {
      bar.setValue(top);
    } else if (top + cellHeight() + GAP > bar.getValue() + getHeight()) {
      bar.setValue(Math.min(bar.getMax(), top + cellHeight() + GAP - getHeight()));
    }
  }

  // Painting

  private void paint() {
    DataImages all = data.getValue();
    boolean dark = appearance.isDark();
    painter.dress(dark);
    painter.clear(dark ? 0xFF161B22 : 0xFFF6F8FA);
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.clearRect(0, 0, width, height);
    if (all != null) {
      graphics.setTextAlign(TextAlignment.CENTER);
      graphics.setTextBaseline(VPos.CENTER);
      graphics.setFont(Font.font(11));
      graphics.setFill(Color.web(dark ? "#9198a1" : "#57606a"));
      paintTiles(all, graphics);
    }
    // The whole picture has changed.
    buffer.updateBuffer(changed -> null);
  }

  private void paintTiles(DataImages all, GraphicsContext graphics) {
    int[] shown = images.getValue();
    int columns = columns();
    int scrolled = (int) Math.rint(bar.getValue()) - GAP;
    int first = Math.max(0, scrolled) / cellHeight();
    for (int row = first; row * cellHeight() - scrolled < height; row++) {
      int top = row * cellHeight() - scrolled;
      for (int column = 0; column < columns; column++) {
        int at = row * columns + column;
        if (at >= shown.length) {
          return;
        }
        int left = GAP + column * cellWidth();
        painter.paint(all.pixels(shown[at]), all.offset(shown[at]), left, top, side());
        if (isNamed()) {
          graphics.fillText(
              captions.apply(at), left + side() / 2.0, top + side() + CAPTION / 2.0, side());
        }
        if (at == place) {
          mark(graphics, left, top);
        }
      }
    }
  }

  private void mark(GraphicsContext graphics, int left, int top) {
    graphics.setStroke(Color.web(appearance.isDark() ? "#58a6ff" : "#0969da"));
    graphics.setLineWidth(2);
    graphics.strokeRect(left - 1, top - 1, side() + 2, side() + 2);
  }
}
