package digitstudio;

import digitstudio.experiment.LearntDrawings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Where the program keeps its own files, and where it finds those it came with. */
final class ProgramFolders {
  /** Set by the start script: the folder that holds bin, lib and data. */
  static final String HOME = "digitstudio.home";

  /** Names another store of runs, for tests of the whole program. */
  static final String STORE = "digitstudio.store";

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
    return cache(System.getProperty("os.name"), home(), System::getenv);
  }

  /** As the start script finds it, which Java's own "user.home" would not follow. */
  private static String home() {
    String home = System.getenv("HOME");
    return isSet(home) ? home : System.getProperty("user.home");
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
    return byEnvironment(environment, "XDG_CACHE_HOME", Path.of(userHome, ".cache"));
  }

  /**
   * The store of runs where none is named, in the place that the system has for a person's data.
   */
  static Path store() {
    String given = System.getProperty(STORE);
    return given != null
        ? Path.of(given)
        : data(System.getProperty("os.name"), home(), System::getenv).resolve("runs.db");
  }

  /** The drawings of the person's own hand, beside the store of runs. */
  static Path drawings() {
    return store().resolveSibling(LearntDrawings.FILE);
  }

  static Path data(String os, String userHome, UnaryOperator<String> environment) {
    String system = os.toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      String roaming = environment.apply("APPDATA");
      return isSet(roaming)
          ? Path.of(roaming, NAME)
          : Path.of(userHome, "AppData", "Roaming").resolve(NAME);
    }
    if (system.startsWith("mac")) {
      return Path.of(userHome, "Library", "Application Support", NAME);
    }
    return byEnvironment(environment, "XDG_DATA_HOME", Path.of(userHome, ".local", "share"));
  }

  /** A folder of the XDG base directory specification, which has relative paths ignored. */
  private static Path byEnvironment(
      UnaryOperator<String> environment, String variable, Path otherwise) {
    String given = environment.apply(variable);
    return (isSet(given) && Path.of(given).isAbsolute() ? Path.of(given) : otherwise).resolve(NAME);
  }

  /** The log file that messages of failures name, in the place that the system has for logs. */
  static Path log() {
    return log(System.getProperty("os.name"), home(), System::getenv);
  }

  static Path log(String os, String userHome, UnaryOperator<String> environment) {
    String system = os.toLowerCase(Locale.ROOT);
    Path folder;
    if (system.startsWith("windows")) {
      folder = cache(os, userHome, environment).resolve("log");
    } else if (system.startsWith("mac")) {
      folder = Path.of(userHome, "Library", "Logs", NAME);
    } else {
      folder = byEnvironment(environment, "XDG_STATE_HOME", Path.of(userHome, ".local", "state"));
    }
    return folder.resolve("digit-studio.log");
  }

  private static boolean isSet(String value) {
    return value != null && !value.isBlank();
  }
}
