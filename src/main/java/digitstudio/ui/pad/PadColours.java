package digitstudio.ui.pad;

import digitstudio.ui.theme.Appearance;
import javafx.scene.paint.Color;

/** Colours that are painted rather than styled; paper is the style sheet's. */
final class PadColours {
  private static final Color INK_ON_LIGHT = Color.web("#1f2328");
  private static final Color INK_ON_DARK = Color.web("#f0f3f6");

  private PadColours() {}

  static Color ink(Appearance appearance) {
    return appearance.isDark() ? INK_ON_DARK : INK_ON_LIGHT;
  }
}
