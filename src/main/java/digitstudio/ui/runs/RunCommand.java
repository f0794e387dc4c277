package digitstudio.ui.runs;

import digitstudio.experiment.RunSummary;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.kordamp.ikonli.Ikon;

/**
 * Something else that can be done with chosen runs, offered after the table's own commands.
 *
 * @param id of its menu item
 * @param nameKey key of its name
 * @param icon before its name
 * @param severalAtOnce whether it takes more than one run
 * @param command does it, on the JavaFX thread
 * @param suits whether a run is one that it can be done with
 */
public record RunCommand(
    String id,
    String nameKey,
    Ikon icon,
    boolean severalAtOnce,
    Consumer<List<RunSummary>> command,
    Predicate<RunSummary> suits) {
  /** One that can be done with any run. */
  public RunCommand(
      String id,
      String nameKey,
      Ikon icon,
      boolean severalAtOnce,
      Consumer<List<RunSummary>> command) {
    this(id, nameKey, icon, severalAtOnce, command, run -> true);
  }
}
