package digitstudio.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the rest of the screen is dark: asked of the desktop by its own small programs, each
 * started without a shell and given a second, and of GTK's files.
 */
public final class SystemTheme {
  private static final Logger LOG = LoggerFactory.getLogger(SystemTheme.class);
  private static final long PATIENCE_MILLIS = 1000;
  private static final int MOST_BYTES = 4096;

  private final String os;
  private final UnaryOperator<String> environment;
  private final Function<List<String>, Optional<String>> answers;

  /** The computer's own. */
  public SystemTheme() {
    this(System.getProperty("os.name"), System::getenv, SystemTheme::run);
  }

  /**
   * @param os name of the system
   * @param environment its variables; null for one that is not set
   * @param answers what a program writes; empty if there is none or it does not end
   */
  SystemTheme(
      String os,
      UnaryOperator<String> environment,
      Function<List<String>, Optional<String>> answers) {
    this.os = os.toLowerCase(Locale.ROOT);
    this.environment = environment;
    this.answers = answers;
  }

  /** On a worker: whether it is dark; light where nobody knows. */
  public boolean isDark() {
    if (os.startsWith("windows")) {
      return answer(
              "reg",
              "query",
              "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize",
              "/v",
              "AppsUseLightTheme")
          .filter(text -> text.strip().endsWith("0x0"))
          .isPresent();
    }
    if (os.startsWith("mac")) {
      return answer("defaults", "read", "-g", "AppleInterfaceStyle")
          .filter(SystemTheme::saysDark)
          .isPresent();
    }
    return isLinuxDark();
  }

  private boolean isLinuxDark() {
    String forced = environment.apply("GTK_THEME");
    if (forced != null && !forced.isBlank()) {
      return saysDark(forced);
    }
    Optional<String> scheme =
        answer("gsettings", "get", "org.gnome.desktop.interface", "color-scheme")
            .filter(text -> text.contains("dark") || text.contains("light"));
    return scheme.isPresent() ? saysDark(scheme.get()) : settingsFiles();
  }

  private boolean settingsFiles() {
    String given = environment.apply("XDG_CONFIG_HOME");
    String home = environment.apply("HOME");
    if (given == null && home == null) {
      return false;
    }
    Path folder = given == null || given.isBlank() ? Path.of(home, ".config") : Path.of(given);
    for (String gtk : List.of("gtk-4.0", "gtk-3.0")) {
      Path file = folder.resolve(gtk).resolve("settings.ini");
      try {
        if (Files.isRegularFile(file)
            && Files.readAllLines(file).stream().anyMatch(this::isDarkLine)) {
          return true;
        }
      } catch (IOException | RuntimeException e) {
        LOG.debug("{} does not tell the theme", file, e);
      }
    }
    return false;
  }

  private boolean isDarkLine(String line) {
    String plain = line.replace(" ", "").toLowerCase(Locale.ROOT);
    return plain.equals("gtk-application-prefer-dark-theme=1")
        || plain.equals("gtk-application-prefer-dark-theme=true")
        || (plain.startsWith("gtk-theme-name=") && saysDark(plain));
  }

  private static boolean saysDark(String text) {
    return text.toLowerCase(Locale.ROOT).contains("dark");
  }

  private Optional<String> answer(String... command) {
    return answers.apply(List.of(command));
  }

  private static Optional<String> run(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      try (InputStream text = process.getInputStream()) {
        if (!process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
          return Optional.empty();
        }
        return Optional.of(new String(text.readNBytes(MOST_BYTES), StandardCharsets.UTF_8))
            .filter(answer -> process.exitValue() == 0);
      } finally {
        process.destroy();
      }
    } catch (IOException e) {
      LOG.debug("{} does not tell the theme", command.get(0), e);
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
