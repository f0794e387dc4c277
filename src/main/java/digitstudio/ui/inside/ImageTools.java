package digitstudio.ui.inside;

import atlantafx.base.theme.Styles;
import digitstudio.digits.DigitImage;
import digitstudio.nn.InputGradient.Target;
import digitstudio.ui.control.ChoicePair;
import digitstudio.ui.control.Explained;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which image is looked at, the paper to paint on, and which gradient lies over it. */
final class ImageTools extends ScrollPane {
  /** The paper and the margins beside it. */
  private static final double WIDTH = 296;

  private final OneImageViewModel viewModel;
  private final Surroundings around;
  private final Label readout = Surroundings.readout("inside-paper-readout");

  ImageTools(OneImageViewModel viewModel, ObservableValue<DigitImage> pad, Surroundings around) {
    this.viewModel = viewModel;
    this.around = around;
    getStyleClass().addAll("edge-to-edge", "inside-tools");
    setHbarPolicy(ScrollBarPolicy.NEVER);
    PaintPaper paper = new PaintPaper(viewModel, around);
    paper.onRead(this::read);
    VBox column =
        new VBox(source(pad), paper, readout, painting(), gradient(), legend(), problem());
    column.getStyleClass().add("inside-column");
    column.setMaxWidth(WIDTH);
    column.setPrefWidth(WIDTH);
    setContent(column);
  }

  // Which image

  private Node source(ObservableValue<DigitImage> pad) {
    ToggleButton test = toggle("inside-test", "inside.test");
    ToggleButton train = toggle("inside-train", "inside.train");
    TextField index = new TextField();
    index.setId("inside-index");
    index.setPrefColumnCount(5);
    index.accessibleTextProperty().bind(around.texts().of("inside.index"));
    index.setTooltip(Explained.tooltip(around.texts().of("inside.index")));
    index.setText(Integer.toString(viewModel.indexProperty().get()));
    viewModel.indexProperty().addListener((change, before, now) -> index.setText(now.toString()));
    index.setOnAction(event -> wanted(index));
    index.focusedProperty().addListener((change, before, now) -> wanted(index));
    Button previous = icon("inside-previous", "inside.previous", Feather.CHEVRON_LEFT);
    previous.setOnAction(event -> step(-1));
    Button next = icon("inside-next", "inside.next", Feather.CHEVRON_RIGHT);
    next.setOnAction(event -> step(1));
    Button fromPad = new Button();
    fromPad.setId("inside-from-pad");
    fromPad.textProperty().bind(around.texts().of("inside.fromPad"));
    fromPad.getStyleClass().add(Styles.SMALL);
    BooleanBinding blank = Bindings.createBooleanBinding(() -> pad.getValue() == null, pad);
    fromPad.disableProperty().bind(blank);
    fromPad.setOnAction(event -> viewModel.look(pad.getValue(), -1));
    StringBinding help =
        around
            .texts()
            .binding(
                () ->
                    around
                        .texts()
                        .get(blank.get() ? "inside.fromPad.disabled" : "inside.fromPad.help"),
                blank);
    HBox first =
        new HBox(
            new ChoicePair(test, train, viewModel.trainProperty(), false, true),
            previous,
            index,
            next);
    first.getStyleClass().add("inside-row");
    Label label = new Label();
    label.setId("inside-label");
    label
        .textProperty()
        .bind(
            around
                .texts()
                .binding(
                    () ->
                        viewModel.labelProperty().get() < 0
                            ? around.texts().get("inside.unlabelled")
                            : around
                                .texts()
                                .get(
                                    "inside.labelledAs",
                                    viewModel
                                        .classesProperty()
                                        .get()
                                        .name(viewModel.labelProperty().get())),
                    viewModel.labelProperty(),
                    viewModel.classesProperty()));
    HBox second = new HBox(label, Surroundings.space(), new Explained(fromPad, help));
    second.getStyleClass().add("inside-row");
    return new VBox(4, first, second);
  }

  private void wanted(TextField index) {
    try {
      int wanted = Integer.parseInt(index.getText().trim());
      int last = Math.max(0, viewModel.imagesProperty().get() - 1);
      viewModel.indexProperty().set(Math.max(0, Math.min(last, wanted)));
    } catch (NumberFormatException notANumber) {
      // What stands there is no number; the field shows again which image is seen.
    }
    index.setText(Integer.toString(viewModel.indexProperty().get()));
  }

  private void step(int by) {
    int count = Math.max(1, viewModel.imagesProperty().get());
    viewModel.indexProperty().set(Math.floorMod(viewModel.indexProperty().get() + by, count));
  }

  // Painting

