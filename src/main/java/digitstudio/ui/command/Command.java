package digitstudio.ui.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCombination;

/**
 * Something a person can have done: in the palette by its name, in the window by its keys.
 *
 * @param id tells it from all others
 * @param group where it belongs, a key of the bundles
 * @param name in a language
 * @param keys that do it, the usual one first; none for a command of the palette alone
 * @param seen whether its view is the one that is seen; elsewhere it is neither offered nor done
 * @param refusal why it cannot be done now; empty if it can
 * @param action what it does
 * @param byWindow whether the window listens for its keys; else the view it belongs to does
 */
public record Command(
    String id,
    String group,
    Function<Locale, String> name,
    List<KeyCombination> keys,
    BooleanSupplier seen,
    Supplier<Optional<String>> refusal,
    Runnable action,
    boolean byWindow) {
  public Command {
    keys = List.copyOf(keys);
  }

  /** One that can be done at any time, without a key. */
  public static Command of(
      String id, String group, Function<Locale, String> name, Runnable action) {
    return new Command(id, group, name, List.of(), () -> true, Optional::empty, action, true);
  }

  /** The same, done by keys too. */
  public Command on(KeyCombination... combinations) {
    return new Command(id, group, name, List.of(combinations), seen, refusal, action, byWindow);
  }

  /** The same where it is wanted only while its view is seen. */
  public Command where(BooleanSupplier isSeen) {
    return new Command(id, group, name, keys, isSeen, refusal, action, byWindow);
  }

  /** The same with a reason why it cannot be done at times. */
  public Command unless(Supplier<Optional<String>> reason) {
    return new Command(id, group, name, keys, seen, reason, action, byWindow);
  }

  /** The same, its keys being heard by the view it belongs to. */
  public Command byView() {
    return new Command(id, group, name, keys, seen, refusal, action, false);
  }

  /** Does it if it can be done; returns whether it was. */
  public boolean perform() {
    boolean possible = seen.getAsBoolean() && refusal.get().isEmpty();
    if (possible) {
      action.run();
    }
    return possible;
  }

  /** Its keys as a person reads them; empty if it has none. */
  public String keyText() {
    return keys.stream()
        .map(KeyCombination::getDisplayText)
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
