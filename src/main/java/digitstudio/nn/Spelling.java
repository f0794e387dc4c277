package digitstudio.nn;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How plain choices are written on the command line and in files: lower case, with hyphens. */
public final class Spelling {
  private Spelling() {}

  /** {@code MEAN_SQUARED_ERROR} as {@code mean-squared-error}. */
  public static String of(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Reads {@link #of} back.
   *
   * @throws digitstudio.text.Problem naming the field and what it may be
   */
  public static <E extends Enum<E>> E parse(Class<E> type, String field, String text) {
    String name = text.trim().toLowerCase(Locale.ROOT);
    return Arrays.stream(type.getEnumConstants())
        .filter(choice -> of(choice).equals(name))
        .findFirst()
        .orElseThrow(() -> Settings.unknown(field, text, allowed(type)));
  }

  private static String allowed(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(Spelling::of)
        .collect(Collectors.joining(", "));
  }
}
