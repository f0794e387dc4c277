package digitstudio.ui.sets;

import atlantafx.base.theme.Styles;
import digitstudio.training.TrainingData;
import digitstudio.ui.control.Explained;
import digitstudio.ui.text.Quantities;
import digitstudio.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The data set that is trained on, with the others at hand and what opens new ones. */
public final class DataChooser extends VBox {
  private final SetsViewModel sets;
  private final Texts texts;
  private final ComboBox<Optional<SetSource>> box = new ComboBox<>();
  private boolean following;

  /**
   * @param openFolder asks for a folder
   * @param openFile asks for a CSV
   */
  public DataChooser(SetsViewModel sets, Texts texts, Runnable openFolder, Runnable openFile) {
    super(4);
    this.sets = sets;
    this.texts = texts;
    getStyleClass().add("data-chooser");
    box.setId("form-data-set");
    box.setMaxWidth(Double.MAX_VALUE);
    box.setMinWidth(0);
    box.accessibleTextProperty().bind(texts.of("sets.data"));
    box.setCellFactory(list -> new SetCell());
    box.setButtonCell(new SetCell());
    HBox.setHgrow(box, Priority.ALWAYS);
    box.setOnAction(event -> choose());
    Button folder = button("form-data-folder", Feather.FOLDER_PLUS, openFolder);
    Button file = button("form-data-csv", Feather.FILE_PLUS, openFile);
    HBox row =
        new HBox(4, box, explained(folder, "sets.openFolder"), explained(file, "sets.openCsv"));
    Label sums = new Label();
    sums.setId("form-data-sums");
    sums.getStyleClass().add("quiet");
    sums.setWrapText(true);
    sums.setMinHeight(USE_PREF_SIZE);
    sums.textProperty()
        .bind(texts.binding(this::sums, sets.dataProperty(), sets.readingProperty()));
    getChildren().addAll(row, sums);
    box.disableProperty().bind(Bindings.or(sets.trainingProperty(), sets.readingProperty()));
    sets.recent().addListener((javafx.beans.Observable change) -> follow());
    sets.currentProperty().addListener(change -> follow());
    follow();
  }

  private void choose() {
    if (!following && box.getValue() != null) {
      SetSource wanted = box.getValue().orElse(null);
      if (wanted != sets.currentProperty().get()) {
        sets.choose(wanted);
      }
    }
  }

  private void follow() {
    following = true;
    List<Optional<SetSource>> items = new ArrayList<>(List.of(Optional.empty()));
    sets.recent().forEach(source -> items.add(Optional.of(source)));
    Optional<SetSource> now = Optional.ofNullable(sets.currentProperty().get());
    if (!items.contains(now)) {
      items.add(now);
    }
    box.getItems().setAll(items);
    box.setValue(now);
    following = false;
  }

  private String sums() {
    if (sets.readingProperty().get()) {
      return texts.get("sets.reading");
    }
    TrainingData data = sets.dataProperty().get();
    Quantities quantities = new Quantities(texts);
    return data == null
        ? texts.get("sets.reading")
        : texts.get(
            "sets.sums",
            data.classes().count(),
            quantities.count(data.train().size()),
            quantities.count(data.test().size()));
  }

  private Button button(String id, Feather icon, Runnable action) {
    Button button = new Button(null, new FontIcon(icon));
    button.setId(id);
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    button.disableProperty().bind(Bindings.or(sets.trainingProperty(), sets.readingProperty()));
    button.setOnAction(event -> action.run());
    return button;
  }

  private Explained explained(Button button, String key) {
    button.accessibleTextProperty().bind(texts.of(key));
    return new Explained(
        button,
        texts.binding(
            () -> texts.get(sets.trainingProperty().get() ? "sets.busy" : key),
            sets.trainingProperty()));
  }

  private final class SetCell extends ListCell<Optional<SetSource>> {
    @Override
    protected void updateItem(Optional<SetSource> set, boolean empty) {
      super.updateItem(set, empty);
      textProperty().unbind();
      if (empty || set == null) {
        setText(null);
      } else if (set.isPresent()) {
        setText(set.get().name());
      } else {
        textProperty().bind(texts.of("sets.builtIn"));
      }
    }
  }
}
