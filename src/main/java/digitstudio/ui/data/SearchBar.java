package digitstudio.ui.data;

import digitstudio.ui.control.Explained;
import digitstudio.ui.text.Quantities;
import digitstudio.ui.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/** What begins a search and ends it, with how far it is. */
final class SearchBar extends HBox {
  /**
   * @param id beginning of the ids of its controls
   * @param ready whether a search can begin
   * @param start begins one
   */
  SearchBar(
      String id, DataSearch<?> search, ObservableBooleanValue ready, Runnable start, Texts texts) {
    super(8);
    setAlignment(Pos.CENTER_LEFT);
    Button button = new Button();
    button.setId(id + "-start");
    button.setMinWidth(USE_PREF_SIZE);
    button
        .textProperty()
        .bind(
            texts.binding(
                () -> texts.get(search.runningProperty().get() ? "data.stop" : "data.search.start"),
                search.runningProperty()));
    var help =
        texts.binding(
            () ->
                texts.get(
                    search.runningProperty().get()
                        ? "data.stop.help"
                        : ready.get() ? "data.search.start.help" : "data.reading"),
            search.runningProperty(),
            ready);
    button.accessibleTextProperty().bind(help);
    button
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> !ready.get() && !search.runningProperty().get(),
                ready,
                search.runningProperty()));
    button.setOnAction(
        event -> {
          if (search.runningProperty().get()) {
            search.stop();
          } else {
            start.run();
          }
        });
    ProgressBar progress = new ProgressBar();
    progress.setId(id + "-progress");
    progress.setPrefWidth(112);
    progress.setMinWidth(56);
    progress.progressProperty().bind(search.progressProperty());
    progress.visibleProperty().bind(search.runningProperty());
    progress.accessibleTextProperty().bind(texts.of("data.searching"));
    Label share = new Label();
    share.setId(id + "-share");
    share.getStyleClass().add("quiet");
    share.setMinWidth(48);
    share.visibleProperty().bind(search.runningProperty());
    Quantities quantities = new Quantities(texts);
    share
        .textProperty()
        .bind(
            texts.binding(
                () -> quantities.percent(search.progressProperty().get()),
                search.progressProperty()));
    getChildren().addAll(new Explained(button, help), progress, share);
  }

  /** Whether the test images are searched too, and why that is no choosing by them. */
  static Node testBox(String id, DataViewModel viewModel, Texts texts) {
    CheckBox box = new CheckBox();
    box.setId(id);
    box.textProperty().bind(texts.of("data.withTest"));
    box.accessibleHelpProperty().bind(texts.of("data.withTest.help"));
    box.setTooltip(Explained.tooltip(texts.of("data.withTest.help")));
    box.setMinWidth(USE_PREF_SIZE);
    box.selectedProperty().bindBidirectional(viewModel.withTestProperty());
    return box;
  }
}
