package digitstudio.ui.theme;

import java.util.Locale;

/**
 * The window's one colour beside grey, chosen so that text in it, on it and on its tint keeps a
 * contrast of at least 4.5 to 1 (WCAG 2.1, level AA) in both themes.
 */
public enum Accent {
  BLUE("#0969da", "#ddf4ff", "#54aeff", "#58a6ff", "#1f6feb", "#388bfd"),
  TEAL("#0f766e", "#d9f6f1", "#39c5bb", "#39c5bb", "#12837a", "#1fa79c"),
  GREEN("#1a7f37", "#dafbe1", "#4ac26b", "#3fb950", "#238636", "#2ea043"),
  ORANGE("#bc4c00", "#fff1e5", "#fb8f44", "#f0883e", "#bd561d", "#db6d28"),
  PINK("#bf3989", "#ffeff7", "#ff80c8", "#f778ba", "#bf4b8a", "#db61a2"),
  VIOLET("#8250df", "#fbefff", "#c297ff", "#b392f5", "#8957e5", "#a371f7");

  private final String light;
  private final String lightTint;
  private final String lightEdge;
  private final String darkText;
  private final String dark;
  private final String darkTint;

  Accent(
      String light,
      String lightTint,
      String lightEdge,
      String darkText,
      String dark,
      String darkTint) {
    this.light = light;
    this.lightTint = lightTint;
    this.lightEdge = lightEdge;
    this.darkText = darkText;
    this.dark = dark;
    this.darkTint = darkTint;
  }

  /** The accent itself, as a colour of CSS, for a sample of it. */
  public String colour(boolean onDark) {
    return onDark ? dark : light;
  }

  /** Key of its name. */
  public String nameKey() {
    return "prefs.accent." + name().toLowerCase(Locale.ROOT);
  }

  /** The theme's looked-up colours with this accent, as declarations. */
  String declarations(boolean onDark) {
    return onDark
        ? declarations(darkText, dark, transparent(darkTint, 0.4), transparent(darkTint, 0.15))
        : declarations(light, light, transparent(lightEdge, 0.4), lightTint);
  }

  private static String declarations(String text, String full, String muted, String subtle) {
    return "-color-accent-fg: %s; -color-accent-emphasis: %s; -color-accent-muted: %s; "
            .formatted(text, full, muted)
        + "-color-accent-subtle: %s; -color-accent-5: %s; -color-accent-6: derive(%s, -10%%);"
            .formatted(subtle, full, full);
  }

  private static String transparent(String colour, double opacity) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return String.format(
        Locale.ROOT, "rgba(%d, %d, %d, %s)", rgb >> 16, rgb >> 8 & 255, rgb & 255, opacity);
  }
}
