package digitstudio.ui.main;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;

/** A view whose letters are larger than usual: where the window is too small for it, it scrolls. */
final class RoomyView extends ScrollPane {
  /** What every view can do with at the usual size. */
  private static final double LEAST_WIDTH = 960;

  private static final double LEAST_HEIGHT = 536;

  /** Of a view's room this share is letters, which grow; the rest is charts and gaps. */
  private static final double LETTERS = 0.6;

  private final StackPane holder = new StackPane();

  RoomyView() {
    setId("roomy");
    getStyleClass().add("watched");
    setFitToWidth(true);
    setFitToHeight(true);
    setFocusTraversable(false);
    setMinSize(0, 0);
    setContent(holder);
  }

  /**
   * Shows a view.
   *
   * @param larger size of the letters as a multiple of the usual, above 1
   */
  void show(Node view, double larger) {
    double grown = 1 + LETTERS * (larger - 1);
    holder.setMinSize(Math.floor(LEAST_WIDTH * grown), Math.floor(LEAST_HEIGHT * grown));
    holder.getChildren().setAll(view);
  }

  /** Lets the view go. */
  void clear() {
    holder.getChildren().clear();
  }
}
