package digitstudio.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The studio's own style sheet in another size of letters and another density: the lengths of
 * {@code studio.css} are multiplied, so that a rule is written once, for the usual size.
 */
final class StudioSheet {
  private static final String RESOURCE = "/digitstudio/studio.css";
  private static final double WHOLE = 100;
  private static final double THEME_ICON = 18;

  /** Lower controls are rows of text; what is higher has its own reasons. */
  private static final double HIGHEST_ROW = 40;

  private static final Pattern LENGTHS =
      Pattern.compile(
          "(-fx-(?:font-size|icon-size|graphic-text-gap|padding|spacing|hgap|vgap"
              + "|fixed-cell-size|(?:min|pref|max)-(?:width|height))\\s*:)([^;}]*)");
  private static final Pattern NUMBER = Pattern.compile("(\\d+(?:\\.\\d+)?)(px|em|%|[a-z]+)?");

  private final double letters;
  private final Density density;

  /**
   * @param fontSize of the letters, in percent of the usual
   */
  StudioSheet(int fontSize, Density density) {
    this.letters = fontSize / WHOLE;
    this.density = density;
  }

  /** Addresses of the sheets a scene needs, in their order. */
  static List<String> of(Appearance appearance) {
    StudioSheet sheet =
        new StudioSheet(appearance.fontSizeProperty().get(), appearance.densityProperty().get());
    String own =
        sheet.isUsual()
            ? StudioSheet.class.getResource(RESOURCE).toExternalForm()
            : address(sheet.scaled(text()) + sheet.controls());
    return List.of(own, address(colours(appearance.accentProperty().get(), appearance.isDark())));
  }

  private boolean isUsual() {
    return letters == 1 && density == Density.COMFORTABLE;
  }

  /** The colours of the accent, and grey letters that the theme has too faint to be read well. */
  static String colours(Accent accent, boolean dark) {
    return ".root { %s -color-fg-subtle: %s; }"
        .formatted(accent.declarations(dark), dark ? "#848d97" : "#656d76");
  }

  static String text() {
    try (InputStream sheet = StudioSheet.class.getResourceAsStream(RESOURCE)) {
      return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String address(String css) {
    return "data:text/css;base64,"
        + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
  }

  /** A sheet with its lengths multiplied. */
  String scaled(String css) {
    Matcher matcher = LENGTHS.matcher(css);
    return matcher.replaceAll(
        found ->
            Matcher.quoteReplacement(found.group(1) + lengths(found.group(1), found.group(2))));
  }

  private String lengths(String property, String values) {
    return NUMBER
        .matcher(values)
        .replaceAll(found -> Matcher.quoteReplacement(length(property, found)));
  }

  private String length(String property, MatchResult found) {
    String unit = found.group(2);
    // What is told in letters or shares grows of itself.
    if (unit != null && !unit.equals("px")) {
      return found.group();
    }
    double value = Double.parseDouble(found.group(1));
    double scaled = value * factor(property, value);
    return (property.contains("font-size")
            ? Double.toString(scaled)
            : Long.toString(Math.round(scaled)))
        + (unit == null ? "" : unit);
  }

  private double factor(String property, double value) {
    if (property.contains("padding") || property.contains("gap") || property.contains("spacing")) {
      return density.gaps();
    }
    boolean height = property.contains("height") || property.contains("cell-size");
    return height && value <= HIGHEST_ROW ? letters * density.rows() : letters;
  }

  /** What the theme itself has in pixels, or too roomy to be dense. */
  private String controls() {
    String size = "-fx-font-size: " + 13 * letters + "px;";
    String all =
        ".tooltip, .context-menu, .text-input .context-menu {"
            + size
            + "} .ikonli-font-icon { -fx-icon-size: "
            + Math.round(THEME_ICON * letters)
            + "px; }";
    return density == Density.COMFORTABLE
        ? all
        : all
            + ".button, .toggle-button, .text-field, .combo-box-base, .menu-button, .spinner"
            + " { -fx-padding: 3px 8px 3px 8px; }"
            + ".combo-box-base, .menu-button, .spinner { -fx-padding: 0; }"
            + ".list-cell, .menu-item { -fx-padding: 2px 8px 2px 8px; }";
  }
}
