package digitstudio.ui.pad;

import atlantafx.base.theme.Styles;
import digitstudio.experiment.RunSummary;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The list in which runs are chosen to read the drawing. */
final class RunChooser extends MenuButton {
  private static final double WIDTH = 360;
  private static final double HEIGHT = 280;

  private final PadRunsViewModel model;
  private final Texts texts;
  private final Appearance appearance;
  private final FilteredList<RunSummary> found;
  private final ListView<RunSummary> list = new ListView<>();

  RunChooser(PadRunsViewModel model, Texts texts, Appearance appearance) {
    this.model = model;
    this.texts = texts;
    this.appearance = appearance;
    found = new FilteredList<>(model.available());
    setId("pad-runs");
    getStyleClass().add(Styles.SMALL);
    textProperty()
        .bind(
            texts.binding(
                () ->
                    texts.get(
                        "draw.choose",
                        model.chosenProperty().get().size(),
                        PadRunsViewModel.MOST_RUNS),
                model.chosenProperty()));
    accessibleTextProperty().bind(textProperty());
    CustomMenuItem item = new CustomMenuItem(content(), false);
    item.getStyleClass().add("run-chooser");
    getItems().add(item);
    model.chosenProperty().addListener((change, before, now) -> list.refresh());
    texts.localeProperty().addListener((change, before, now) -> list.refresh());
  }

  private VBox content() {
    TextField filter = new TextField();
    filter.setId("pad-runs-filter");
    filter.promptTextProperty().bind(texts.of("draw.filter"));
    filter.accessibleTextProperty().bind(texts.of("draw.filter"));
    filter
        .textProperty()
        .addListener(
            (change, before, now) -> {
              String wanted = now.strip().toLowerCase(Locale.ROOT);
              found.setPredicate(run -> run.name().toLowerCase(Locale.ROOT).contains(wanted));
            });
    list.setId("pad-runs-list");
    list.setItems(found);
    list.setPrefSize(WIDTH, HEIGHT);
    list.accessibleTextProperty().bind(texts.of("draw.list"));
    list.setCellFactory(view -> new Cell());
    Label none = new Label();
    none.textProperty().bind(texts.of("draw.noneFound"));
    list.setPlaceholder(none);
    list.setOnKeyPressed(
        event -> {
          RunSummary run = list.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.SPACE && run != null) {
            model.choose(run, !model.isChosen(run));
            event.consume();
          }
        });
    return new VBox(8, filter, list);
  }

  /** One run: whether it is chosen, its colour, name and test accuracy. */
  private final class Cell extends ListCell<RunSummary> {
    private final CheckBox box = new CheckBox();
    private final Region colour = new Region();
    private final Label accuracy = new Label();
    private final Region room = new Region();
    private final HBox line = new HBox(8, box, room, accuracy, colour);

    Cell() {
      colour.setMinSize(12, 12);
      colour.setMaxSize(12, 12);
      accuracy.setMinWidth(USE_PREF_SIZE);
      accuracy.getStyleClass().add("caption");
      HBox.setHgrow(room, Priority.ALWAYS);
      box.setMinWidth(0);
      box.setFocusTraversable(false);
      box.setOnAction(event -> model.choose(getItem(), box.isSelected()));
      line.setPrefWidth(WIDTH - 40);
      line.getStyleClass().add("run-choice");
    }

    @Override
    protected void updateItem(RunSummary run, boolean empty) {
      super.updateItem(run, empty);
      if (empty || run == null) {
        setGraphic(null);
        return;
      }
      boolean chosen = model.isChosen(run);
      box.setId("pad-choose-" + run.id());
      box.setText(run.name());
      box.setSelected(chosen);
      box.setDisable(!chosen && model.chosenProperty().get().size() >= PadRunsViewModel.MOST_RUNS);
      OptionalDouble test = run.testAccuracy();
      accuracy.setText(test.isPresent() ? texts.get("draw.test", 100 * test.getAsDouble()) : "");
      colour.setStyle(
          "-fx-background-color: "
              + RunColours.css(run, appearance)
              + "; -fx-background-radius: 2;");
      setGraphic(line);
    }
  }
}
