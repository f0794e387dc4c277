package digitstudio.ui.runs;

import digitstudio.experiment.RunSummary;
import java.util.List;
import java.util.function.Consumer;
import org.kordamp.ikonli.Ikon;

/**
 * Something else that can be done with chosen runs, offered after the table's own commands.
 *
 * @param id of its menu item
 * @param nameKey key of its name
 * @param icon before its name
 * @param severalAtOnce whether it takes more than one run
 * @param command does it, on the JavaFX thread
 */
public record RunCommand(
    String id,
    String nameKey,
    Ikon icon,
    boolean severalAtOnce,
    Consumer<List<RunSummary>> command) {}
