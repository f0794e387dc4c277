package digitstudio.ui.chart;

import digitstudio.report.chart.ChartContent;
import digitstudio.report.chart.ChartNumbers;
import digitstudio.report.chart.ChartPalette;
import digitstudio.report.chart.CurveRole;
import digitstudio.report.chart.Quantity;
import digitstudio.ui.chart.ChartReading.Value;
import java.awt.geom.Rectangle2D;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/** The line under the mouse and the small table of values beside it, over a chart. */
final class ChartReadout extends Pane {
  private static final double GAP = 12;

  private final Line line = new Line();
  private final GridPane table = new GridPane();
  private final Label place = new Label();
  private final Map<CurveRole, Row> rows = new EnumMap<>(CurveRole.class);

  /** How a readout finds its way from numbers to pixels. */
  interface Scale {
    double x(double place);

    double y(double value);
  }

  private static final class Row {
    private final Circle dot = new Circle(3.5);
    private final Line sample = new Line(0, 0, 16, 0);
    private final Label name = new Label();
    private final Label measured = new Label();
    private final Label smoothed = new Label();

    Row(CurveRole role) {
      sample.setStrokeWidth(1.8);
      if (role == CurveRole.VALIDATION) {
        sample.getStrokeDashArray().setAll(4.0, 3.0);
      }
      measured.getStyleClass().add("chart-readout-value");
      smoothed.getStyleClass().add("chart-readout-smoothed");
      dot.setManaged(false);
    }

    void show(boolean shown) {
      for (var node : new javafx.scene.Node[] {sample, name, measured, smoothed}) {
        node.setVisible(shown);
        node.setManaged(shown);
      }
      dot.setVisible(shown);
    }
  }

  ChartReadout() {
    setMouseTransparent(true);
    setFocusTraversable(false);
    setVisible(false);
    line.getStyleClass().add("chart-cursor");
    line.setManaged(false);
    table.getStyleClass().add("chart-readout");
    table.setManaged(false);
    place.getStyleClass().add("chart-readout-place");
    table.add(place, 0, 0, 4, 1);
    for (int column = 0; column < 4; column++) {
      ColumnConstraints constraints = new ColumnConstraints();
      constraints.setHalignment(column < 2 ? HPos.LEFT : HPos.RIGHT);
      table.getColumnConstraints().add(constraints);
    }
    getChildren().add(line);
    for (CurveRole role : CurveRole.values()) {
      Row row = new Row(role);
      rows.put(role, row);
      table.addRow(role.ordinal() + 1, row.sample, row.name, row.measured, row.smoothed);
      getChildren().add(row.dot);
    }
    getChildren().add(table);
  }

  /** Gives the curves their colours. */
  void paint(ChartPalette palette) {
    rows.forEach(
        (role, row) -> {
          Color color = screen(palette.curve(role));
          row.sample.setStroke(color);
          row.dot.setFill(color);
          row.dot.setStroke(screen(palette.ground()));
        });
  }

  static Color screen(java.awt.Color color) {
    return Color.rgb(color.getRed(), color.getGreen(), color.getBlue());
  }

  /** Reads the curves at a place, in a chart whose curves lie in an area. */
  void show(
      ChartContent content,
      ChartReading reading,
      ChartSentences sentences,
      ChartNumbers numbers,
      Rectangle2D area,
      Scale scale) {
    double x = Math.rint(scale.x(reading.place())) - 0.5;
    line.setStartX(x);
    line.setEndX(x);
    line.setStartY(area.getMinY());
    line.setEndY(area.getMaxY());
    place.setText(sentences.place(content, reading.place()));
    rows.values().forEach(row -> row.show(false));
    for (Value value : reading.values()) {
      show(rows.get(value.role()), value, content.quantity(), sentences, numbers);
      placeDot(rows.get(value.role()).dot, value, area, scale);
    }
    placeTable(x, area);
    setVisible(true);
  }

  private static void show(
      Row row, Value value, Quantity quantity, ChartSentences sentences, ChartNumbers numbers) {
    row.show(true);
    row.name.setText(sentences.curve(value.role()));
    row.measured.setText(numbers.value(quantity, value.measured()));
    value
        .smoothed()
        .ifPresentOrElse(
            smoothed -> row.smoothed.setText("≈ " + numbers.value(quantity, smoothed)),
            () -> row.smoothed.setText(""));
  }

  private static void placeDot(Circle dot, Value value, Rectangle2D area, Scale scale) {
    double x = scale.x(value.x());
    double y = scale.y(value.drawn());
    dot.setCenterX(x);
    dot.setCenterY(y);
    boolean inside =
        x >= area.getMinX() - 1
            && x <= area.getMaxX() + 1
            && y >= area.getMinY() - 1
            && y <= area.getMaxY() + 1;
    dot.setVisible(inside);
  }

  private void placeTable(double x, Rectangle2D area) {
    table.applyCss();
    table.autosize();
    double width = table.getWidth();
    boolean roomRight = x + GAP + width <= getWidth();
    double left = roomRight ? x + GAP : Math.max(0, x - GAP - width);
    table.relocate(Math.rint(left), Math.rint(area.getMinY() + 8));
  }
}
