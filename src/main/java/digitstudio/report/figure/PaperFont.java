package digitstudio.report.figure;

import digitstudio.text.Problem;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds among the fonts of this computer those that a figure or a document is set in.
 *
 * <p>No font is shipped: one that shows Chinese is as large as the rest of the program.
 */
public final class PaperFont {
  private static final List<String> LATIN =
      List.of("Segoe UI", "Helvetica Neue", "Noto Sans", "DejaVu Sans", "Liberation Sans", "Arial");

  private static final List<String> CHINESE =
      List.of(
          "Noto Sans CJK SC",
          "Source Han Sans SC",
          "Source Han Sans CN",
          "Microsoft YaHei",
          "PingFang SC",
          "Hiragino Sans GB",
          "Heiti SC",
          "WenQuanYi Micro Hei",
          "WenQuanYi Zen Hei",
          "Droid Sans Fallback",
          "SimHei",
          "SimSun",
          "Arial Unicode MS");

  private static final String ANY = Font.SANS_SERIF;
  private static final int SIZE = 12;

  private PaperFont() {}

  /**
   * The one family that a figure is measured and drawn with.
   *
   * @param texts what a person typed and the figure shows, beside the words of its language
   * @throws Problem if the language is Chinese and no font shows it
   */
  public static String family(Locale locale, String texts) {
    if (isChinese(locale)) {
      return chinese().orElseThrow(() -> new Problem("figures.noChineseFont"));
    }
    List<String> installed = installed(LATIN);
    return installed.stream()
        .filter(family -> shows(family, texts))
        .findFirst()
        .or(() -> chinese().filter(family -> shows(family, texts)))
        .or(() -> installed.stream().findFirst())
        .orElse(ANY);
  }

  /** Every family that may be of use for a text, the language's own first. */
  static List<String> families(Locale locale, String first) {
    List<String> families = new ArrayList<>();
    families.add(first);
    families.addAll(installed(isChinese(locale) ? CHINESE : LATIN));
    families.addAll(installed(isChinese(locale) ? LATIN : CHINESE));
    families.add(ANY);
    return families.stream().distinct().toList();
  }

  private static boolean isChinese(Locale locale) {
    return locale.getLanguage().equals(Locale.CHINESE.getLanguage());
  }

  private static Optional<String> chinese() {
    // The font of that name may be one that has the Latin letters alone.
    return installed(CHINESE).stream().filter(family -> shows(family, "轮损失")).findFirst();
  }

  private static List<String> installed(List<String> families) {
    return families.stream().filter(PaperFont::isInstalled).toList();
  }

  private static boolean isInstalled(String family) {
    // Java answers with a font of another family where there is none.
    return font(family).getFamily(Locale.ROOT).equalsIgnoreCase(family);
  }

  private static boolean shows(String family, String text) {
    return font(family).canDisplayUpTo(text) < 0;
  }

  private static Font font(String family) {
    return new Font(family, Font.PLAIN, SIZE);
  }
}
