package digitstudio.report.figure;

import digitstudio.nn.Settings;
import digitstudio.text.Problem;

/**
 * How large a figure is on paper.
 *
 * @param width millimetres, 10 to 2000
 * @param height millimetres, 10 to 2000
 */
public record FigureSize(double width, double height) {
  public static final double LEAST = 10;
  public static final double MOST = 2000;

  private static final double MILLIMETRES_PER_INCH = 25.4;
  private static final double PIXELS_PER_INCH = 96;

  public FigureSize {
    require("figures.width", width);
    require("figures.height", height);
  }

  private static void require(String key, double millimetres) {
    if (!(millimetres >= LEAST && millimetres <= MOST)) {
      throw new Problem(
          key, Settings.number(millimetres), Settings.number(LEAST), Settings.number(MOST));
    }
  }

  /** The size of so many pixels at a resolution. */
  public static FigureSize ofPixels(double width, double height, double dpi) {
    return new FigureSize(width / dpi * MILLIMETRES_PER_INCH, height / dpi * MILLIMETRES_PER_INCH);
  }

  /** CSS pixels, in which a font of 12 is 9 points high. */
  public double layoutWidth() {
    return width / MILLIMETRES_PER_INCH * PIXELS_PER_INCH;
  }

  /** CSS pixels. */
  public double layoutHeight() {
    return height / MILLIMETRES_PER_INCH * PIXELS_PER_INCH;
  }

  /** Pixels of a picture at a resolution. */
  public int pixelsWide(double dpi) {
    return (int) Math.max(1, Math.round(width / MILLIMETRES_PER_INCH * dpi));
  }

  /** Pixels of a picture at a resolution. */
  public int pixelsHigh(double dpi) {
    return (int) Math.max(1, Math.round(height / MILLIMETRES_PER_INCH * dpi));
  }

  /** Pixels of CSS to those of a picture. */
  static double scale(double dpi) {
    return dpi / PIXELS_PER_INCH;
  }
}
