package digitstudio.ui.prefs;

import digitstudio.text.Problem;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** What the preferences need of the folders and the store behind the window. */
public interface StudioFolders {
  /** Where the images are that came with the program. */
  Path ownData();

  /** The file in which runs are kept. */
  Path store();

  /** Where the program writes what happens. */
  Path log();

  /**
   * Looks whether a folder holds the images.
   *
   * @param told what is wrong with it, in the window; empty if nothing is
   */
  void check(Path folder, Consumer<Optional<Problem>> told);

  /** Shows a folder in the system's own program for it. */
  void show(Path folder);

  /**
   * Asks at how many epochs the weights of runs are kept.
   *
   * @param told in the window, as soon as the store is open
   */
  void readKeptEpochs(Consumer<Integer> told);

  /**
   * Chooses that, for the runs to come.
   *
   * @param failed told in the window if it cannot be kept
   */
  void keepEpochs(int epochs, Consumer<Problem> failed);
}
