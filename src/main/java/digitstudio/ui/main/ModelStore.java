package digitstudio.ui.main;

import digitstudio.training.Model;
import digitstudio.training.ModelFile;
import java.io.IOException;
import java.nio.file.Path;

/** Where models are kept; called on a worker, never on the JavaFX thread. */
public interface ModelStore {
  /** Model files. */
  ModelStore FILES =
      new ModelStore() {
        @Override
        public void write(Model model, Path file) throws IOException {
          ModelFile.write(model, file);
        }

        @Override
        public Model read(Path file) throws IOException {
          return ModelFile.read(file);
        }
      };

  /**
   * Keeps a model.
   *
   * @throws IOException if the file cannot be written
   */
  void write(Model model, Path file) throws IOException;

  /**
   * Takes a model out.
   *
   * @throws IOException if the file cannot be read
   * @throws digitstudio.text.Problem naming the file and what is wrong with it
   */
  Model read(Path file) throws IOException;
}
