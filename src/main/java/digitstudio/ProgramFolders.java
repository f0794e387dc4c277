package digitstudio;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Where the program keeps its own files, and where it finds those it came with. */
final class ProgramFolders {
  /** Set by the start script: the folder that holds bin, lib and data. */
  static final String HOME = "digitstudio.home";

  private static final String NAME = "digit-studio";

  private ProgramFolders() {}

  /** The images that came with the program, or those of the working directory. */
  static Path data() {
    String home = System.getProperty(HOME);
    if (home != null) {
      Path own = Path.of(home, "data");
      if (Files.isDirectory(own)) {
        return own;
      }
    }
    Path here = Path.of("data");
    // Where there are none at all, it is the program's own folder that lacks them.
    return home == null || Files.isDirectory(here) ? here : Path.of(home, "data");
  }

  /** What may be deleted at any time, in the place that the system has for it. */
  static Path cache() {
    // As the start script does, which Java's own "user.home" would not follow.
    String home = System.getenv("HOME");
    return cache(
        System.getProperty("os.name"),
        isSet(home) ? home : System.getProperty("user.home"),
        System::getenv);
  }

  static Path cache(String os, String userHome, UnaryOperator<String> environment) {
    String system = os.toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      String local = environment.apply("LOCALAPPDATA");
      return isSet(local)
          ? Path.of(local, NAME)
          : Path.of(userHome, "AppData", "Local").resolve(NAME);
    }
    if (system.startsWith("mac")) {
      return Path.of(userHome, "Library", "Caches", NAME);
    }
    String given = environment.apply("XDG_CACHE_HOME");
    // The specification has relative paths ignored.
    return isSet(given) && Path.of(given).isAbsolute()
        ? Path.of(given, NAME)
        : Path.of(userHome, ".cache", NAME);
  }

  /** The log file that messages of failures name. */
  static Path log() {
    return cache().resolve("log").resolve("digit-studio.log");
  }

  private static boolean isSet(String value) {
    return value != null && !value.isBlank();
  }
}
