package digitstudio.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import digitstudio.text.Problem;
import digitstudio.training.ConfigJson;
import digitstudio.training.EpochResult;
import digitstudio.training.Provenance;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The table of runs, where all that a list shows of a run stands in its own row. */
final class RunTable {
  /** States of which the program that writes the run may be asked whether it lives. */
  static final String UNFINISHED =
      Arrays.stream(RunState.values())
          .filter(state -> !state.isOver())
          .map(state -> "'" + state.name() + "'")
          .collect(Collectors.joining(", ", "state IN (", ")"));

  private static final Logger LOG = LoggerFactory.getLogger(RunTable.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final int LAST = 11;
  private static final int BEST = LAST + 8;
  private static final String COLUMNS =
      "id, name, notes, starred, run_group, started, config, state, epochs, training_seconds, "
          + EpochColumns.names("last_")
          + ", "
          + EpochColumns.names("best_")
          + ", train_accuracy, validation_accuracy, test_accuracy, data_name, class_names";

  private RunTable() {}

  /** A run that begins, and its id. */
  static long begin(
      Database database, TrainingConfig config, String name, String group, long writer)
      throws SQLException {
    return database
        .one(
            "INSERT INTO runs (name, run_group, started, state, config, writer)"
                + " VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
            row -> row.getLong(1),
            name,
            group,
            Instant.now().toString(),
            RunState.PREPARING.name(),
            ConfigJson.write(config).toString(),
            writer)
        .orElseThrow();
  }

  /** A run of elsewhere with its own name, notes and end, and its id here. */
  static long add(Database database, RunSummary run) throws SQLException {
    return database
        .one(
            "INSERT INTO runs (name, notes, starred, run_group, started, state, config,"
                + " training_seconds) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
            row -> row.getLong(1),
            run.name(),
            run.notes(),
            run.starred() ? 1 : 0,
            run.group(),
            run.started().toString(),
            run.state().name(),
            ConfigJson.write(run.config()).toString(),
            run.trainingSeconds())
        .orElseThrow();
  }

  static void setProvenance(Database database, long id, Provenance provenance) throws SQLException {
    database.update(
        "UPDATE runs SET provenance = ?, data_name = ?, class_names = ? WHERE id = ?",
        ConfigJson.write(provenance).toString(),
        provenance.data().name(),
        DataTexts.write(provenance.data().classes()),
        id);
  }

  static void setState(Database database, long id, RunState state) throws SQLException {
    database.update("UPDATE runs SET state = ? WHERE id = ?", state.name(), id);
  }

  /** A run that ended goes on under another writer, as far as it was at a checkpoint. */
  static void resume(Database database, long id, List<EpochResult> epochs, long writer)
      throws SQLException {
    database.update("DELETE FROM epochs WHERE run_id = ? AND epoch > ?", id, epochs.size());
    CourseTable.dropAfter(database, id, epochs.size());
    RunParts.addEpochs(database, id, epochs);
    if (!epochs.isEmpty()) {
      addEpoch(
          database,
          id,
          epochs.size(),
          epochs.get(epochs.size() - 1),
          StoredRun.best(epochs).orElseThrow(),
          epochs.stream().mapToDouble(EpochResult::seconds).sum());
    }
    database.update(
        "UPDATE runs SET state = ?, problem = NULL, writer = ? WHERE id = ?",
        RunState.PREPARING.name(),
        writer,
        id);
  }

  /** Which opening of the store writes or wrote a run last; 0 if none ever did. */
  static long writer(Database database, long id) throws SQLException {
    return database
        .one("SELECT writer FROM runs WHERE id = ?", row -> row.getLong(1), id)
        .orElse(0L);
  }

  static Optional<RunState> state(Database database, long id) throws SQLException {
    return database
        .one("SELECT state FROM runs WHERE id = ?", row -> row.getString(1), id)
        .map(RunState::valueOf);
  }

  static void setFailed(Database database, long id, Problem problem) throws SQLException {
    database.update(
        "UPDATE runs SET state = ?, problem = ? WHERE id = ?",
        RunState.FAILED.name(),
        problem.getMessage(),
        id);
  }

  /** Takes an epoch into the run's own row. */
  static void addEpoch(
      Database database, long id, int epochs, EpochResult last, EpochResult best, double seconds)
      throws SQLException {
    List<Object> values = new ArrayList<>(List.of(epochs, seconds));
    values.addAll(Arrays.asList(EpochColumns.values(last)));
    values.addAll(Arrays.asList(EpochColumns.values(best)));
    values.add(id);
    database.update(
        "UPDATE runs SET epochs = ?, training_seconds = ?, "
            + EpochColumns.assignments("last_")
            + ", "
            + EpochColumns.assignments("best_")
            + " WHERE id = ?",
        values.toArray());
  }

  /** The runs of a condition, the newest first. */
  static List<RunSummary> where(Database database, String condition, Object... values)
      throws SQLException {
    ConfigTexts configs = new ConfigTexts();
    DataTexts data = new DataTexts();
    return database
        .all(
            "SELECT " + COLUMNS + " FROM runs WHERE " + condition + " ORDER BY id DESC",
            row -> read(row, configs, data),
            values)
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** A row that another program wrote wrongly hides itself alone. */
  private static Optional<RunSummary> read(ResultSet row, ConfigTexts configs, DataTexts data)
      throws SQLException {
    long id = row.getLong(1);
    try {
      return Optional.of(summary(row, id, configs, data));
    } catch (JsonProcessingException | DateTimeException | IllegalArgumentException | Problem e) {
      LOG.warn("run {} cannot be read", id, e);
      return Optional.empty();
    }
  }

  private static RunSummary summary(ResultSet row, long id, ConfigTexts configs, DataTexts data)
      throws SQLException, JsonProcessingException {
    return new RunSummary(
        id,
        row.getString(2),
        row.getString(3),
        row.getInt(4) != 0,
        row.getString(5),
        Instant.parse(row.getString(6)),
        configs.read(row.getString(7)),
        RunState.valueOf(row.getString(8)),
        row.getInt(9),
        EpochColumns.read(row, LAST),
        EpochColumns.read(row, BEST),
        accuracy(row, BEST + 8),
        accuracy(row, BEST + 9),
        accuracy(row, BEST + 10),
        row.getDouble(10),
        data.read(row.getString(BEST + 11), row.getString(BEST + 12)));
  }

  private static OptionalDouble accuracy(ResultSet row, int column) throws SQLException {
    double value = EpochColumns.number(row, column);
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  static Optional<Provenance> provenance(Database database, long id) throws SQLException {
    Optional<String> text =
        database
            .all("SELECT provenance FROM runs WHERE id = ?", row -> row.getString(1), id)
            .stream()
            .filter(value -> value != null)
            .findFirst();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(ConfigJson.readProvenance(JSON.readTree(text.get())));
    } catch (JsonProcessingException | Problem e) {
      LOG.warn("the provenance of run {} cannot be read", id, e);
      return Optional.empty();
    }
  }
}
