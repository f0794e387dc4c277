package digitstudio.ui.hand;

import digitstudio.digits.Ink;
import digitstudio.digits.scan.Box;
import digitstudio.ui.text.Texts;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/**
 * The picture with its boxes: a click chooses one, a drag moves it, its corners pull it larger or
 * smaller, and a drag over the bare picture makes a new one.
 */
final class SheetCanvas extends Region {
  /** On any picture, light or dark, beside the digits' own ink: Okabe and Ito's blue and orange. */
  private static final Color BOX = Color.web("#0072b2");

  private static final Color GIVEN = Color.web("#009e73");
  private static final Color CHOSEN = Color.web("#d55e00");
  private static final Color UNSURE = Color.web("#cc79a7");

  /** Below this probability a digit is worth a second look. */
  private static final double SURE = 0.8;

  private static final double HANDLE = 7;
  private static final double LARGEST_SCALE = 3;

  private final SheetViewModel model;
  private final Runnable copy;
  private final Canvas canvas = new Canvas();
  private WritableImage picture;

  /** What the pointer is doing, from where, on which box; null if nothing. */
  private Drag drag;

  private enum Grip {
    MOVE,
    LEFT_TOP,
    RIGHT_TOP,
    LEFT_BOTTOM,
    RIGHT_BOTTOM,
    NEW
  }

  private record Drag(Grip grip, Box before, double x, double y, Box now) {
    Drag to(Box box) {
      return new Drag(grip, before, x, y, box);
    }
  }

