package digitstudio.experiment;

import digitstudio.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The file of a store: opened with every check, and kept aside where it is damaged. */
final class StoreFile {
  private static final Logger LOG = LoggerFactory.getLogger(StoreFile.class);
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  /** Above this size a look at every page would delay the start. */
  private static final long LOOKED_THROUGH = 32L << 20;

  private final Path path;
  private final int patience;
  private Object identity;
  private Optional<Problem> warning = Optional.empty();

  /**
   * @param patience milliseconds to wait for another program that writes
   */
  StoreFile(Path path, int patience) {
    this.path = path.toAbsolutePath();
    this.patience = patience;
  }

  Path path() {
    return path;
  }

  /** What the person should know of how it was opened. */
  Optional<Problem> warning() {
    return warning;
  }

  /**
   * Refuses a place where no store can be, and makes its folder.
   *
   * @throws Problem saying why
   */
  void prepare() {
    if (Files.isDirectory(path)) {
      throw new Problem("store.folder", path.toString());
    }
    try {
      Files.createDirectories(path.getParent());
    } catch (IOException e) {
      throw new Problem(e, "store.noFolder", path.toString(), path.getParent().toString());
    }
    if (Files.exists(path) ? !Files.isWritable(path) : !Files.isWritable(path.getParent())) {
      throw new Problem("store.readOnly", path.toString());
    }
  }

  /**
   * Opens the store for writing, brings it to the newest version, and begins a fresh one where it
   * is damaged.
   *
   * @throws Problem if that cannot be done
   */
  Database open(StoreOwner owner) {
    try {
      return checked();
    } catch (SQLException e) {
      if (!StoreProblems.isDamage(e)) {
        throw StoreProblems.of(e, path);
      }
      LOG.error("{} is damaged", path, e);
      if (!owner.isAlone()) {
        throw new Problem(e, "store.damagedInUse", path.toString());
      }
      setAside();
    }
    try {
      return checked();
    } catch (SQLException e) {
      throw StoreProblems.of(e, path);
    }
  }

  private Database checked() throws SQLException {
    Database database = Database.open(path, patience);
    try {
      requireOurs(database);
      database.write(
          within -> {
            requireOurs(within);
            StoreSchema.migrate(within);
            return null;
          });
      lookThrough(database);
      identity = identity();
      return database;
    } catch (SQLException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private void requireOurs(Database database) throws SQLException {
    int version = StoreSchema.number(database, "user_version");
    int application = StoreSchema.number(database, "application_id");
    int tables = database.one("SELECT count(*) FROM sqlite_schema", row -> row.getInt(1)).orElse(0);
    if (application != StoreSchema.APPLICATION && (version != 0 || tables > 0)) {
      throw new Problem("store.notAStore", path.toString());
    }
    if (version > StoreSchema.version()) {
      throw new Problem(
          "store.newer",
          path.toString(),
          Integer.toString(version),
          Integer.toString(StoreSchema.version()));
    }
  }

  /** Meets damage now rather than in the middle of a run. */
  private void lookThrough(Database database) throws SQLException {
    boolean small;
    try {
      small = Files.size(path) <= LOOKED_THROUGH;
    } catch (IOException e) {
      small = false;
    }
    if (!small) {
      database.all("SELECT id, length(config), deleted FROM runs", row -> row.getLong(1));
      return;
    }
    String found = database.one("PRAGMA quick_check(1)", row -> row.getString(1)).orElse("");
    if (!found.equals("ok")) {
      throw new SQLiteException(found, SQLiteErrorCode.SQLITE_CORRUPT);
    }
  }

  private void setAside() {
    Path aside = freeName();
    try {
      Files.move(path, aside);
      // Without its journal the old file could not be mended.
      for (String companion : new String[] {"-wal", "-shm"}) {
        Path beside = path.resolveSibling(path.getFileName() + companion);
        if (Files.exists(beside)) {
          Files.move(beside, aside.resolveSibling(aside.getFileName() + companion));
        }
      }
    } catch (IOException e) {
      throw new Problem(e, "store.damaged", path.toString());
    }
    warning = Optional.of(new Problem("store.setAside", path.toString(), aside.toString()));
  }

  private Path freeName() {
    String name = path.getFileName().toString();
    int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
    String moment = LocalDateTime.now().format(MOMENT);
    Path aside;
    int count = 1;
    do {
      String number = count == 1 ? "" : "-" + count;
      aside =
          path.resolveSibling(
              name.substring(0, dot) + "-damaged-" + moment + number + name.substring(dot));
      count++;
    } while (Files.exists(aside));
    return aside;
  }

  /** A second connection to the file, which reads while the first writes. */
  Database reader() {
    try {
      return Database.open(path, patience);
    } catch (SQLException e) {
      throw StoreProblems.of(e, path);
    }
  }

  /**
   * Refuses to write into a file that has no name any more: it would be gone at the end.
   *
   * @throws Problem if the file was deleted or moved, or its folder
   */
  void requireThere() {
    if (!Objects.equals(identity, identity())) {
      throw new Problem("store.vanished", path.toString());
    }
  }

  private Object identity() {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      // Windows has no keys of files, nor can an open one be deleted there.
      return attributes.fileKey() == null ? path : attributes.fileKey();
    } catch (IOException e) {
      return null;
    }
  }
}
