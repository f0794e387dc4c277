package digitstudio.ui.look;

import digitstudio.digits.DigitImage;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Any number of images beside each other, of which only those in sight are painted. */
final class ImageGrid extends Region {
  private static final double SIDE = 56;
  private static final double CELL_WIDTH = 80;
  private static final double CELL_HEIGHT = 80;
  private static final int REMEMBERED = 600;

  private final ObservableValue<Reading> reading;
  private final ObservableValue<int[]> images;
  private final ObjectProperty<Integer> chosen;
  private final Texts texts;
  private final Appearance appearance;
  private final Canvas canvas = new Canvas();
  private final ScrollBar bar = new ScrollBar();
  private final Map<Integer, WritableImage> pictures =
      new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, WritableImage> eldest) {
          return size() > REMEMBERED;
        }
      };

  /**
   * @param images places in the reading
   * @param chosen the image that is looked at, by its place in the reading
   */
  ImageGrid(
      String id,
      ObservableValue<Reading> reading,
      ObservableValue<int[]> images,
      ObjectProperty<Integer> chosen,
      Texts texts,
      Appearance appearance) {
    this.reading = reading;
    this.images = images;
    this.chosen = chosen;
    this.texts = texts;
    this.appearance = appearance;
    setId(id);
    getStyleClass().add("look-grid");
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setFocusTraversable(true);
    setMinSize(CELL_WIDTH + 16, CELL_HEIGHT);
    setPrefSize(5 * CELL_WIDTH + 16, 4 * CELL_HEIGHT);
    accessibleTextProperty().bind(texts.binding(this::sentence, images, chosen, reading));
    canvas.setManaged(false);
    bar.setManaged(false);
    bar.setOrientation(Orientation.VERTICAL);
    bar.setFocusTraversable(false);
    bar.valueProperty().addListener(change -> paint());
    getChildren().addAll(canvas, bar);
    reading.addListener(change -> forget());
    images.addListener(change -> restart());
    chosen.addListener(change -> paint());
    focusedProperty().addListener(change -> paint());
    appearance.darkProperty().addListener(change -> forget());
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(ScrollEvent.SCROLL, this::scroll);
    addEventHandler(KeyEvent.KEY_PRESSED, this::move);
  }

  private void forget() {
    pictures.clear();
    paint();
  }

  private void restart() {
    bar.setValue(0);
    requestLayout();
    paint();
  }

  private int columns() {
    return Math.max(1, (int) (room() / CELL_WIDTH));
  }

  /** Width of a column; all of them fill the room. */
  private double cellWidth() {
    return Math.max(CELL_WIDTH, Math.floor(room() / columns()));
  }

  private double room() {
    return getWidth() - bar.prefWidth(-1);
  }

  private int rows() {
    return (images.getValue().length + columns() - 1) / columns();
  }

  @Override
  protected void layoutChildren() {
    double width = bar.prefWidth(-1);
    double all = rows() * CELL_HEIGHT;
    bar.resizeRelocate(getWidth() - width, 0, width, getHeight());
    bar.setVisible(all > getHeight());
    bar.setMax(Math.max(0, all - getHeight()));
    bar.setVisibleAmount(all == 0 ? 0 : bar.getMax() * Math.min(1, getHeight() / all));
    bar.setUnitIncrement(CELL_HEIGHT / 2);
    bar.setBlockIncrement(getHeight());
    bar.setValue(Math.min(bar.getValue(), bar.getMax()));
    if (canvas.getWidth() != getWidth() - width || canvas.getHeight() != getHeight()) {
      canvas.setWidth(Math.max(0, getWidth() - width));
      canvas.setHeight(getHeight());
    }
    paint();
  }

  // Choosing

  private void press(MouseEvent event) {
    requestFocus();
    int column = (int) (event.getX() / cellWidth());
    int row = (int) ((event.getY() + bar.getValue()) / CELL_HEIGHT);
    int place = row * columns() + column;
    if (column < columns() && place >= 0 && place < images.getValue().length) {
      chosen.set(images.getValue()[place]);
    }
  }

  private void scroll(ScrollEvent event) {
    bar.setValue(Math.max(0, Math.min(bar.getMax(), bar.getValue() - event.getDeltaY())));
    event.consume();
  }

  private void move(KeyEvent event) {
    int last = images.getValue().length - 1;
    int page = Math.max(1, (int) (getHeight() / CELL_HEIGHT)) * columns();
    int from = place();
    int to =
        switch (event.getCode()) {
          case LEFT -> from - 1;
          case RIGHT -> from + 1;
          case UP -> from < 0 ? 0 : from - columns();
          case DOWN -> from < 0 ? 0 : from + columns();
          case PAGE_UP -> from - page;
          case PAGE_DOWN -> from + page;
          case HOME -> 0;
          case END -> last;
          default -> Integer.MIN_VALUE;
        };
    if (to != Integer.MIN_VALUE && last >= 0) {
      int place = Math.max(0, Math.min(last, to));
      chosen.set(images.getValue()[place]);
      reveal(place);
      event.consume();
    }
  }

  /** Where the chosen image stands; -1 if it is not among these. */
  private int place() {
    Integer wanted = chosen.get();
    int[] all = images.getValue();
    for (int i = 0; wanted != null && i < all.length; i++) {
      if (all[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  private void reveal(int place) {
    double top = place / columns() * CELL_HEIGHT;
    if (top < bar.getValue()) {
      bar.setValue(top);
    } else if (top + CELL_HEIGHT > bar.getValue() + getHeight()) {
      bar.setValue(Math.min(bar.getMax(), top + CELL_HEIGHT - getHeight()));
    }
  }

  private String sentence() {
    Reading read = reading.getValue();
    int count = images.getValue().length;
    Integer image = chosen.get();
    return read == null || image == null || image >= read.size()
        ? texts.get("look.grid", count)
        : texts.get(
            "look.grid.image",
            count,
            read.classes().name(read.answers().label(image)),
            read.classes().name(read.answers().given(image)));
  }

  // Painting

  private void paint() {
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    Reading read = reading.getValue();
    if (read == null || canvas.getWidth() < 1) {
      return;
    }
    graphics.setImageSmoothing(false);
    graphics.setTextAlign(TextAlignment.CENTER);
    graphics.setTextBaseline(VPos.CENTER);
    graphics.setFont(Font.font(11));
    int[] all = images.getValue();
    int columns = columns();
    double width = cellWidth();
    double scrolled = Math.rint(bar.getValue());
    int first = (int) (scrolled / CELL_HEIGHT) * columns;
    for (int i = first; i < all.length; i++) {
      double y = i / columns * CELL_HEIGHT - scrolled;
      if (y > canvas.getHeight()) {
        break;
      }
      if (all[i] < read.size()) {
        paintImage(graphics, read, all[i], i % columns * width, y);
      }
    }
  }

  private void paintImage(GraphicsContext graphics, Reading read, int image, double x, double y) {
    boolean dark = appearance.isDark();
    double width = cellWidth();
    double left = x + Math.floor((width - SIDE) / 2);
    graphics.drawImage(picture(read, image), left, y + 4, SIDE, SIDE);
    boolean marked = chosen.get() != null && chosen.get() == image;
    graphics.setStroke(
        Color.web(marked ? (dark ? "#58a6ff" : "#0969da") : dark ? "#30363d" : "#d0d7de"));
    graphics.setLineWidth(marked ? 2 : 1);
    graphics.strokeRect(left - 0.5, y + 3.5, SIDE + 1, SIDE + 1);
    boolean right = read.answers().isRight(image);
    graphics.setFill(
        right ? Color.web(dark ? "#8b949e" : "#57606a") : Color.web(dark ? "#f5924e" : "#b04d00"));
    graphics.fillText(
        texts.get(
            right ? "look.caption.right" : "look.caption.wrong",
            read.classes().name(read.answers().label(image)),
            read.classes().name(read.answers().given(image)),
            100 * (double) read.answers().confidence(image)),
        x + width / 2,
        y + SIDE + 13,
        width - 4);
  }

  private WritableImage picture(Reading read, int image) {
    return pictures.computeIfAbsent(
        image,
        index ->
            picture(
                read.images().images().pixels(), index * DigitImage.PIXELS, appearance.isDark()));
  }

  /** Ink on paper, dark on light or light on dark. */
  static WritableImage picture(byte[] pixels, int from, boolean dark) {
    int[] colors = new int[DigitImage.PIXELS];
    for (int i = 0; i < colors.length; i++) {
      int ink = pixels[from + i] & 0xFF;
      int shade = dark ? 0x0d + (0xf0 - 0x0d) * ink / 255 : 255 - (255 - 0x1f) * ink / 255;
      colors[i] = 0xFF000000 | shade << 16 | shade << 8 | shade;
    }
    WritableImage picture = new WritableImage(DigitImage.SIDE, DigitImage.SIDE);
    picture
        .getPixelWriter()
        .setPixels(
            0,
            0,
            DigitImage.SIDE,
            DigitImage.SIDE,
            PixelFormat.getIntArgbInstance(),
            colors,
            0,
            DigitImage.SIDE);
    return picture;
  }
}
