package digitstudio.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import digitstudio.text.Problem;
import digitstudio.training.Model;
import digitstudio.training.ModelFile;
import digitstudio.training.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A file that a command was asked to write, checked before the work begins. */
final class OutputFile {
  private static final ObjectWriter JSON = new ObjectMapper().writerWithDefaultPrettyPrinter();

  private final Path path;

  private OutputFile(Path path) {
    this.path = path;
  }

  /**
   * A path that can be written.
   *
   * @throws Problem if it cannot
   */
  static OutputFile of(String text) {
    Path path = path(text);
    if (Files.isDirectory(path)) {
      throw new Problem("cli.outputIsFolder", text);
    }
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new Problem("cli.outputFolderMissing", text, String.valueOf(folder));
    }
    try {
      WholeFile.probe(path);
    } catch (IOException e) {
      throw new Problem(e, "cli.outputUnwritable", text);
    }
    return new OutputFile(path);
  }

  /** A path as it was typed. */
  static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new Problem(e, "cli.notAPath", text);
    }
  }

  boolean isSameAs(OutputFile other) {
    return path.toAbsolutePath().normalize().equals(other.path.toAbsolutePath().normalize());
  }

  /** Writes JSON. */
  void write(JsonNode json) throws IOException {
    WholeFile.write(
        path,
        out -> {
          out.write(JSON.writeValueAsString(json).getBytes(StandardCharsets.UTF_8));
          out.write('\n');
        });
  }

  /** Writes a model. */
  void write(Model model) throws IOException {
    ModelFile.write(model, path);
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
