package digitstudio.ui.hand;

import digitstudio.digits.ClassNames;
import digitstudio.experiment.Drawing;
import digitstudio.ui.control.ChoicePair;
import digitstudio.ui.pad.PadViewModel;
import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A person's own hand: drawings that are kept, and digits read from a picture. */
public final class HandView extends BorderPane {
  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
  private static final String EXPORTED = "my-hand-images-idx3-ubyte.gz";
  private static final List<String> IDX = List.of("*ubyte.gz", "*ubyte", "*.gz");

  /** Of the window's width, as far as the style sheet's bounds allow. */
  private static final double WRITING_SHARE = 0.3;

  private static final double SCORES_SHARE = 0.35;

  /** The two halves of the place. */
  enum Half {
    DRAWINGS,
    PICTURE
  }

  private final HandViewModel model;
  private final ScoresViewModel scores;
  private final SheetViewModel sheet;
  private final Texts texts;
  private final FileQuestions questions;
  private final Buttons buttons;
  private final DrawingGrid grid;
  private final ObjectProperty<Half> half = new SimpleObjectProperty<>(Half.DRAWINGS);

  public HandView(
      HandViewModel model,
      ScoresViewModel scores,
      SheetViewModel sheet,
      PadViewModel pad,
      Texts texts,
      Appearance appearance,
      FileQuestions questions) {
    this.model = model;
    this.scores = scores;
    this.sheet = sheet;
    this.texts = texts;
    this.questions = questions;
    buttons = new Buttons(texts);
    grid = new DrawingGrid(model, texts, appearance);
    getStyleClass().add("hand");
    pseudoClassStateChanged(DARK, appearance.isDark());
    appearance
        .darkProperty()
        .addListener((change, before, dark) -> pseudoClassStateChanged(DARK, dark));
    Node drawings = drawings(new WritingView(model, pad, texts, appearance));
    Node picture = new SheetView(sheet, texts, questions);
    setTop(halves());
    setCenter(drawings);
    half.addListener(
        (change, before, now) -> {
          setCenter(now == Half.DRAWINGS ? drawings : picture);
          if (now == Half.PICTURE) {
            sheet.refresh();
          }
        });
    // A run that was trained meanwhile, or another model, reads from now on.
    sceneProperty()
        .addListener(
            (change, before, scene) -> {
              if (scene != null) {
                scores.refresh();
                sheet.refresh();
              }
            });
  }

  /** Reads the digits of a picture, and shows it. */
  public void openPicture(Path file) {
    half.set(Half.PICTURE);
    sheet.open(file);
  }

  /** Reads again as another network is trained or opened while this is seen. */
  public void follow(ObservableValue<?> network) {
    network.addListener(
        (change, before, now) -> {
          if (now != null && getScene() != null) {
            scores.refresh();
            sheet.refresh();
          }
        });
  }

  private Node halves() {
    ToggleButton drawings = ChoicePair.button("hand-drawings", texts, "hand.drawings.help");
    drawings.textProperty().bind(texts.of("hand.drawings"));
    ToggleButton picture = ChoicePair.button("hand-picture", texts, "hand.picture.help");
    picture.textProperty().bind(texts.of("hand.picture"));
    HBox bar = new HBox(new ChoicePair(drawings, picture, half, Half.DRAWINGS, Half.PICTURE));
    bar.getStyleClass().add("hand-bar");
    return bar;
  }

  private Node drawings(WritingView writing) {
    BorderPane pane = new BorderPane(kept());
    writing.prefWidthProperty().bind(widthProperty().multiply(WRITING_SHARE));
    pane.setLeft(writing);
    Region scored = scores();
    scored.prefWidthProperty().bind(widthProperty().multiply(SCORES_SHARE));
    pane.setRight(scored);
    return pane;
  }

  // Kept drawings

  private Node kept() {
    Label none = new Label();
    none.setId("hand-none");
    none.setWrapText(true);
    none.getStyleClass().add("quiet");
    none.textProperty()
        .bind(
            texts.binding(
                () -> texts.get(model.drawings().isEmpty() ? "hand.none" : "hand.noneOfDigit"),
                model.drawings()));
    none.visibleProperty().bind(Bindings.isEmpty(model.shown()));
    none.setMouseTransparent(true);
    none.setMaxWidth(280);
    StackPane stack = new StackPane(grid, none);
    VBox.setVgrow(stack, Priority.ALWAYS);
    VBox box = new VBox(tools(), stack, hint());
    box.getStyleClass().add("hand-kept");
    box.setMinWidth(0);
    grid.addEventHandler(KeyEvent.KEY_PRESSED, this::keyOnGrid);
    return box;
  }

