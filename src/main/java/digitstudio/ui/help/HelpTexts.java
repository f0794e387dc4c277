package digitstudio.ui.help;

import digitstudio.text.Messages;
import digitstudio.ui.help.HelpTopics.Topic;
import java.util.Locale;

/** What is said of a control, in a language. */
public final class HelpTexts {
  private HelpTexts() {}

  /** The name by which the window calls it. */
  public static String name(Topic topic, Locale language) {
    return Messages.format(language, topic.nameKey());
  }

  /** The sentence. */
  public static String sentence(Topic topic, Locale language) {
    return Messages.format(language, topic.textKey());
  }

  /** The formula, in lines; empty if there is none. */
  public static String formula(Topic topic, Locale language) {
    return topic.hasFormula() ? Messages.format(language, topic.formulaKey()) : "";
  }

  /** The sentence with the formula under it. */
  public static String whole(Topic topic, Locale language) {
    String formula = formula(topic, language);
    return formula.isEmpty()
        ? sentence(topic, language)
        : sentence(topic, language) + "\n" + formula;
  }
}