  /**
   * @param copy copies the digits as text
   */
  SheetCanvas(SheetViewModel model, Texts texts, Runnable copy) {
    this.model = model;
    this.copy = copy;
    setId("sheet-canvas");
    getStyleClass().add("sheet-canvas");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    accessibleTextProperty()
        .bind(
            texts.binding(
                () -> texts.get("sheet.canvas", model.digitsProperty().get().size()),
                model.digitsProperty()));
    getChildren().add(canvas);
    canvas.setManaged(false);
    model.sheetProperty().addListener(change -> showPicture());
    model.digitsProperty().addListener(change -> paint());
    model.selectedProperty().addListener(change -> paint());
    focusedProperty().addListener(change -> paint());
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
    addEventHandler(
        MouseEvent.MOUSE_MOVED,
        event -> setCursor(grip(event) == Grip.NEW ? Cursor.CROSSHAIR : Cursor.MOVE));
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  // Painting

  private void showPicture() {
    Ink tones = model.sheetProperty().get().brightness();
    int[] pixels = new int[tones.values().length];
    for (int place = 0; place < pixels.length; place++) {
      int tone = Math.round(255 * Math.max(0, Math.min(1, tones.values()[place])));
      pixels[place] = 0xFF000000 | tone << 16 | tone << 8 | tone;
    }
    picture = new WritableImage(tones.width(), tones.height());
    picture
        .getPixelWriter()
        .setPixels(
            0,
            0,
            tones.width(),
            tones.height(),
            PixelFormat.getIntArgbInstance(),
            pixels,
            0,
            tones.width());
    paint();
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    paint();
  }

  /** Screen pixels for each of the picture's. */
  private double scale() {
    return Math.min(
        LARGEST_SCALE,
        Math.min(getWidth() / picture.getWidth(), getHeight() / picture.getHeight()));
  }

  private double left() {
    return Math.floor((getWidth() - picture.getWidth() * scale()) / 2);
  }

  private double top() {
    return Math.floor((getHeight() - picture.getHeight() * scale()) / 2);
  }

  private void paint() {
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    if (picture == null || getWidth() < 1 || getHeight() < 1) {
      return;
    }
    double scale = scale();
    graphics.drawImage(
        picture, left(), top(), picture.getWidth() * scale, picture.getHeight() * scale);
    List<ReadDigit> digits = model.digitsProperty().get();
    int chosen = model.selectedProperty().get();
    for (int i = 0; i < digits.size(); i++) {
      boolean dragged = drag != null && i == chosen && drag.grip() != Grip.NEW;
      paint(graphics, digits.get(i), dragged ? drag.now() : digits.get(i).box(), i == chosen);
    }
    if (drag != null && drag.grip() == Grip.NEW && drag.now() != null) {
      outline(graphics, drag.now(), CHOSEN, 2);
    }
  }

  private void paint(GraphicsContext graphics, ReadDigit digit, Box box, boolean chosen) {
    Color colour = chosen ? CHOSEN : colour(digit);
    outline(graphics, box, colour, chosen ? 2 : 1.25);
    if (chosen) {
      handles(graphics, box);
    }
    double size = Math.max(10, Math.min(16, box.height() * scale() * 0.45));
    graphics.setFont(Font.font(null, FontWeight.BOLD, size));
    graphics.setTextAlign(TextAlignment.LEFT);
    String words = words(digit);
    double width = size * 0.62 * words.length() + 4;
    double x = left() + box.left() * scale();
    double y = top() + box.top() * scale() - size - 3;
    graphics.setFill(colour);
    graphics.fillRect(x - 0.5, y, width, size + 3);
    graphics.setFill(Color.WHITE);
    graphics.fillText(words, x + 2, y + size - 1);
  }

  private String words(ReadDigit digit) {
    if (digit.digit() == ReadDigit.UNSAID) {
      return "?";
    }
    boolean narrow = digit.box().width() * scale() < 28 || digit.given() != ReadDigit.UNSAID;
    double percent = 100 * digit.probability();
    return narrow || Double.isNaN(percent)
        ? String.valueOf(digit.digit())
        : digit.digit() + " " + Math.round(percent);
  }

  private static Color colour(ReadDigit digit) {
    if (digit.given() != ReadDigit.UNSAID) {
      return GIVEN;
    }
    return digit.probability() < SURE ? UNSURE : BOX;
  }

  private void outline(GraphicsContext graphics, Box box, Color colour, double width) {
    graphics.setStroke(colour);
    graphics.setLineWidth(width);
    graphics.strokeRect(
        left() + box.left() * scale(),
        top() + box.top() * scale(),
        box.width() * scale(),
        box.height() * scale());
  }

  private void handles(GraphicsContext graphics, Box box) {
    graphics.setFill(CHOSEN);
    for (int corner = 0; corner < 4; corner++) {
      double x = left() + (box.left() + corner % 2 * box.width()) * scale();
      double y = top() + (box.top() + corner / 2 * box.height()) * scale();
      graphics.fillRect(x - HANDLE / 2, y - HANDLE / 2, HANDLE, HANDLE);
    }
  }

  // Pointer

  private double x(MouseEvent event) {
    return (event.getX() - left()) / scale();
  }

  private double y(MouseEvent event) {
    return (event.getY() - top()) / scale();
  }

  private Grip grip(MouseEvent event) {
    int chosen = model.selectedProperty().get();
    if (picture == null) {
      return Grip.NEW;
    }
    if (chosen >= 0 && chosen < model.digitsProperty().get().size()) {
      Box box = model.digitsProperty().get().get(chosen).box();
      boolean atLeft = near(x(event), box.left());
      boolean atRight = near(x(event), box.left() + box.width());
      boolean atTop = near(y(event), box.top());
      boolean atBottom = near(y(event), box.top() + box.height());
      if ((atLeft || atRight) && (atTop || atBottom)) {
        return atLeft
            ? (atTop ? Grip.LEFT_TOP : Grip.LEFT_BOTTOM)
            : (atTop ? Grip.RIGHT_TOP : Grip.RIGHT_BOTTOM);
      }
    }
    return under(event) >= 0 ? Grip.MOVE : Grip.NEW;
  }

  private boolean near(double one, double other) {
    return Math.abs(one - other) * scale() <= HANDLE;
  }

  /** The smallest box under the pointer; -1 without one. */
  private int under(MouseEvent event) {
    List<ReadDigit> digits = model.digitsProperty().get();
    int found = -1;
    for (int i = 0; i < digits.size(); i++) {
      Box box = digits.get(i).box();
      boolean inside =
          x(event) >= box.left()
              && x(event) <= box.left() + box.width()
              && y(event) >= box.top()
              && y(event) <= box.top() + box.height();
      if (inside && (found < 0 || area(box) < area(digits.get(found).box()))) {
        found = i;
      }
    }
    return found;
  }

  private static long area(Box box) {
    return (long) box.width() * box.height();
  }

  private void press(MouseEvent event) {
    requestFocus();
    if (picture == null || !event.isPrimaryButtonDown()) {
      return;
    }
    Grip grip = grip(event);
    if (grip == Grip.MOVE || grip == Grip.NEW) {
      model.selectedProperty().set(under(event));
    }
    int chosen = model.selectedProperty().get();
    Box box = chosen < 0 ? null : model.digitsProperty().get().get(chosen).box();
    drag = new Drag(grip, box, x(event), y(event), box);
    event.consume();
  }

  private void drag(MouseEvent event) {
    if (drag != null) {
      drag = drag.to(dragged(x(event), y(event)));
      paint();
      event.consume();
    }
  }

  private Box dragged(double x, double y) {
    if (drag.grip() == Grip.NEW) {
      return between(drag.x(), drag.y(), x, y);
    }
    Box box = drag.before();
    double right = box.left() + box.width();
    double bottom = box.top() + box.height();
    return switch (drag.grip()) {
      case LEFT_TOP -> between(x, y, right, bottom);
      case RIGHT_TOP -> between(box.left(), y, x, bottom);
      case LEFT_BOTTOM -> between(x, box.top(), right, y);
      case RIGHT_BOTTOM -> between(box.left(), box.top(), x, y);
      default ->
          new Box(
              (int) Math.round(box.left() + x - drag.x()),
              (int) Math.round(box.top() + y - drag.y()),
              box.width(),
              box.height());
    };
  }

  private static Box between(double x0, double y0, double x1, double y1) {
    int left = (int) Math.round(Math.min(x0, x1));
    int top = (int) Math.round(Math.min(y0, y1));
    return new Box(
        left,
        top,
        Math.max(1, (int) Math.round(Math.abs(x1 - x0))),
        Math.max(1, (int) Math.round(Math.abs(y1 - y0))));
  }

  private void release(MouseEvent event) {
    Drag done = drag;
    drag = null;
    if (done == null || done.now() == null || done.now().equals(done.before())) {
      paint();
    } else if (done.grip() == Grip.NEW) {
      model.add(done.now());
    } else {
      model.move(model.selectedProperty().get(), done.now());
    }
    paint();
    event.consume();
  }

  // Keyboard

  private void key(KeyEvent event) {
    KeyCode code = event.getCode();
    int across = code == KeyCode.LEFT ? -1 : code == KeyCode.RIGHT ? 1 : 0;
    int down = code == KeyCode.UP ? -1 : code == KeyCode.DOWN ? 1 : 0;
    if (event.isShortcutDown()) {
      if (code == KeyCode.Z) {
        model.undo();
      } else if (code == KeyCode.C) {
        copy.run();
      } else {
        return;
      }
    } else if (across != 0 || down != 0) {
      arrow(event, across, down);
    } else if (code == KeyCode.DELETE || code == KeyCode.BACK_SPACE) {
      model.remove();
    } else if (code.isDigitKey()) {
      model.label(WritingView.digit(code));
    } else if (code == KeyCode.INSERT && picture != null) {
      insert();
    } else {
      return;
    }
    event.consume();
  }

  /** Alone an arrow goes on; with Alt it moves the box, with Shift as well it pulls it. */
  private void arrow(KeyEvent event, int across, int down) {
    int chosen = model.selectedProperty().get();
    if (!event.isAltDown()) {
      model.select(across + down);
    } else if (chosen >= 0) {
      Box box = model.digitsProperty().get().get(chosen).box();
      boolean pull = event.isShiftDown();
      model.move(
          chosen,
          new Box(
              box.left() + (pull ? 0 : across),
              box.top() + (pull ? 0 : down),
              Math.max(1, box.width() + (pull ? across : 0)),
              Math.max(1, box.height() + (pull ? down : 0))));
    }
  }

  /** A new box in the middle, for those without a pointer. */
  private void insert() {
    int side = (int) Math.max(12, Math.min(picture.getWidth(), picture.getHeight()) / 10);
    model.add(
        new Box(
            (int) (picture.getWidth() - side) / 2,
            (int) (picture.getHeight() - side) / 2,
            side,
            side));
  }
}
