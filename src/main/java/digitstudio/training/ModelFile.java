package digitstudio.training;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Models as {@code .npz}: {@code numpy.load} reads W1, b1, W2, …; the entry {@code model.json}
 * holds the rest.
 */
public final class ModelFile {
  private ModelFile() {}

  /**
   * Writes a model so that the file is whole or not there at all.
   *
   * @throws IOException if the file cannot be written
   */
  public static void write(Model model, Path file) throws IOException {
    throw new UnsupportedOperationException("training: in work");
  }

  /**
   * Reads a model.
   *
   * @throws digitstudio.text.Problem naming the file and what is wrong with it
   */
  public static Model read(Path file) {
    throw new UnsupportedOperationException("training: in work");
  }
}
