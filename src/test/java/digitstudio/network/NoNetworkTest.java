package digitstudio.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The studio opens no socket: not the window, not the command line, not a library behind them. */
class NoNetworkTest {
  private static final int PATIENCE_SECONDS = 120;

  @TempDir private Path folder;

  @Test
  void theCommandsOpenNoSocket() throws Exception {
    assertEquals(List.of(), askedBy("commands"));
    assertTrue(Files.size(folder.resolve("m.npz")) > 0);
  }

  @Test
  void theWindowOpensNoSocket() throws Exception {
    assertEquals(List.of(), askedBy("window"));
  }

  @Test
  void theWatchSeesEveryDoor() throws Exception {
    List<String> asked = askedBy("doors");
    assertTrue(
        asked.containsAll(List.of("socket", "server socket", "datagram socket", "channel")),
        asked.toString());
  }

  private List<String> askedBy(String what) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // As this process was started, apart from what a debugger or the test run itself needs.
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> !argument.startsWith("-agent") && !argument.startsWith("-javaagent"))
        .forEach(command::add);
    command.add("-Ddigitstudio.store=" + folder.resolve("window.db"));
    command.add("-Djava.util.prefs.userRoot=" + folder.resolve("preferences"));
    command.add(NetworkWatch.CHANNELS + WatchedChannels.class.getName());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(WatchedStudio.class.getName(), what, folder.toString()));
    Path said = folder.resolve("said.txt");
    Process studio =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    try {
      assertTrue(studio.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), () -> read(said));
    } finally {
      studio.destroyForcibly();
    }
    assertEquals(0, studio.exitValue(), () -> read(said));
    return Files.readAllLines(folder.resolve("asked.txt"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
