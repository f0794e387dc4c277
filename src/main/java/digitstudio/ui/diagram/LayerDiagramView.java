package digitstudio.ui.diagram;

import digitstudio.nn.NetworkSpec;
import digitstudio.report.diagram.LayerDiagramLayout;
import digitstudio.report.diagram.LayerDiagramLayout.Column;
import digitstudio.report.diagram.LayerDiagramLayout.Kind;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** A small drawing of a network: a column of nodes for every layer, named underneath. */
public final class LayerDiagramView extends Region {
  private static final double WIDTH = 300;
  private static final double HEIGHT = 136;
  private static final double CAPTIONS = 32;
  private static final double MARGIN = 32;
  private static final double CLOSEST = 36;

  /** Below this distance of columns the activation is written once for all of them. */
  private static final double ROOM_FOR_ACTIVATION = 60;

  private static final double STALE = 0.4;

  private final ObjectProperty<NetworkSpec> spec = new SimpleObjectProperty<>(this, "spec");
  private final LayerDiagramWords words;
  private final Appearance appearance;
  private final Canvas canvas = new Canvas();
  private final Font captions = Font.font(11);
  private final Font digits = Font.font(9);
  private NetworkSpec drawn;

  public LayerDiagramView(Texts texts, Appearance appearance) {
    this.appearance = appearance;
    words = new LayerDiagramWords(texts);
    setId("layer-diagram");
    getStyleClass().add("layer-diagram");
    canvas.setManaged(false);
    getChildren().add(canvas);
    setMinSize(160, 112);
    setPrefSize(WIDTH, HEIGHT);
    setMaxWidth(Double.MAX_VALUE);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    accessibleTextProperty()
        .bind(
            texts.binding(
                () -> spec.get() == null ? texts.get("diagram.none") : words.sentence(spec.get()),
                spec));
    spec.addListener((observable, before, now) -> show(now));
    texts.localeProperty().addListener((observable, before, now) -> draw());
    appearance.darkProperty().addListener((observable, before, now) -> draw());
  }

  /** The network that is drawn; null while there is none, which leaves the last one faint. */
  public ObjectProperty<NetworkSpec> specProperty() {
    return spec;
  }

  private void show(NetworkSpec now) {
    if (now != null) {
      drawn = now;
    }
    canvas.setOpacity(now == null ? STALE : 1);
    draw();
  }

  @Override
  protected void layoutChildren() {
    if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
      canvas.setWidth(getWidth());
      canvas.setHeight(getHeight());
      draw();
    }
  }

  private void draw() {
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    double height = canvas.getHeight() - CAPTIONS;
    if (drawn == null || height < 1) {
      return;
    }
    LayerDiagramLayout layout =
        LayerDiagramLayout.of(drawn, canvas.getWidth(), height, MARGIN, CLOSEST);
    DiagramPalette palette = appearance.isDark() ? DiagramPalette.DARK : DiagramPalette.LIGHT;
    drawLines(graphics, layout.columns(), palette);
    for (Column column : layout.columns()) {
      drawColumn(graphics, layout, column, palette);
    }
    drawCaptions(graphics, layout, height, palette);
  }

  private static void drawLines(
      GraphicsContext graphics, List<Column> columns, DiagramPalette palette) {
    graphics.setLineWidth(1);
    graphics.setStroke(palette.line());
    for (int i = 1; i < columns.size(); i++) {
      Column left = columns.get(i - 1);
      Column right = columns.get(i);
      for (double from : left.nodes()) {
        for (double to : right.nodes()) {
          graphics.strokeLine(left.x(), from, right.x(), to);
        }
      }
    }
  }

  private void drawColumn(
      GraphicsContext graphics, LayerDiagramLayout layout, Column column, DiagramPalette palette) {
    double radius = layout.radius();
    graphics.setFill(palette.node(column.kind()));
    for (double y : column.nodes()) {
      graphics.fillOval(column.x() - radius, y - radius, 2 * radius, 2 * radius);
    }
    graphics.setFill(palette.text());
    for (double y : column.dots()) {
      graphics.fillOval(column.x() - 1, y - 1, 2, 2);
    }
    if (column.kind() == Kind.OUTPUT && column.count() <= LayerDiagramLayout.MOST_OUTPUTS) {
      drawDigits(graphics, column, radius, palette);
    }
  }

  private void drawDigits(
      GraphicsContext graphics, Column column, double radius, DiagramPalette palette) {
    graphics.setFont(digits);
    graphics.setFill(palette.text());
    graphics.setTextAlign(TextAlignment.LEFT);
    graphics.setTextBaseline(VPos.CENTER);
    for (int digit = 0; digit < column.nodes().size(); digit++) {
      graphics.fillText(
          Integer.toString(digit), column.x() + radius + 5, column.nodes().get(digit));
    }
  }

  private void drawCaptions(
      GraphicsContext graphics, LayerDiagramLayout layout, double height, DiagramPalette palette) {
    graphics.setFont(captions);
    graphics.setTextAlign(TextAlignment.CENTER);
    graphics.setTextBaseline(VPos.TOP);
    boolean each = layout.pitch() >= ROOM_FOR_ACTIVATION;
    for (Column column : layout.columns()) {
      if (column.kind() == Kind.OMITTED) {
        graphics.setFill(palette.text());
        graphics.setTextBaseline(VPos.CENTER);
        graphics.fillText(words.layers(column.count()), column.x(), height / 2);
        graphics.setTextBaseline(VPos.TOP);
      } else {
        graphics.setFill(palette.strong());
        graphics.fillText(words.units(column.count()), column.x(), height + 2);
        graphics.setFill(palette.text());
        graphics.fillText(caption(column.kind(), each), column.x(), height + 16);
      }
    }
    if (!each && !drawn.hidden().isEmpty()) {
      double middle = canvas.getWidth() / 2;
      graphics.fillText(words.activation(drawn.activation()), middle, height + 16);
    }
  }

  private String caption(Kind kind, boolean each) {
    return switch (kind) {
      case INPUT -> words.input();
      case OUTPUT -> words.output();
      case HIDDEN, OMITTED -> each ? words.activation(drawn.activation()) : "";
    };
  }

  /**
   * The colours of the diagram, which agree with those of the charts.
   *
   * @param line between two nodes
   * @param input nodes of the input
   * @param hidden nodes of hidden layers
   * @param output nodes of the output
   * @param text of names
   * @param strong text of numbers
   */
  private record DiagramPalette(
      Color line, Color input, Color hidden, Color output, Color text, Color strong) {
    private static final DiagramPalette LIGHT =
        new DiagramPalette(
            Color.web("#57606a", 0.22),
            Color.web("#8c959f"),
            Color.web("#0072b2"),
            Color.web("#d55e00"),
            Color.web("#57606a"),
            Color.web("#24292f"));
    private static final DiagramPalette DARK =
        new DiagramPalette(
            Color.web("#8b949e", 0.25),
            Color.web("#8b949e"),
            Color.web("#56b4e9"),
            Color.web("#f5924e"),
            Color.web("#8b949e"),
            Color.web("#e6edf3"));

    Color node(Kind kind) {
      return switch (kind) {
        case INPUT -> input;
        case HIDDEN, OMITTED -> hidden;
        case OUTPUT -> output;
      };
    }
  }
}
