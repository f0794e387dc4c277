package digitstudio.experiment;

import digitstudio.training.EpochResult;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How an epoch stands in columns; a number that is none is NULL, infinity is itself. */
final class EpochColumns {
  private static final List<String> NAMES =
      List.of(
          "epoch",
          "train_loss",
          "train_accuracy",
          "validation_loss",
          "validation_accuracy",
          "penalty",
          "learning_rate",
          "seconds");

  private EpochColumns() {}

  /** Names with a prefix, in the order of {@link #values}. */
  static String names(String prefix) {
    return NAMES.stream().map(name -> prefix + name).collect(Collectors.joining(", "));
  }

  static String assignments(String prefix) {
    return NAMES.stream().map(name -> prefix + name + " = ?").collect(Collectors.joining(", "));
  }

  static Object[] values(EpochResult epoch) {
    return new Object[] {
      epoch.epoch(),
      epoch.trainLoss(),
      epoch.trainAccuracy(),
      epoch.validationLoss(),
      epoch.validationAccuracy(),
      epoch.penalty(),
      epoch.learningRate(),
      epoch.seconds()
    };
  }

  /**
   * @param first number of the column of {@code epoch}
   */
  static Optional<EpochResult> read(ResultSet row, int first) throws SQLException {
    int epoch = row.getInt(first);
    if (epoch == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new EpochResult(
            epoch,
            number(row, first + 1),
            number(row, first + 2),
            number(row, first + 3),
            number(row, first + 4),
            number(row, first + 5),
            number(row, first + 6),
            number(row, first + 7)));
  }

  /** SQLite knows no NaN and keeps it as NULL. */
  static double number(ResultSet row, int column) throws SQLException {
    double value = row.getDouble(column);
    return value == 0 && row.wasNull() ? Double.NaN : value;
  }
}
