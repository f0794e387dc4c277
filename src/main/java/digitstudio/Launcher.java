package digitstudio;

import digitstudio.cli.CommandLineProgram;
import digitstudio.cli.StandardStreams;
import digitstudio.cli.Workbench;
import digitstudio.report.chart.ChartLibrary;
import digitstudio.text.Problem;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javafx.application.Application;
import org.slf4j.LoggerFactory;

/** Starts the studio or the command line; not an Application, so that it can speak first. */
public final class Launcher {
  private Launcher() {}

  /**
   * Opens the studio if there are no arguments, or files to open in it; else runs a command. Ends
   * the program with the exit code.
   */
  public static void main(String[] arguments) {
    prepare();
    StandardStreams streams = StandardStreams.open();
    int exitCode =
        StudioArguments.read(List.of(arguments)).isPresent()
            ? openStudio(streams, arguments)
            : commandLine(streams).run(arguments);
    System.exit(exitCode);
  }

  private static CommandLineProgram commandLine(StandardStreams streams) {
    return new CommandLineProgram(
        streams.out(),
        streams.err(),
        Locale.getDefault(Locale.Category.DISPLAY),
        ProgramFolders.data(),
        ProgramFolders.store(),
        Workbench.REAL);
  }

  /** Must come before anything touches the numeric library or the log. */
  private static void prepare() {
    setUnlessGiven("digitstudio.log", ProgramFolders.log().toString());
    setUnlessGiven(
        "org.bytedeco.javacpp.cachedir", ProgramFolders.cache().resolve("native").toString());
    // The studio says itself when memory does not suffice; a cap would only end runs halfway.
    setUnlessGiven("org.bytedeco.javacpp.maxbytes", "0");
    setUnlessGiven("org.bytedeco.javacpp.maxphysicalbytes", "0");
    setUnlessGiven("org.bytedeco.javacpp.logger", "slf4j");
    // The charts measure their text with AWT, which needs no screen of its own for it.
    setUnlessGiven("java.awt.headless", "true");
  }

  private static void setUnlessGiven(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  private static int openStudio(StandardStreams streams, String[] arguments) {
    if (!hasDisplay()) {
      return commandLine(streams).refuse(new Problem("cli.noDisplay"));
    }
    // Beside the window toolkit, which takes as long: the second processor has nothing else to do.
    CompletableFuture.runAsync(() -> LoggerFactory.getLogger(Launcher.class));
    CompletableFuture.runAsync(ChartLibrary::load);
    try {
      Application.launch(DigitStudioApp.class, arguments);
      return 0;
    } catch (UnsupportedOperationException e) {
      return commandLine(streams).refuse(new Problem(e, "cli.noDisplay"));
    } catch (RuntimeException e) {
      return e.getCause() instanceof UnsatisfiedLinkError
          ? commandLine(streams).refuse(new Problem(e, "cli.noToolkit"))
          : commandLine(streams).unexpected(e);
    } catch (UnsatisfiedLinkError | NoClassDefFoundError e) {
      return commandLine(streams).refuse(new Problem(e, "cli.noToolkit"));
    }
  }

  /** Only where it is certain that there is none: elsewhere the toolkit finds out. */
  private static boolean hasDisplay() {
    boolean needsOne =
        System.getProperty("os.name").equals("Linux")
            && System.getProperty("glass.platform", "gtk").equalsIgnoreCase("gtk");
    return !needsOne || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
  }

  private static boolean isSet(String variable) {
    String value = System.getenv(variable);
    return value != null && !value.isEmpty();
  }
}
