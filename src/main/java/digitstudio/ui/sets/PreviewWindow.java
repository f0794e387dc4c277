package digitstudio.ui.sets;

import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import digitstudio.ui.theme.LanguageFont;
import digitstudio.ui.theme.Theme;
import javafx.scene.Scene;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The window in which a data set is looked at before it is taken. */
public final class PreviewWindow {
  private static final double WIDTH = 640;
  private static final double HEIGHT = 560;

  private PreviewWindow() {}

  /** Opens whenever there is something to look at, and closes when there is nothing more. */
  public static void follow(SetsViewModel sets, Window owner, Texts texts, Appearance appearance) {
    Stage[] shown = new Stage[1];
    sets.previewProperty()
        .addListener(
            (change, before, now) -> {
              if (now == null && shown[0] != null) {
                shown[0].close();
                shown[0] = null;
              } else if (now != null && shown[0] == null) {
                shown[0] = open(sets, owner, texts, appearance);
              }
            });
  }

  private static Stage open(SetsViewModel sets, Window owner, Texts texts, Appearance appearance) {
    Stage stage = new Stage();
    stage.initOwner(owner);
    stage.initModality(Modality.WINDOW_MODAL);
    stage.titleProperty().bind(texts.of("sets.preview"));
    PreviewView view = new PreviewView(sets, texts, appearance);
    LanguageFont.follow(texts.localeProperty(), view);
    Scene scene = new Scene(view, WIDTH, HEIGHT);
    new Theme(appearance).dress(scene);
    stage.setScene(scene);
    stage.setMinWidth(480);
    stage.setMinHeight(360);
    stage.setOnCloseRequest(event -> sets.dismiss());
    stage.show();
    return stage;
  }
}
