package digitstudio.report.figure;

import java.awt.Graphics2D;
import java.util.Locale;

/**
 * A drawing for paper, with the numbers it was drawn from.
 *
 * @param name of its file, without extension: small letters, digits and hyphens
 * @param title what it shows, in its own language
 * @param locale its language
 * @param family of the font that it is measured and drawn with
 * @param size where nothing else is asked for
 * @param drawing how it is drawn
 * @param data what it shows
 */
public record Figure(
    String name,
    String title,
    Locale locale,
    String family,
    FigureSize size,
    Drawing drawing,
    FigureData data) {
  /** Draws a figure on any surface; the same on all of them. */
  @FunctionalInterface
  public interface Drawing {
    /**
     * @param width of the figure in CSS pixels
     * @param height of the figure in CSS pixels
     */
    void draw(Graphics2D graphics, double width, double height);
  }
}
