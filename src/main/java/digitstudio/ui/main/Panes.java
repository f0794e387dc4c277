package digitstudio.ui.main;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** The parts of the window that F6 leads through, one after the other. */
final class Panes {
  private final Supplier<List<Node>> parts;

  /**
   * @param parts from the top left on, as they are now
   */
  Panes(Supplier<List<Node>> parts) {
    this.parts = parts;
  }

  /**
   * Leads the keyboard to the next part that can take it, or to the one before.
   *
   * @param step 1 or -1
   */
  void go(Scene scene, int step) {
    List<Node> all = parts.get();
    int here = place(all, scene.getFocusOwner());
    int from = here < 0 && step > 0 ? -1 : Math.max(0, here);
    for (int i = 1; i <= all.size(); i++) {
      Optional<Node> taker = first(all.get(Math.floorMod(from + i * step, all.size())));
      if (taker.isPresent()) {
        taker.get().requestFocus();
        return;
      }
    }
  }

  private static int place(List<Node> all, Node owner) {
    for (Node node = owner; node != null; node = node.getParent()) {
      int place = all.indexOf(node);
      if (place >= 0) {
        return place;
      }
    }
    return -1;
  }

  /** The first node within a part that takes the keyboard. */
  private static Optional<Node> first(Node node) {
    if (!node.isVisible() || node.isDisabled()) {
      return Optional.empty();
    }
    if (node.isFocusTraversable()) {
      return Optional.of(node);
    }
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        Optional<Node> taker = first(child);
        if (taker.isPresent()) {
          return taker;
        }
      }
    }
    return Optional.empty();
  }

  /** What a view falls into: its parts that take the keyboard, below those that hold but one. */
  static List<Node> within(Node view) {
    List<Node> takers = new ArrayList<>();
    if (view instanceof Parent parent && !view.isFocusTraversable()) {
      parent.getChildrenUnmodifiable().stream()
          .filter(child -> first(child).isPresent())
          .forEach(takers::add);
    }
    return switch (takers.size()) {
      case 0 -> List.of(view);
      case 1 -> within(takers.get(0));
      default -> takers;
    };
  }
}
