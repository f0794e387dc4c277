package digitstudio.ui.inside;

import digitstudio.report.figure.Figure;
import javafx.animation.AnimationTimer;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import org.jfree.fx.FXGraphics2D;

/** Paints a drawing of paper's kind on the screen, at most once a frame. */
public final class DrawingCanvas extends Region {
  private final Canvas canvas = new Canvas();
  private final FXGraphics2D graphics = new FXGraphics2D(canvas.getGraphicsContext2D());
  private final Figure.Drawing drawing;
  private final AnimationTimer nextFrame =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          stop();
          paint();
        }
      };

  public DrawingCanvas(Figure.Drawing drawing) {
    this.drawing = drawing;
    getChildren().add(canvas);
    canvas.setManaged(false);
    setMinSize(80, 64);
  }

  /** Paints anew in the next frame. */
  public void repaint() {
    nextFrame.start();
  }

  @Override
  protected void layoutChildren() {
    if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
      canvas.setWidth(getWidth());
      canvas.setHeight(getHeight());
      paint();
    }
  }

  private void paint() {
    if (getWidth() < 1 || getHeight() < 1) {
      return;
    }
    canvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
    drawing.draw(graphics, getWidth(), getHeight());
  }
}
