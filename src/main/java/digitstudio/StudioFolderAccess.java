package digitstudio;

import digitstudio.digits.MnistFiles;
import digitstudio.text.Problem;
import digitstudio.ui.prefs.StudioFolders;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folders and the store as the preferences change them, beside the window's own thread. */
final class StudioFolderAccess implements StudioFolders {
  private static final Logger LOG = LoggerFactory.getLogger(StudioFolderAccess.class);

  private final StudioServices services;
  private final Consumer<String> host;

  /**
   * @param host shows what is at an address, in the system's own program
   */
  StudioFolderAccess(StudioServices services, Consumer<String> host) {
    this.services = services;
    this.host = host;
  }

  @Override
  public Path ownData() {
    return ProgramFolders.data();
  }

  @Override
  public Path store() {
    return ProgramFolders.store();
  }

  @Override
  public Path log() {
    return ProgramFolders.log();
  }

  @Override
  public void check(Path folder, Consumer<Optional<Problem>> told) {
    services.files.execute(
        () -> {
          Optional<Problem> wrong = wrongWith(folder);
          Platform.runLater(() -> told.accept(wrong));
        });
  }

  private static Optional<Problem> wrongWith(Path folder) {
    try {
      MnistFiles.read(folder);
      return Optional.empty();
    } catch (Problem e) {
      return Optional.of(e);
    } catch (UncheckedIOException | OutOfMemoryError e) {
      LOG.warn("{} was not taken", folder, e);
      return Optional.of(new Problem(e, "prefs.dataFailed", folder.toString()));
    }
  }

  @Override
  public void show(Path folder) {
    host.accept(folder.toUri().toString());
  }

  @Override
  public void readKeptEpochs(Consumer<Integer> told) {
    services.keeping.execute(
        () -> {
          try {
            int epochs = services.store().keptEpochs();
            Platform.runLater(() -> told.accept(epochs));
          } catch (Problem e) {
            // Whoever opened the store has told it already.
            LOG.debug("the store does not tell at how many epochs weights are kept", e);
          }
        });
  }

  @Override
  public void keepEpochs(int epochs, Consumer<Problem> failed) {
    services.keeping.execute(
        () -> {
          try {
            services.store().keepEpochs(epochs);
          } catch (Problem e) {
            Platform.runLater(() -> failed.accept(e));
          }
        });
  }
}
