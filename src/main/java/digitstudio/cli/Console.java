package digitstudio.cli;

import digitstudio.text.Messages;
import digitstudio.text.Problem;
import java.io.PrintWriter;
import java.util.Locale;

/** The standard streams, in one language. */
final class Console {
  private final PrintWriter out;
  private final PrintWriter err;
  private final Locale locale;
  private boolean quiet;

  Console(PrintWriter out, PrintWriter err, Locale locale) {
    this.out = out;
    this.err = err;
    this.locale = Messages.spoken(locale);
  }

  Locale locale() {
    return locale;
  }

  PrintWriter out() {
    return out;
  }

  PrintWriter err() {
    return err;
  }

  /** From now on nothing but errors. */
  void silence() {
    quiet = true;
  }

  String text(String key, Object... arguments) {
    return Messages.format(locale, key, arguments);
  }

  /** One line on standard output. */
  void say(String key, Object... arguments) {
    print(text(key, arguments));
  }

  /** One line on standard output, as it is. */
  void print(String line) {
    if (!quiet) {
      out.println(line);
      out.flush();
    }
  }

  /** One sentence on standard error. */
  void complain(Problem problem) {
    complain(problem.sentence(locale));
  }

  /** One sentence on standard error. */
  void complain(String sentence) {
    out.flush();
    err.println("digit-studio: " + sentence);
    err.flush();
  }
}
