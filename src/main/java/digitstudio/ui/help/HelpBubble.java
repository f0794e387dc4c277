package digitstudio.ui.help;

import digitstudio.ui.help.HelpTopics.Topic;
import digitstudio.ui.text.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Screen;

/** Explains the control that has the keyboard, beside it; gone at the next key or click. */
public final class HelpBubble {
  private static final double WIDTH = 360;
  private static final double GAP = 4;

  private final Texts texts;
  private final Consumer<Topic> more;
  private Popup popup;

  /**
   * @param more shows the help page with a topic in sight; null for none
   */
  public HelpBubble(Texts texts, Consumer<Topic> more) {
    this.texts = texts;
    this.more = more;
  }

  /** Explains what has the keyboard in a window; what nothing is said of leads to the page. */
  public void explain(Scene scene) {
    if (popup != null) {
      popup.hide();
    }
    Node owner = scene.getFocusOwner();
    Optional<Topic> topic = topic(owner);
    if (topic.isEmpty()) {
      more.accept(null);
    } else {
      show(scene, owner, topic.get());
    }
  }

  /** Of a control, or of the nearest thing around it that something is said of. */
  static Optional<Topic> topic(Node owner) {
    for (Node node = owner; node != null; node = node.getParent()) {
      Optional<Topic> topic = HelpTopics.of(node.getId());
      if (topic.isPresent()) {
        return topic;
      }
    }
    return Optional.empty();
  }

  private void show(Scene scene, Node owner, Topic topic) {
    VBox row = HelpView.row(topic, texts);
    Hyperlink all = new Hyperlink();
    all.setId("help-more");
    all.textProperty().bind(texts.of("help.more"));
    all.accessibleTextProperty().bind(texts.of("help.more"));
    VBox bubble = new VBox(row, all);
    bubble.setId("help-bubble");
    bubble.getStyleClass().add("help-bubble");
    bubble.styleProperty().bind(scene.getRoot().styleProperty());
    bubble.setPrefWidth(WIDTH);
    bubble.setMaxWidth(WIDTH);
    Popup opened = new Popup();
    opened.getContent().add(bubble);
    opened.setAutoHide(true);
    opened.setHideOnEscape(true);
    opened.setOnHidden(event -> popup = null);
    all.setOnAction(
        event -> {
          opened.hide();
          more.accept(topic);
        });
    popup = opened;
    Bounds at = owner.localToScreen(owner.getLayoutBounds());
    opened.show(scene.getWindow(), at.getMinX(), at.getMaxY() + GAP);
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    if (opened.getY() + bubble.getHeight() > screen.getMaxY()) {
      opened.setY(Math.max(screen.getMinY(), at.getMinY() - bubble.getHeight() - GAP));
    }
  }
}
