package digitstudio.report.weights;

import digitstudio.training.WeightHistogram;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/**
 * Where values lay epoch by epoch as a strip of heat, and beside it, on the same scale, how they
 * lie at one epoch.
 *
 * @param title whose values
 * @param epochs the kept ones, counted from 1; may be empty
 * @param over at each of them
 * @param epoch the chosen one
 * @param now at the chosen one
 * @param none what is said where no epochs are kept
 * @param style how it looks
 */
public record HistogramStrip(
    String title,
    List<Integer> epochs,
    List<WeightHistogram> over,
    int epoch,
    WeightHistogram now,
    String none,
    WeightStyle style) {
  private static final double LEFT = 64;
  private static final double TOP = 24;
  private static final double BOTTOM = 20;
  private static final double GAP = 8;
  private static final double BESIDE = 0.28;
  private static final double TICK = 40;
  private static final int BINS = 64;

  /**
   * What a place of the strip stands for.
   *
   * @param epoch counted from 1
   * @param low where the bin begins
   * @param high where it ends
   * @param share of the values in it
   */
  public record Reading(int epoch, double low, double high, double share) {}

  /** The value at the upper end of the scale; the lower end is its negative. */
  public double reach() {
    double reach = now.reach();
    for (WeightHistogram histogram : over) {
      reach = Math.max(reach, histogram.reach());
    }
    return reach;
  }

  private static Rectangle2D strip(double width, double height) {
    double room = Math.max(2, width - LEFT - GAP);
    return new Rectangle2D.Double(
        LEFT, TOP, Math.max(1, room * (1 - BESIDE)), Math.max(1, height - TOP - BOTTOM));
  }

  private static Rectangle2D beside(double width, double height) {
    Rectangle2D strip = strip(width, height);
    double left = strip.getMaxX() + GAP;
    return new Rectangle2D.Double(left, TOP, Math.max(1, width - left - 2), strip.getHeight());
  }

  /** What is at a place of a drawing of this size. */
  public Optional<Reading> at(double x, double y, double width, double height) {
    Rectangle2D strip = strip(width, height);
    int bin = (int) ((strip.getMaxY() - y) / strip.getHeight() * BINS);
    if (y < strip.getMinY() || bin < 0 || bin >= BINS) {
      return Optional.empty();
    }
    if (beside(width, height).contains(x, y)) {
      return Optional.of(reading(epoch, now, bin));
    }
    if (epochs.isEmpty() || !strip.contains(x, y)) {
      return Optional.empty();
    }
    int column = (int) ((x - strip.getX()) / strip.getWidth() * epochs.size());
    int index = Math.min(epochs.size() - 1, column);
    return Optional.of(reading(epochs.get(index), over.get(index), bin));
  }

  private Reading reading(int at, WeightHistogram histogram, int bin) {
    double reach = reach();
    double width = 2 * reach / BINS;
    return new Reading(
        at, bin * width - reach, (bin + 1) * width - reach, histogram.shares(reach, BINS)[bin]);
  }

  /** Draws it. */
  public void draw(Graphics2D graphics, double width, double height) {
    style.prepare(graphics);
    graphics.setFont(style.fonts().title());
    graphics.setPaint(style.palette().text());
    graphics.drawString(title, 0, 14);
    Rectangle2D strip = strip(width, height);
    drawScale(graphics, strip, width);
    if (epochs.isEmpty()) {
      graphics.setFont(style.fonts().text());
      graphics.setPaint(style.palette().quiet());
      graphics.drawString(none, (float) strip.getX() + 8, (float) strip.getCenterY() - 6);
    } else {
      drawStrip(graphics, strip);
      drawEpochs(graphics, strip);
    }
    drawNow(graphics, beside(width, height));
  }

  private void drawScale(Graphics2D graphics, Rectangle2D strip, double width) {
    graphics.setFont(style.fonts().ticks());
    double reach = reach();
    for (int i = -1; i <= 1; i++) {
      double y = strip.getCenterY() - i * strip.getHeight() / 2;
      graphics.setPaint(style.palette().grid());
      graphics.fill(new Rectangle2D.Double(LEFT, y, width - LEFT - 2, 1));
      graphics.setPaint(style.palette().quiet());
      WeightStyle.right(graphics, style.number(i * reach), LEFT - 6, y + 4);
    }
  }

  private void drawStrip(Graphics2D graphics, Rectangle2D strip) {
    double reach = reach();
    double column = strip.getWidth() / epochs.size();
    double bin = strip.getHeight() / BINS;
    for (int e = 0; e < epochs.size(); e++) {
      double[] shares = over.get(e).shares(reach, BINS);
      double most = most(shares);
      double left = Math.floor(strip.getX() + e * column);
      double right = Math.floor(strip.getX() + (e + 1) * column);
      for (int b = 0; b < BINS; b++) {
        if (shares[b] > 0) {
          // The root lets the few far out be seen beside the many at zero.
          graphics.setPaint(heat(Math.sqrt(shares[b] / most)));
          graphics.fill(
              new Rectangle2D.Double(
                  left, strip.getMaxY() - (b + 1) * bin, right - left, bin + 0.3));
        }
      }
      if (epochs.get(e) == epoch) {
        graphics.setPaint(style.palette().text());
        graphics.draw(
            new Rectangle2D.Double(left, strip.getY(), right - left - 1, strip.getHeight()));
      }
    }
  }

  private static double most(double[] shares) {
    double most = Double.MIN_NORMAL;
    for (double share : shares) {
      most = Math.max(most, share);
    }
    return most;
  }

  private Color heat(double share) {
    Color full = style.palette().train();
    Color ground = style.palette().ground();
    double part = 0.12 + 0.88 * share;
    return new Color(
        (int) Math.round(ground.getRed() + part * (full.getRed() - ground.getRed())),
        (int) Math.round(ground.getGreen() + part * (full.getGreen() - ground.getGreen())),
        (int) Math.round(ground.getBlue() + part * (full.getBlue() - ground.getBlue())));
  }

  private void drawEpochs(Graphics2D graphics, Rectangle2D strip) {
    graphics.setPaint(style.palette().quiet());
    double column = strip.getWidth() / epochs.size();
    int step = WeightMap.step(epochs.size(), strip.getWidth() / TICK);
    for (int e = 0; e < epochs.size(); e += step) {
      double middle = strip.getX() + (e + 0.5) * column;
      WeightStyle.centred(graphics, Integer.toString(epochs.get(e)), middle, strip.getMaxY() + 14);
    }
  }

  private void drawNow(Graphics2D graphics, Rectangle2D area) {
    double[] shares = now.shares(reach(), BINS);
    double most = most(shares);
    double bin = area.getHeight() / BINS;
    graphics.setPaint(style.palette().train());
    for (int b = 0; b < BINS; b++) {
      double length = shares[b] / most * area.getWidth();
      graphics.fill(
          new Rectangle2D.Double(area.getX(), area.getMaxY() - (b + 1) * bin, length, bin + 0.3));
    }
    graphics.setFont(style.fonts().ticks());
    graphics.setPaint(style.palette().quiet());
    WeightStyle.centred(graphics, Integer.toString(epoch), area.getCenterX(), area.getMaxY() + 14);
  }
}
