package digitstudio.experiment;

import digitstudio.digits.PixelScaling;
import digitstudio.nn.LayerSpec;
import digitstudio.nn.NetworkSpec;
import digitstudio.training.ConfusionMatrix;
import digitstudio.training.EpochResult;
import digitstudio.training.Evaluation;
import digitstudio.training.Model;
import digitstudio.training.NpyArray;
import digitstudio.training.Provenance;
import digitstudio.training.TrainingConfig;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables beside that of runs: epochs, evaluations and weights. */
final class RunParts {
  static final String TRAIN = "train";
  static final String VALIDATION = "validation";
  static final String TEST = "test";

  /** Of the test images, of a run that was not chosen for them to be looked at. */
  private static final String SEALED = "sealed";

  private record Array(int first, int second, float[] values) {}

  private RunParts() {}

  static void addEpochs(Database database, long id, List<EpochResult> epochs) throws SQLException {
    List<Object[]> rows = new ArrayList<>();
    for (EpochResult epoch : epochs) {
      Object[] values = EpochColumns.values(epoch);
      Object[] row = new Object[values.length + 1];
      row[0] = id;
      System.arraycopy(values, 0, row, 1, values.length);
      rows.add(row);
    }
    database.updateAll(
        "INSERT OR REPLACE INTO epochs (run_id, "
            + EpochColumns.names("")
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows);
  }

  /** Takes away how a run ended that goes on after all. */
  static void dropEnd(Database database, long id) throws SQLException {
    database.update("DELETE FROM evaluations WHERE run_id = ?", id);
    database.update("DELETE FROM confusion WHERE run_id = ?", id);
    database.update(
        "DELETE FROM weights WHERE run_id = ? AND kind IN (?, ?)",
        id,
        RunStore.Weights.FINAL.name(),
        RunStore.Weights.BEST.name());
    database.update(
        "UPDATE runs SET train_accuracy = NULL, validation_accuracy = NULL, test_accuracy = NULL"
            + " WHERE id = ?",
        id);
  }

