package digitstudio.ui.main;

import digitstudio.ui.text.Texts;
import java.io.PrintWriter;
import java.io.StringWriter;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;

/**
 * Tells of an error that the studio did not foresee: what happened, where the log is, and a button
 * that copies both. The studio goes on behind it.
 */
public final class UnexpectedErrorDialog {
  private static final double SPACING = 8;
  private static final double WIDTH = 640;
  private static final int DETAIL_ROWS = 12;

  private final Window owner;
  private final Texts texts;
  private final String log;

  /**
   * Makes the dialog's maker.
   *
   * @param owner the window that it stands before
   * @param texts the words
   * @param log the log file's place
   */
  public UnexpectedErrorDialog(Window owner, Texts texts, String log) {
    this.owner = owner;
    this.texts = texts;
    this.log = log;
  }

  /** Shows the error and comes back at once; a run that goes on is not held up. */
  public void show(Throwable error) {
    Dialog<Void> dialog = new Dialog<>();
    dialog.initOwner(owner);
    dialog.initModality(Modality.NONE);
    dialog.setTitle(texts.get("window.title"));
    dialog.setResizable(true);
    fill(dialog.getDialogPane(), error);
    dialog.show();
  }

  private void fill(DialogPane pane, Throwable error) {
    pane.setId("unexpected");
    pane.setHeaderText(texts.get("unexpected.title"));
    Scene scene = owner.getScene();
    if (scene != null) {
      pane.getStylesheets().setAll(scene.getStylesheets());
    }
    Label what = new Label(texts.get("unexpected.what"));
    what.setWrapText(true);
    what.setMinHeight(Label.USE_PREF_SIZE);
    TextArea details = new TextArea(trace(error));
    details.setId("unexpected-details");
    details.setAccessibleText(texts.get("unexpected.details"));
    details.setEditable(false);
    details.setPrefRowCount(DETAIL_ROWS);
    TextField place = new TextField(log);
    place.setId("unexpected-log");
    place.setAccessibleText(texts.get("unexpected.log"));
    place.setEditable(false);
    Label placeLabel = new Label(texts.get("unexpected.log"));
    placeLabel.setLabelFor(place);
    pane.setContent(new VBox(SPACING, what, details, placeLabel, place));
    pane.setPrefWidth(WIDTH);

    ButtonType copy = new ButtonType(texts.get("unexpected.copy"), ButtonData.LEFT);
    ButtonType close = new ButtonType(texts.get("unexpected.close"), ButtonData.CANCEL_CLOSE);
    pane.getButtonTypes().setAll(copy, close);
    Button copyButton = (Button) pane.lookupButton(copy);
    copyButton.setId("unexpected-copy");
    copyButton.addEventFilter(
        ActionEvent.ACTION,
        event -> {
          copy(details.getText());
          event.consume();
        });
    Button closeButton = (Button) pane.lookupButton(close);
    closeButton.setId("unexpected-close");
    closeButton.setDefaultButton(true);
  }

  private void copy(String details) {
    ClipboardContent content = new ClipboardContent();
    content.putString(details + System.lineSeparator() + log);
    Clipboard.getSystemClipboard().setContent(content);
  }

  private static String trace(Throwable error) {
    StringWriter written = new StringWriter();
    error.printStackTrace(new PrintWriter(written));
    return written.toString();
  }
}
