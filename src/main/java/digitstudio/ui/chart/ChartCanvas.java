package digitstudio.ui.chart;

import java.awt.geom.Rectangle2D;
import java.util.function.IntFunction;
import javafx.animation.AnimationTimer;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.fx.FXGraphics2D;

/**
 * Paints a chart on the screen, anew when its size or its content changed, at most once a frame.
 */
public final class ChartCanvas extends Region {
  private final Canvas canvas = new Canvas();
  private final FXGraphics2D graphics = new FXGraphics2D(canvas.getGraphicsContext2D());
  private final ChartRenderingInfo drawn = new ChartRenderingInfo(null);
  private final IntFunction<JFreeChart> chart;
  private final Runnable painted;
  private final ObservableValue<Number> scale =
      sceneProperty()
          .flatMap(scene -> scene.windowProperty())
          .flatMap(Window::renderScaleXProperty);
  private final AnimationTimer nextFrame =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          stop();
          paint();
        }
      };

  /**
   * @param chart what to paint, asked for before each painting with the width in the screen's own
   *     pixels
   * @param painted told after each painting
   */
  public ChartCanvas(IntFunction<JFreeChart> chart, Runnable painted) {
    this.chart = chart;
    this.painted = painted;
    getChildren().add(canvas);
    canvas.setManaged(false);
    setMinSize(160, 96);
    setPrefSize(480, 240);
    scale.addListener(observable -> repaint());
  }

  /** Where the curves are, in this region, since the last painting. */
  public Rectangle2D dataArea() {
    return drawn.getPlotInfo().getDataArea();
  }

  /** Paints anew in the next frame. */
  public void repaint() {
    // Starting a timer that is started already does nothing, so many changes make one painting.
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

  /** Paints at once. */
  void paint() {
    double width = canvas.getWidth();
    double height = canvas.getHeight();
    if (width < 1 || height < 1) {
      return;
    }
    Number pixels = scale.getValue();
    int columns = (int) Math.ceil(width * (pixels == null ? 1 : pixels.doubleValue()));
    canvas.getGraphicsContext2D().clearRect(0, 0, width, height);
    chart.apply(columns).draw(graphics, new Rectangle2D.Double(0, 0, width, height), drawn);
    painted.run();
  }
}
