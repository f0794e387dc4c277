package digitstudio.ui.prefs;

import digitstudio.ui.text.Texts;
import digitstudio.ui.theme.Appearance;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.event.ActionEvent;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ScrollPane;
import javafx.stage.DirectoryChooser;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Window;

/** The preferences in a window of their own, beside the one that they change. */
public final class PreferencesDialog {
  private static final double WIDTH = 680;
  private static final double LEAST_HEIGHT = 480;
  private static final double EDGE = 64;
  private static final double HEIGHT = 620;

  private final PreferencesViewModel model;
  private final Texts texts;
  private final Window owner;
  private Dialog<Void> dialog;
  private ScrollPane scroll;
  private PreferencesView view;

  /**
   * @param owner whose sheets and language the dialog follows
   */
  public PreferencesDialog(PreferencesViewModel model, Texts texts, Window owner) {
    this.model = model;
    this.texts = texts;
    this.owner = owner;
  }

  /** Opens the dialog, or brings it to the front. */
  public void show() {
    model.refresh();
    if (dialog == null) {
      dialog = make();
      dialog.setOnHidden(
          event -> {
            scroll.setContent(null);
            dialog = null;
          });
      scroll.setContent(view());
      dialog.show();
      dialog.getDialogPane().lookup("#prefs-theme").requestFocus();
    } else {
      dialog.getDialogPane().getScene().getWindow().requestFocus();
    }
  }

  /** One for all dialogs: it listens to what outlives them. */
  private PreferencesView view() {
    if (view == null) {
      view = new PreferencesView(model, texts, this::chooseFolder);
    }
    return view;
  }

  private Dialog<Void> make() {
    Dialog<Void> made = new Dialog<>();
    made.initOwner(owner);
    made.initModality(Modality.NONE);
    made.setResizable(true);
    made.titleProperty().bind(texts.of("prefs.title"));
    DialogPane pane = made.getDialogPane();
    pane.setId("preferences-dialog");
    Scene scene = owner.getScene();
    Bindings.bindContent(pane.getStylesheets(), scene.getStylesheets());
    pane.styleProperty().bind(scene.getRoot().styleProperty());
    scroll = new ScrollPane();
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("preferences-scroll");
    pane.setContent(scroll);
    Appearance appearance = model.appearance();
    double larger = Math.max(1, appearance.fontSizeProperty().get() / (double) Appearance.USUAL);
    Rectangle2D screen = screen();
    pane.setPrefSize(
        Math.min(WIDTH * larger, screen.getWidth() - EDGE),
        Math.min(HEIGHT * larger, screen.getHeight() - EDGE));
    // Some window managers open every window at its least size.
    pane.setMinSize(pane.getPrefWidth(), Math.min(LEAST_HEIGHT, pane.getPrefHeight()));
    addButtons(pane);
    return made;
  }

  private void addButtons(DialogPane pane) {
    ButtonType restore = new ButtonType(texts.get("prefs.restore"), ButtonData.LEFT);
    ButtonType undo = new ButtonType(texts.get("prefs.undo"), ButtonData.LEFT);
    ButtonType close = new ButtonType(texts.get("prefs.close"), ButtonData.CANCEL_CLOSE);
    pane.getButtonTypes().setAll(restore, undo, close);
    Button restoring = button(pane, restore, "prefs-restore", "prefs.restore");
    restoring.addEventFilter(
        ActionEvent.ACTION,
        event -> {
          model.restoreDefaults();
          event.consume();
        });
    Button undoing = button(pane, undo, "prefs-undo", "prefs.undo");
    undoing.disableProperty().bind(model.undoableProperty().not());
    undoing.addEventFilter(
        ActionEvent.ACTION,
        event -> {
          model.undoRestore();
          event.consume();
        });
    button(pane, close, "prefs-close", "prefs.close");
  }

  private Button button(DialogPane pane, ButtonType type, String id, String key) {
    Button button = (Button) pane.lookupButton(type);
    button.setId(id);
    button.textProperty().bind(texts.of(key));
    return button;
  }

  private Optional<Path> chooseFolder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(texts.get("prefs.data"));
    File now = model.dataProperty().get().toFile();
    if (now.isDirectory()) {
      chooser.setInitialDirectory(now.getAbsoluteFile());
    }
    return Optional.ofNullable(chooser.showDialog(dialog.getDialogPane().getScene().getWindow()))
        .map(File::toPath);
  }

  /** The one that the window is on. */
  private Rectangle2D screen() {
    return Screen.getScreensForRectangle(
            owner.getX(), owner.getY(), owner.getWidth(), owner.getHeight())
        .stream()
        .findFirst()
        .orElse(Screen.getPrimary())
        .getVisualBounds();
  }
}
