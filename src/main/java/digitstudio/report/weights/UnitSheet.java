package digitstudio.report.weights;

import digitstudio.training.LayerWeights;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * Units of the first layer as 28×28 images on a sheet, as many as have room.
 *
 * @param layer the first
 * @param order of the units
 * @param scale the value of the full colour; 0 if each unit fills its own scale
 * @param style how it looks
 */
public record UnitSheet(LayerWeights layer, int[] order, double scale, WeightStyle style) {
  private static final int SIDE = 28;
  private static final int SMALLEST = 28;
  private static final int GAP = 4;
  private static final int LEGEND = 24;

  /** Dots of the picture for each weight, so that no program blurs them together. */
  private static final int FINE = 4;

  /** Draws it. */
  public void draw(Graphics2D graphics, double width, double height) {
    style.prepare(graphics);
    double room = Math.max(1, height - LEGEND);
    double tile = Math.max(SMALLEST, Math.floor(Math.sqrt(width * room / order.length)) - GAP);
    while (tile > SMALLEST && rows(width, tile) * (tile + GAP) > room) {
      tile--;
    }
    int columns = columns(width, tile);
    int shown = Math.min(order.length, columns * Math.max(1, (int) (room / (tile + GAP))));
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    for (int place = 0; place < shown; place++) {
      graphics.drawImage(
          image(order[place]),
          (int) (place % columns * (tile + GAP)),
          (int) (place / columns * (tile + GAP)),
          (int) tile,
          (int) tile,
          null);
    }
    drawLegend(graphics, height, shown);
  }

  private static int columns(double width, double tile) {
    return Math.max(1, (int) ((width + GAP) / (tile + GAP)));
  }

  private int rows(double width, double tile) {
    int columns = columns(width, tile);
    return (order.length + columns - 1) / columns;
  }

  private BufferedImage image(int unit) {
    float[] weights = layer.incoming(unit);
    double full = scale > 0 ? scale : Math.max(Float.MIN_NORMAL, LayerWeights.reach(weights));
    int side = SIDE * FINE;
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        float weight = weights[y / FINE * SIDE + x / FINE];
        image.setRGB(x, y, style.colors().argb((float) (weight / full)));
      }
    }
    return image;
  }

  private void drawLegend(Graphics2D graphics, double height, int shown) {
    graphics.setFont(style.fonts().ticks());
    graphics.setPaint(style.palette().quiet());
    float baseline = (float) height - 6;
    String count = shown < order.length ? shown + " / " + order.length : "";
    if (scale == 0) {
      graphics.drawString(count, 0, baseline);
      return;
    }
    String low = style.number(-scale);
    graphics.drawString(low, 0, baseline);
    int left = graphics.getFontMetrics().stringWidth(low) + 6;
    for (int x = 0; x < 96; x++) {
      graphics.setPaint(style.colors().color(2 * x / 95.0 - 1));
      graphics.fillRect(left + x, (int) height - 15, 1, 10);
    }
    graphics.setPaint(style.palette().quiet());
    graphics.drawString(style.number(scale) + "    " + count, left + 102, baseline);
  }
}
