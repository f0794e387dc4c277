package digitstudio.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import javafx.application.Application;
import javafx.beans.InvalidationListener;
import javafx.collections.ObservableList;
import javafx.scene.Scene;

/** The look of every window: AtlantaFX Primer, light or dark, under the studio's own sheet. */
public final class Theme {
  private final Appearance appearance;

  /** Puts the theme on, and changes it with the appearance. */
  public Theme(Appearance appearance) {
    this.appearance = appearance;
    appearance.darkProperty().addListener(change -> putOn());
    putOn();
  }

  private void putOn() {
    Application.setUserAgentStylesheet(
        appearance.isDark()
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
  }

  /** Gives a scene the studio's own sheet, in the size and the colours of the appearance. */
  public void dress(Scene scene) {
    ObservableList<String> sheets = scene.getStylesheets();
    List<String> others = List.copyOf(sheets);
    InvalidationListener dressing =
        change -> {
          List<String> own = StudioSheet.of(appearance);
          if (!sheets.containsAll(own)) {
            sheets.setAll(own);
            sheets.addAll(others);
          }
        };
    appearance.darkProperty().addListener(dressing);
    appearance.accentProperty().addListener(dressing);
    appearance.densityProperty().addListener(dressing);
    appearance.fontSizeProperty().addListener(dressing);
    dressing.invalidated(null);
  }
}
