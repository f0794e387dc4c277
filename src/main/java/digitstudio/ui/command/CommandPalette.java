package digitstudio.ui.command;

import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Popup;

/** The palette over the window, gone as soon as something else is wanted. */
public final class CommandPalette {
  private static final double WIDTH = 640;
  private static final double HEIGHT = 420;
  private static final double TOP = 56;
  private static final double EDGE = 16;

  private final CommandPaletteViewModel model;
  private final Texts texts;
  private final Appearance appearance;
  private Popup popup;

  /**
   * @param appearance larger letters have a larger palette
   */
  public CommandPalette(CommandPaletteViewModel model, Texts texts, Appearance appearance) {
    this.model = model;
    this.texts = texts;
    this.appearance = appearance;
  }

  /** Opens over the window of a scene, or closes if it is open. */
  public void toggle(Scene scene) {
    if (popup != null) {
      popup.hide();
      return;
    }
    model.open();
    Popup opened = new Popup();
    CommandPaletteView view = new CommandPaletteView(model, texts, opened::hide);
    view.styleProperty().bind(scene.getRoot().styleProperty());
    double larger = Math.max(1, appearance.fontSizeProperty().get() / (double) Appearance.USUAL);
    view.setPrefSize(
        Math.min(WIDTH * larger, scene.getWidth() - 2 * EDGE),
        Math.min(HEIGHT * larger, scene.getHeight() - TOP - EDGE));
    opened.getContent().add(view);
    opened.setAutoHide(true);
    opened.setOnHidden(
        event -> {
          popup = null;
          view.styleProperty().unbind();
          view.close();
        });
    popup = opened;
    Node root = scene.getRoot();
    Bounds bounds = root.localToScreen(root.getLayoutBounds());
    opened.show(
        scene.getWindow(),
        bounds.getMinX() + Math.floor((bounds.getWidth() - view.getPrefWidth()) / 2),
        bounds.getMinY() + TOP);
    view.query().requestFocus();
  }
}
