package digitstudio.ui.look;

import atlantafx.base.theme.Styles;
import digitstudio.experiment.RunSummary;
import digitstudio.nn.Spelling;
import digitstudio.training.ConfusionMatrix;
import digitstudio.ui.control.ChoicePair;
import digitstudio.ui.look.RunPair.Agreement;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Two runs side by side: their matrices, the difference, and the images on which they differ. */
final class ComparePage extends VBox {
  private static final int[] NONE = {};

  private final LookViewModel viewModel;
  private final Texts texts;
  private final Appearance appearance;
  private final ObjectProperty<Agreement> agreement =
      new SimpleObjectProperty<>(Agreement.ONLY_FIRST);
  private final ObjectProperty<int[]> images = new SimpleObjectProperty<>(NONE);
  private final ObjectProperty<ConfusionMatrix> first = new SimpleObjectProperty<>();
  private final ObjectProperty<ConfusionMatrix> second = new SimpleObjectProperty<>();

  ComparePage(LookViewModel viewModel, Appearance appearance) {
    this.viewModel = viewModel;
    this.texts = viewModel.texts();
    this.appearance = appearance;
    getStyleClass().add("look-figures");
    HBox matrices =
        new HBox(
            matrix(
                "look-first",
                texts.binding(
                    () -> tell("look.first", RunPair::firstConfusion), viewModel.pairProperty()),
                first,
                null),
            matrix(
                "look-second",
                texts.binding(
                    () -> tell("look.second", RunPair::secondConfusion), viewModel.pairProperty()),
                second,
                null),
            matrix("look-difference", texts.of("look.minus"), first, second));
    matrices.getStyleClass().add("look-row");
    ImageGrid grid =
        new ImageGrid(
            "look-differing",
            viewModel.readingProperty(),
            images,
            viewModel.imageProperty(),
            texts,
            appearance);
    grid.setPrefHeight(160);
    VBox.setVgrow(grid, Priority.SOMETIMES);
    VBox.setVgrow(matrices, Priority.ALWAYS);
    getChildren().addAll(chooser(), matrices, agreements(), grid);
    viewModel.pairProperty().addListener(change -> show());
    agreement.addListener(change -> show());
  }

  private void show() {
    RunPair pair = viewModel.pairProperty().get();
    first.set(pair == null ? null : pair.firstConfusion());
    second.set(pair == null ? null : pair.secondConfusion());
    images.set(pair == null ? NONE : pair.images(agreement.get()));
  }

  private String tell(String key, Function<RunPair, ConfusionMatrix> confusion) {
    RunPair pair = viewModel.pairProperty().get();
    return pair == null
        ? texts.get(key + ".none")
        : texts.get(
            key,
            key.equals("look.first") ? pair.first().name() : pair.second().name(),
            100 * confusion.apply(pair).accuracy());
  }

  private Node matrix(
      String id,
      ObservableValue<String> title,
      ObjectProperty<ConfusionMatrix> shown,
      ObjectProperty<ConfusionMatrix> subtracted) {
    MatrixView matrix = new MatrixView(id, texts, appearance);
    matrix.confusionProperty().bind(shown);
    if (subtracted != null) {
      matrix.baselineProperty().bind(subtracted);
    }
    viewModel.courseProperty().addListener(change -> matrix.name(viewModel.classes()));
    matrix.name(viewModel.classes());
    matrix.setPrefSize(240, 240);
    Label label = new Label();
    label.textProperty().bind(title);
    label.getStyleClass().add("look-title");
    label.setMinWidth(0);
    VBox.setVgrow(matrix, Priority.ALWAYS);
    VBox box = new VBox(label, matrix);
    box.setMinWidth(0);
    box.setPrefWidth(240);
    HBox.setHgrow(box, Priority.ALWAYS);
    return box;
  }

  private Node chooser() {
    RunBox box =
        new RunBox(
            "look-other",
            "look.other",
            viewModel.runs(),
            chosen -> {
              RunSummary shown = viewModel.otherProperty().get();
              if (shown == null || shown.id() != chosen.id()) {
                viewModel.compareWith(chosen);
              }
            },
            texts);
    viewModel.otherProperty().addListener((change, before, now) -> box.show(now));
    Label label = new Label();
    label.textProperty().bind(texts.of("look.other"));
    label.getStyleClass().add("quiet");
    Label common = new Label();
    common.setId("look-common");
    common.getStyleClass().add("quiet");
    common
        .textProperty()
        .bind(
            texts.binding(
                () ->
                    viewModel.pairProperty().get() == null
                        ? ""
                        : texts.get("look.common", viewModel.pairProperty().get().size()),
                viewModel.pairProperty()));
    HBox row = new HBox(label, box, common);
    row.getStyleClass().add("charts-toolbar");
    return row;
  }

  private Node agreements() {
    ToggleGroup group = new ToggleGroup();
    FlowPane row = new FlowPane(8, 4);
    for (Agreement one : Agreement.values()) {
      String name = Spelling.of(one);
      ToggleButton button =
          ChoicePair.button("look-" + name, texts, "look.agree." + name + ".help");
      button.getStyleClass().add(Styles.SMALL);
      button
          .textProperty()
          .bind(
              texts.binding(
                  () ->
                      texts.get(
                          "look.agree." + name,
                          viewModel.pairProperty().get() == null
                              ? 0
                              : viewModel.pairProperty().get().images(one).length),
                  viewModel.pairProperty()));
      button.disableProperty().bind(viewModel.pairProperty().isNull());
      button.setToggleGroup(group);
      button.setSelected(one == agreement.get());
      button.setOnAction(
          event -> {
            button.setSelected(true);
            agreement.set(one);
          });
      row.getChildren().add(button);
    }
    return row;
  }
}
