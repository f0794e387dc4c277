package digitstudio.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypedFileTest {
  private static final List<String> ENDINGS = List.of("png", "svg", "pdf", "csv");

  @TempDir Path folder;

  @Test
  void theTypedEndingWinsOverTheOneThatTheDialogPutsBehindIt() {
    assertEquals(folder.resolve("one.pdf"), of("one.pdf.png"));
    assertEquals(folder.resolve("one.PDF"), of("one.PDF.png"));
  }

  @Test
  void aFileThatNobodyAskedAboutIsNotReplaced() throws IOException {
    Files.createFile(folder.resolve("one.pdf"));
    assertEquals(folder.resolve("one.pdf.png"), of("one.pdf.png"));
  }

  @Test
  void aNameWithoutEndingGetsTheUsualOne() {
    assertEquals(folder.resolve("one.svg"), of("one"));
  }

  @Test
  void aNameWithDotsOfItsOwnStaysAsItIs() {
    assertEquals(folder.resolve("run 0.1.png"), of("run 0.1.png"));
    assertEquals(folder.resolve("one.tar"), of("one.tar"));
  }

  private Path of(String name) {
    return TypedFile.of(folder.resolve(name), ENDINGS, "svg");
  }
}
