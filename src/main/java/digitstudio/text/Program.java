package digitstudio.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The program's name and version. */
public final class Program {
  public static final String NAME = "Digit Studio";

  private Program() {}

  /** Version as the build knows it. */
  public static String version() {
    Properties properties = new Properties();
    try (InputStream in = Program.class.getResourceAsStream("/digitstudio/program.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