  private Node painting() {
    ToggleButton ink = toggle("inside-ink", "inside.ink");
    ToggleButton eraser = toggle("inside-erase", "inside.erase");
    Slider width = new Slider(1, 4, viewModel.brushProperty().get());
    width.setId("inside-brush");
    width.setMajorTickUnit(1);
    width.setMinorTickCount(0);
    width.setSnapToTicks(true);
    width.setBlockIncrement(1);
    width.setPrefWidth(64);
    width.getStyleClass().add(Styles.SMALL);
    width.accessibleTextProperty().bind(around.texts().of("inside.brush"));
    width.setTooltip(Explained.tooltip(around.texts().of("inside.brush")));
    width
        .valueProperty()
        .addListener(
            (change, before, now) ->
                viewModel.brushProperty().set((int) Math.round(now.doubleValue())));
    Button undo = icon("inside-undo", "inside.undo", Feather.CORNER_UP_LEFT);
    undo.disableProperty().bind(viewModel.undoableProperty().not());
    undo.setOnAction(event -> viewModel.undo());
    Button redo = icon("inside-redo", "inside.redo", Feather.CORNER_UP_RIGHT);
    redo.disableProperty().bind(viewModel.redoableProperty().not());
    redo.setOnAction(event -> viewModel.redo());
    Button reset = icon("inside-reset", "inside.reset", Feather.ROTATE_CCW);
    reset.disableProperty().bind(viewModel.paintedProperty().not());
    reset.setOnAction(event -> viewModel.reset());
    HBox row =
        new HBox(
            new ChoicePair(ink, eraser, viewModel.erasingProperty(), false, true),
            width,
            Surroundings.space(),
            undo,
            redo,
            reset);
    row.getStyleClass().add("inside-row");
    return row;
  }

  // Gradient

  private Node gradient() {
    CheckBox overlay = new CheckBox();
    overlay.setId("inside-overlay");
    overlay.textProperty().bind(around.texts().of("inside.gradientOf"));
    overlay.setTooltip(Explained.tooltip(around.texts().of("inside.gradient.help")));
    overlay.selectedProperty().bindBidirectional(viewModel.overlayProperty());
    overlay.setMinWidth(USE_PREF_SIZE);
    ComboBox<Integer> output = new ComboBox<>();
    output.setId("inside-explained");
    offerClasses(output);
    viewModel.classesProperty().addListener(change -> offerClasses(output));
    viewModel
        .explainedProperty()
        .addListener((change, before, now) -> output.setValue(now.intValue()));
    NumberCell.show(
        output,
        around.texts(),
        digit ->
            digit == OneImageViewModel.WINNER
                ? around.texts().get("inside.winner")
                : around.className(viewModel.classesProperty().get(), digit));
    output.setValue(viewModel.explainedProperty().get());
    output.accessibleTextProperty().bind(around.texts().of("inside.gradientOf"));
    output.valueProperty().addListener((change, before, now) -> follow(now));
    HBox first = new HBox(overlay, output);
    first.getStyleClass().add("inside-row");
    ToggleButton score = toggle("inside-score", "inside.score");
    ToggleButton probability = toggle("inside-probability", "inside.probability");
    HBox second =
        new HBox(
            new ChoicePair(
                score, probability, viewModel.targetProperty(), Target.SCORE, Target.PROBABILITY));
    second.getStyleClass().add("inside-row");
    return new VBox(4, first, second);
  }

  private void offerClasses(ComboBox<Integer> output) {
    int classes = viewModel.classesProperty().get().count();
    output.getItems().setAll(IntStream.range(OneImageViewModel.WINNER, classes).boxed().toList());
    output.setValue(viewModel.explainedProperty().get());
  }

  private void follow(Integer output) {
    if (output != null) {
      viewModel.explainedProperty().set(output);
    }
  }

  private Node legend() {
    Label meaning = new Label();
    meaning.textProperty().bind(around.texts().of("inside.gradient.meaning"));
    meaning.getStyleClass().add("quiet");
    meaning.setWrapText(true);
    meaning.setMaxWidth(280);
    meaning.setMinHeight(USE_PREF_SIZE);
    return meaning;
  }

  private Node problem() {
    Label label = new Label();
    label.setId("inside-image-problem");
    label.getStyleClass().add("inside-problem");
    label.setWrapText(true);
    label.setMaxWidth(280);
    label
        .textProperty()
        .bind(
            around
                .texts()
                .binding(
                    () -> viewModel.problemProperty().get().map(around.texts()::get).orElse(""),
                    viewModel.problemProperty()));
    label.managedProperty().bind(label.textProperty().isNotEmpty());
    return label;
  }

  private void read(Optional<Integer> pixel) {
    OneImage result = viewModel.resultProperty().get();
    if (pixel.isEmpty() || result == null) {
      readout.setText("");
      return;
    }
    int at = pixel.get();
    readout.setText(
        around
            .texts()
            .get(
                "inside.paperAt",
                at / DigitImage.SIDE,
                at % DigitImage.SIDE,
                result.image().ink(at / DigitImage.SIDE, at % DigitImage.SIDE),
                around.number(result.reading().gradient()[at])));
  }

  // Controls

  private ToggleButton toggle(String id, String key) {
    ToggleButton toggle = ChoicePair.button(id, around.texts(), key + ".help");
    toggle.textProperty().bind(around.texts().of(key));
    toggle.getStyleClass().add(Styles.SMALL);
    toggle.setMinWidth(USE_PREF_SIZE);
    return toggle;
  }

  private Button icon(String id, String key, Feather icon) {
    Button button = new Button(null, new FontIcon(icon));
    button.setId(id);
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    button.accessibleTextProperty().bind(around.texts().of(key));
    button.setTooltip(Explained.tooltip(around.texts().of(key)));
    return button;
  }
}
