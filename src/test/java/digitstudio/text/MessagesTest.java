package digitstudio.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both languages say everything. */
class MessagesTest {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

  /** A text of words with points between them, as all keys are. */
  private static final Pattern NAMED = Pattern.compile("\"([a-zA-Z]+(?:\\.[A-Za-z0-9]+)+)\"");

  /** What looks the same and is a file. */
  private static final Pattern FILE = Pattern.compile("\\.(json|db|ini|ftl|txt)$");

  private final Properties english = read("messages.properties");
  private final Properties chinese = read("messages_zh_CN.properties");

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertEquals(
        new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(chinese.stringPropertyNames()));
  }

  @Test
  void bothLanguagesHaveTheSamePlaces() {
    for (String key : english.stringPropertyNames()) {
      assertEquals(places(english.getProperty(key)), places(chinese.getProperty(key)), key);
    }
  }

  @Test
  void perCentIsWrittenInOneWayInEachLanguage() {
    for (String key : english.stringPropertyNames()) {
      assertFalse(english.getProperty(key).matches(".*[0-9}]%.*"), key);
      assertFalse(chinese.getProperty(key).matches(".*[0-9}] %.*"), key);
    }
    assertEquals("97 %", PercentFormat.of(Locale.ENGLISH).format(0.97));
    assertEquals("97%", PercentFormat.of(Locale.SIMPLIFIED_CHINESE).format(0.97));
  }

  @Test
  void everySentenceIsAPatternThatCanBeRead() {
    for (String key : english.stringPropertyNames()) {
      for (Properties bundle : new Properties[] {english, chinese}) {
        String sentence = bundle.getProperty(key);
        assertTrue(!new MessageFormat(sentence, Locale.ENGLISH).toPattern().isEmpty(), key);
        // A single apostrophe would swallow the places after it.
        assertTrue(!sentence.replace("''", "").contains("'"), key + ": " + sentence);
      }
    }
  }

  @Test
  void everyKeyThatTheProgramNamesIsThere() throws IOException {
    Set<String> beginnings =
        english.stringPropertyNames().stream()
            .map(key -> key.substring(0, key.indexOf('.') + 1))
            .collect(Collectors.toSet());
    Set<String> missing = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        NAMED
            .matcher(Files.readString(file))
            .results()
            .map(named -> named.group(1))
            .filter(key -> beginnings.contains(key.substring(0, key.indexOf('.') + 1)))
            .filter(key -> !FILE.matcher(key).find() && !isKey(key))
            .forEach(missing::add);
      }
    }
    assertEquals(Set.of(), missing);
  }

  /** Or the beginning of keys whose end the program puts together. */
  private boolean isKey(String text) {
    return english.stringPropertyNames().stream()
        .anyMatch(key -> key.equals(text) || key.startsWith(text + "."));
  }

  @Test
  void anyChineseIsAnsweredInChineseAndEveryOtherLanguageInEnglish() {
    assertEquals(
        chinese.getProperty("presets.unknown"),
        Messages.bundle(Locale.TRADITIONAL_CHINESE).getString("presets.unknown"));
    assertEquals(
        english.getProperty("presets.unknown"),
        Messages.bundle(Locale.GERMANY).getString("presets.unknown"));
  }

  @Test
  void aProblemInsideAProblemSpeaksTheSameLanguage() {
    Problem inner = new Problem("json.missing", "seed");
    Problem outer = new Problem("model.description", "m.npz", inner);

    assertEquals(
        "m.npz: model.json does not describe a model: seed is missing", outer.getMessage());
    assertTrue(outer.sentence(Locale.CHINA).endsWith("缺少 seed"));
  }

  private static TreeSet<String> places(String sentence) {
    return PLACE
        .matcher(sentence)
        .results()
        .map((MatchResult place) -> place.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties read(String name) {
    Properties properties =
        new Properties() {
          @Override
          public synchronized Object put(Object key, Object value) {
            // A key said twice takes the words away from the place that had it first.
            assertEquals(null, super.put(key, value), name + " says " + key + " twice");
            return null;
          }
        };
    try (InputStream in = MessagesTest.class.getResourceAsStream("/digitstudio/" + name);
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return properties;
  }
}
