package digitstudio.ui.data;

import digitstudio.digits.survey.DataImages;
import digitstudio.digits.survey.FoundPairs;
import digitstudio.digits.survey.ImagePair;
import digitstudio.digits.survey.PairKind;
import digitstudio.nn.Spelling;
import digitstudio.ui.control.ChoiceCell;
import digitstudio.ui.control.Explained;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.converter.DoubleStringConverter;

/** Images that are there twice, or nearly so. */
final class DuplicatesPage extends BorderPane {
  private static final double FARTHEST = 10;
  private static final double STEP = 0.1;

  private final DataViewModel viewModel;
  private final Texts texts;
  private final Appearance appearance;
  private final TableView<ImagePair> table = new TableView<>();

  DuplicatesPage(DataViewModel viewModel, Texts texts, Appearance appearance) {
    this.viewModel = viewModel;
    this.texts = texts;
    this.appearance = appearance;
    Label of = label("data.duplicates.within", "data.duplicates.within.help");
    Spinner<Double> radius = radius();
    of.setLabelFor(radius);
    HBox choices =
        new HBox(
            kindBox(), of, radius, SearchBar.testBox("data-duplicates-test", viewModel, texts));
    choices.getStyleClass().add("look-toolbar");
    Label found = new Label();
    found.setId("data-duplicates-found");
    found.getStyleClass().add("quiet");
    found.setWrapText(true);
    found
        .textProperty()
        .bind(
            texts.binding(
                this::sentence,
                viewModel.duplicates().resultProperty(),
                viewModel.duplicates().runningProperty()));
    HBox search =
        new HBox(
            new SearchBar(
                "data-duplicates",
                viewModel.duplicates(),
                viewModel.imagesProperty().isNotNull(),
                viewModel::findDuplicates,
                texts),
            found);
    search.getStyleClass().addAll("look-toolbar", "data-second-bar");
    setTop(new VBox(choices, search));
    setCenter(table());
    viewModel
        .duplicates()
        .resultProperty()
        .addListener(
            (change, before, now) -> {
              table.getItems().setAll(now == null ? List.of() : now.pairs());
              table.getSelectionModel().clearSelection();
              table.scrollTo(0);
            });
  }