  static List<EpochResult> epochs(Database database, long id) throws SQLException {
    return database
        .all(
            "SELECT " + EpochColumns.names("") + " FROM epochs WHERE run_id = ? ORDER BY epoch",
            row -> EpochColumns.read(row, 1),
            id)
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** The accuracy goes into the run's own row as well. */
  static void addEvaluation(Database database, long id, String split, Evaluation evaluation)
      throws SQLException {
    addCounts(database, id, split, evaluation);
    database.update(
        "UPDATE runs SET " + split + "_accuracy = ? WHERE id = ?", evaluation.accuracy(), id);
  }

  /** Keeps what a run makes of the test images where nothing looks for it. */
  static void seal(Database database, long id, Evaluation test) throws SQLException {
    addCounts(database, id, SEALED, test);
  }

  /** Whether there is something sealed. */
  static boolean isSealed(Database database, long id) throws SQLException {
    return database
        .one(
            "SELECT 1 FROM evaluations WHERE run_id = ? AND split = ?",
            row -> row.getInt(1),
            id,
            SEALED)
        .isPresent();
  }

  /** Makes what was sealed a test evaluation as any other; nothing if nothing was. */
  static void unseal(Database database, long id) throws SQLException {
    for (String table : List.of("evaluations", "confusion")) {
      database.update(
          "UPDATE " + table + " SET split = ? WHERE run_id = ? AND split = ?", TEST, id, SEALED);
    }
    database.update(
        "UPDATE runs SET test_accuracy ="
            + " (SELECT accuracy FROM evaluations WHERE run_id = runs.id AND split = ?)"
            + " WHERE id = ?",
        TEST,
        id);
  }

  private static void addCounts(Database database, long id, String split, Evaluation evaluation)
      throws SQLException {
    database.update(
        "INSERT INTO evaluations (run_id, split, loss, accuracy) VALUES (?, ?, ?, ?)",
        id,
        split,
        evaluation.loss(),
        evaluation.accuracy());
    List<Object[]> rows = new ArrayList<>();
    long[][] counts = evaluation.confusion().counts();
    for (int digit = 0; digit < counts.length; digit++) {
      for (int given = 0; given < counts.length; given++) {
        rows.add(new Object[] {id, split, digit, given, counts[digit][given]});
      }
    }
    database.updateAll(
        "INSERT INTO confusion (run_id, split, digit, given, images) VALUES (?, ?, ?, ?, ?)", rows);
  }

  static Optional<Evaluation> evaluation(Database database, long id, String split)
      throws SQLException {
    Optional<Double> loss =
        database.one(
            "SELECT loss FROM evaluations WHERE run_id = ? AND split = ?",
            row -> EpochColumns.number(row, 1),
            id,
            split);
    if (loss.isEmpty()) {
      return Optional.empty();
    }
    int classes =
        database
            .one(
                "SELECT max(digit) + 1 FROM confusion WHERE run_id = ? AND split = ?",
                row -> row.getInt(1),
                id,
                split)
            .orElse(0);
    long[][] counts = new long[classes][classes];
    database.all(
        "SELECT digit, given, images FROM confusion WHERE run_id = ? AND split = ?",
        row -> counts[row.getInt(1)][row.getInt(2)] = row.getLong(3),
        id,
        split);
    return Optional.of(new Evaluation(loss.get(), new ConfusionMatrix(counts)));
  }

  /** Weights and biases of every layer, each a NumPy file of its own; none that is not finite. */
  static void addModel(Database database, long id, String kind, Model model) throws SQLException {
    if (!isFinite(model)) {
      return;
    }
    database.update(
        "UPDATE runs SET pixel_mean = ?, pixel_deviation = ? WHERE id = ?",
        model.scaling().mean(),
        model.scaling().deviation(),
        id);
    List<Object[]> rows = new ArrayList<>();
    List<LayerSpec> layers = model.spec().layers();
    for (int i = 0; i < layers.size(); i++) {
      LayerSpec layer = layers.get(i);
      byte[] weights = npy(model.parameters().get(2 * i), layer.inputs(), layer.units());
      byte[] biases = npy(model.parameters().get(2 * i + 1), layer.units());
      rows.add(
          new Object[] {id, kind, 2 * i, "W" + (i + 1), layer.inputs(), layer.units(), weights});
      rows.add(new Object[] {id, kind, 2 * i + 1, "b" + (i + 1), layer.units(), null, biases});
    }
    database.updateAll(
        "INSERT INTO weights (run_id, kind, place, name, first_size, second_size, npy)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        rows);
  }

  static boolean isFinite(Model model) {
    for (float[] array : model.parameters()) {
      for (float value : array) {
        if (!Float.isFinite(value)) {
          return false;
        }
      }
    }
    return true;
  }

  private static byte[] npy(float[] values, int... shape) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(128 + values.length * Float.BYTES);
    try {
      NpyArray.write(out, values, shape);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A run's network; empty if its weights were not kept. */
  static Optional<Model> model(
      Database database, Path file, long id, String kind, TrainingConfig config)
      throws SQLException {
    List<Array> arrays =
        database.all(
            "SELECT name, first_size, second_size, npy FROM weights"
                + " WHERE run_id = ? AND kind = ? ORDER BY place",
            row -> {
              int first = row.getInt(2);
              int second = row.getInt(3);
              int[] shape = second == 0 ? new int[] {first} : new int[] {first, second};
              return new Array(
                  first, second, array(row.getBytes(4), file, row.getString(1), shape));
            },
            id,
            kind);
    Optional<Provenance> provenance = RunTable.provenance(database, id);
    if (arrays.size() < 2 || provenance.isEmpty()) {
      return Optional.empty();
    }
    PixelScaling scaling =
        database
            .one(
                "SELECT pixel_mean, pixel_deviation FROM runs WHERE id = ?",
                row ->
                    new PixelScaling(
                        config.contrastStretching(),
                        config.standardization(),
                        row.getDouble(1),
                        row.getDouble(2)),
                id)
            .orElseThrow();
    NetworkSpec spec =
        config.network(arrays.get(0).first(), arrays.get(arrays.size() - 2).second());
    return Optional.of(
        new Model(
            spec, scaling, arrays.stream().map(Array::values).toList(), config, provenance.get()));
  }

  private static float[] array(byte[] npy, Path file, String name, int... shape) {
    try {
      return NpyArray.read(new ByteArrayInputStream(npy), file.toString(), name, shape);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
