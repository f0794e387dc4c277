package digitstudio.report.data;

import digitstudio.digits.DigitImage;
import digitstudio.report.figure.FigureData;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * 28×28 pictures beside each other, each with its name above it.
 *
 * @param names of the pictures
 * @param values [pictures][784], not less than 0
 * @param full the value that is shown in full colour
 * @param coloured whether they are shown in a colour, as they are no ink
 * @param scale whether the ends of the scale are written beneath
 */
public record PictureSheet(
    List<String> names, float[][] values, double full, boolean coloured, boolean scale) {
  private static final int GAP = 6;
  private static final int LEGEND = 24;
  private static final int RAMP = 96;
  private static final int SMALLEST = 14;

  /** Dots of the picture for each pixel, so that no program blurs them together. */
  private static final int FINE = 4;

  public PictureSheet {
    names = List.copyOf(names);
  }

  /** The numbers as a table, a row for each picture. */
  public FigureData data() {
    List<String> columns = new ArrayList<>();
    columns.add("class");
    for (int i = 0; i < DigitImage.PIXELS; i++) {
      columns.add("pixel_" + i);
    }
    List<List<String>> rows = new ArrayList<>();
    for (int picture = 0; picture < names.size(); picture++) {
      List<String> row = new ArrayList<>();
      row.add(names.get(picture));
      for (float value : values[picture]) {
        row.add(Float.toString(value));
      }
      rows.add(row);
    }
    return new FigureData(columns, rows);
  }

  /** Draws it. */
  public void draw(Graphics2D graphics, double width, double height, DataStyle style) {
    style.prepare(graphics);
    graphics.setFont(style.fonts().ticks());
    FontMetrics metrics = graphics.getFontMetrics();
    double line = metrics.getHeight();
    double room = Math.max(1, height - (scale ? LEGEND : 0));
    int tile = tile(width, room, line);
    int columns = columns(width, tile);
    for (int picture = 0; picture < names.size(); picture++) {
      int x = picture % columns * (tile + GAP);
      int y = (int) (picture / columns * (tile + GAP + line));
      if (y + line + tile > room + 1) {
        break;
      }
      graphics.setPaint(style.palette().quiet());
      DataStyle.centred(graphics, names.get(picture), x + tile / 2.0, y + metrics.getAscent());
      graphics.drawImage(image(values[picture], style), x, (int) (y + line), tile, tile, null);
    }
    if (scale) {
      drawScale(graphics, height, style);
    }
  }

  /** The largest side with which all of them have room. */
  private int tile(double width, double room, double line) {
    int tile = (int) Math.max(SMALLEST, Math.min(width, room - line));
    while (tile > SMALLEST && rows(width, tile) * (tile + GAP + line) - GAP > room) {
      tile--;
    }
    return tile;
  }

  private static int columns(double width, int tile) {
    return Math.max(1, (int) ((width + GAP) / (tile + GAP)));
  }

  private int rows(double width, int tile) {
    int columns = columns(width, tile);
    return (names.size() + columns - 1) / columns;
  }

  private BufferedImage image(float[] picture, DataStyle style) {
    int side = DigitImage.SIDE * FINE;
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        double value = picture[y / FINE * DigitImage.SIDE + x / FINE];
        image.setRGB(x, y, color(value / full, style).getRGB());
      }
    }
    return image;
  }

  private Color color(double share, DataStyle style) {
    double part = Double.isFinite(share) ? Math.max(0, Math.min(1, share)) : 0;
    Color ground = coloured ? style.palette().grid() : style.palette().ground();
    Color ink = coloured ? style.palette().runs().get(1) : style.palette().text();
    return new Color(
        mixed(ink.getRed(), ground.getRed(), part),
        mixed(ink.getGreen(), ground.getGreen(), part),
        mixed(ink.getBlue(), ground.getBlue(), part));
  }

  private static int mixed(int of, int with, double share) {
    return (int) Math.round(share * of + (1 - share) * with);
  }

  private void drawScale(Graphics2D graphics, double height, DataStyle style) {
    graphics.setPaint(style.palette().quiet());
    float baseline = (float) height - 6;
    graphics.drawString("0", 0, baseline);
    int left = graphics.getFontMetrics().stringWidth("0") + 6;
    for (int x = 0; x < RAMP; x++) {
      graphics.setPaint(color(x / (RAMP - 1.0), style));
      graphics.fillRect(left + x, (int) height - 15, 1, 10);
    }
    graphics.setPaint(style.palette().quiet());
    graphics.drawString(String.format(style.locale(), "%.3g", full), left + RAMP + 6, baseline);
  }
}
