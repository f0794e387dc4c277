package digitstudio.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Something the person at the keyboard can put right, as one sentence that says what was wrong,
 * where, and what to do, in either language.
 */
public final class Problem extends RuntimeException {
  private final String key;
  private final transient Object[] arguments;

  /**
   * @param key the sentence's key in the message bundles
   * @param arguments what fills its places; another problem fills one with its own sentence
   */
  public Problem(String key, Object... arguments) {
    super(format(Locale.ENGLISH, key, arguments));
    this.key = key;
    this.arguments = arguments.clone();
  }

  /** The same, keeping the failure behind it for the log. */
  public Problem(Throwable cause, String key, Object... arguments) {
    this(key, arguments);
    initCause(cause);
  }

  public String key() {
    return key;
  }

  /** What fills the sentence's places; where a setting is refused, its name comes first. */
  public List<Object> arguments() {
    return Arrays.asList(arguments.clone());
  }

  /** The sentence in a language. */
  public String sentence(Locale locale) {
    return format(locale, key, arguments);
  }

  private static String format(Locale locale, String key, Object[] arguments) {
    Object[] spoken = arguments.clone();
    for (int i = 0; i < spoken.length; i++) {
      if (spoken[i] instanceof Problem inner) {
        spoken[i] = inner.sentence(locale);
      }
    }
    return Messages.format(locale, key, spoken);
  }
}
