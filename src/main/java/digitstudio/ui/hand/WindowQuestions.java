package digitstudio.ui.hand;

import digitstudio.ui.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The questions of the real window, which wait for an answer. */
public final class WindowQuestions implements FileQuestions {
  private final Window owner;
  private final Texts texts;
  private File folder;

  public WindowQuestions(Window owner, Texts texts) {
    this.owner = owner;
    this.texts = texts;
  }

  @Override
  public Optional<Path> open(String titleKey, List<String> patterns) {
    FileChooser chooser = chooser(titleKey);
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(String.join(", ", patterns), patterns));
    return remember(chooser.showOpenDialog(owner));
  }

  @Override
  public Optional<Path> save(String titleKey, String name) {
    FileChooser chooser = chooser(titleKey);
    chooser.setInitialFileName(name);
    return remember(chooser.showSaveDialog(owner));
  }

  private FileChooser chooser(String titleKey) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(texts.get(titleKey));
    if (folder != null && folder.isDirectory()) {
      chooser.setInitialDirectory(folder);
    }
    return chooser;
  }

  private Optional<Path> remember(File chosen) {
    if (chosen != null) {
      folder = chosen.getParentFile();
    }
    return Optional.ofNullable(chosen).map(File::toPath);
  }
}
