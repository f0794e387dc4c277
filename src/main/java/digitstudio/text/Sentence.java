package digitstudio.text;

import java.util.List;
import java.util.Locale;

/**
 * Something a result says of itself, in either language.
 *
 * @param key the sentence's key in the message bundles
 * @param arguments what fills its places; another sentence or problem fills one with its own words
 */
public record Sentence(String key, List<Object> arguments) {
  public Sentence {
    arguments = List.copyOf(arguments);
  }

  public static Sentence of(String key, Object... arguments) {
    return new Sentence(key, List.of(arguments));
  }

  /** The sentence in a language. */
  public String in(Locale locale) {
    return Messages.format(
        locale, key, arguments.stream().map(argument -> spoken(argument, locale)).toArray());
  }

  private static Object spoken(Object argument, Locale locale) {
    if (argument instanceof Sentence sentence) {
      return sentence.in(locale);
    }
    return argument instanceof Problem problem ? problem.sentence(locale) : argument;
  }
}