  private Node tools() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button delete = buttons.plain("hand-delete", Feather.TRASH_2, "hand.delete", model::delete);
    Button undo = buttons.plain("hand-undo", Feather.ROTATE_CCW, "hand.undo", model::undo);
    Button in = buttons.plain("hand-import", Feather.DOWNLOAD, "hand.import", this::importFile);
    Button out = buttons.plain("hand-export", Feather.UPLOAD, "hand.export", this::exportFile);
    HBox row =
        new HBox(
            4,
            filter(),
            space,
            buttons.explained(delete, "hand.delete", Bindings.isNotEmpty(model.selected())),
            buttons.explained(undo, "hand.undo", model.undoableProperty()),
            buttons.explained(in, "hand.import"),
            buttons.explained(out, "hand.export", Bindings.isNotEmpty(model.drawings())));
    row.getStyleClass().add("hand-row");
    return row;
  }

  private Node filter() {
    ComboBox<Integer> box = new ComboBox<>();
    box.setId("hand-filter");
    box.getItems().add(HandViewModel.ALL);
    IntStream.range(0, ClassNames.DIGITS.count()).forEach(box.getItems()::add);
    box.setCellFactory(list -> new FilterCell());
    box.setButtonCell(new FilterCell());
    box.setValue(HandViewModel.ALL);
    box.valueProperty().addListener((change, before, now) -> model.digitProperty().set(now));
    box.accessibleTextProperty().bind(texts.of("hand.filter"));
    return box;
  }

  /** A digit and how many drawings there are of it. */
  private final class FilterCell extends ListCell<Integer> {
    @Override
    protected void updateItem(Integer digit, boolean empty) {
      super.updateItem(digit, empty);
      textProperty().unbind();
      if (empty || digit == null) {
        setText(null);
      } else {
        textProperty().bind(texts.binding(() -> words(digit), model.drawings()));
      }
    }

    private String words(int digit) {
      if (digit == HandViewModel.ALL) {
        return texts.get("hand.filter.all", model.drawings().size());
      }
      long count = model.drawings().stream().filter(drawing -> drawing.label() == digit).count();
      return texts.get("hand.filter.digit", digit, count);
    }
  }

  private Node hint() {
    Label hint = new Label();
    hint.setId("hand-grid-hint");
    hint.getStyleClass().add("quiet");
    hint.setWrapText(true);
    hint.setMinHeight(USE_PREF_SIZE);
    hint.textProperty()
        .bind(
            texts.binding(
                () ->
                    model.selected().isEmpty()
                        ? texts.get("hand.gridHint")
                        : texts.get("hand.chosen", model.selected().size()),
                model.selected()));
    return hint;
  }

  private void keyOnGrid(KeyEvent event) {
    KeyCode code = event.getCode();
    if (code == KeyCode.Z && event.isShortcutDown()) {
      model.undo();
    } else if (code == KeyCode.DELETE || code == KeyCode.BACK_SPACE) {
      model.delete();
    } else if (code.isDigitKey() && !event.isShortcutDown() && !event.isAltDown()) {
      model.relabel(WritingView.digit(code));
    } else {
      return;
    }
    event.consume();
  }

  private void importFile() {
    questions.open("hand.import", IDX).ifPresent(model::importFrom);
  }

  private void exportFile() {
    questions.save("hand.export", EXPORTED).ifPresent(model::exportTo);
  }

  // Scores

  /** Said as soon as one of the runs learnt from drawings. */
  private Label heldOutNote() {
    Label note = new Label();
    note.setId("hand-scores-note");
    note.setWrapText(true);
    note.setMinHeight(USE_PREF_SIZE);
    note.getStyleClass().add("quiet");
    note.textProperty()
        .bind(
            texts.binding(
                () ->
                    texts.get(
                        "own.scores.note",
                        model.drawings().stream().filter(Drawing::isHeldOut).count()),
                model.drawings()));
    note.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> scores.scores().stream().anyMatch(HandScore::isOfHeldOut), scores.scores()));
    note.managedProperty().bind(note.visibleProperty());
    return note;
  }

  private Region scores() {
    Label title = new Label();
    title.textProperty().bind(texts.of("hand.scores"));
    title.getStyleClass().add("section-heading");
    Label explained = new Label();
    explained.setId("hand-scores-count");
    explained.setWrapText(true);
    explained.setMinHeight(USE_PREF_SIZE);
    explained.getStyleClass().add("quiet");
    explained
        .textProperty()
        .bind(
            texts.binding(
                () -> texts.get("hand.scores.count", model.drawings().size()), model.drawings()));
    ScoresTable table = new ScoresTable(scores, texts);
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox box = new VBox(8, title, explained, table, heldOutNote());
    box.getStyleClass().add("hand-scores");
    return box;
  }
}
