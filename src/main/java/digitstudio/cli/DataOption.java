package digitstudio.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the images are. */
final class DataOption {
  private final Path usual;

  @Option(names = "--data", paramLabel = "DIR", descriptionKey = "cli.data")
  private String folder;

  /**
   * @param usual folder where none is given
   */
  DataOption(Path usual) {
    this.usual = usual;
  }

  Path folder() {
    return folder == null ? usual : OutputFile.path(folder);
  }
}
