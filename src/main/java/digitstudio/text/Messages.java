package digitstudio.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The sentences of the program in English and Chinese, looked up by key. */
public final class Messages {
  /** Base name of the two bundles. */
  public static final String BUNDLE = "digitstudio.messages";

  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Messages() {}

  /** The bundle of a language: Chinese for any Chinese locale, English for every other. */
  public static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        BUNDLE, isChinese(locale) ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT, NO_FALLBACK);
  }

  /**
   * The language in which the program speaks to a person of a locale, in whose way it must write
   * numbers too: English sentences with Arabic digits, or with a comma for a point, read wrong.
   */
  public static Locale spoken(Locale locale) {
    return isChinese(locale) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
  }

  private static boolean isChinese(Locale locale) {
    return locale.getLanguage().equals(Locale.CHINESE.getLanguage());
  }

  /**
   * The sentence behind a key, its places {0}, {1}, … filled as {@link MessageFormat} does for the
   * locale.
   *
   * @throws MissingResourceException if no bundle has the key
   */
  public static String format(Locale locale, String key, Object... arguments) {
    return new MessageFormat(bundle(locale).getString(key), locale).format(arguments);
  }
}
