package digitstudio.report.diagram;

import digitstudio.nn.NetworkSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the columns and nodes of a layer diagram stand, in pixels.
 *
 * @param columns from the input to the output
 * @param pitch pixels between two columns
 * @param radius of a node
 */
public record LayerDiagramLayout(List<Column> columns, double pitch, double radius) {
  /** Most nodes of a column that stands for more units than it draws. */
  public static final int MOST_NODES = 6;

  /** Most nodes of the output, whose digits one wants to see whole. */
  public static final int MOST_OUTPUTS = 10;

  private static final double LARGEST_RADIUS = 4;

  /** What a column stands for. */
  public enum Kind {
    INPUT,
    HIDDEN,
    /** Hidden layers for which there is no room. */
    OMITTED,
    OUTPUT
  }

  /**
   * One column.
   *
   * @param kind what it stands for
   * @param x its middle
   * @param count units of the layer, or how many layers are left out
   * @param nodes middles of the nodes that are drawn, from the top
   * @param dots middles of the dots that stand for the other units
   */
  public record Column(Kind kind, double x, int count, List<Double> nodes, List<Double> dots) {}

  /**
   * The layout in an area.
   *
   * @param width of the area
   * @param height of the area
   * @param margin left and right of the outermost columns
   * @param closest least pixels between two columns
   */
  public static LayerDiagramLayout of(
      NetworkSpec spec, double width, double height, double margin, double closest) {
    int hidden = spec.hidden().size();
    double room = Math.max(1, width - 2 * margin);
    int most = Math.max(3, (int) Math.floor(room / closest) + 1);
    boolean whole = hidden + 2 <= most;
    // The column that says what is left out takes the place of one layer.
    int shown = whole ? hidden : Math.max(0, most - 3);
    int total = whole ? hidden + 2 : shown + 3;
    double pitch = room / (total - 1);
    double row = height / MOST_OUTPUTS;
    List<Column> columns = new ArrayList<>();
    columns.add(layer(Kind.INPUT, margin, spec.inputs(), height));
    int before = (shown + 1) / 2;
    for (int i = 0; i < before; i++) {
      columns.add(layer(Kind.HIDDEN, margin + (i + 1) * pitch, spec.hidden().get(i), height));
    }
    if (!whole) {
      double x = margin + (before + 1) * pitch;
      columns.add(new Column(Kind.OMITTED, x, hidden - shown, List.of(), List.of()));
    }
    for (int i = before; i < shown; i++) {
      int layer = hidden - shown + i;
      double x = margin + (columns.size()) * pitch;
      columns.add(layer(Kind.HIDDEN, x, spec.hidden().get(layer), height));
    }
    columns.add(layer(Kind.OUTPUT, margin + (total - 1) * pitch, spec.outputs(), height));
    return new LayerDiagramLayout(columns, pitch, Math.min(LARGEST_RADIUS, 0.36 * row));
  }

  private static Column layer(Kind kind, double x, int units, double height) {
    int most =
        kind != Kind.OUTPUT ? MOST_NODES : units <= MOST_OUTPUTS ? MOST_OUTPUTS : MOST_OUTPUTS - 2;
    double row = height / MOST_OUTPUTS;
    if (units <= most) {
      return new Column(kind, x, units, rows(units, 0, units, row, height), List.of());
    }
    // Two rows in the middle are left to the dots.
    int rows = most + 2;
    int half = most / 2;
    List<Double> nodes = new ArrayList<>(rows(rows, 0, half, row, height));
    nodes.addAll(rows(rows, rows - half, rows, row, height));
    double middle = height / 2;
    double step = row / 2;
    return new Column(
        kind, x, units, List.copyOf(nodes), List.of(middle - step, middle, middle + step));
  }

  private static List<Double> rows(int rows, int from, int to, double row, double height) {
    double first = (height - (rows - 1) * row) / 2;
    return IntStream.range(from, to).mapToObj(i -> first + i * row).toList();
  }
}
