package digitstudio.ui.runs;

import atlantafx.base.theme.Styles;
import digitstudio.ui.main.Notice;
import digitstudio.ui.text.Texts;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What came of the last command on runs, with a way back from deleting. */
final class UndoBar extends HBox {
  private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

  private final RunsViewModel viewModel;
  private final FontIcon icon = new FontIcon(Feather.INFO);
  private final Button undo = new Button();

  UndoBar(RunsViewModel viewModel) {
    this.viewModel = viewModel;
    Texts texts = viewModel.texts();
    getStyleClass().add("notice-bar");
    Label sentence = new Label();
    sentence.setId("runs-notice");
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    sentence.setMaxWidth(Double.MAX_VALUE);
    sentence.setAccessibleRole(AccessibleRole.TEXT);
    sentence
        .textProperty()
        .bind(
            texts.binding(
                () -> notice() == null ? "" : notice().sentence(texts.locale()),
                viewModel.noticeProperty()));
    HBox.setHgrow(sentence, Priority.ALWAYS);
    undo.setId("runs-undo");
    undo.textProperty().bind(texts.of("runs.undo"));
    undo.accessibleTextProperty().bind(texts.of("runs.undo.help"));
    undo.getStyleClass().addAll(Styles.SMALL);
    undo.setMinWidth(USE_PREF_SIZE);
    undo.setOnAction(event -> viewModel.editing().undoDelete());
    Button close = new Button(null, new FontIcon(Feather.X));
    close.setId("runs-notice-dismiss");
    close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "row-button");
    close.accessibleTextProperty().bind(texts.of("window.dismiss"));
    close.setMinWidth(USE_PREF_SIZE);
    close.setOnAction(event -> viewModel.dismissNotice());
    getChildren().addAll(icon, sentence, undo, close);
    viewModel.noticeProperty().addListener(change -> show());
    viewModel.editing().deletedProperty().addListener(change -> show());
    show();
  }

  private Notice notice() {
    return viewModel.noticeProperty().get();
  }

  private void show() {
    boolean told = notice() != null;
    setVisible(told);
    setManaged(told);
    boolean error = told && notice().error();
    pseudoClassStateChanged(ERROR, error);
    icon.setIconCode(error ? Feather.ALERT_TRIANGLE : Feather.INFO);
    boolean canUndo =
        told
            && notice().key().equals(RunEditing.DELETED)
            && !viewModel.editing().deletedProperty().get().isEmpty();
    undo.setVisible(canUndo);
    undo.setManaged(canUndo);
  }
}
