package digitstudio.experiment;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** One connection to a SQLite file; whoever uses it holds its monitor. */
final class Database implements AutoCloseable {
  /** Makes something of a row. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Several statements that are done together or not at all. */
  @FunctionalInterface
  interface Work<T> {
    T on(Database database) throws SQLException;
  }

  private final Connection connection;

  private Database(Connection connection) {
    this.connection = connection;
  }

  /**
   * Opens a file, and makes it if there is none.
   *
   * @param patience milliseconds to wait for another program that writes
   */
  static Database open(Path file, int patience) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(patience);
    config.setSynchronous(SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    // The driver takes what follows a question mark for settings of its own.
    String name = file.toString().contains("?") ? file.toUri().toString() : file.toString();
    Database database = new Database(config.createConnection("jdbc:sqlite:" + name));
    try {
      // Asked for here and not through the settings, where a refusal would go unnoticed.
      String mode =
          database.one("PRAGMA journal_mode = " + JournalMode.WAL, row -> row.getString(1)).get();
      if (!mode.equalsIgnoreCase(JournalMode.WAL.name())) {
        throw new SQLException("journal mode " + mode);
      }
      return database;
    } catch (SQLException e) {
      database.close();
      throw e;
    }
  }

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Changes rows and returns how many. */
  int update(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = prepare(sql, values)) {
      return statement.executeUpdate();
    }
  }

  /** The same statement for many rows. */
  void updateAll(String sql, List<Object[]> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Object[] row : rows) {
        bind(statement, row);
        statement.executeUpdate();
      }
    }
  }

  <T> List<T> all(String sql, Row<T> reader, Object... values) throws SQLException {
    List<T> found = new ArrayList<>();
    try (PreparedStatement statement = prepare(sql, values);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        found.add(reader.read(rows));
      }
    }
    return found;
  }

  <T> Optional<T> one(String sql, Row<T> reader, Object... values) throws SQLException {
    return all(sql, reader, values).stream().findFirst();
  }

  /** Writes that become lasting together; waits for its turn to write before the first of them. */
  <T> T write(Work<T> work) throws SQLException {
    return together("BEGIN IMMEDIATE", work);
  }

  /** Reads that see the same moment. */
  <T> T read(Work<T> work) throws SQLException {
    return together("BEGIN", work);
  }

  private <T> T together(String begin, Work<T> work) throws SQLException {
    run(begin);
    try {
      T done = work.on(this);
      run("COMMIT");
      return done;
    } catch (SQLException | RuntimeException | Error e) {
      rollBack(e);
      throw e;
    }
  }

  private void rollBack(Throwable cause) {
    try {
      run("ROLLBACK");
    } catch (SQLException e) {
      // SQLite has done it already, as it does when the disk is full.
      cause.addSuppressed(e);
    }
  }

  private PreparedStatement prepare(String sql, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      bind(statement, values);
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
