package digitstudio.ui.data;

import digitstudio.ui.chart.FigureExport;
import digitstudio.ui.chart.FigureSource;
import digitstudio.ui.control.Explained;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The images that networks learn from and are tested on: gone through, counted and searched. */
public final class DataView extends BorderPane {
  private final DataViewModel viewModel;
  private final Texts texts;
  private final DataDetail about;

  /**
   * @param look looks at an image, by its number, in the Look inside view
   * @param more what else is seen of the chosen image, beneath everything about it; null for
   *     nothing
   * @param export takes figures out of the window; null where that cannot be done
   */
  public DataView(
      DataViewModel viewModel,
      Texts texts,
      Appearance appearance,
      Consumer<Integer> look,
      Node more,
      Function<FigureSource, FigureExport> export) {
    this.viewModel = viewModel;
    this.texts = texts;
    getStyleClass().addAll("look", "data");
    Function<DataFigures, FigureExport> figures = export == null ? null : export::apply;
    TabPane tabs =
        new TabPane(
            tab(
                "data-tab-images",
                "data.tab.images",
                () -> new ImagesPage(viewModel, texts, appearance, figures)),
            tab(
                "data-tab-classes",
                "data.tab.classes",
                () -> new ClassesPage(viewModel, texts, appearance, figures)),
            tab(
                "data-tab-duplicates",
                "data.tab.duplicates",
                () -> new DuplicatesPage(viewModel, texts, appearance)),
            tab(
                "data-tab-outliers",
                "data.tab.outliers",
                () -> new OutliersPage(viewModel, texts, appearance)));
    tabs.setId("data-tabs");
    tabs.accessibleTextProperty().bind(texts.of("runs.place.data"));
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    // A pair is looked at where pairs are.
    tabs.getSelectionModel()
        .selectedItemProperty()
        .addListener(change -> viewModel.besideProperty().set(null));
    about = new DataDetail(viewModel, texts, appearance, look, more);
    ScrollPane detail = new ScrollPane(about);
    detail.getStyleClass().add("look-aside");
    detail.setFitToWidth(true);
    detail.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    detail.setFocusTraversable(false);
    setTop(problem());
    setCenter(tabs);
    setRight(detail);
  }

  /**
   * Lets an image be drawn anew on the pad, by a button beneath it.
   *
   * @param draw given the image's number
   */
  public void offerDrawing(Consumer<Integer> draw) {
    about.offerDrawing(draw);
  }

  /** The page is made when it is first opened. */
  private Tab tab(String id, String key, Supplier<Node> page) {
    Tab tab = new Tab();
    tab.setId(id);
    tab.textProperty().bind(texts.of(key));
    tab.setTooltip(Explained.tooltip(texts.of(key + ".help")));
    tab.selectedProperty()
        .addListener(
            change -> {
              if (tab.isSelected() && tab.getContent() == null) {
                tab.setContent(page.get());
              }
            });
    return tab;
  }

  private Node problem() {
    Label label = new Label();
    label.setId("data-problem");
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label
        .textProperty()
        .bind(
            texts.binding(
                () ->
                    viewModel.problemProperty().get() == null
                        ? ""
                        : texts.get(viewModel.problemProperty().get()),
                viewModel.problemProperty()));
    Button again = new Button();
    again.setId("data-again");
    again.textProperty().bind(texts.of("data.again"));
    again.accessibleTextProperty().bind(texts.of("data.again"));
    again.setMinWidth(USE_PREF_SIZE);
    again.visibleProperty().bind(viewModel.imagesProperty().isNull());
    again.managedProperty().bind(again.visibleProperty());
    again.setOnAction(event -> viewModel.load());
    HBox.setHgrow(label, Priority.ALWAYS);
    label.setMaxWidth(Double.MAX_VALUE);
    HBox bar = new HBox(8, label, again);
    bar.getStyleClass().add("look-problem");
    bar.visibleProperty().bind(viewModel.problemProperty().isNotNull());
    bar.managedProperty().bind(bar.visibleProperty());
    return bar;
  }
}
