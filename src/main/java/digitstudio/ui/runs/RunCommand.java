package digitstudio.ui.runs;

import digitstudio.experiment.RunSummary;
import java.util.List;
import java.util.function.Consumer;

/**
 * Something else that can be done with chosen runs, offered after the table's own commands.
 *
 * @param id of its menu item
 * @param nameKey key of its name
 * @param severalAtOnce whether it takes more than one run
 * @param command does it, on the JavaFX thread
 */
public record RunCommand(
    String id, String nameKey, boolean severalAtOnce, Consumer<List<RunSummary>> command) {}
