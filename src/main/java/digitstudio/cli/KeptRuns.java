package digitstudio.cli;

import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunSummary;
import digitstudio.text.Problem;
import java.util.ArrayList;
import java.util.List;

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
