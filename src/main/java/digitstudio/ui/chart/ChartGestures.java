package digitstudio.ui.chart;

import digitstudio.report.chart.Span;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * What mouse and keyboard do on a chart: read, zoom by box or wheel, pan with Shift or the middle
 * button, and go back to the whole.
 */
public final class ChartGestures {
  private static final double LEAST_DRAG = 4;
  private static final double FLAT = 12;
  private static final double WHEEL = 0.004;
  private static final double KEY_ZOOM = 1.5;

  private final ChartSight sight;
  private final ObjectProperty<Optional<Span>> yWindow;
  private final Surface surface;
  private final Rectangle box = new Rectangle();
  private Optional<Drag> drag = Optional.empty();

  /** The surface on which the gestures are made. */
  public interface Surface {
    /** Where the curves are. */
    Rectangle2D area();

    /** The value that stands at a height. */
    double value(double pixel);
  }

  /**
   * A drag under way.
   *
   * @param pans whether it moves the view; otherwise it draws a box
   */
  private record Drag(double x, double y, boolean pans, Span seen, Optional<Span> values) {}

  /**
   * @param yWindow the part of the value axis that is seen; empty for as much as its curves need
   */
  public ChartGestures(ChartSight sight, ObjectProperty<Optional<Span>> yWindow, Surface surface) {
    this.sight = sight;
    this.yWindow = yWindow;
    this.surface = surface;
    box.getStyleClass().add("chart-box");
    box.setManaged(false);
    box.setMouseTransparent(true);
    box.setVisible(false);
  }

  /** The box that is drawn while zooming, to be laid over the chart. */
  public Rectangle box() {
    return box;
  }

  /**
   * Listens to mouse and keyboard.
   *
   * @param node of the same coordinates as the chart
   * @param focused what takes the focus and hears the keys
   */
  public void listenTo(Region node, Region focused) {
    node.addEventHandler(MouseEvent.MOUSE_MOVED, this::read);
    node.addEventHandler(
        MouseEvent.MOUSE_EXITED, event -> sight.cursorProperty().set(Optional.empty()));
    node.addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          focused.requestFocus();
          press(event);
        });
    node.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    node.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
    node.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    node.addEventHandler(ScrollEvent.SCROLL, this::scroll);
    focused.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    focused.addEventHandler(KeyEvent.KEY_TYPED, this::type);
  }

  private double place(double pixel) {
    Rectangle2D area = surface.area();
    Span seen = sight.xSpan();
    return seen.low() + (pixel - area.getMinX()) / area.getWidth() * seen.length();
  }

  private boolean isInside(double x, double y) {
    Rectangle2D area = surface.area();
    return area.getWidth() > 0
        && x >= area.getMinX()
        && x <= area.getMaxX()
        && y >= area.getMinY()
        && y <= area.getMaxY();
  }

  // Reading

  private void read(MouseEvent event) {
    Optional<Double> place =
        isInside(event.getX(), event.getY())
            ? sight.nearestPlace(place(event.getX()))
            : Optional.empty();
    sight.cursorProperty().set(place);
  }

  // Zooming and panning

  private void press(MouseEvent event) {
    if (!isInside(event.getX(), event.getY())) {
      return;
    }
    boolean middle = event.getButton() == MouseButton.MIDDLE;
    boolean primary = event.getButton() == MouseButton.PRIMARY;
    if (middle || primary) {
      drag =
          Optional.of(
              new Drag(
                  event.getX(),
                  event.getY(),
                  middle || event.isShiftDown(),
                  sight.xSpan(),
                  yWindow.get()));
    }
  }

  private void drag(MouseEvent event) {
    drag.ifPresent(
        from -> {
          if (from.pans()) {
            pan(from, event);
          } else {
            stretch(from, event);
          }
        });
  }

  private void pan(Drag from, MouseEvent event) {
    Rectangle2D area = surface.area();
    double x = (from.x() - event.getX()) / area.getWidth() * from.seen().length();
    sight.showX(from.seen().shift(x));
    if (!sight.logarithmicProperty().get()) {
      from.values()
          .map(
              values ->
                  values.shift((event.getY() - from.y()) / area.getHeight() * values.length()))
          .ifPresent(values -> yWindow.set(Optional.of(values)));
    }
  }

  private void stretch(Drag from, MouseEvent event) {
    Rectangle2D area = surface.area();
    double x = Math.max(area.getMinX(), Math.min(area.getMaxX(), event.getX()));
    double y = Math.max(area.getMinY(), Math.min(area.getMaxY(), event.getY()));
    boolean flat = Math.abs(y - from.y()) < FLAT;
    box.setX(Math.min(from.x(), x));
    box.setWidth(Math.abs(x - from.x()));
    box.setY(flat ? area.getMinY() : Math.min(from.y(), y));
    box.setHeight(flat ? area.getHeight() : Math.abs(y - from.y()));
    box.setVisible(Math.hypot(event.getX() - from.x(), event.getY() - from.y()) >= LEAST_DRAG);
  }

  private void release(MouseEvent event) {
    if (box.isVisible() && box.getWidth() >= LEAST_DRAG) {
      Rectangle2D area = surface.area();
      Span x = new Span(place(box.getX()), place(box.getX() + box.getWidth()));
      if (box.getHeight() < area.getHeight()) {
        double low = surface.value(box.getY() + box.getHeight());
        double high = surface.value(box.getY());
        if (low < high) {
          yWindow.set(Optional.of(new Span(low, high)));
        }
      }
      sight.showX(x);
    }
    box.setVisible(false);
    drag = Optional.empty();
  }

  private void click(MouseEvent event) {
    boolean twice = event.getClickCount() == 2 && event.isStillSincePress();
    if (twice && event.getButton() == MouseButton.PRIMARY) {
      sight.resetZoom();
    }
  }

  private void scroll(ScrollEvent event) {
    if (!isInside(event.getX(), event.getY())) {
      return;
    }
    if (event.getDeltaX() != 0) {
      sight.panX(-event.getDeltaX() / surface.area().getWidth());
    }
    if (event.getDeltaY() != 0) {
      sight.zoomX(Math.exp(WHEEL * event.getDeltaY()), place(event.getX()));
    }
    event.consume();
  }

  // Keyboard

  private void press(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    int points = event.isShiftDown() ? 10 : 1;
    if (event.getCode() == KeyCode.LEFT) {
      sight.moveCursor(-points);
    } else if (event.getCode() == KeyCode.RIGHT) {
      sight.moveCursor(points);
    } else if (event.getCode() == KeyCode.ESCAPE && sight.cursorProperty().get().isPresent()) {
      sight.cursorProperty().set(Optional.empty());
    } else {
      return;
    }
    event.consume();
  }

  private void type(KeyEvent event) {
    Span seen = sight.xSpan();
    Supplier<Double> around =
        () -> sight.cursorProperty().get().orElse((seen.low() + seen.high()) / 2);
    switch (event.getCharacter()) {
      case "+", "=" -> sight.zoomX(KEY_ZOOM, around.get());
      case "-" -> sight.zoomX(1 / KEY_ZOOM, around.get());
      case "0" -> sight.resetZoom();
      default -> {
        return;
      }
    }
    event.consume();
  }
}
