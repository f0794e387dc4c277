package digitstudio.ui.runs;

import digitstudio.report.chart.ChartPalette;
import digitstudio.report.chart.RunLook;
import digitstudio.ui.theme.Appearance;
import java.awt.geom.PathIterator;
import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.StrokeLineCap;

/** A piece of a run's curve, as it stands beside the run's name. */
final class CurveSample extends StackPane {
  private static final double LENGTH = 28;
  private static final double FLATNESS = 0.2;

  CurveSample(RunLook look, Appearance appearance) {
    java.awt.Color tone =
        (appearance.isDark() ? ChartPalette.DARK : ChartPalette.LIGHT).curve(look);
    Color color = Color.rgb(tone.getRed(), tone.getGreen(), tone.getBlue());
    Line line = new Line(0, 0, LENGTH, 0);
    line.setStroke(color);
    line.setStrokeWidth(1.8);
    line.setStrokeLineCap(StrokeLineCap.BUTT);
    for (double length : look.pattern()) {
      line.getStrokeDashArray().add(length);
    }
    Path marker = marker(look);
    marker.setFill(color);
    marker.setStroke(null);
    marker.setTranslateX(LENGTH / 2);
    getChildren().add(new Group(line, marker));
    setMinWidth(LENGTH);
    setPrefWidth(LENGTH);
  }

  private static Path marker(RunLook look) {
    Path path = new Path();
    double[] point = new double[6];
    PathIterator outline = look.shape().getPathIterator(null, FLATNESS);
    while (!outline.isDone()) {
      switch (outline.currentSegment(point)) {
        case PathIterator.SEG_MOVETO -> path.getElements().add(new MoveTo(point[0], point[1]));
        case PathIterator.SEG_LINETO -> path.getElements().add(new LineTo(point[0], point[1]));
        default -> path.getElements().add(new ClosePath());
      }
      outline.next();
    }
    return path;
  }
}
