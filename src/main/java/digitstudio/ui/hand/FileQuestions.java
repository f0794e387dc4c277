package digitstudio.ui.hand;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the view asks a person in a window of its own; empty if they thought better of it. */
public interface FileQuestions {
  /**
   * Which file to open.
   *
   * @param titleKey key of the question
   * @param patterns that can be chosen from, such as {@code *.png}
   */
  Optional<Path> open(String titleKey, List<String> patterns);

  /**
   * Where to write a file.
   *
   * @param titleKey key of the question
   * @param name that is offered
   */
  Optional<Path> save(String titleKey, String name);
}
