package digitstudio.ui.command;

import digitstudio.ui.text.Texts;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A field over the list of the commands that answer to it. */
final class CommandPaletteView extends VBox {
  private static final int PAGE = 8;

  private final CommandPaletteViewModel model;
  private final Texts texts;
  private final Runnable done;
  private final TextField query = new TextField();
  private final ListView<Command> list = new ListView<>();
  private final InvalidationListener chosen = change -> show();

  /**
   * @param done called when the palette is no longer wanted
   */
  CommandPaletteView(CommandPaletteViewModel model, Texts texts, Runnable done) {
    this.model = model;
    this.texts = texts;
    this.done = done;
    setId("palette");
    getStyleClass().add("palette");
    query.setId("palette-query");
    query.promptTextProperty().bind(texts.of("commands.prompt"));
    query.accessibleTextProperty().bind(texts.of("commands.prompt"));
    query.textProperty().bindBidirectional(model.queryProperty());
    query.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    list.setId("palette-list");
    list.setItems(model.found());
    list.setCellFactory(view -> new Cell());
    list.setFocusTraversable(false);
    list.accessibleTextProperty().bind(texts.of("commands.list"));
    Label none = new Label();
    none.textProperty().bind(texts.of("commands.none"));
    none.getStyleClass().add("quiet");
    list.setPlaceholder(none);
    list.getSelectionModel()
        .selectedIndexProperty()
        .addListener((change, before, now) -> choose(now.intValue()));
    model.chosenProperty().addListener(chosen);
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(query, list);
    show();
  }

  TextField query() {
    return query;
  }

  /** Lets go of the model, which outlives every palette. */
  void close() {
    model.chosenProperty().removeListener(chosen);
    query.textProperty().unbindBidirectional(model.queryProperty());
    list.setItems(FXCollections.observableArrayList());
  }

  private void choose(int place) {
    if (place >= 0) {
      model.chosenProperty().set(place);
    }
  }

  private void show() {
    int place = model.chosenProperty().get();
    list.getSelectionModel().clearAndSelect(place);
    if (place >= 0) {
      list.scrollTo(Math.max(0, place - PAGE / 2));
      Command command = model.found().get(place);
      query.accessibleHelpProperty().unbind();
      query.setAccessibleHelp(model.name(command));
    }
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case UP -> model.move(-1);
      case DOWN -> model.move(1);
      case PAGE_UP -> model.move(-PAGE);
      case PAGE_DOWN -> model.move(PAGE);
      case ENTER -> perform();
      case ESCAPE -> done.run();
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** First out of the way, so that what it does finds the window as it was. */
  private void perform() {
    if (model.isPossible()) {
      done.run();
      model.perform();
    }
  }

  private final class Cell extends ListCell<Command> {
    private final Label name = new Label();
    private final Label reason = new Label();
    private final Label keys = new Label();
    private final HBox row;

    Cell() {
      name.setMinWidth(0);
      reason.getStyleClass().add("quiet");
      reason.setMinWidth(0);
      keys.getStyleClass().add("palette-keys");
      keys.setMinWidth(Region.USE_PREF_SIZE);
      reason.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(reason, Priority.ALWAYS);
      row = new HBox(name, reason, keys);
      row.getStyleClass().add("palette-row");
      setPrefWidth(0);
      setOnMouseClicked(
          event -> {
            if (event.getButton() == MouseButton.PRIMARY && !isEmpty()) {
              perform();
            }
          });
    }

    @Override
    protected void updateItem(Command command, boolean empty) {
      super.updateItem(command, empty);
      if (empty || command == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      Optional<String> refused = model.refusal(command);
      name.setText(model.name(command));
      name.setDisable(refused.isPresent());
      reason.setText(refused.orElse(""));
      keys.setText(command.keyText());
      keys.setVisible(!command.keys().isEmpty());
      setAccessibleText(
          texts.get("commands.spoken", name.getText(), command.keyText(), reason.getText()));
      setGraphic(row);
    }
  }
}
