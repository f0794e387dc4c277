package digitstudio.ui.main;

import digitstudio.nn.Spelling;
import digitstudio.ui.control.ChoicePair;
import digitstudio.ui.text.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The strip at the window's left on which a view is chosen: one is always down. */
final class ViewRail extends VBox {
  private final ObjectProperty<Place> chosen;
  private final Map<Place, ToggleButton> buttons = new EnumMap<>(Place.class);
  private final ToggleGroup group = new ToggleGroup();
  private final HBox foot = new HBox();

  ViewRail(ObjectProperty<Place> chosen, Set<Place> places, Texts texts) {
    this.chosen = chosen;
    getStyleClass().add("view-rail");
    setAccessibleRole(AccessibleRole.TOOL_BAR);
    for (Place place : places) {
      ToggleButton button = button(place, texts);
      buttons.put(place, button);
      getChildren().add(button);
    }
    chosen.addListener(change -> group.selectToggle(buttons.get(chosen.get())));
    group.selectToggle(buttons.get(chosen.get()));
    addEventFilter(KeyEvent.KEY_PRESSED, this::moveByArrow);
  }

  private ToggleButton button(Place place, Texts texts) {
    ToggleButton button =
        ChoicePair.button("place-" + Spelling.of(place), texts, place.nameKey() + ".help");
    button.setGraphic(new FontIcon(place.icon()));
    button.textProperty().bind(texts.of(place.nameKey()));
    button.setContentDisplay(ContentDisplay.TOP);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinHeight(USE_PREF_SIZE);
    button.setToggleGroup(group);
    button.setOnAction(
        event -> {
          chosen.set(place);
          // A second press lets a toggle go; the view stays.
          group.selectToggle(button);
        });
    return button;
  }

  /** Puts a button at the foot of the strip, beside those that are there. */
  void addFoot(Node button) {
    if (foot.getChildren().isEmpty()) {
      Region gap = new Region();
      VBox.setVgrow(gap, Priority.ALWAYS);
      foot.getStyleClass().add("view-rail-foot");
      getChildren().addAll(gap, foot);
    }
    foot.getChildren().add(button);
  }

  private void moveByArrow(KeyEvent event) {
    if (!(event.getTarget() instanceof ToggleButton)) {
      return;
    }
    boolean down = event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.RIGHT;
    boolean up = event.getCode() == KeyCode.UP || event.getCode() == KeyCode.LEFT;
    if (down || up) {
      List<Place> places = List.copyOf(buttons.keySet());
      int next = places.indexOf(chosen.get()) + (down ? 1 : -1);
      Place place = places.get(Math.max(0, Math.min(places.size() - 1, next)));
      chosen.set(place);
      buttons.get(place).requestFocus();
      event.consume();
    }
  }
}
