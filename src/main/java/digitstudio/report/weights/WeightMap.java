package digitstudio.report.weights;

import digitstudio.training.LayerWeights;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.BitSet;
import java.util.Optional;

/**
 * The weights of a layer as a heat map: a row for each unit, a column for each unit below. Where
 * several share a dot, the one furthest from zero is seen.
 *
 * @param layer whose weights
 * @param scale the value of the full colour, above 0
 * @param below what the columns are, such as "units of layer 1"
 * @param units what the rows are
 * @param dead units without an answer, marked beside their rows; not to be written to
 * @param style how it looks
 */
public record WeightMap(
    LayerWeights layer, double scale, String below, String units, BitSet dead, WeightStyle style) {
  private static final double LEFT = 56;
  private static final double LINE = 18;
  private static final double TICK = 64;

  /** Rows of few units would be bars otherwise. */
  private static final double MOST_ROW = 36;

  /**
   * A dot of the map.
   *
   * @param unit row, from 0
   * @param input column, from 0
   * @param value the weight
   */
  public record Cell(int unit, int input, float value) {}

  /** Where the weights are in a drawing of this size. */
  public Rectangle2D area(double width, double height) {
    double most = layer.shape().units() * MOST_ROW;
    double room = Math.max(1, height - 2 * LINE);
    return new Rectangle2D.Double(LEFT, LINE, Math.max(1, width - LEFT - 8), Math.min(most, room));
  }

  /** The unit and the input at a place of a drawing of this size. */
  public Optional<Cell> at(double x, double y, double width, double height) {
    Rectangle2D area = area(width, height);
    if (!area.contains(x, y)) {
      return Optional.empty();
    }
    int units = layer.shape().units();
    int inputs = layer.shape().inputs();
    int row = (int) ((y - area.getY()) / area.getHeight() * units);
    int column = (int) ((x - area.getX()) / area.getWidth() * inputs);
    return Optional.of(cell(Math.min(units - 1, row), Math.min(inputs - 1, column)));
  }

  /** The weight of a unit from an input. */
  public Cell cell(int unit, int input) {
    return new Cell(unit, input, layer.weight(input, unit));
  }

  /** Draws it. */
  public void draw(Graphics2D graphics, double width, double height) {
    style.prepare(graphics);
    Rectangle2D area = area(width, height);
    BufferedImage image = image((int) area.getWidth(), (int) area.getHeight());
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    graphics.drawImage(
        image,
        (int) area.getX(),
        (int) area.getY(),
        (int) area.getWidth(),
        (int) area.getHeight(),
        null);
    graphics.setPaint(style.palette().grid());
    graphics.draw(area);
    graphics.setFont(style.fonts().ticks());
    graphics.setPaint(style.palette().quiet());
    graphics.drawString(units + " ↓", 0, (float) (LINE - 6));
    WeightStyle.right(graphics, below + " →", area.getMaxX(), LINE - 6);
    drawNumbers(graphics, area);
    drawDead(graphics, area);
  }

  private void drawDead(Graphics2D graphics, Rectangle2D area) {
    double row = area.getHeight() / layer.shape().units();
    graphics.setPaint(style.colors().color(Double.NaN));
    for (int unit = dead.nextSetBit(0); unit >= 0; unit = dead.nextSetBit(unit + 1)) {
      double top = area.getY() + unit * row;
      graphics.fill(new Rectangle2D.Double(LEFT - 4, top, 4, Math.max(2, row - 1)));
    }
  }

  private void drawNumbers(Graphics2D graphics, Rectangle2D area) {
    int units = layer.shape().units();
    int inputs = layer.shape().inputs();
    int rowStep = step(units, area.getHeight() / LINE);
    double row = area.getHeight() / units;
    for (int unit = 0; unit < units; unit += rowStep) {
      double middle = area.getY() + (unit + 0.5) * row + 4;
      WeightStyle.right(graphics, Integer.toString(unit), LEFT - 6, middle);
    }
    double column = area.getWidth() / inputs;
    int columnStep = step(inputs, area.getWidth() / TICK);
    for (int input = 0; input < inputs; input += columnStep) {
      double middle = area.getX() + (input + 0.5) * column;
      WeightStyle.centred(graphics, Integer.toString(input), middle, area.getMaxY() + 14);
    }
  }

  /** 1, 2, 5, 10, …: so that no more are named than have room. */
  static int step(int count, double room) {
    int[] ladder = {1, 2, 5};
    int power = 1;
    while (true) {
      for (int rung : ladder) {
        if (count / (double) (rung * power) <= Math.max(1, room)) {
          return rung * power;
        }
      }
      power *= 10;
    }
  }

  private BufferedImage image(int width, int height) {
    int units = layer.shape().units();
    int inputs = layer.shape().inputs();
    int columns = Math.max(1, Math.min(width, inputs));
    int rows = Math.max(1, Math.min(height, units));
    float[] strongest = new float[rows * columns];
    for (int input = 0, k = 0; input < inputs; input++) {
      int column = (int) ((long) input * columns / inputs);
      for (int unit = 0; unit < units; unit++, k++) {
        int place = (int) ((long) unit * rows / units) * columns + column;
        float value = layer.weights()[k];
        // Written so that what is no number is seen too.
        if (!(Math.abs(value) <= Math.abs(strongest[place]))) {
          strongest[place] = value;
        }
      }
    }
    BufferedImage image =
        new BufferedImage(Math.max(1, width), Math.max(1, height), BufferedImage.TYPE_INT_RGB);
    float factor = (float) (1 / scale);
    for (int y = 0; y < image.getHeight(); y++) {
      int row = (int) ((long) y * rows / image.getHeight());
      for (int x = 0; x < image.getWidth(); x++) {
        int column = (int) ((long) x * columns / image.getWidth());
        image.setRGB(x, y, style.colors().argb(strongest[row * columns + column] * factor));
      }
    }
    return image;
  }
}
