package digitstudio.ui.pad;

import digitstudio.ui.theme.Appearance;
import javafx.scene.paint.Color;

/** Colours that are painted rather than styled; paper is the style sheet's. */
final class PadColours {
  private static final Color INK_ON_LIGHT = Color.web("#1f2328");
  private static final Color INK_ON_DARK = Color.web("#f0f3f6");
  private static final Color MARK_ON_LIGHT = Color.web("#0969da");
  private static final Color MARK_ON_DARK = Color.web("#58a6ff");

  private PadColours() {}

  static Color ink(Appearance appearance) {
    return appearance.isDark() ? INK_ON_DARK : INK_ON_LIGHT;
  }

  /** What is drawn over ink to explain it. */
  static Color mark(Appearance appearance) {
    return appearance.isDark() ? MARK_ON_DARK : MARK_ON_LIGHT;
  }
}
