package digitstudio.ui.main;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the window asks a person in a window of its own. */
public interface Dialogs {
  /** Whether to close although a training goes on. */
  boolean confirmClose();

  /** The model file to open; empty if the person thought better of it. */
  Optional<Path> chooseModelToOpen();

  /** Where to save the model; empty if the person thought better of it. */
  Optional<Path> chooseModelToSave();

  /**
   * Where to write a file; empty if the person thought better of it.
   *
   * @param titleKey key of the question
   * @param name without extension
   * @param extensions that can be chosen from, the usual one first, without the dot
   */
  Optional<Path> chooseFileToSave(String titleKey, String name, List<String> extensions);

  /** Shows which program this is and what it is made of. */
  default void showAbout() {}
}
