package digitstudio.report.data;

import digitstudio.report.figure.FigureData;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;

/**
 * How many images each class has: a bar for each class, made of those of each part.
 *
 * @param classes names of the classes
 * @param parts names of the parts, the lowest first
 * @param counts images, [classes][parts]
 */
public record ClassBalance(List<String> classes, List<String> parts, int[][] counts) {
  private static final int GAP = 8;
  private static final int SWATCH = 10;
  private static final int TICKS = 5;

  public ClassBalance {
    classes = List.copyOf(classes);
    parts = List.copyOf(parts);
  }

  /** The numbers as a table. */
  public FigureData data() {
    List<String> columns = new ArrayList<>();
    columns.add("class");
    columns.addAll(parts);
    List<List<String>> rows = new ArrayList<>();
    for (int label = 0; label < classes.size(); label++) {
      List<String> row = new ArrayList<>();
      row.add(classes.get(label));
      for (int count : counts[label]) {
        row.add(Integer.toString(count));
      }
      rows.add(row);
    }
    return new FigureData(columns, rows);
  }

  private int total(int label) {
    int sum = 0;
    for (int count : counts[label]) {
      sum += count;
    }
    return sum;
  }

  /** Draws it. */
  public void draw(Graphics2D graphics, double width, double height, DataStyle style) {
    style.prepare(graphics);
    NumberFormat numbers = NumberFormat.getIntegerInstance(style.locale());
    drawLegend(graphics, style);
    int most = 1;
    for (int label = 0; label < classes.size(); label++) {
      most = Math.max(most, total(label));
    }
    int step = step(most);
    int top = (most + step - 1) / step * step;
    graphics.setFont(style.fonts().ticks());
    FontMetrics metrics = graphics.getFontMetrics();
    double left = metrics.stringWidth(numbers.format(top)) + GAP;
    double upper = 2 * GAP + 2.0 * metrics.getHeight();
    Rectangle2D area =
        new Rectangle2D.Double(
            left,
            upper,
            Math.max(1, width - left),
            Math.max(1, height - upper - metrics.getHeight() - GAP));
    for (int value = 0; value <= top; value += step) {
      double y = area.getMaxY() - area.getHeight() * value / top;
      graphics.setPaint(style.palette().grid());
      graphics.draw(new Line2D.Double(area.getX(), y, area.getMaxX(), y));
      graphics.setPaint(style.palette().quiet());
      DataStyle.right(
          graphics, numbers.format(value), left - GAP / 2.0, y + 0.36 * metrics.getAscent());
    }
    drawBars(graphics, area, top, style, numbers);
  }

  private void drawLegend(Graphics2D graphics, DataStyle style) {
    graphics.setFont(style.fonts().text());
    FontMetrics metrics = graphics.getFontMetrics();
    double x = 0;
    for (int part = 0; part < parts.size(); part++) {
      graphics.setPaint(style.palette().runs().get(part));
      graphics.fill(
          new Rectangle2D.Double(x, (metrics.getHeight() - SWATCH) / 2.0, SWATCH, SWATCH));
      graphics.setPaint(style.palette().text());
      graphics.drawString(parts.get(part), (float) (x + SWATCH + 6), metrics.getAscent());
      x += SWATCH + 6 + metrics.stringWidth(parts.get(part)) + 2 * GAP;
    }
  }

  private void drawBars(
      Graphics2D graphics, Rectangle2D area, int top, DataStyle style, NumberFormat numbers) {
    graphics.setFont(style.fonts().ticks());
    FontMetrics metrics = graphics.getFontMetrics();
    double room = area.getWidth() / classes.size();
    double bar = Math.min(64, room * 0.72);
    double nameEnd = Double.NEGATIVE_INFINITY;
    for (int label = 0; label < classes.size(); label++) {
      double middle = area.getX() + (label + 0.5) * room;
      double y = area.getMaxY();
      for (int part = 0; part < parts.size(); part++) {
        double length = area.getHeight() * counts[label][part] / top;
        y -= length;
        graphics.setPaint(style.palette().runs().get(part));
        graphics.fill(new Rectangle2D.Double(middle - bar / 2, y, bar, length));
      }
      String total = numbers.format(total(label));
      graphics.setPaint(style.palette().quiet());
      if (metrics.stringWidth(total) < room - 2) {
        DataStyle.centred(graphics, total, middle, y - 4);
      }
      String name = classes.get(label);
      double half = metrics.stringWidth(name) / 2.0;
      // Long names that would run into each other leave every other one out.
      if (middle - half > nameEnd + 2) {
        graphics.setPaint(style.palette().text());
        DataStyle.centred(graphics, name, middle, area.getMaxY() + metrics.getAscent() + 4);
        nameEnd = middle + half;
      }
    }
  }

  /** 1, 2 or 5 times a power of ten. */
  private static int step(int most) {
    int step = 1;
    for (int factor = 0; (long) step * TICKS < most; factor++) {
      step = factor % 3 == 1 ? step / 2 * 5 : step * 2;
    }
    return step;
  }
}
