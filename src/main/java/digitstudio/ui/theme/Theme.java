package digitstudio.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.scene.Scene;

/** The look of every window: AtlantaFX Primer, light or dark, under the studio's own sheet. */
public final class Theme {
  private static final String STUDIO =
      Theme.class.getResource("/digitstudio/studio.css").toExternalForm();

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

  /** Gives a scene the studio's own sheet. */
  public void dress(Scene scene) {
    scene.getStylesheets().add(STUDIO);
  }
}
