package digitstudio.ui.form;

import digitstudio.experiment.Presets.Preset;
import digitstudio.ui.text.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;

/** A preset in the list of presets, the first of a group under the group's name. */
final class PresetCell extends ListCell<Preset> {
  private final Texts texts;
  private final List<Preset> presets;
  private final Label group = new Label();
  private final Label title = new Label();
  private final VBox lines = new VBox(group, title);

  PresetCell(Texts texts, List<Preset> presets) {
    this.texts = texts;
    this.presets = presets;
    group.getStyleClass().add("preset-group");
    lines.getStyleClass().add("preset-lines");
    group.managedProperty().bind(group.visibleProperty());
  }

  @Override
  protected void updateItem(Preset preset, boolean empty) {
    super.updateItem(preset, empty);
    title.textProperty().unbind();
    group.textProperty().unbind();
    if (empty || preset == null) {
      setGraphic(null);
      return;
    }
    title.textProperty().bind(texts.of(preset.titleKey()));
    group.textProperty().bind(texts.of(preset.groupKey()));
    group.setVisible(opensGroup(preset));
    setGraphic(lines);
  }

  private boolean opensGroup(Preset preset) {
    int index = presets.indexOf(preset);
    return index <= 0 || !presets.get(index - 1).group().equals(preset.group());
  }
}
