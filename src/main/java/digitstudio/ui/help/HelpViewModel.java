package digitstudio.ui.help;

import digitstudio.ui.help.HelpTopics.Topic;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the help page shows: the topics in which every word that is looked for occurs. */
public final class HelpViewModel {
  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

  private final StringProperty query = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Set<Topic>> found = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Topic> asked = new ReadOnlyObjectWrapper<>();

  /** All topics at first. */
  public HelpViewModel() {
    query.addListener(change -> search());
    search();
  }

  private void search() {
    String[] words = query.get().strip().toLowerCase(Locale.ROOT).split("\\s+");
    found.set(
        HelpTopics.all().stream()
            .filter(topic -> hasAll(topic, words))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** In either language, whichever the window has. */
  private static boolean hasAll(Topic topic, String[] words) {
    StringBuilder text = new StringBuilder();
    for (Locale language : LANGUAGES) {
      text.append(HelpTexts.name(topic, language)).append('\n');
      text.append(HelpTexts.whole(topic, language)).append('\n');
    }
    String small = text.toString().toLowerCase(Locale.ROOT);
    for (String word : words) {
      if (!small.contains(word)) {
        return false;
      }
    }
    return true;
  }

  /** Shows all topics, with one of them in sight. */
  public void ask(Topic topic) {
    query.set("");
    asked.set(null);
    asked.set(topic);
  }

  /** What is looked for. */
  public StringProperty queryProperty() {
    return query;
  }

  /** The topics to show. */
  public ReadOnlyObjectProperty<Set<Topic>> foundProperty() {
    return found.getReadOnlyProperty();
  }

  /** The topic to have in sight; null for none. */
  public ReadOnlyObjectProperty<Topic> askedProperty() {
    return asked.getReadOnlyProperty();
  }
}
