package digitstudio.ui.inside;

import digitstudio.report.figure.Figure;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The weights of a network: units as images, matrices as maps, spreads and steps over epochs. */
public final class WeightsView extends BorderPane {
  private final Map<WeightSection, Node> sections = new EnumMap<>(WeightSection.class);
  private final WeightsViewModel viewModel;
  private final Surroundings around;
  private final StackPane middle = new StackPane();

  /**
   * @param saving asks where a figure is to be written, and writes it
   */
  public WeightsView(
      WeightsViewModel viewModel, Texts texts, Appearance appearance, Consumer<Figure> saving) {
    this.viewModel = viewModel;
    Label problem = new Label();
    around = new Surroundings(texts, appearance, problem.fontProperty());
    setId("inside-weights-page");
    getStyleClass().add("inside");
    problem.setId("inside-problem");
    problem.setWrapText(true);
    problem.getStyleClass().add("inside-problem");
    problem
        .textProperty()
        .bind(
            texts.binding(
                () -> viewModel.problemProperty().get().map(texts::get).orElse(""),
                viewModel.problemProperty()));
    problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    HBox top =
        new HBox(
            new SectionBar(viewModel.sectionProperty(), around),
            Surroundings.space(),
            SaveButton.of(
                "inside-save",
                this::figure,
                viewModel.readingProperty(),
                saving,
                around.texts(),
                viewModel::tell));
    top.getStyleClass().add("inside-toolbar");
    Label none = around.label("inside.noWeights");
    none.getStyleClass().add("quiet");
    none.visibleProperty().bind(viewModel.readingProperty().isNull());
    middle.visibleProperty().bind(viewModel.readingProperty().isNotNull());
    setTop(new VBox(top, problem));
    setCenter(new StackPane(middle, none));
    viewModel.sectionProperty().addListener(change -> open());
    open();
  }

  private void open() {
    WeightSection section = viewModel.sectionProperty().get();
    middle.getChildren().setAll(sections.computeIfAbsent(section, key -> make(key).get()));
  }

  private Supplier<Node> make(WeightSection section) {
    return switch (section) {
      case UNITS -> () -> new UnitsPane(viewModel, around);
      case MAP -> () -> new MapPane(viewModel, around);
      case HISTOGRAMS -> () -> new HistogramsPane(viewModel, around);
      case UPDATES -> () -> new UpdatesPane(viewModel, around);
    };
  }

  /** What is seen, for paper. */
  private Figure figure() {
    return WeightFigures.of(viewModel, around);
  }
}
