package digitstudio.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Both languages say everything. */
class MessagesTest {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

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
    Properties properties = new Properties();
    try (InputStream in = MessagesTest.class.getResourceAsStream("/digitstudio/" + name);
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return properties;
  }
}
