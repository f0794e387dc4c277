package digitstudio.ui.control;

import atlantafx.base.theme.Styles;
import digitstudio.ui.text.Texts;
import javafx.beans.property.Property;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** Two buttons of which one is always down, as a property says and for the property to follow. */
public final class ChoicePair extends HBox {
  private final ToggleGroup group = new ToggleGroup();

  /**
   * @param one the first button's value
   * @param other the second button's value
   */
  public <T> ChoicePair(
      ToggleButton first, ToggleButton second, Property<? super T> chosen, T one, T other) {
    getStyleClass().add("pair");
    setAlignment(Pos.CENTER_LEFT);
    first.getStyleClass().add(Styles.LEFT_PILL);
    second.getStyleClass().add(Styles.RIGHT_PILL);
    group.getToggles().setAll(first, second);
    Runnable follow = () -> group.selectToggle(chosen.getValue().equals(other) ? second : first);
    follow.run();
    chosen.addListener(change -> follow.run());
    group
        .selectedToggleProperty()
        .addListener(
            (change, before, now) -> {
              if (now == null) {
                group.selectToggle(before);
              } else {
                chosen.setValue(now == second ? other : one);
              }
            });
    getChildren().addAll(first, second);
    setMinWidth(USE_PREF_SIZE);
  }

  /** One button of a pair, still without text or icon. */
  public static ToggleButton button(String id, Texts texts, String helpKey) {
    ToggleButton button = new ToggleButton();
    button.setId(id);
    button.accessibleTextProperty().bind(texts.of(helpKey));
    button.setTooltip(Explained.tooltip(texts.of(helpKey)));
    return button;
  }
}
