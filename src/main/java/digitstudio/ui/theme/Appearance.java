package digitstudio.ui.theme;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** Whether the window is light or dark. */
public final class Appearance {
  private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");

  public BooleanProperty darkProperty() {
    return dark;
  }

  public boolean isDark() {
    return dark.get();
  }
}
