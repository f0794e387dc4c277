package digitstudio.experiment;

import digitstudio.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.NativeLibraryNotFoundException;
import org.sqlite.SQLiteException;

/** What SQLite complains of, as sentences. */
final class StoreProblems {
  private static final Logger LOG = LoggerFactory.getLogger(StoreProblems.class);

  /** Extended result codes keep the plain one in their lowest byte. */
  private static final int PLAIN = 0xFF;

  /** Bytes without which nothing can be done to a database. */
  private static final long LEAST_ROOM = 64 << 10;

  private static final int PERMISSION = 3;
  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int READ_ONLY = 8;
  private static final int INPUT_OUTPUT = 10;
  private static final int CORRUPT = 11;
  private static final int FULL = 13;
  private static final int CANNOT_OPEN = 14;
  private static final int NOT_A_DATABASE = 26;

  private StoreProblems() {}

  static Problem of(SQLException failure, Path file) {
    LOG.error("{}", file, failure);
    String name = file.toString();
    return switch (code(failure)) {
      case BUSY, LOCKED -> new Problem(failure, "store.locked", name);
      case FULL -> new Problem(failure, "store.full", name);
      case READ_ONLY, PERMISSION, CANNOT_OPEN -> new Problem(failure, "store.readOnly", name);
      case CORRUPT, NOT_A_DATABASE -> new Problem(failure, "store.damaged", name);
      case INPUT_OUTPUT -> new Problem(failure, isFull(file) ? "store.full" : "store.disk", name);
      default ->
          isNotLoaded(failure)
              ? notLoaded(failure, file)
              : new Problem(failure, "store.failed", name, String.valueOf(failure.getMessage()));
    };
  }

  /** What SQLite shares with other programs it maps into memory, and does not say why it cannot. */
  private static boolean isFull(Path file) {
    try {
      return Files.getFileStore(file.toAbsolutePath().getParent()).getUsableSpace() < LEAST_ROOM;
    } catch (IOException e) {
      LOG.debug("the room of {} is not known", file, e);
      return false;
    }
  }

  private static boolean isNotLoaded(SQLException failure) {
    return failure.getCause() instanceof NativeLibraryNotFoundException;
  }

  /** The library of SQLite could not be unpacked, which it is at every start. */
  static Problem notLoaded(Throwable failure, Path file) {
    return new Problem(
        failure,
        "store.notLoaded",
        file.toString(),
        System.getProperty("org.sqlite.tmpdir", System.getProperty("java.io.tmpdir")));
  }

  /** Whether the content of the file is broken, rather than the way to it. */
  static boolean isDamage(SQLException failure) {
    int code = code(failure);
    return code == CORRUPT || code == NOT_A_DATABASE;
  }

  /** Whether the same may succeed at another time. */
  static boolean mayPass(SQLException failure) {
    return switch (code(failure)) {
      case BUSY, LOCKED, FULL, READ_ONLY, PERMISSION, CANNOT_OPEN, INPUT_OUTPUT -> true;
      default -> false;
    };
  }

  private static int code(SQLException failure) {
    return failure instanceof SQLiteException known ? known.getResultCode().code & PLAIN : -1;
  }
}
