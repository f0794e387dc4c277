package digitstudio.report.weights;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How large a step is beside the weights it changes, layer by layer and epoch by epoch, as log₁₀ of
 * ‖update‖ / ‖weights‖.
 *
 * <p>Kept epochs show only how far all the steps between them led. If they went in any direction
 * each, one step is that way over the root of their number; if all went in the same, it is that way
 * over their number. The line is the first, its tail reaches down to the second.
 *
 * @param layers names
 * @param epochs the kept ones but the first: where the steps led to
 * @param shares for each layer, for each epoch, ‖after - before‖ / ‖before‖
 * @param steps for each epoch, how many steps led there from the kept epoch before
 * @param chosen the chosen epoch
 * @param axis what stands above it
 * @param healthy name of the band
 * @param none what is said if there are fewer than two kept epochs
 * @param style how it looks
 */
public record UpdateChart(
    List<String> layers,
    List<Integer> epochs,
    List<List<Double>> shares,
    List<Long> steps,
    int chosen,
    String axis,
    String healthy,
    String none,
    WeightStyle style) {
  /** Ends of the healthy band, as powers of ten: a thousandth of the weights, give or take ten. */
  public static final double HEALTHY_LOW = -4;

  public static final double HEALTHY_HIGH = -2;

  private static final double LEFT = 48;
  private static final double TOP = 48;
  private static final double BOTTOM = 24;
  private static final double TICK = 40;
  private static final float[][] DASHES = {null, {6, 3}, {2, 3}};

  /**
   * One step of a layer.
   *
   * @param layer from 0
   * @param epoch counted from 1
   * @param least log₁₀ if all steps went the same way
   * @param likely log₁₀ if they went any way
   */
  public record Reading(int layer, int epoch, double least, double likely) {
    /** Whether even the smaller of the two lies above the healthy band. */
    public boolean isTooLarge() {
      return least > HEALTHY_HIGH;
    }

    /** Whether even the larger of the two lies below the healthy band. */
    public boolean isTooSmall() {
      return likely < HEALTHY_LOW;
    }
  }

  /** One step of a layer in the epochs up to a kept one. */
  public Reading reading(int layer, int index) {
    double share = shares.get(layer).get(index);
    double count = Math.max(1, steps.get(index));
    return new Reading(
        layer, epochs.get(index), Math.log10(share / count), Math.log10(share / Math.sqrt(count)));
  }

  /** Every layer at the kept epoch nearest to a place in a drawing of this width. */
  public List<Reading> at(double x, double width) {
    if (epochs.isEmpty()) {
      return List.of();
    }
    double room = Math.max(1, width - LEFT - 8) / epochs.size();
    int index = (int) Math.floor((x - LEFT) / room);
    return readings(Math.max(0, Math.min(epochs.size() - 1, index)));
  }

  /** Every layer at a kept epoch. */
  public List<Reading> readings(int index) {
    List<Reading> readings = new ArrayList<>();
    for (int l = 0; l < layers.size(); l++) {
      readings.add(reading(l, index));
    }
    return readings;
  }

  /** Draws it. */
  public void draw(Graphics2D graphics, double width, double height) {
    style.prepare(graphics);
    Rectangle2D area =
        new Rectangle2D.Double(
            LEFT, TOP, Math.max(1, width - LEFT - 8), Math.max(1, height - TOP - BOTTOM));
    graphics.setFont(style.fonts().title());
    graphics.setPaint(style.palette().text());
    graphics.drawString(axis, 0, 14);
    if (epochs.isEmpty()) {
      graphics.setFont(style.fonts().text());
      graphics.setPaint(style.palette().quiet());
      graphics.drawString(none, 0, (float) TOP);
      return;
    }
    double low = low();
    double high = high();
    drawGround(graphics, area, low, high);
    for (int l = 0; l < layers.size(); l++) {
      drawLayer(graphics, area, low, high, l);
    }
    drawNames(graphics, width);
  }

  private double low() {
    double low = HEALTHY_LOW - 0.5;
    for (int e = 0; e < epochs.size(); e++) {
      for (Reading reading : readings(e)) {
        low = Double.isFinite(reading.least()) ? Math.min(low, reading.least() - 0.2) : low;
      }
    }
    return Math.max(-10, low);
  }

  private double high() {
    double high = HEALTHY_HIGH + 0.5;
    for (int e = 0; e < epochs.size(); e++) {
      for (Reading reading : readings(e)) {
        high = Double.isFinite(reading.likely()) ? Math.max(high, reading.likely() + 0.2) : high;
      }
    }
    return Math.min(4, high);
  }

  private static double y(Rectangle2D area, double low, double high, double value) {
    return area.getMaxY() - (value - low) / (high - low) * area.getHeight();
  }

  private double x(Rectangle2D area, int index) {
    return area.getX() + (index + 0.5) * area.getWidth() / epochs.size();
  }

  private void drawGround(Graphics2D graphics, Rectangle2D area, double low, double high) {
    Color calm = style.palette().runs().get(2);
    graphics.setPaint(new Color(calm.getRed(), calm.getGreen(), calm.getBlue(), 32));
    double top = y(area, low, high, HEALTHY_HIGH);
    double bottom = y(area, low, high, HEALTHY_LOW);
    graphics.fill(new Rectangle2D.Double(area.getX(), top, area.getWidth(), bottom - top));
    graphics.setFont(style.fonts().ticks());
    for (int power = (int) Math.ceil(low); power <= high; power++) {
      double y = y(area, low, high, power);
      graphics.setPaint(style.palette().grid());
      graphics.fill(new Rectangle2D.Double(area.getX(), y, area.getWidth(), 1));
      graphics.setPaint(style.palette().quiet());
      WeightStyle.right(graphics, Integer.toString(power), LEFT - 8, y + 4);
    }
    graphics.setPaint(style.palette().quiet());
    WeightStyle.right(graphics, healthy, area.getMaxX() - 6, top + 14);
    int step = WeightMap.step(epochs.size(), area.getWidth() / TICK);
    for (int e = 0; e < epochs.size(); e += step) {
      String text = Integer.toString(epochs.get(e));
      WeightStyle.centred(graphics, text, x(area, e), area.getMaxY() + 16);
    }
    int at = epochs.indexOf(chosen);
    if (at >= 0) {
      graphics.fill(new Rectangle2D.Double(x(area, at), area.getY(), 1, area.getHeight()));
    }
  }

  private Color color(int layer) {
    List<Color> colors = style.palette().runs();
    return colors.get(layer % colors.size());
  }

  private static BasicStroke stroke(int layer, int colors) {
    float[] dash = DASHES[layer / colors % DASHES.length];
    return dash == null
        ? new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
        : new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
  }

  private void drawLayer(Graphics2D graphics, Rectangle2D area, double low, double high, int l) {
    Path2D line = new Path2D.Double();
    boolean pen = false;
    // Beside each other, so that the tails of several layers can be told apart.
    double aside = (l - (layers.size() - 1) / 2.0) * 4;
    graphics.setPaint(color(l));
    for (int e = 0; e < epochs.size(); e++) {
      Reading reading = reading(l, e);
      if (!Double.isFinite(reading.likely())) {
        pen = false;
        continue;
      }
      double x = x(area, e) + aside;
      double y = y(area, low, high, reading.likely());
      if (pen) {
        line.lineTo(x, y);
      } else {
        line.moveTo(x, y);
      }
      pen = true;
      graphics.setStroke(WeightStyle.THIN);
      graphics.draw(new Line2D.Double(x, y, x, y(area, low, high, Math.max(low, reading.least()))));
      graphics.fill(new Ellipse2D.Double(x - 3, y - 3, 6, 6));
    }
    graphics.setStroke(stroke(l, style.palette().runs().size()));
    graphics.draw(line);
    graphics.setStroke(WeightStyle.THIN);
  }

  private void drawNames(Graphics2D graphics, double width) {
    graphics.setFont(style.fonts().text());
    double left = 0;
    for (int l = 0; l < layers.size() && left < width - 60; l++) {
      graphics.setPaint(color(l));
      graphics.setStroke(stroke(l, style.palette().runs().size()));
      graphics.draw(new Line2D.Double(left, 30, left + 20, 30));
      graphics.setPaint(style.palette().quiet());
      graphics.drawString(layers.get(l), (float) left + 26, 34);
      left += 26 + graphics.getFontMetrics().stringWidth(layers.get(l)) + 16;
    }
    graphics.setStroke(WeightStyle.THIN);
  }

  /** The readings of the chosen epoch, or of the last one where it is not among the kept. */
  public Optional<List<Reading>> chosenReadings() {
    if (epochs.isEmpty()) {
      return Optional.empty();
    }
    int at = epochs.indexOf(chosen);
    return Optional.of(readings(at >= 0 ? at : epochs.size() - 1));
  }
}
