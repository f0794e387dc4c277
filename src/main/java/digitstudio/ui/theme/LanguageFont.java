package digitstudio.ui.theme;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.text.Font;

/**
 * The font of the window's language: the system's own, but for Chinese one that is made for it.
 *
 * <p>JavaFX takes Chinese letters that a font lacks from another, and never in bold.
 */
public final class LanguageFont {
  private static final List<String> CHINESE =
      List.of(
          "Microsoft YaHei UI",
          "Microsoft YaHei",
          "PingFang SC",
          "Noto Sans CJK SC",
          "Source Han Sans SC",
          "WenQuanYi Micro Hei");

  private LanguageFont() {}

  /** Sets everything in the root in the language's font, and goes with the language. */
  public static void follow(ObservableValue<Locale> language, Node root) {
    language.addListener((change, before, now) -> root.setStyle(style(now)));
    root.setStyle(style(language.getValue()));
  }

  private static String style(Locale language) {
    if (!language.getLanguage().equals(Locale.CHINESE.getLanguage())) {
      return null;
    }
    Set<String> installed = Set.copyOf(Font.getFamilies());
    return CHINESE.stream()
        .filter(installed::contains)
        .findFirst()
        .map(family -> "-fx-font-family: \"" + family + "\";")
        .orElse(null);
  }
}
