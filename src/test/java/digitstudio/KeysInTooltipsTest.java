package digitstudio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.text.Messages;
import java.util.Enumeration;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tooltips that name keys must name the same ones in both languages. */
class KeysInTooltipsTest {
  private static final Pattern KEY =
      Pattern.compile("(?:Ctrl|Shift|Alt)\\+(?:[A-Z][a-z]+|[A-Z0-9.,])|\\bF\\d{1,2}\\b");

  private static Set<String> keys(String text) {
    Set<String> keys = new TreeSet<>();
    Matcher matcher = KEY.matcher(text);
    while (matcher.find()) {
      keys.add(matcher.group());
    }
    return keys;
  }

  @Test
  void bothLanguagesNameTheSameKeys() {
    ResourceBundle english = Messages.bundle(Locale.ENGLISH);
    ResourceBundle chinese = Messages.bundle(Locale.SIMPLIFIED_CHINESE);
    int named = 0;
    Enumeration<String> all = english.getKeys();
    while (all.hasMoreElements()) {
      String key = all.nextElement();
      if (key.startsWith("prefs.fontSize")) {
        // Plus and minus are words of the language.
        continue;
      }
      Set<String> wanted = keys(english.getString(key));
      named += wanted.size();
      assertEquals(wanted, keys(chinese.getString(key)), key);
    }
    assertTrue(named > 15, "only " + named + " keys are named");
  }
}
