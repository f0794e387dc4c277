package digitstudio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudioLogTest {
  @TempDir Path folder;
  private final LoggerContext context = new LoggerContext();
  private String before;

  @BeforeEach
  void rememberThePlace() {
    before = System.getProperty("digitstudio.log");
  }

  @AfterEach
  void stop() {
    context.stop();
    System.setProperty("digitstudio.log", before);
  }

  private void logTo(Path file) {
    System.setProperty("digitstudio.log", file.toString());
    context.setMDCAdapter(new LogbackMDCAdapter());
    StudioLog log = new StudioLog();
    log.setContext(context);
    log.configure(context);
  }

  @Test
  void aLineSaysWhenHowBadAndWhere() throws IOException {
    Path file = folder.resolve("studio.log");
    logTo(file);

    context.getLogger("some.Place").info("a word");
    context.getLogger("some.Place").debug("a whisper");

    List<String> lines = Files.readAllLines(file);
    assertEquals(1, lines.size());
    assertTrue(
        lines
            .get(0)
            .matches(
                "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\S+ INFO  \\[.*] some\\.Place - a word"),
        lines.get(0));
  }

  @Test
  void aFloodOfLinesFillsFourFilesOfAMegabyteInAFolderOfAnyName() throws IOException {
    Path odd = Files.createDirectory(folder.resolve("50% of (小明) 🙂 %d"));
    logTo(odd.resolve("studio.log"));

    String line = "x".repeat(10_000);
    for (int i = 0; i < 600; i++) {
      context.getLogger("flood").warn(line);
    }

    try (Stream<Path> files = Files.list(odd)) {
      List<Path> written = files.sorted().toList();
      assertEquals(
          List.of("studio.log", "studio.log.1", "studio.log.2", "studio.log.3"),
          written.stream().map(file -> file.getFileName().toString()).toList());
      for (Path file : written) {
        assertTrue(Files.size(file) < (1 << 20) + 20_000, file + " " + Files.size(file));
      }
    }
  }
}
