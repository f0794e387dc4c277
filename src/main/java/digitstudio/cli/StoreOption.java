package digitstudio.cli;

import digitstudio.experiment.LearntDrawings;
import digitstudio.experiment.RunStore;
import digitstudio.text.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Where the kept runs are. */
final class StoreOption {
  private final Path usual;

  // Inherited, so that it may stand before or after the name of a command within a command.
  @Option(
      names = "--store",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      descriptionKey = "cli.store")
  private String file;

  /**
   * @param usual store where none is given
   */
  StoreOption(Path usual) {
    this.usual = usual;
  }

  Path file() {
    return file == null ? usual : OutputFile.path(file);
  }

  /** The drawings of the person's own hand, which are kept beside the runs. */
  Path drawings() {
    return file().resolveSibling(LearntDrawings.FILE);
  }

  /**
   * Opens a store that is there.
   *
   * @throws digitstudio.text.Problem if it cannot be read or written, or was named and is not there
   */
  RunStore openExisting(Console console) {
    if (file != null && !Files.exists(file())) {
      throw new Problem("store.none", file);
    }
    return open(console);
  }

  /**
   * Opens the store, and makes it if there is none, saying so if an old one had to be set aside.
   *
   * @throws digitstudio.text.Problem if it cannot be read or written
   */
  RunStore open(Console console) {
    RunStore store = RunStore.open(file());
    store.warning().ifPresent(console::complain);
    store.addProblemObserver(console::complain);
    return store;
  }
}
