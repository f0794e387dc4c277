package digitstudio.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts {@link StudioWork} as this process was started, apart from what a test wants different.
 */
final class StudioProcess {
  private static final int PATIENCE_SECONDS = 180;

  private final Path folder;
  private final String[] options;

  /**
   * Prepares a process.
   *
   * @param folder where it may write
   * @param options of its Java, which win over those of this one
   */
  StudioProcess(Path folder, String... options) {
    this.folder = folder;
    this.options = options;
  }

  /** Does the work, and fails with what was said if it fails. */
  void run(String what) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Apart from what a debugger or the test run itself needs.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> !argument.startsWith("-agent") && !argument.startsWith("-javaagent"))
        .forEach(command::add);
    command.add("-Ddigitstudio.store=" + folder.resolve("window.db"));
    command.add("-Djava.util.prefs.userRoot=" + folder.resolve("preferences"));
    command.add(NetworkWatch.CHANNELS + WatchedChannels.class.getName());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(StudioWork.class.getName(), what, folder.toString()));
    Path said = folder.resolve("said.txt");
    Process studio =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    try {
      assertTrue(studio.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), () -> read(said));
    } finally {
      studio.destroyForcibly();
    }
    assertEquals(0, studio.exitValue(), () -> read(said));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
