package digitstudio.experiment;

import digitstudio.training.ConfusionMatrix;
import digitstudio.training.Model;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is kept of a run's epochs beside their figures: confusion matrices, and weights of some. */
final class CourseTable {
  private static final String KIND = "EPOCH-";

  private CourseTable() {}

  /** The kind of weights that an epoch's are in the table of weights. */
  static String kind(int epoch) {
    return KIND + epoch;
  }

  static void addConfusion(Database database, long id, int epoch, ConfusionMatrix confusion)
      throws SQLException {
    database.update(
        "INSERT OR REPLACE INTO epoch_confusion (run_id, epoch, classes, counts) VALUES (?, ?, ?, ?)",
        id,
        epoch,
        confusion.classes(),
        bytes(confusion));
  }

  /** [classes · classes] whole numbers of four bytes each, row by row, the greatest byte first. */
  private static byte[] bytes(ConfusionMatrix confusion) {
    int classes = confusion.classes();
    ByteBuffer buffer = ByteBuffer.allocate(classes * classes * Integer.BYTES);
    for (long[] row : confusion.counts()) {
      for (long count : row) {
        buffer.putInt(Math.toIntExact(count));
      }
    }
    return buffer.array();
  }

  /** Of every epoch that has one, the earliest first; a damaged one is left out. */
  static List<EpochConfusion> confusions(Database database, long id) throws SQLException {
    return database
        .all(
            "SELECT epoch, classes, counts FROM epoch_confusion WHERE run_id = ? ORDER BY epoch",
            row -> {
              int epoch = row.getInt(1);
              return matrix(row.getInt(2), row.getBytes(3))
                  .map(matrix -> new EpochConfusion(epoch, matrix));
            },
            id)
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<ConfusionMatrix> matrix(int classes, byte[] bytes) {
    if (classes < 1 || bytes == null || bytes.length != (long) classes * classes * Integer.BYTES) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    long[][] counts = new long[classes][classes];
    for (long[] row : counts) {
      for (int given = 0; given < classes; given++) {
        row[given] = buffer.getInt();
      }
    }
    return Optional.of(new ConfusionMatrix(counts));
  }

  /** The epochs whose weights are kept, the earliest first. */
  static List<Integer> epochs(Database database, long id) throws SQLException {
    return database
        .all(
            "SELECT DISTINCT kind FROM weights WHERE run_id = ? AND kind LIKE ?",
            row -> row.getString(1).substring(KIND.length()),
            id,
            KIND + "%")
        .stream()
        .filter(number -> number.matches("[1-9][0-9]{0,8}"))
        .map(Integer::valueOf)
        .sorted()
        .toList();
  }

  static void addWeights(Database database, long id, int epoch, Model model) throws SQLException {
    dropWeights(database, id, List.of(epoch));
    RunParts.addModel(database, id, kind(epoch), model);
  }

  static void dropWeights(Database database, long id, List<Integer> epochs) throws SQLException {
    List<Object[]> rows = new ArrayList<>();
    epochs.forEach(epoch -> rows.add(new Object[] {id, kind(epoch)}));
    database.updateAll("DELETE FROM weights WHERE run_id = ? AND kind = ?", rows);
  }

  /** Takes away what a run kept of epochs that it will train again. */
  static void dropAfter(Database database, long id, int epoch) throws SQLException {
    database.update("DELETE FROM epoch_confusion WHERE run_id = ? AND epoch > ?", id, epoch);
    dropWeights(database, id, epochs(database, id).stream().filter(kept -> kept > epoch).toList());
  }

  /** All at once, for a run that comes from elsewhere. */
  static void add(Database database, long id, KeptRun run) throws SQLException {
    for (EpochConfusion epoch : run.confusions()) {
      addConfusion(database, id, epoch.epoch(), epoch.confusion());
    }
    for (int epoch : run.weights().epochs()) {
      Optional<Model> model = run.weights().at(epoch);
      if (model.isPresent()) {
        addWeights(database, id, epoch, model.get());
      }
    }
  }

  /** At how many epochs the weights of new runs are kept; empty where nobody has chosen. */
  static Optional<Integer> keptEpochs(Database database) throws SQLException {
    return database.one(
        "SELECT value FROM settings WHERE name = 'kept_epochs'", row -> row.getInt(1));
  }

  static void setKeptEpochs(Database database, int epochs) throws SQLException {
    database.update(
        "INSERT OR REPLACE INTO settings (name, value) VALUES ('kept_epochs', ?)", epochs);
  }
}
