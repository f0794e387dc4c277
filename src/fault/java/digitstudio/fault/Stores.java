package digitstudio.fault;

import digitstudio.experiment.RunDetails;
import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunStore.Weights;
import digitstudio.experiment.RunSummary;
import digitstudio.text.Problem;
import digitstudio.training.EpochResult;
import digitstudio.training.Model;
import digitstudio.training.RunState;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Looks at a store from outside, as the next start of the program would. */
final class Stores {
  private Stores() {}

  /** All of a run that must never change once it is over. */
  static int fingerprint(RunStore store, RunSummary run) {
    RunDetails details = store.details(run.id()).orElseThrow();
    return Objects.hash(
        run.config(),
        run.started(),
        run.state(),
        details.epochs(),
        details.provenance(),
        details.test().map(test -> Arrays.deepHashCode(test.confusion().counts())),
        store.model(run.id(), Weights.FINAL).map(Stores::hash),
        store.model(run.id(), Weights.BEST).map(Stores::hash),
        store.epochWeights(run.id()).epochs());
  }

  static int hash(Model model) {
    int hash = 1;
    for (float[] values : model.parameters()) {
      hash = 31 * hash + Arrays.hashCode(values);
    }
    return hash;
  }

  /** What a training came to, apart from how long it took. */
  static int result(RunStore store, RunSummary run) {
    List<EpochResult> epochs = store.details(run.id()).orElseThrow().epochs();
    return Objects.hash(
        epochs.stream()
            .map(epoch -> List.of(epoch.trainLoss(), epoch.validationLoss(), epoch.trainAccuracy()))
            .toList(),
        hash(store.model(run.id(), Weights.FINAL).orElseThrow()));
  }

  /** The fingerprints of all runs that are over and can never change, by their ids. */
  static Map<Long, Integer> fingerprints(RunStore store) {
    Map<Long, Integer> found = new TreeMap<>();
    for (RunSummary run : store.runs()) {
      if (run.state() == RunState.FINISHED) {
        found.put(run.id(), fingerprint(store, run));
      }
    }
    return found;
  }

  static Map<Long, Integer> fingerprints(Path file) {
    try (RunStore store = RunStore.open(file)) {
      return fingerprints(store);
    }
  }

  /**
   * What is wrong with a store that nobody has open: whether it opens, is whole, has all the runs
   * that it had, and no run that seems to go on.
   */
  static List<String> wrongWith(Path file, Map<Long, Integer> before) {
    List<String> wrong = new ArrayList<>();
    try (RunStore store = RunStore.open(file)) {
      store.warning().ifPresent(problem -> wrong.add(problem.getMessage()));
      Map<Long, Integer> now = fingerprints(store);
      before.forEach(
          (id, fingerprint) -> {
            if (!fingerprint.equals(now.get(id))) {
              wrong.add(now.containsKey(id) ? "run " + id + " changed" : "run " + id + " is lost");
            }
          });
      for (RunSummary run : store.runs()) {
        if (!run.state().isOver()) {
          wrong.add("run " + run.id() + " is " + run.state() + " though nobody trains it");
        }
      }
    } catch (Problem e) {
      wrong.add("it does not open: " + e.getMessage());
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA integrity_check")) {
      if (!row.getString(1).equals("ok")) {
        wrong.add("SQLite finds: " + row.getString(1));
      }
    } catch (SQLException e) {
      wrong.add("SQLite: " + e.getMessage());
    }
    return wrong;
  }

  /** The number of a store's version, without a change of it. */
  static int version(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA user_version")) {
      return row.getInt(1);
    }
  }
}
