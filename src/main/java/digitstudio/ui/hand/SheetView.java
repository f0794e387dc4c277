package digitstudio.ui.hand;

import atlantafx.base.theme.Styles;
import digitstudio.ui.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A picture with the digits that are read on it, for the person to mend and to take along. */
final class SheetView extends BorderPane {
  private static final List<String> PICTURES = List.of("*.png", "*.jpg", "*.jpeg");

  private final SheetViewModel model;
  private final Texts texts;
  private final FileQuestions questions;
  private final Buttons buttons;
  private final SheetCanvas canvas;
  private final BooleanBinding there;
  private final BooleanBinding chosen;

  SheetView(SheetViewModel model, Texts texts, FileQuestions questions) {
    this.model = model;
    this.texts = texts;
    this.questions = questions;
    buttons = new Buttons(texts);
    canvas = new SheetCanvas(model, texts, this::copy);
    there = model.sheetProperty().isNotNull();
    chosen = model.selectedProperty().greaterThanOrEqualTo(0);
    setId("sheet");
    setTop(tools());
    setCenter(picture());
    setRight(result());
    setOnDragOver(this::dragged);
    setOnDragDropped(this::dropped);
  }

  private Node tools() {
    Button open = buttons.worded("sheet-open", Feather.IMAGE, "sheet.open", this::open);
    Button remove = buttons.plain("sheet-remove", Feather.TRASH_2, "sheet.remove", model::remove);
    Button undo = buttons.plain("sheet-undo", Feather.ROTATE_CCW, "sheet.undo", model::undo);
    Button copy = buttons.worded("sheet-copy", Feather.COPY, "sheet.copy", this::copy);
    Button keep = buttons.worded("sheet-keep", Feather.SAVE, "sheet.keep", model::keepAll);
    BooleanBinding any =
        Bindings.createBooleanBinding(
            () -> !model.digitsProperty().get().isEmpty(), model.digitsProperty());
    BooleanBinding known =
        Bindings.createBooleanBinding(
            () ->
                model.digitsProperty().get().stream()
                    .anyMatch(one -> one.digit() != ReadDigit.UNSAID),
            model.digitsProperty());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox row =
        new HBox(
            8,
            buttons.explained(open, "sheet.open"),
            buttons.explained(remove, "sheet.remove", chosen),
            buttons.explained(undo, "sheet.undo", model.undoableProperty()),
            space,
            buttons.explained(copy, "sheet.copy", any),
            buttons.explained(keep, "sheet.keep", known));
    row.getStyleClass().addAll("hand-row", "sheet-tools");
    return row;
  }

  private Node picture() {
    Label none = new Label();
    none.setId("sheet-none");
    none.setWrapText(true);
    none.setMaxWidth(360);
    none.getStyleClass().add("quiet");
    none.textProperty().bind(texts.of("sheet.none"));
    none.visibleProperty().bind(there.not().and(model.workingProperty().not()));
    none.setMouseTransparent(true);
    ProgressIndicator working = new ProgressIndicator();
    working.setMaxSize(32, 32);
    working.visibleProperty().bind(model.workingProperty().and(there.not()));
    working.accessibleTextProperty().bind(texts.of("sheet.working"));
    StackPane stack = new StackPane(canvas, none, working);
    stack.getStyleClass().add("sheet-paper");
    stack.setMinSize(0, 0);
    return stack;
  }

  private Node result() {
    Label title = new Label();
    title.textProperty().bind(texts.of("sheet.result"));
    title.getStyleClass().add("section-heading");
    TextArea text = new TextArea();
    text.setId("sheet-text");
    text.setEditable(false);
    text.setPrefRowCount(8);
    text.getStyleClass().add("sheet-text");
    text.textProperty().bind(Bindings.createStringBinding(model::text, model.digitsProperty()));
    text.accessibleTextProperty().bind(texts.of("sheet.result"));
    Label digit = new Label();
    digit.setId("sheet-digit");
    digit.getStyleClass().add(Styles.TEXT_BOLD);
    digit.setWrapText(true);
    digit
        .textProperty()
        .bind(texts.binding(this::chosenWords, model.selectedProperty(), model.digitsProperty()));
    Label note = new Label();
    note.setId("sheet-note");
    note.setWrapText(true);
    note.setMinHeight(USE_PREF_SIZE);
    note.getStyleClass().add("quiet");
    note.textProperty()
        .bind(
            texts.binding(
                () ->
                    texts.get(
                        model.networkMissingProperty().get()
                            ? "sheet.noNetwork"
                            : there.get() ? "sheet.keys" : "sheet.formats"),
                model.networkMissingProperty(),
                there));
    VBox.setVgrow(text, Priority.SOMETIMES);
    VBox box = new VBox(8, title, text, digit, note);
    box.getStyleClass().add("sheet-result");
    return box;
  }

  private String chosenWords() {
    int place = model.selectedProperty().get();
    List<ReadDigit> digits = model.digitsProperty().get();
    if (place < 0 || place >= digits.size()) {
      return digits.isEmpty() ? "" : texts.get("sheet.count", digits.size());
    }
    ReadDigit chosenDigit = digits.get(place);
    if (chosenDigit.digit() == ReadDigit.UNSAID) {
      return texts.get("sheet.unknown");
    }
    if (chosenDigit.given() != ReadDigit.UNSAID) {
      return texts.get("sheet.yours", chosenDigit.digit());
    }
    return texts.get("sheet.read", chosenDigit.digit(), 100 * chosenDigit.probability());
  }

  // Commands

  private void open() {
    questions.open("sheet.open", PICTURES).ifPresent(model::open);
    canvas.requestFocus();
  }

  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(model.text());
    Clipboard.getSystemClipboard().setContent(content);
  }

  private void dragged(DragEvent event) {
    if (picture(event).isPresent()) {
      event.acceptTransferModes(TransferMode.COPY);
    }
    event.consume();
  }

  private void dropped(DragEvent event) {
    Optional<java.io.File> file = picture(event);
    file.map(java.io.File::toPath).ifPresent(model::open);
    event.setDropCompleted(file.isPresent());
    event.consume();
  }

  /** One file whose name is a picture's; what is in it is seen when it is read. */
  private static Optional<java.io.File> picture(DragEvent event) {
    return event.getDragboard().getFiles().stream()
        .filter(file -> file.getName().toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g)"))
        .findFirst();
  }
}
