package digitstudio.ui.chart;

import digitstudio.report.chart.Span;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;

/** What is seen of a chart and read from it, as mouse and keyboard change it. */
public interface ChartSight {
  /** The span of the x axis that is seen. */
  Span xSpan();

  /**
   * Looks closer at the x axis, or less close.
   *
   * @param factor above 1 to look closer
   * @param around the place that stays where it is
   */
  void zoomX(double factor, double around);

  /** Looks at a part of the x axis, as far as there is one. */
  void showX(Span span);

  /** Moves along the x axis by a share of what is seen. */
  void panX(double share);

  /** Shows everything again. */
  void resetZoom();

  /** The place of a measured value that is nearest to another; empty before there are any. */
  Optional<Double> nearestPlace(double place);

  /** Moves the cursor by measured values. */
  void moveCursor(int points);

  /** The place on the x axis whose values are read. */
  ObjectProperty<Optional<Double>> cursorProperty();

  /** Whether the values are drawn on a logarithmic scale. */
  BooleanProperty logarithmicProperty();
}
