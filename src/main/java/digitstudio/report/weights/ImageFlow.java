package digitstudio.report.weights;

import digitstudio.digits.DigitImage;
import digitstudio.text.PercentFormat;
import digitstudio.training.LayerWeights;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.text.NumberFormat;
import java.util.List;
import java.util.Optional;

/**
 * One image on its way through a network: the image, the units of each hidden layer as a grid
 * coloured by what they put out, the probabilities as bars, and the strongest connections of one
 * unit.
 *
 * @param image what is read
 * @param outputs of each layer, the last as probabilities
 * @param names of the image and of each layer
 * @param chosen the unit whose connections are drawn
 * @param links its connections
 * @param style how it looks
 */
public record ImageFlow(
    DigitImage image,
    List<float[]> outputs,
    List<String> names,
    Place chosen,
    List<Link> links,
    WeightStyle style) {
  private static final double TOP = 24;
  private static final double GAP = 40;
  private static final double BARS = 128;
  private static final double LARGEST_CELL = 22;
  private static final double LARGEST_IMAGE = 140;
  private static final float MOST_INK = 255;

  /**
   * A unit, or a pixel.
   *
   * @param layer from 0; {@value #INPUT} for the image
   * @param unit from 0
   */
  public record Place(int layer, int unit) {
    /** The layer of the pixels. */
    public static final int INPUT = -1;
  }

  /**
   * What one unit gives to another for this image.
   *
   * @param from which
   * @param to which
   * @param given the weight times what the lower unit puts out
   */
  public record Link(Place from, Place to, double given) {}

  /** Where a layer's units lie. */
  private record Grid(double left, double top, double cell, int columns) {}

  private double columnWidth(double width) {
    int hidden = outputs.size() - 1;
    double image = Math.min(LARGEST_IMAGE, width / (hidden + 2.5));
    double room = width - image - BARS - GAP * (hidden + 1);
    return hidden == 0 ? 0 : Math.max(12, room / hidden);
  }

  private double imageSide(double width, double height) {
    int hidden = outputs.size() - 1;
    return Math.max(
        28, Math.min(Math.min(LARGEST_IMAGE, width / (hidden + 2.5)), height - TOP - 8));
  }

  private Grid grid(int layer, double width, double height) {
    double side = imageSide(width, height);
    if (layer == Place.INPUT) {
      return new Grid(0, TOP + (height - TOP - side) / 2, side / DigitImage.SIDE, DigitImage.SIDE);
    }
    if (layer == outputs.size() - 1) {
      double cell = Math.min(26, (height - TOP) / outputs.get(layer).length);
      double top = TOP + (height - TOP - cell * outputs.get(layer).length) / 2;
      return new Grid(width - BARS, top, cell, 1);
    }
    double room = columnWidth(width);
    double left = side + GAP + layer * (room + GAP);
    int units = outputs.get(layer).length;
    double cell = Math.min(LARGEST_CELL, Math.sqrt(room * (height - TOP) / units));
    int columns = Math.max(1, (int) Math.ceil(room / cell));
    cell = Math.min(cell, room / columns);
    columns = Math.min(columns, Math.max(1, (int) Math.ceil(Math.sqrt(units))));
    int rows = (units + columns - 1) / columns;
    if (rows * cell > height - TOP) {
      columns = Math.max(1, (int) (room / cell));
      rows = (units + columns - 1) / columns;
      cell = Math.min(cell, (height - TOP) / rows);
    }
    double top = TOP + (height - TOP - rows * cell) / 2;
    return new Grid(left + (room - columns * cell) / 2, top, cell, columns);
  }

  private int units(int layer) {
    return layer == Place.INPUT ? DigitImage.PIXELS : outputs.get(layer).length;
  }

  /** The unit or pixel at a place of a drawing of this size. */
  public Optional<Place> at(double x, double y, double width, double height) {
    for (int layer = Place.INPUT; layer < outputs.size(); layer++) {
      Grid grid = grid(layer, width, height);
      boolean last = layer == outputs.size() - 1;
      int column = last ? 0 : (int) Math.floor((x - grid.left()) / grid.cell());
      int row = (int) Math.floor((y - grid.top()) / grid.cell());
      boolean within = last ? x >= grid.left() && x < width : x >= grid.left();
      int unit = row * grid.columns() + column;
      if (within && row >= 0 && column < grid.columns() && unit < units(layer)) {
        return Optional.of(new Place(layer, unit));
      }
    }
    return Optional.empty();
  }

  private Point2D anchor(Place place, double width, double height, boolean right) {
    Grid grid = grid(place.layer(), width, height);
    double x = grid.left() + (place.unit() % grid.columns() + 0.5) * grid.cell();
    double y = grid.top() + (place.unit() / grid.columns() + 0.5) * grid.cell();
    return new Point2D.Double(place.layer() == outputs.size() - 1 && !right ? grid.left() : x, y);
  }

  /** Draws it. */
  public void draw(Graphics2D graphics, double width, double height) {
    style.prepare(graphics);
    drawImage(graphics, grid(Place.INPUT, width, height));
    for (int layer = 0; layer < outputs.size() - 1; layer++) {
      drawLayer(graphics, grid(layer, width, height), outputs.get(layer));
    }
    drawBars(graphics, grid(outputs.size() - 1, width, height), width);
    drawLinks(graphics, width, height);
    drawNames(graphics, width, height);
    drawChosen(graphics, width, height);
  }

  private void drawNames(Graphics2D graphics, double width, double height) {
    graphics.setFont(style.fonts().ticks());
    graphics.setPaint(style.palette().quiet());
    for (int layer = Place.INPUT; layer < outputs.size(); layer++) {
      Grid grid = grid(layer, width, height);
      double top = Math.max(12, grid.top() - 8);
      graphics.drawString(names.get(layer + 1), (float) grid.left(), (float) top);
    }
  }

  private void drawImage(Graphics2D graphics, Grid grid) {
    Color ink = style.palette().text();
    double side = grid.cell() * DigitImage.SIDE;
    graphics.setPaint(style.palette().grid());
    graphics.draw(new Rectangle2D.Double(grid.left(), grid.top(), side, side));
    for (int pixel = 0; pixel < DigitImage.PIXELS; pixel++) {
      int value = image.ink(pixel / DigitImage.SIDE, pixel % DigitImage.SIDE);
      if (value > 0) {
        graphics.setPaint(mixed(ink, style.palette().ground(), value / MOST_INK));
        fill(graphics, grid, pixel);
      }
    }
  }

  private static Color mixed(Color of, Color with, float share) {
    return new Color(
        Math.round(with.getRed() + share * (of.getRed() - with.getRed())),
        Math.round(with.getGreen() + share * (of.getGreen() - with.getGreen())),
        Math.round(with.getBlue() + share * (of.getBlue() - with.getBlue())));
  }

  private static void fill(Graphics2D graphics, Grid grid, int unit) {
    double gap = grid.cell() >= 6 ? 1 : 0;
    graphics.fill(
        new Rectangle2D.Double(
            grid.left() + unit % grid.columns() * grid.cell(),
            grid.top() + (double) (unit / grid.columns()) * grid.cell(),
            grid.cell() - gap,
            grid.cell() - gap));
  }

  private void drawLayer(Graphics2D graphics, Grid grid, float[] values) {
    float reach = Math.max(Float.MIN_NORMAL, LayerWeights.reach(values));
    for (int unit = 0; unit < values.length; unit++) {
      graphics.setPaint(style.colors().color(values[unit] / reach));
      fill(graphics, grid, unit);
    }
    int rows = (values.length + grid.columns() - 1) / grid.columns();
    graphics.setPaint(style.palette().grid());
    graphics.draw(
        new Rectangle2D.Double(
            grid.left() - 1,
            grid.top() - 1,
            grid.columns() * grid.cell() + 1,
            rows * grid.cell() + 1));
  }

  private void drawBars(Graphics2D graphics, Grid grid, double width) {
    float[] shares = outputs.get(outputs.size() - 1);
    NumberFormat percent = PercentFormat.of(style.locale());
    percent.setMinimumFractionDigits(1);
    percent.setMaximumFractionDigits(1);
    double room = Math.max(4, width - grid.left() - 14 - 50);
    graphics.setFont(style.fonts().text());
    int best = best(shares);
    for (int c = 0; c < shares.length; c++) {
      double middle = grid.top() + (c + 0.5) * grid.cell();
      graphics.setPaint(style.palette().text());
      graphics.drawString(Integer.toString(c), (float) grid.left() + 2, (float) middle + 4);
      graphics.setPaint(style.palette().grid());
      graphics.fill(new Rectangle2D.Double(grid.left() + 14, middle - 4, room, 8));
      graphics.setPaint(c == best ? style.palette().train() : style.palette().quiet());
      double length = Float.isFinite(shares[c]) ? shares[c] * room : 0;
      graphics.fill(new Rectangle2D.Double(grid.left() + 14, middle - 4, length, 8));
      graphics.setPaint(c == best ? style.palette().text() : style.palette().quiet());
      WeightStyle.right(
          graphics,
          Float.isFinite(shares[c]) ? percent.format(shares[c]) : "NaN",
          width - 2,
          middle + 4);
    }
  }

  private static int best(float[] shares) {
    int best = 0;
    for (int c = 1; c < shares.length; c++) {
      best = shares[c] > shares[best] ? c : best;
    }
    return best;
  }

  private void drawLinks(Graphics2D graphics, double width, double height) {
    double most = links.stream().mapToDouble(link -> Math.abs(link.given())).max().orElse(0);
    if (!(most > 0)) {
      return;
    }
    for (Link link : links) {
      double share = link.given() / most;
      graphics.setPaint(style.colors().color(share < 0 ? -0.65 : 0.65));
      graphics.setStroke(new BasicStroke((float) (0.75 + 2.25 * Math.abs(share))));
      Point2D from = anchor(link.from(), width, height, true);
      Point2D to = anchor(link.to(), width, height, false);
      graphics.draw(new Line2D.Double(from, to));
    }
    graphics.setStroke(WeightStyle.THIN);
  }

  private void drawChosen(Graphics2D graphics, double width, double height) {
    Grid grid = grid(chosen.layer(), width, height);
    boolean last = chosen.layer() == outputs.size() - 1;
    double cell = Math.max(4, grid.cell());
    double left = grid.left() + chosen.unit() % grid.columns() * grid.cell();
    double top = grid.top() + (double) (chosen.unit() / grid.columns()) * grid.cell();
    graphics.setPaint(style.palette().text());
    graphics.setStroke(new BasicStroke(2));
    graphics.draw(
        new Rectangle2D.Double(
            left - 1.5, top - 1.5, last ? width - grid.left() : cell + 2, cell + 2));
    graphics.setStroke(WeightStyle.THIN);
  }
}
