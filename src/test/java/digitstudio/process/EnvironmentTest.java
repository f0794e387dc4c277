package digitstudio.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The studio in other people's countries and homes; files are the same in all of them. */
class EnvironmentTest {
  private static final Pattern FOREIGN_DIGIT = Pattern.compile("[\\p{Nd}&&[^0-9]]");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "tr, TR, Europe/Istanbul",
    "ar, EG, Africa/Cairo",
    "de, DE, Europe/Berlin",
    "zh, CN, Asia/Kolkata"
  })
  void filesHavePointsAndPlainDigitsInEveryCountry(String language, String country, String zone)
      throws Exception {
    new StudioProcess(
            folder,
            "-Duser.language=" + language,
            "-Duser.country=" + country,
            "-Duser.timezone=" + zone)
        .run("files");

    String text = Files.readString(folder.resolve("run.json"));
    assertFalse(FOREIGN_DIGIT.matcher(text).find(), text);
    JsonNode run = new ObjectMapper().readTree(text);
    assertEquals("FINISHED", run.get("state").asText());
    assertTrue(text.contains("0.0015"), text);
    double accuracy = run.at("/test/accuracy").asDouble();
    assertTrue(accuracy > 0.5 && accuracy < 1, text);
    String page = Files.readString(folder.resolve("report.html"));
    assertFalse(FOREIGN_DIGIT.matcher(page).find());
    String said = Files.readString(folder.resolve("said.txt"));
    assertFalse(FOREIGN_DIGIT.matcher(said).find(), said);
  }

  @Test
  void theWindowWorksWhereDigitsLookDifferent() throws Exception {
    new StudioProcess(folder, "-Duser.language=ar", "-Duser.country=EG").run("window");
    String said = Files.readString(folder.resolve("said.txt"));
    assertFalse(said.contains("CSS Error"), said);
  }

  @Test
  void aHomeWithSpacesChineseAndEmojiIsAHome() throws Exception {
    Path home = folder.resolve("我 的 home 😀");
    // Java itself can make no such file where the system's encoding has no such letters.
    Assumptions.assumeTrue(new File(home.toString()).mkdirs() && Files.isDirectory(home));
    new StudioProcess(home, "-Duser.home=" + home, "-Djava.io.tmpdir=" + home).run("files");
    assertTrue(Files.size(home.resolve("model.npz")) > 0);
  }
}