  private Label label(String key, String help) {
    Label label = new Label();
    label.textProperty().bind(texts.of(key));
    label.setTooltip(Explained.tooltip(texts.of(help)));
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private Node kindBox() {
    ComboBox<PairKind> box = new ComboBox<>();
    box.setId("data-duplicates-kind");
    box.setMinWidth(USE_PREF_SIZE);
    box.accessibleTextProperty().bind(texts.of("data.duplicates.kind"));
    box.setTooltip(Explained.tooltip(texts.of("data.duplicates.kind")));
    ChoiceCell.show(box, texts, kind -> "data.duplicates." + Spelling.of(kind));
    box.getItems().setAll(PairKind.values());
    box.valueProperty().bindBidirectional(viewModel.kindProperty());
    return box;
  }

  private Spinner<Double> radius() {
    Spinner<Double> spinner =
        new Spinner<>(
            new SpinnerValueFactory.DoubleSpinnerValueFactory(
                0, FARTHEST, viewModel.radiusProperty().get(), STEP));
    spinner.setId("data-duplicates-radius");
    spinner.setEditable(true);
    spinner.setPrefWidth(88);
    spinner.setMinWidth(88);
    spinner.accessibleTextProperty().bind(texts.of("data.duplicates.within.help"));
    spinner.setTooltip(Explained.tooltip(texts.of("data.duplicates.within.help")));
    spinner
        .valueProperty()
        .addListener((change, before, now) -> viewModel.radiusProperty().set(now));
    spinner
        .getValueFactory()
        .setConverter(
            new DoubleStringConverter() {
              @Override
              public Double fromString(String text) {
                try {
                  double value = Double.parseDouble(text.strip());
                  return value >= 0 && value <= FARTHEST
                      ? Double.valueOf(value)
                      : spinner.getValue();
                } catch (NumberFormatException notANumber) {
                  return spinner.getValue();
                }
              }
            });
    return spinner;
  }

  private String sentence() {
    FoundPairs found = viewModel.duplicates().resultProperty().get();
    if (found == null || viewModel.duplicates().runningProperty().get()) {
      return viewModel.duplicates().runningProperty().get()
          ? ""
          : texts.get("data.duplicates.help");
    }
    DataImages images = viewModel.imagesProperty().get();
    long across =
        found.pairs().stream()
            .filter(pair -> images.isTest(pair.first()) != images.isTest(pair.second()))
            .count();
    return texts.get(
        found.complete() ? "data.duplicates.found" : "data.duplicates.nearest",
        found.pairs().size(),
        across);
  }

  // Table

  private Node table() {
    table.setId("data-duplicates");
    table.setFixedCellSize(44);
    table.accessibleTextProperty().bind(texts.of("data.duplicates.table"));
    Label empty = new Label();
    empty
        .textProperty()
        .bind(
            texts.binding(
                () ->
                    texts.get(
                        viewModel.duplicates().resultProperty().get() == null
                            ? "data.duplicates.before"
                            : "data.duplicates.none"),
                viewModel.duplicates().resultProperty()));
    empty.getStyleClass().add("quiet");
    table.setPlaceholder(empty);
    table.getColumns().add(picture("data.duplicates.first", ImagePair::first));
    table.getColumns().add(text("data.column.place", 176, pair -> where(pair.first()), false));
    table.getColumns().add(text("data.column.class", 80, pair -> name(pair.first()), false));
    table.getColumns().add(picture("data.duplicates.second", ImagePair::second));
    table.getColumns().add(text("data.column.place", 176, pair -> where(pair.second()), false));
    table.getColumns().add(text("data.column.class", 80, pair -> name(pair.second()), false));
    table
        .getColumns()
        .add(
            text(
                "data.column.distance",
                88,
                pair -> texts.get("data.distance", pair.distance()),
                true));
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (change, before, pair) -> {
              if (pair != null) {
                viewModel.chosenProperty().set(pair.first());
                viewModel.besideProperty().set(pair.second());
              }
            });
    texts.localeProperty().addListener(change -> table.refresh());
    appearance.darkProperty().addListener(change -> table.refresh());
    viewModel.partsProperty().addListener(change -> table.refresh());
    return table;
  }

  private String name(int image) {
    DataImages images = viewModel.imagesProperty().get();
    return images.classes().get(images.label(image));
  }

  private String where(int image) {
    return texts.get(
        "data.where",
        texts.get(viewModel.partsProperty().get()[image].key()),
        viewModel.imagesProperty().get().place(image));
  }

  private TableColumn<ImagePair, String> text(
      String key, double width, Function<ImagePair, String> text, boolean numeric) {
    TableColumn<ImagePair, String> column = new TableColumn<>();
    column.textProperty().bind(texts.of(key));
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    if (numeric) {
      column.getStyleClass().add("numeric");
    }
    return column;
  }

  private TableColumn<ImagePair, Integer> picture(String key, ToIntFunction<ImagePair> image) {
    TableColumn<ImagePair, Integer> column = new TableColumn<>();
    column.textProperty().bind(texts.of(key));
    column.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<>(image.applyAsInt(row.getValue())));
    column.setCellFactory(made -> new PictureCell());
    column.setPrefWidth(72);
    column.setMinWidth(56);
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  /** A cell with an image in its own size. */
  private final class PictureCell extends TableCell<ImagePair, Integer> {
    private final ImageView view = new ImageView();

    PictureCell() {
      view.setSmooth(false);
      setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(Integer number, boolean empty) {
      super.updateItem(number, empty);
      if (empty || number == null) {
        setGraphic(null);
        return;
      }
      view.setImage(
          TilePainter.picture(viewModel.imagesProperty().get(), number, appearance.isDark()));
      setGraphic(view);
    }
  }
}
