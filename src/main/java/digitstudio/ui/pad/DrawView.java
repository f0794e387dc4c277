package digitstudio.ui.pad;

import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The drawing pad with room: beside it what becomes of a drawing step by step, and what the kept
 * runs make of it.
 */
public final class DrawView extends BorderPane {
  private static final double LEAST_PAD = 304;
  private static final double MOST_PAD = 480;

  public DrawView(PadViewModel pad, PadRunsViewModel runs, Texts texts, Appearance appearance) {
    setId("draw");
    getStyleClass().add("draw");
    PadView paper = new PadView(pad, texts, appearance);
    paper
        .prefWidthProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.min(MOST_PAD, Math.max(LEAST_PAD, Math.floor(getWidth() / 3.5))),
                widthProperty()));
    paper.setMinHeight(0);
    setLeft(paper);
    ManyRunsView many = new ManyRunsView(runs, texts, appearance);
    VBox.setVgrow(many, Priority.ALWAYS);
    VBox content = new VBox(8, new MicroscopeView(pad, texts, appearance), new Separator(), many);
    content.getStyleClass().add("draw-content");
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    setCenter(scroll);
    setMinSize(0, 0);
    // What nobody sees is not worked out.
    sceneProperty()
        .addListener(
            (change, before, scene) -> {
              pad.closelyProperty().set(scene != null);
              runs.activeProperty().set(scene != null);
            });
  }
}
