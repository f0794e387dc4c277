package digitstudio.experiment;

import java.sql.SQLException;
import java.util.List;

/** The tables of a store, as a list of steps from nothing to the newest version. */
final class StoreSchema {
  /** Marks a SQLite file as a store of runs: "DgSt". */
  static final int APPLICATION = 0x44675374;

  /** Each takes a store of the version that is its place in the list to the next. */
  private static final List<List<String>> MIGRATIONS =
      List.of(
          List.of(
              """
              CREATE TABLE runs (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                name TEXT NOT NULL,
                notes TEXT NOT NULL DEFAULT '',
                starred INTEGER NOT NULL DEFAULT 0,
                run_group TEXT NOT NULL DEFAULT '',
                started TEXT NOT NULL,
                state TEXT NOT NULL,
                problem TEXT,
                epochs INTEGER NOT NULL DEFAULT 0,
                last_epoch INTEGER, last_train_loss REAL, last_train_accuracy REAL,
                last_validation_loss REAL, last_validation_accuracy REAL,
                last_penalty REAL, last_learning_rate REAL, last_seconds REAL,
                best_epoch INTEGER, best_train_loss REAL, best_train_accuracy REAL,
                best_validation_loss REAL, best_validation_accuracy REAL,
                best_penalty REAL, best_learning_rate REAL, best_seconds REAL,
                train_accuracy REAL, validation_accuracy REAL, test_accuracy REAL,
                training_seconds REAL NOT NULL DEFAULT 0,
                config TEXT NOT NULL,
                provenance TEXT,
                pixel_mean REAL, pixel_deviation REAL,
                writer INTEGER,
                deleted TEXT,
                hidden TEXT AS (json_extract(config, '$.hidden')),
                activation TEXT AS (json_extract(config, '$.activation')),
                loss TEXT AS (json_extract(config, '$.loss')),
                optimizer TEXT AS (json_extract(config, '$.optimizer')),
                learning_rate REAL AS (json_extract(config, '$.learningRate')),
                batch_size TEXT AS (json_extract(config, '$.batchSize')),
                regularization TEXT AS (json_extract(config, '$.regularization')),
                dropout REAL AS (json_extract(config, '$.dropout')),
                seed INTEGER AS (json_extract(config, '$.seed'))
              )""",
              """
              CREATE TABLE epochs (
                run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
                epoch INTEGER NOT NULL,
                train_loss REAL, train_accuracy REAL,
                validation_loss REAL, validation_accuracy REAL,
                penalty REAL, learning_rate REAL, seconds REAL,
                PRIMARY KEY (run_id, epoch)
              ) WITHOUT ROWID""",
              """
              CREATE TABLE evaluations (
                run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
                split TEXT NOT NULL,
                loss REAL, accuracy REAL,
                PRIMARY KEY (run_id, split)
              ) WITHOUT ROWID""",
              """
              CREATE TABLE confusion (
                run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
                split TEXT NOT NULL,
                digit INTEGER NOT NULL,
                given INTEGER NOT NULL,
                images INTEGER NOT NULL,
                PRIMARY KEY (run_id, split, digit, given)
              ) WITHOUT ROWID""",
              """
              CREATE TABLE weights (
                run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
                kind TEXT NOT NULL,
                place INTEGER NOT NULL,
                name TEXT NOT NULL,
                first_size INTEGER NOT NULL,
                second_size INTEGER,
                npy BLOB NOT NULL,
                PRIMARY KEY (run_id, kind, place)
              )"""),
          List.of(
              """
              CREATE TABLE epoch_confusion (
                run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
                epoch INTEGER NOT NULL,
                classes INTEGER NOT NULL,
                counts BLOB NOT NULL,
                PRIMARY KEY (run_id, epoch)
              ) WITHOUT ROWID""",
              """
              CREATE TABLE settings (
                name TEXT PRIMARY KEY,
                value
              ) WITHOUT ROWID"""),
          // Nothing where no run said what it learnt from: until then there was MNIST alone.
          List.of(
              "ALTER TABLE runs ADD COLUMN data_name TEXT",
              "ALTER TABLE runs ADD COLUMN class_names TEXT"));

  private StoreSchema() {}

  /** Newest version that this program reads and writes. */
  static int version() {
    return MIGRATIONS.size();
  }

  /** Brings a store to the newest version; within a transaction. */
  static void migrate(Database database) throws SQLException {
    int from = number(database, "user_version");
    for (List<String> statements : MIGRATIONS.subList(Math.min(from, version()), version())) {
      for (String statement : statements) {
        database.run(statement);
      }
    }
    if (from < version()) {
      database.run("PRAGMA application_id = " + APPLICATION);
      database.run("PRAGMA user_version = " + version());
    }
  }

  /** A number that the file keeps outside of its tables. */
  static int number(Database database, String pragma) throws SQLException {
    return database.one("PRAGMA " + pragma, row -> row.getInt(1)).orElse(0);
  }
}
