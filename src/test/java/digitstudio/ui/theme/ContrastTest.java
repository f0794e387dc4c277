package digitstudio.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Reads the sheets of the theme, of the accent and of the studio, and measures the contrast of
 * every text and every icon they colour with what it stands on (WCAG 2.1, 1.4.3 and 1.4.11, level
 * AA).
 */
class ContrastTest {
  private static final double OF_TEXT = 4.5;
  private static final double OF_ICONS = 3;

  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^}]*)}");
  private static final Pattern DECLARATION = Pattern.compile("(-[a-z0-9-]+)\\s*:\\s*([^;]+);");
  private static final Pattern RGBA =
      Pattern.compile("rgba?\\((\\d+), *(\\d+), *(\\d+)(?:, *([0-9.]+))?\\)");

  /** What any text without a ground of its own may come to stand on. */
  private static final List<String> SURFACES =
      List.of("-color-bg-default", "-color-bg-subtle", "-color-bg-overlay", "-color-bg-inset");

  /** Coloured parts that never have text upon them. */
  private static final Pattern WITHOUT_TEXT =
      Pattern.compile(
          "fill|thin|track|star|cursor|chart-box|inside-axis|divider|box$|canvas|paper|thumb|pad|augment-tile");

  private record Rule(String selector, Map<String, String> declarations) {}

  private static List<Rule> rules(String css) {
    List<Rule> rules = new ArrayList<>();
    Matcher matcher = RULE.matcher(css.replaceAll("(?s)/\\*.*?\\*/", ""));
    while (matcher.find()) {
      Map<String, String> declarations = new LinkedHashMap<>();
      Matcher each = DECLARATION.matcher(matcher.group(2));
      while (each.find()) {
        declarations.put(each.group(1), each.group(2).strip());
      }
      rules.add(new Rule(matcher.group(1).strip(), declarations));
    }
    return rules;
  }

  private static Map<String, String> colours(boolean dark, Accent accent) throws IOException {
    String sheet =
        dark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet();
    Map<String, String> colours = new LinkedHashMap<>();
    try (InputStream css = PrimerLight.class.getResourceAsStream(sheet)) {
      for (Rule rule : rules(new String(css.readAllBytes(), StandardCharsets.UTF_8))) {
        if (rule.selector().equals(".root")) {
          colours.putAll(rule.declarations());
        }
      }
    }
    rules(StudioSheet.colours(accent, dark)).forEach(rule -> colours.putAll(rule.declarations()));
    return colours;
  }

  private static Color resolve(String value, Map<String, String> colours) {
    String plain = value.strip();
    if (plain.startsWith("-")) {
      assertTrue(colours.containsKey(plain), () -> plain + " is no colour of the theme");
      return resolve(colours.get(plain), colours);
    }
    Matcher rgba = RGBA.matcher(plain);
    if (rgba.matches()) {
      double opacity = rgba.group(4) == null ? 1 : Double.parseDouble(rgba.group(4));
      return Color.rgb(
          Integer.parseInt(rgba.group(1)),
          Integer.parseInt(rgba.group(2)),
          Integer.parseInt(rgba.group(3)),
          opacity);
    }
    return Color.web(plain);
  }

  /** A colour as it is seen on an opaque one. */
  private static Color over(Color upper, Color lower) {
    return lower.interpolate(
        Color.color(upper.getRed(), upper.getGreen(), upper.getBlue()), upper.getOpacity());
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double value) {
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  static double contrast(Color one, Color other) {
    double first = luminance(one);
    double second = luminance(other);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private final List<String> faint = new ArrayList<>();
  private int measured;

  private void measure(
      String what, String text, String ground, double least, Map<String, String> colours) {
    for (String below : List.of("-color-bg-default", "-color-bg-subtle")) {
      Color surface = resolve(below, colours);
      Color behind = over(resolve(ground, colours), surface);
      double contrast = contrast(over(resolve(text, colours), behind), behind);
      measured++;
      if (contrast < least) {
        faint.add("%s: %s on %s over %s is %.2f".formatted(what, text, ground, below, contrast));
      }
    }
  }

  private void measureAll(boolean dark, Accent accent) throws IOException {
    Map<String, String> colours = colours(dark, accent);
    String theme = (dark ? "dark " : "light ") + accent;
    for (Rule rule : rules(StudioSheet.text())) {
      String what = theme + " " + rule.selector().replaceAll("\\s+", " ");
      String own = rule.declarations().get("-fx-background-color");
      String ground = own == null ? "transparent" : own.substring(own.lastIndexOf(',') + 1).strip();
      boolean grounded = !ground.equals("transparent") && !ground.startsWith("-pad");
      List<String> grounds = grounded ? List.of(ground) : SURFACES;
      for (String each : grounds) {
        String text = rule.declarations().get("-fx-text-fill");
        if (text != null) {
          measure(what, text, each, OF_TEXT, colours);
        } else if (grounded && !WITHOUT_TEXT.matcher(rule.selector()).find()) {
          measure(what, "-color-fg-default", each, OF_TEXT, colours);
        }
        String icon = rule.declarations().get("-fx-icon-color");
        if (icon != null) {
          measure(what, icon, each, OF_ICONS, colours);
        }
      }
    }
    // What the theme itself colours: pressed buttons, chosen rows, links, and words of state.
    measure(theme, "-color-fg-emphasis", "-color-accent-emphasis", OF_TEXT, colours);
    measure(theme, "-color-accent-fg", "-color-accent-subtle", OF_TEXT, colours);
    measure(theme, "-color-fg-default", "-color-accent-subtle", OF_TEXT, colours);
    for (String surface : SURFACES) {
      for (String text : List.of("accent", "danger", "success", "warning")) {
        measure(theme, "-color-" + text + "-fg", surface, OF_TEXT, colours);
      }
      measure(theme, "-color-accent-emphasis", surface, OF_ICONS, colours);
    }
  }

  @ParameterizedTest
  @EnumSource
  void textAndIconsAreReadInBothThemesWithEachAccent(Accent accent) throws IOException {
    measureAll(false, accent);
    measureAll(true, accent);
    assertEquals(List.of(), faint);
    assertTrue(measured > 200, () -> "only " + measured + " pairs were found in the sheets");
  }

  @Test
  void blackOnWhiteMeasuresTwentyOne() {
    assertEquals(21, contrast(Color.BLACK, Color.WHITE), 1e-9);
    assertEquals(1, contrast(Color.RED, Color.RED), 1e-9);
    // The grey that is named as just enough in the guidelines' own examples.
    assertEquals(4.54, contrast(Color.web("#767676"), Color.WHITE), 0.01);
  }

  @Test
  void largerLettersAndLessRoomChangeTheLengthsAlone() {
    String css =
        ".a { -fx-font-size: 12px; -fx-padding: 8 16; -fx-pref-height: 28; } .b{-fx-hgap: 1em;}";
    assertEquals(
        css, new StudioSheet(100, Density.COMFORTABLE).scaled(css).replace("12.0px", "12px"));
    assertEquals(
        ".a { -fx-font-size: 24.0px; -fx-padding: 8 16; -fx-pref-height: 56; } .b{-fx-hgap: 1em;}",
        new StudioSheet(200, Density.COMFORTABLE).scaled(css));
    assertEquals(
        ".a { -fx-font-size: 12.0px; -fx-padding: 5 10; -fx-pref-height: 24; } .b{-fx-hgap: 1em;}",
        new StudioSheet(100, Density.COMPACT).scaled(css));
  }

  @Test
  void noTwoAccentsAreTheSame() {
    for (boolean dark : new boolean[] {false, true}) {
      Set<String> seen = new java.util.HashSet<>();
      for (Accent accent : Accent.values()) {
        assertTrue(seen.add(accent.colour(dark)), accent::name);
      }
    }
  }
}
