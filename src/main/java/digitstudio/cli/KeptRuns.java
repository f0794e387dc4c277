package digitstudio.cli;

import digitstudio.experiment.RunKeeper;
import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunSummary;
import digitstudio.text.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;

/** Finds the runs that a command names by their numbers. */
final class KeptRuns {
  private KeptRuns() {}

  /** The number of a run as it was typed. */
  static long id(String text) {
    try {
      return Long.parseLong(text.trim());
    } catch (NumberFormatException e) {
      throw new Problem(e, "cli.runs.notAnId", text);
    }
  }

  /** The run of a number. */
  static RunSummary find(RunStore store, String id) {
    return store.run(id(id)).orElseThrow(() -> unknown(store, id));
  }

  /** The same of a store that is being opened. */
  static RunSummary find(RunKeeper keeper, String id) {
    try {
      return find(keeper.store().join(), id);
    } catch (CompletionException e) {
      throw e.getCause() instanceof Problem problem ? problem : e;
    }
  }

  static Problem unknown(RunStore store, String id) {
    return new Problem("cli.runs.unknown", id, store.file().toString());
  }

  /** Runs of numbers, every one of which must be there. */
  static List<RunSummary> all(RunStore store, List<String> ids) {
    List<RunSummary> found = new ArrayList<>();
    for (String id : ids) {
      found.add(find(store, id));
    }
    return found;
  }
}
