package digitstudio.ui.inside;

import atlantafx.base.theme.Styles;
import digitstudio.ui.control.Explained;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** One button for each section of the weights page, of which one is down. */
final class SectionBar extends HBox {
  SectionBar(ObjectProperty<WeightSection> chosen, Surroundings around) {
    getStyleClass().add("pair");
    ToggleGroup group = new ToggleGroup();
    WeightSection[] sections = WeightSection.values();
    for (WeightSection section : sections) {
      ToggleButton button = new ToggleButton();
      button.setId("inside-section-" + digitstudio.nn.Spelling.of(section));
      button.textProperty().bind(around.texts().of(section.key()));
      button.setTooltip(Explained.tooltip(around.texts().of(section.key() + ".help")));
      button.accessibleTextProperty().bind(around.texts().of(section.key() + ".help"));
      button
          .getStyleClass()
          .add(
              section.ordinal() == 0
                  ? Styles.LEFT_PILL
                  : section.ordinal() == sections.length - 1
                      ? Styles.RIGHT_PILL
                      : Styles.CENTER_PILL);
      button.getStyleClass().add(Styles.SMALL);
      button.setMinWidth(USE_PREF_SIZE);
      button.setToggleGroup(group);
      button.setSelected(chosen.get() == section);
      button.setUserData(section);
      getChildren().add(button);
    }
    group
        .selectedToggleProperty()
        .addListener(
            (change, before, now) -> {
              if (now == null) {
                group.selectToggle(before);
              } else {
                chosen.set((WeightSection) now.getUserData());
              }
            });
    chosen.addListener(
        (change, before, now) -> group.selectToggle(group.getToggles().get(now.ordinal())));
  }
}
