package digitstudio.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The studio opens no socket: not the window, not the command line, not a library behind them. */
class NoNetworkTest {
  @TempDir private Path folder;

  @Test
  void theCommandsOpenNoSocket() throws Exception {
    assertEquals(List.of(), askedBy("commands"));
    assertTrue(Files.size(folder.resolve("model.npz")) > 0);
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
    new StudioProcess(folder).run(what);
    return Files.readAllLines(folder.resolve("asked.txt"));
  }
}
