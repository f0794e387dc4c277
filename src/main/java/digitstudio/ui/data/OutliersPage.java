package digitstudio.ui.data;

import digitstudio.digits.survey.DataImages;
import digitstudio.ui.control.ChoiceCell;
import digitstudio.ui.control.Explained;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Images that are unlike the others of their class. */
final class OutliersPage extends BorderPane {
  private final DataViewModel viewModel;
  private final Texts texts;

  OutliersPage(DataViewModel viewModel, Texts texts, Appearance appearance) {
    this.viewModel = viewModel;
    this.texts = texts;
    HBox choices =
        new HBox(measureBox(), SearchBar.testBox("data-outliers-test", viewModel, texts));
    choices.getStyleClass().add("look-toolbar");
    Label found = new Label();
    found.setId("data-outliers-found");
    found.getStyleClass().add("quiet");
    found.setWrapText(true);
    found
        .textProperty()
        .bind(
            texts.binding(
                this::sentence,
                viewModel.outliers().resultProperty(),
                viewModel.outliers().runningProperty(),
                viewModel.measureProperty()));
    HBox search =
        new HBox(
            new SearchBar(
                "data-outliers",
                viewModel.outliers(),
                viewModel.surveyProperty().isNotNull(),
                viewModel::findOutliers,
                texts),
            found);
    search.getStyleClass().addAll("look-toolbar", "data-second-bar");
    setTop(new VBox(choices, search));
    ObservableValue<int[]> images =
        Bindings.createObjectBinding(
            () ->
                viewModel.outliers().resultProperty().get() == null
                    ? new int[0]
                    : viewModel.outliers().resultProperty().get().images(),
            viewModel.outliers().resultProperty());
    TileGrid grid =
        new TileGrid(
            "data-outliers-grid",
            viewModel.imagesProperty(),
            images,
            viewModel.chosenProperty(),
            this::caption,
            appearance);
    grid.accessibleTextProperty()
        .bind(texts.binding(() -> texts.get("data.grid", images.getValue().length), images));
    Label nothing = new Label();
    nothing.textProperty().bind(texts.of("data.outliers.before"));
    nothing.getStyleClass().add("quiet");
    nothing.setMouseTransparent(true);
    nothing.visibleProperty().bind(viewModel.outliers().resultProperty().isNull());
    setCenter(new StackPane(grid, nothing));
    texts.localeProperty().addListener(change -> grid.refresh());
  }

  private Node measureBox() {
    ComboBox<OutlierMeasure> box = new ComboBox<>();
    box.setId("data-outliers-measure");
    box.setMinWidth(USE_PREF_SIZE);
    box.accessibleTextProperty().bind(texts.of("data.outliers.measure"));
    box.setTooltip(Explained.tooltip(texts.of("data.outliers.measure")));
    ChoiceCell.show(box, texts, OutlierMeasure::key);
    box.getItems().setAll(OutlierMeasure.values());
    box.valueProperty().bindBidirectional(viewModel.measureProperty());
    return box;
  }

  private String caption(int place) {
    Outliers found = viewModel.outliers().resultProperty().get();
    DataImages images = viewModel.imagesProperty().get();
    return texts.get(
        "data.outliers.caption",
        images.classes().get(images.label(found.images()[place])),
        found.distances()[place]);
  }

  private String sentence() {
    if (viewModel.outliers().runningProperty().get()) {
      return "";
    }
    Outliers found = viewModel.outliers().resultProperty().get();
    return found == null
        ? texts.get(viewModel.measureProperty().get().key() + ".help")
        : texts.get("data.outliers.found", found.images().length, found.searched());
  }
}
