package digitstudio.ui.look;

import atlantafx.base.theme.Styles;
import digitstudio.report.figure.ConfusionFigure;
import digitstudio.report.figure.Figure;
import digitstudio.training.ConfusionMatrix;
import digitstudio.ui.control.ChoicePair;
import digitstudio.ui.look.MatrixView.Mode;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What each digit is read as, and beside it the images of the chosen cell. */
final class ConfusionPage extends HBox {
  private final LookViewModel viewModel;
  private final Texts texts;
  private final MatrixView matrix;

  ConfusionPage(LookViewModel viewModel, Appearance appearance, Consumer<Figure> save) {
    this.viewModel = viewModel;
    this.texts = viewModel.texts();
    getStyleClass().add("look-page");
    matrix = new MatrixView("look-matrix", texts, appearance);
    matrix.confusionProperty().bind(viewModel.confusionProperty());
    GalleryViewModel gallery = new GalleryViewModel(viewModel.readingProperty());
    matrix
        .cellProperty()
        .addListener(
            (change, before, cell) -> {
              if (cell != null) {
                gallery.showCell(cell.label(), cell.given());
              }
            });
    gallery.imagesProperty().addListener(change -> follow(gallery));
    GalleryView images =
        new GalleryView(
            "look-gallery",
            viewModel.readingProperty(),
            gallery,
            viewModel.imageProperty(),
            texts,
            appearance);
    HBox.setHgrow(images, Priority.ALWAYS);
    viewModel.courseProperty().addListener(change -> matrix.name(viewModel.classes()));
    matrix.name(viewModel.classes());
    ScrollPane scroll = new ScrollPane(matrix);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("edge-to-edge");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox left = new VBox(toolbar(save), scroll, caption());
    left.getStyleClass().add("look-left");
    HBox.setHgrow(left, Priority.ALWAYS);
    images.setMinWidth(184);
    images.setPrefWidth(400);
    left.setMinWidth(280);
    left.setPrefWidth(420);
    getChildren().addAll(left, images);
  }

  /** The chosen cell is that of the filters. */
  private void follow(GalleryViewModel gallery) {
    Integer label = gallery.labelProperty().get();
    Integer given = gallery.givenProperty().get();
    matrix
        .cellProperty()
        .set(label == null || given == null ? null : new MatrixView.Cell(label, given));
  }

  private Node toolbar(Consumer<Figure> save) {
    ToggleGroup group = new ToggleGroup();
    HBox modes = new HBox();
    modes.getStyleClass().add("pair");
    Mode[] all = Mode.values();
    for (Mode mode : all) {
      String name = mode.name().toLowerCase(Locale.ROOT);
      ToggleButton button =
          ChoicePair.button("look-" + name, texts, "look.matrix." + name + ".help");
      button.textProperty().bind(texts.of("look.matrix." + name));
      button
          .getStyleClass()
          .addAll(
              Styles.SMALL,
              mode == all[0]
                  ? Styles.LEFT_PILL
                  : mode == all[all.length - 1] ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
      button.setMinWidth(USE_PREF_SIZE);
      button.setToggleGroup(group);
      button.setSelected(mode == Mode.COUNTS);
      button.setOnAction(
          event -> {
            button.setSelected(true);
            matrix.modeProperty().set(mode);
          });
      modes.getChildren().add(button);
    }
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox toolbar =
        new HBox(
            modes,
            space,
            new SaveButton(
                "look-matrix-save",
                texts,
                viewModel.confusionProperty(),
                () -> save.accept(figure())));
    toolbar.getStyleClass().add("charts-toolbar");
    return toolbar;
  }

  private Figure figure() {
    ConfusionMatrix shown = viewModel.confusionProperty().get();
    return ConfusionFigure.of(
        "confusion",
        shown,
        viewModel.classes(),
        viewModel.runProperty().get().name(),
        viewModel.say("look.filter.label"),
        texts.get("look.filter.given"),
        texts.locale());
  }

  private Node caption() {
    Label caption = new Label();
    caption.setId("look-caption");
    caption.getStyleClass().add("quiet");
    caption.setWrapText(true);
    caption.setMinHeight(USE_PREF_SIZE);
    caption.textProperty().bind(new LookWords(viewModel).caption());
    return caption;
  }
}
