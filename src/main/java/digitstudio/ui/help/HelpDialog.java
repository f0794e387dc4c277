package digitstudio.ui.help;

import digitstudio.ui.help.HelpTopics.Topic;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import javafx.beans.binding.Bindings;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Window;

/** The help page in a window of its own, beside the studio that it explains. */
public final class HelpDialog {
  private static final double WIDTH = 620;
  private static final double HEIGHT = 640;
  private static final double EDGE = 64;

  private final Texts texts;
  private final Appearance appearance;
  private final Window owner;
  private final HelpViewModel model = new HelpViewModel();
  private Dialog<Void> dialog;

  /**
   * @param appearance larger letters have a larger dialog
   * @param owner whose sheets the dialog has
   */
  public HelpDialog(Texts texts, Appearance appearance, Window owner) {
    this.texts = texts;
    this.appearance = appearance;
    this.owner = owner;
  }

  /** Opens the page, or brings it to the front, with a topic in sight; null for none. */
  public void show(Topic topic) {
    model.ask(topic);
    if (dialog != null) {
      dialog.getDialogPane().getScene().getWindow().requestFocus();
      return;
    }
    dialog = new Dialog<>();
    dialog.initOwner(owner);
    dialog.initModality(Modality.NONE);
    dialog.setResizable(true);
    dialog.titleProperty().bind(texts.of("help.title"));
    DialogPane pane = dialog.getDialogPane();
    pane.setId("help-dialog");
    Scene scene = owner.getScene();
    Bindings.bindContent(pane.getStylesheets(), scene.getStylesheets());
    pane.styleProperty().bind(scene.getRoot().styleProperty());
    HelpView view = new HelpView(model, texts);
    pane.setContent(view);
    double larger = Math.max(1, appearance.fontSizeProperty().get() / (double) Appearance.USUAL);
    Rectangle2D screen = screen();
    pane.setPrefSize(
        Math.min(WIDTH * larger, screen.getWidth() - EDGE),
        Math.min(HEIGHT * larger, screen.getHeight() - EDGE));
    // Some window managers open every window at its least size.
    pane.setMinSize(pane.getPrefWidth(), Math.min(480, pane.getPrefHeight()));
    pane.getButtonTypes().setAll(ButtonType.CLOSE);
    ((Button) pane.lookupButton(ButtonType.CLOSE)).textProperty().bind(texts.of("prefs.close"));
    dialog.setOnHidden(event -> dialog = null);
    dialog.show();
    view.query().requestFocus();
  }

  /** The one that the window is on. */
  private Rectangle2D screen() {
    return Screen.getScreensForRectangle(
            owner.getX(), owner.getY(), owner.getWidth(), owner.getHeight())
        .stream()
        .findFirst()
        .orElse(Screen.getPrimary())
        .getVisualBounds();
  }
}
