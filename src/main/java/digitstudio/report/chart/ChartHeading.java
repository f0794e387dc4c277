package digitstudio.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.Size2D;

/**
 * The line above a chart: its title at the left, its curves named at the right, or in lines of
 * their own where they are too many for one.
 */
final class ChartHeading extends Title {
  private static final long serialVersionUID = 1;
  private static final int SAMPLE = 24;
  private static final int GAP = 6;
  private static final int BETWEEN = 16;
  private static final int BELOW = 12;
  private static final int LEADING = 4;

  /** No name takes more than this share of the width. */
  private static final double LONGEST = 0.5;

  /**
   * A curve's name.
   *
   * @param name as it is written
   * @param color of the curve
   * @param stroke of the curve; null for marks alone
   * @param marker around the origin; null without
   */
  record Entry(String name, Color color, BasicStroke stroke, Shape marker) {}

  /** An entry as it fits. */
  private record Fitted(Entry entry, String name, double width) {}

  private final String title;
  private final transient List<Entry> entries;
  private final transient ChartFonts fonts;
  private final transient ChartPalette palette;

  /** As the room was measured for them: a second measurement may come out by a hair wider. */
  private transient List<List<Fitted>> rows = List.of();

  ChartHeading(String title, List<Entry> entries, ChartFonts fonts, ChartPalette palette) {
    this.title = title;
    this.entries = List.copyOf(entries);
    this.fonts = fonts;
    this.palette = palette;
    setPadding(0, 0, 0, 0);
  }

  @Override
  public Size2D arrange(Graphics2D graphics, RectangleConstraint constraint) {
    double width = constraint.getWidthRange().getUpperBound();
    rows = rows(graphics, width);
    double height = graphics.getFontMetrics(fonts.title()).getHeight() + BELOW;
    return new Size2D(width, height + rows.size() * rowHeight(graphics));
  }

  private double rowHeight(Graphics2D graphics) {
    return graphics.getFontMetrics(fonts.text()).getHeight() + LEADING;
  }

  /** The lines of names below the title; none if they stand beside it. */
  private List<List<Fitted>> rows(Graphics2D graphics, double width) {
    double beside = width - graphics.getFontMetrics(fonts.title()).stringWidth(title) - 2 * BETWEEN;
    List<Fitted> fitted = fitted(graphics, width);
    double all = fitted.stream().mapToDouble(entry -> entry.width() + BETWEEN).sum() - BETWEEN;
    List<List<Fitted>> rows = new ArrayList<>();
    if (all <= beside || fitted.isEmpty()) {
      return rows;
    }
    double left = Double.POSITIVE_INFINITY;
    for (Fitted entry : fitted) {
      if (left + entry.width() > width) {
        rows.add(new ArrayList<>());
        left = 0;
      }
      rows.get(rows.size() - 1).add(entry);
      left += entry.width() + BETWEEN;
    }
    return rows;
  }

  private List<Fitted> fitted(Graphics2D graphics, double width) {
    FontMetrics metrics = graphics.getFontMetrics(fonts.text());
    return entries.stream()
        .map(
            entry -> {
              String name = shortened(entry.name(), metrics, LONGEST * width - SAMPLE - GAP);
              return new Fitted(entry, name, SAMPLE + GAP + metrics.stringWidth(name));
            })
        .toList();
  }

  private static String shortened(String name, FontMetrics metrics, double room) {
    if (metrics.stringWidth(name) <= room) {
      return name;
    }
    int length = name.length();
    while (length > 1 && metrics.stringWidth(name.substring(0, length) + "…") > room) {
      length = name.offsetByCodePoints(length, -1);
    }
    return name.substring(0, length) + "…";
  }

  @Override
  public void draw(Graphics2D graphics, Rectangle2D area) {
    graphics.setFont(fonts.title());
    graphics.setPaint(palette.text());
    float baseline = (float) area.getY() + graphics.getFontMetrics().getAscent();
    graphics.drawString(title, (float) area.getX(), baseline);
    graphics.setFont(fonts.text());
    if (rows.isEmpty()) {
      List<Fitted> fitted = fitted(graphics, area.getWidth());
      double right = area.getMaxX();
      for (int i = fitted.size() - 1; i >= 0; i--) {
        right -= fitted.get(i).width();
        draw(graphics, fitted.get(i), right, baseline);
        right -= BETWEEN;
      }
    }
    for (List<Fitted> row : rows) {
      baseline += (float) rowHeight(graphics);
      double left = area.getX();
      for (Fitted entry : row) {
        draw(graphics, entry, left, baseline);
        left += entry.width() + BETWEEN;
      }
    }
  }

  private void draw(Graphics2D graphics, Fitted fitted, double left, float baseline) {
    Entry entry = fitted.entry();
    graphics.setPaint(palette.quiet());
    graphics.drawString(fitted.name(), (float) (left + SAMPLE + GAP), baseline);
    double middle = baseline - Math.round(0.32 * graphics.getFontMetrics().getAscent());
    graphics.setPaint(entry.color());
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    if (entry.stroke() != null) {
      graphics.setStroke(entry.stroke());
      graphics.draw(new Line2D.Double(left, middle, left + SAMPLE, middle));
    }
    if (entry.marker() != null) {
      var place = AffineTransform.getTranslateInstance(left + SAMPLE / 2.0, middle);
      graphics.fill(place.createTransformedShape(entry.marker()));
    }
  }

  @Override
  public Object draw(Graphics2D graphics, Rectangle2D area, Object parameters) {
    draw(graphics, area);
    return null;
  }
}
