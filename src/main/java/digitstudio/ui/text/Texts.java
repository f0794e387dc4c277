package digitstudio.ui.text;

import digitstudio.text.Messages;
import digitstudio.text.Problem;
import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The window's language, and every sentence in it, following the language as it is switched. */
public final class Texts {
  private final ObjectProperty<Locale> locale = new SimpleObjectProperty<>(this, "locale");

  /**
   * @param locale English or Simplified Chinese
   */
  public Texts(Locale locale) {
    this.locale.set(locale);
  }

  public ObjectProperty<Locale> localeProperty() {
    return locale;
  }

  public Locale locale() {
    return locale.get();
  }

  /** The sentence behind a key, for now. */
  public String get(String key, Object... arguments) {
    return Messages.format(locale.get(), key, arguments);
  }

  /** The sentence of a problem, for now. */
  public String get(Problem problem) {
    return problem.sentence(locale.get());
  }

  /** The sentence behind a key, switched with the language. */
  public StringBinding of(String key, Object... arguments) {
    return binding(() -> get(key, arguments));
  }

  /** A text made by hand, made anew whenever the language or one of the sources changes. */
  public StringBinding binding(Callable<String> text, javafx.beans.Observable... sources) {
    javafx.beans.Observable[] all = new javafx.beans.Observable[sources.length + 1];
    all[0] = locale;
    System.arraycopy(sources, 0, all, 1, sources.length);
    return Bindings.createStringBinding(text, all);
  }
}
