package digitstudio.experiment;

import digitstudio.text.Problem;
import java.nio.file.Path;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteException;

/** What SQLite complains of, as sentences. */
final class StoreProblems {
  private static final Logger LOG = LoggerFactory.getLogger(StoreProblems.class);

  /** Extended result codes keep the plain one in their lowest byte. */
  private static final int PLAIN = 0xFF;

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
      case INPUT_OUTPUT -> new Problem(failure, "store.disk", name);
      default -> new Problem(failure, "store.failed", name, String.valueOf(failure.getMessage()));
    };
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
