package digitstudio.digits.scan;

import digitstudio.digits.DigitImage;
import digitstudio.digits.Ink;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;

/** A sheet of paper to write digits on, to light badly, and to photograph askew. */
public final class PaperSheet {
  private final int width;
  private final int height;
  private final BufferedImage ink;

  public PaperSheet(int width, int height) {
    this.width = width;
    this.height = height;
    ink = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
  }

  private Graphics2D pen() {
    Graphics2D graphics = ink.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    return graphics;
  }

  /** Pastes a digit with its top left corner here, its 28 pixels this long. */
  public PaperSheet paste(DigitImage digit, double left, double top, double side) {
    BufferedImage stamp =
        new BufferedImage(DigitImage.SIDE, DigitImage.SIDE, BufferedImage.TYPE_INT_ARGB);
    for (int row = 0; row < DigitImage.SIDE; row++) {
      for (int column = 0; column < DigitImage.SIDE; column++) {
        stamp.setRGB(column, row, digit.ink(row, column) << 24 | 0xFFFFFF);
      }
    }
    Graphics2D graphics = pen();
    AffineTransform place = AffineTransform.getTranslateInstance(left, top);
    place.scale(side / DigitImage.SIDE, side / DigitImage.SIDE);
    graphics.drawImage(stamp, place, null);
    graphics.dispose();
    return this;
  }

  /** Rows of pasted digits, with this much room for each. */
  public PaperSheet pasteRows(List<List<DigitImage>> rows, double left, double top, double side) {
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < rows.get(row).size(); column++) {
        paste(rows.get(row).get(column), left + column * side, top + row * side * 1.3, side);
      }
    }
    return this;
  }

  /** Prints a line of text. */
  public PaperSheet print(String text, String font, int style, int size, double left, double base) {
    Graphics2D graphics = pen();
    graphics.setColor(Color.WHITE);
    graphics.setFont(new Font(font, style, size));
    graphics.drawString(text, (float) left, (float) base);
    graphics.dispose();
    return this;
  }

  /** Fills a rectangle with ink, or with paper. */
  public PaperSheet fill(double left, double top, double across, double down, boolean paper) {
    Graphics2D graphics = pen();
    graphics.setColor(paper ? Color.BLACK : Color.WHITE);
    graphics.fill(new java.awt.geom.Rectangle2D.Double(left, top, across, down));
    graphics.dispose();
    return this;
  }

  /** Turns what is written, clockwise. */
  public PaperSheet turn(double degrees) {
    PaperSheet turned = new PaperSheet(width, height);
    Graphics2D graphics = turned.pen();
    graphics.rotate(Math.toRadians(degrees), width / 2.0, height / 2.0);
    graphics.drawImage(ink, 0, 0, null);
    graphics.dispose();
    return turned;
  }

  /** Light at a place of the sheet, 0 to 1. */
  public interface Light {
    double at(double x, double y);
  }

  /**
   * The sheet as a camera sees it.
   *
   * @param paper brightness of the paper in full light
   * @param pen brightness of the ink in full light
   * @param light from 0 to 1 by place, each from 0 to 1
   * @param grain deviation of the camera's noise
   */
  public Ink seen(double paper, double pen, Light light, double grain) {
    Random random = new Random(7);
    float[] values = new float[width * height];
    for (int place = 0; place < values.length; place++) {
      int x = place % width;
      int y = place / width;
      double inked = ink.getRaster().getSample(x, y, 0) / 255.0;
      double tone =
          (paper + (pen - paper) * inked) * light.at((double) x / width, (double) y / height);
      values[place] = (float) Math.max(0, Math.min(1, tone + grain * random.nextGaussian()));
    }
    return new Ink(width, height, values);
  }

  /** In even light, without noise. */
  public Ink seen() {
    return seen(1, 0, (x, y) -> 1, 0);
  }
}
