package digitstudio.report.chart;

import java.awt.Font;

/**
 * The fonts of a chart.
 *
 * @param title of what is measured
 * @param text of the names of curves and of marks
 * @param ticks of the numbers along the axes
 */
public record ChartFonts(Font title, Font text, Font ticks) {
  /**
   * Fonts of one family.
   *
   * @param family as the surface that is drawn on knows it
   * @param size of the text, in pixels
   */
  public static ChartFonts of(String family, int size) {
    return new ChartFonts(
        new FamilyFont(family, Font.BOLD, size + 1),
        new FamilyFont(family, Font.PLAIN, size),
        new FamilyFont(family, Font.PLAIN, size - 1));
  }

  /**
   * A font that keeps the family it was asked for. Java2D would answer with the family it found
   * itself, and does not know some of JavaFX's, such as "System".
   */
  private static final class FamilyFont extends Font {
    private static final long serialVersionUID = 1;

    private final String family;

    FamilyFont(String family, int style, int size) {
      super(family, style, size);
      this.family = family;
    }

    @Override
    public String getFamily() {
      return family;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof FamilyFont && super.equals(other);
    }

    @Override
    public int hashCode() {
      return super.hashCode();
    }
  }
}
