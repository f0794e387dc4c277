package digitstudio.ui.main;

import digitstudio.text.Messages;
import digitstudio.text.Problem;
import java.util.List;
import java.util.Locale;

/**
 * A sentence for the person in the window, told in whichever language the window has.
 *
 * @param error whether something went wrong
 * @param key of the sentence
 * @param arguments fill its places
 */
public record Notice(boolean error, String key, List<Object> arguments) {
  public static Notice information(String key, Object... arguments) {
    return new Notice(false, key, List.of(arguments));
  }

  public static Notice error(String key, Object... arguments) {
    return new Notice(true, key, List.of(arguments));
  }

  public static Notice of(Problem problem) {
    return new Notice(true, problem.key(), problem.arguments());
  }

  /** The sentence in a language, beginning as sentences do unless it begins with a name. */
  public String sentence(Locale locale) {
    // As the sentence of a problem, in which another problem may fill a place.
    String sentence = new Problem(key, arguments.toArray()).sentence(locale);
    int first = Messages.bundle(locale).getString(key).codePointAt(0);
    return Character.isLowerCase(first)
        ? Character.toString(Character.toUpperCase(first))
            + sentence.substring(Character.charCount(first))
        : sentence;
  }
}
