package digitstudio.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import digitstudio.text.Problem;
import digitstudio.training.JsonFields;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a lesson says, in one language or two: in a file a text, which stands for both, or {@code
 * {"en": …, "zh": …}}, of which one may be missing.
 *
 * @param english never blank
 * @param chinese never blank
 */
public record Words(String english, String chinese) {
  /** A page of text; more belongs in a book. */
  static final int LONGEST = 4000;

  private static final String ENGLISH = "en";
  private static final String CHINESE = "zh";

  /** The same in both languages. */
  public static Words of(String text) {
    return new Words(text, text);
  }

  /**
   * Reads them.
   *
   * @param place of the words in their file
   * @throws Problem that names the place
   */
  static Words read(JsonNode json, String place) {
    if (json.isTextual()) {
      return of(checked(json, place));
    }
    if (!json.isObject()) {
      throw new Problem("lessons.notWords", place, JsonFields.excerpt(json));
    }
    Map<String, String> said = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : json.properties()) {
      String language = entry.getKey();
      if (!language.equals(ENGLISH) && !language.equals(CHINESE)) {
        throw new Problem("lessons.language", place, language);
      }
      said.put(language, checked(entry.getValue(), place + "." + language));
    }
    if (said.isEmpty()) {
      throw new Problem("lessons.noWords", place);
    }
    String some = said.values().iterator().next();
    return new Words(said.getOrDefault(ENGLISH, some), said.getOrDefault(CHINESE, some));
  }

  private static String checked(JsonNode json, String place) {
    if (!json.isTextual()) {
      throw new Problem("lessons.notWords", place, JsonFields.excerpt(json));
    }
    String text = json.textValue().strip();
    if (text.isEmpty()) {
      throw new Problem("lessons.noWords", place);
    }
    if (text.length() > LONGEST) {
      throw new Problem("lessons.tooLong", place, text.length(), LONGEST);
    }
    return text;
  }

  /** As a file has them. */
  JsonNode json() {
    if (english.equals(chinese)) {
      return JsonNodeFactory.instance.textNode(english);
    }
    ObjectNode both = JsonNodeFactory.instance.objectNode();
    return both.put(ENGLISH, english).put(CHINESE, chinese);
  }

  /** In the language of a person: Chinese for any Chinese, English for everyone else. */
  public String in(Locale locale) {
    return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? chinese : english;
  }
}
