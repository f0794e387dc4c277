package digitstudio.experiment;

import digitstudio.digits.DigitImage;
import digitstudio.digits.DigitSet;
import digitstudio.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The digits of a person's own hand, in one SQLite file beside the store of runs. What a method has
 * changed is on the disk when it returns, whole or not at all. Its methods may be called on any
 * thread, and throw {@link Problem} if the file cannot be read or written.
 */
public final class DrawingStore implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DrawingStore.class);

  /** Marks a SQLite file as a store of drawings: "DgHd". */
  private static final int APPLICATION = 0x44674864;

  private static final int VERSION = 1;
  private static final int PATIENCE_MILLIS = 5000;

  /** As long at least deleted drawings can be had back. */
  private static final Duration GRACE = Duration.ofDays(7);

  private final Path file;
  private final Database database;

  private DrawingStore(Path file, Database database) {
    this.file = file;
    this.database = database;
  }

  /**
   * Opens the drawings of a file, and makes it if there is none.
   *
   * @throws Problem if it is none of this program's, or cannot be opened
   */
  public static DrawingStore open(Path file) {
    Path place = file.toAbsolutePath();
    try {
      Files.createDirectories(place.getParent());
    } catch (IOException e) {
      throw new Problem(e, "hand.noFolder", place.toString(), place.getParent().toString());
    }
    try {
      Database database = Database.open(place, PATIENCE_MILLIS);
      try {
        prepare(database, place);
      } catch (SQLException | RuntimeException e) {
        database.close();
        throw e;
      }
      return new DrawingStore(place, database);
    } catch (SQLException e) {
      throw problem(e, place);
    }
  }

  private static void prepare(Database opened, Path file) throws SQLException {
    opened.write(
        database -> {
          int application = number(database, "PRAGMA application_id");
          int version = number(database, "PRAGMA user_version");
          boolean empty =
              number(database, "SELECT count(*) FROM sqlite_schema") == 0 && application == 0;
          if (!empty && application != APPLICATION) {
            throw new Problem("hand.notDrawings", file.toString());
          }
          if (version > VERSION) {
            throw new Problem("store.newer", file.toString(), version, VERSION);
          }
          if (empty) {
            database.run(
                """
                CREATE TABLE drawings (
                  id INTEGER PRIMARY KEY AUTOINCREMENT,
                  label INTEGER NOT NULL CHECK (label BETWEEN 0 AND 9),
                  pixels BLOB NOT NULL CHECK (length(pixels) = 784),
                  strokes TEXT NOT NULL DEFAULT '[]',
                  made TEXT NOT NULL,
                  deleted TEXT
                )""");
            database.run("PRAGMA application_id = " + APPLICATION);
            database.run("PRAGMA user_version = " + VERSION);
          }
          Instant forgotten = Instant.now().minus(GRACE);
          database.update("DELETE FROM drawings WHERE deleted < ?", forgotten.toString());
          return null;
        });
  }

  private static int number(Database database, String sql) throws SQLException {
    return database.one(sql, row -> row.getInt(1)).orElse(0);
  }

  /** Every drawing, in the order they were kept. */
  public List<Drawing> all() {
    return read(
        on ->
            on.all(
                "SELECT id, label, pixels, strokes, made FROM drawings WHERE deleted IS NULL"
                    + " ORDER BY id",
                DrawingStore::drawing));
  }

  private static Drawing drawing(ResultSet row) throws SQLException {
    return new Drawing(
        row.getLong("id"),
        row.getInt("label"),
        new DigitImage(row.getBytes("pixels")),
        StrokeText.read(row.getString("strokes")),
        moment(row.getString("made")));
  }

  private static Instant moment(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }

  /** Keeps drawings, all or none, and returns their ids in the same order. */
  public List<Long> add(List<NewDrawing> drawings) {
    String now = Instant.now().toString();
    return write(
        on -> {
          List<Long> ids = new ArrayList<>();
          for (NewDrawing drawing : drawings) {
            on.update(
                "INSERT INTO drawings (label, pixels, strokes, made) VALUES (?, ?, ?, ?)",
                drawing.label(),
                drawing.image().pixels(),
                StrokeText.of(drawing.strokes()),
                now);
            ids.add(on.one("SELECT last_insert_rowid()", row -> row.getLong(1)).orElseThrow());
          }
          return ids;
        });
  }

  /** Says that a drawing is another digit. */
  public void relabel(long id, int label) {
    write(on -> on.update("UPDATE drawings SET label = ? WHERE id = ?", label, id));
  }

  /** Takes drawings out of sight; {@link #restore} brings them back. */
  public void delete(Collection<Long> ids) {
    mark(ids, Instant.now().toString());
  }

  /** Brings deleted drawings back. */
  public void restore(Collection<Long> ids) {
    mark(ids, null);
  }

  private void mark(Collection<Long> ids, String deleted) {
    write(
        on -> {
          for (long id : ids) {
            on.update("UPDATE drawings SET deleted = ? WHERE id = ?", deleted, id);
          }
          return null;
        });
  }

  /** Drawings as a labelled set, in their order. */
  public static DigitSet set(List<Drawing> drawings) {
    byte[] pixels = new byte[drawings.size() * DigitImage.PIXELS];
    byte[] labels = new byte[drawings.size()];
    for (int i = 0; i < labels.length; i++) {
      byte[] image = drawings.get(i).image().pixels();
      System.arraycopy(image, 0, pixels, i * DigitImage.PIXELS, DigitImage.PIXELS);
      labels[i] = (byte) drawings.get(i).label();
    }
    return new DigitSet(pixels, labels);
  }

  private <T> T read(Database.Work<T> work) {
    synchronized (database) {
      try {
        return database.read(work);
      } catch (SQLException e) {
        throw problem(e, file);
      }
    }
  }

  private <T> T write(Database.Work<T> work) {
    if (!Files.exists(file)) {
      throw new Problem("hand.vanished", file.toString());
    }
    synchronized (database) {
      try {
        return database.write(work);
      } catch (SQLException e) {
        throw problem(e, file);
      }
    }
  }

  private static Problem problem(SQLException failure, Path file) {
    LOG.error("{}", file, failure);
    if (StoreProblems.isDamage(failure)) {
      return new Problem(failure, "hand.damaged", file.toString());
    }
    return StoreProblems.mayPass(failure)
        ? new Problem(failure, "hand.notWritten", file.toString())
        : new Problem(failure, "hand.failed", file.toString(), failure.getMessage());
  }

  @Override
  public void close() {
    synchronized (database) {
      try {
        database.close();
      } catch (SQLException e) {
        throw problem(e, file);
      }
    }
  }
}
