package digitstudio.ui.main;

import digitstudio.ui.control.TypedFile;
import digitstudio.ui.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The dialogs of the real window, which wait for an answer. */
public final class WindowDialogs implements Dialogs {
  private static final String MODEL = "npz";
  private static final String EXTENSION = "." + MODEL;

  private final Window owner;
  private final Texts texts;
  private File folder;

  public WindowDialogs(Window owner, Texts texts) {
    this.owner = owner;
    this.texts = texts;
  }

  @Override
  public boolean confirmClose() {
    ButtonType close = new ButtonType(texts.get("window.closeAnyway"), ButtonData.OK_DONE);
    ButtonType stay = new ButtonType(texts.get("window.keepTraining"), ButtonData.CANCEL_CLOSE);
    Alert alert =
        new Alert(Alert.AlertType.CONFIRMATION, texts.get("window.closeExplained"), close, stay);
    alert.initOwner(owner);
    alert.setTitle(texts.get("window.title"));
    alert.setHeaderText(texts.get("window.closeAsked"));
    alert.setGraphic(null);
    alert.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
    Button safe = (Button) alert.getDialogPane().lookupButton(stay);
    safe.setDefaultButton(true);
    ((Button) alert.getDialogPane().lookupButton(close)).setDefaultButton(false);
    return alert.showAndWait().filter(close::equals).isPresent();
  }

  @Override
  public void showAbout() {
    new AboutDialog(owner, texts).show();
  }

  @Override
  public Optional<Path> chooseModelToOpen() {
    FileChooser chooser = chooser("window.openModel");
    return remember(chooser.showOpenDialog(owner)).map(File::toPath);
  }

  @Override
  public Optional<Path> chooseModelToSave() {
    FileChooser chooser = chooser("window.saveModel");
    chooser.setInitialFileName("model" + EXTENSION);
    return remember(chooser.showSaveDialog(owner))
        .map(chosen -> TypedFile.of(chosen.toPath(), List.of(MODEL), MODEL));
  }

  @Override
  public Optional<Path> chooseFileToSave(
      String titleKey, String fileName, List<String> extensions) {
    FileChooser chooser = empty(titleKey);
    for (String extension : extensions) {
      String pattern = "*." + extension;
      String name = extension.toUpperCase(Locale.ROOT) + " (" + pattern + ")";
      chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(name, pattern));
    }
    String usual = extensions.get(0);
    chooser.setInitialFileName(fileName + "." + usual);
    return remember(chooser.showSaveDialog(owner))
        .map(chosen -> TypedFile.of(chosen.toPath(), extensions, usual));
  }

  /** The run files to take in; none if the person thought better of it. */
  public List<Path> chooseRunFiles(String extension) {
    FileChooser chooser = empty("keeping.import");
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(texts.get("keeping.runFiles"), "*" + extension));
    List<File> chosen = chooser.showOpenMultipleDialog(owner);
    if (chosen == null || chosen.isEmpty()) {
      return List.of();
    }
    remember(chosen.get(0));
    return chosen.stream().map(File::toPath).toList();
  }

  /** A folder of images; nothing if the person thought better of it. */
  public Optional<Path> chooseFolder(String titleKey) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(texts.get(titleKey));
    if (folder != null && folder.isDirectory()) {
      chooser.setInitialDirectory(folder);
    }
    return remember(chooser.showDialog(owner)).map(File::toPath);
  }

  /** Some files to open; none if the person thought better of it. */
  public List<Path> chooseFiles(String titleKey, String kindKey, List<String> patterns) {
    FileChooser chooser = empty(titleKey);
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(texts.get(kindKey), patterns));
    List<File> chosen = chooser.showOpenMultipleDialog(owner);
    if (chosen == null || chosen.isEmpty()) {
      return List.of();
    }
    remember(chosen.get(0));
    return chosen.stream().map(File::toPath).toList();
  }

  private FileChooser chooser(String titleKey) {
    FileChooser chooser = empty(titleKey);
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(texts.get("window.modelFiles"), "*" + EXTENSION));
    return chooser;
  }

  private FileChooser empty(String titleKey) {
    FileChooser chooser = new FileChooser();
    // The name of the button without the dots that announce this very window.
    chooser.setTitle(texts.get(titleKey).replaceFirst("[…⋯.]+$", ""));
    if (folder != null && folder.isDirectory()) {
      chooser.setInitialDirectory(folder);
    }
    return chooser;
  }

  private Optional<File> remember(File chosen) {
    if (chosen != null) {
      folder = chosen.getParentFile();
    }
    return Optional.ofNullable(chosen);
  }
}
