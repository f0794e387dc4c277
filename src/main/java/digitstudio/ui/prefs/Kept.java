package digitstudio.ui.prefs;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.prefs.Preferences;
import javafx.beans.property.Property;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A preference that is kept as soon as it changes. One that is as usual is not kept at all, so that
 * it goes with the computer and with later versions.
 */
final class Kept<T> {
  private static final Logger LOG = LoggerFactory.getLogger(Kept.class);

  private final Preferences node;
  private final String key;
  private final Property<T> property;
  private final Supplier<T> usual;
  private final Function<T, String> write;
  private final Function<String, T> read;

  /**
   * @param property what is kept, set to what was kept before
   * @param usual its value before any choice
   * @param write as a text
   * @param read from that text; throws {@link IllegalArgumentException} for any other
   */
  Kept(
      Preferences node,
      String key,
      Property<T> property,
      Supplier<T> usual,
      Function<T, String> write,
      Function<String, T> read) {
    this.node = node;
    this.key = key;
    this.property = property;
    this.usual = usual;
    this.write = write;
    this.read = read;
    readAgain();
    property.addListener((change, before, now) -> keep(now));
  }

  /** Takes up what another part of the program kept since. */
  void readAgain() {
    property.setValue(stored());
  }

  private T stored() {
    String text = node.get(key, null);
    if (text == null) {
      return usual.get();
    }
    try {
      return read.apply(text);
    } catch (IllegalArgumentException e) {
      LOG.warn("preference {} is \"{}\", which cannot be; the usual value stands", key, text, e);
      return usual.get();
    }
  }

  private void keep(T value) {
    if (value == null || value.equals(usual.get())) {
      node.remove(key);
    } else {
      node.put(key, write.apply(value));
    }
  }

  boolean isUsual() {
    return usual.get().equals(property.getValue());
  }

  void restore() {
    property.setValue(usual.get());
  }

  /** What puts the present value back. */
  Runnable memento() {
    T now = property.getValue();
    Consumer<T> back = property::setValue;
    return () -> back.accept(now);
  }
}
