package digitstudio.experiment;

import digitstudio.experiment.ReproducedRow.Measured;
import digitstudio.text.Problem;
import digitstudio.training.EpochResult;
import digitstudio.training.RunResult;
import digitstudio.training.RunState;
import digitstudio.training.StopSignal;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import digitstudio.training.TrainingListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Trains the rows of the report's tables, each configuration once, however many rows it stands in:
 * where a row is the beginning of a longer one, it is measured as the longer one passes.
 */
public final class Reproduction {
  /** What its runs are grouped under in a store. */
  public static final String GROUP = "report";

  /**
   * A table with what was measured.
   *
   * @param rows those that were trained; fewer than the table has if it was stopped
   */
  public record ReproducedTable(ReportTables.Table table, List<ReproducedRow> rows) {
    public ReproducedTable {
      rows = List.copyOf(rows);
    }

    /** A table with those of its rows that are measured. */
    public static ReproducedTable of(
        ReportTables.Table table, ReproductionScope scope, Map<TrainingConfig, Measured> measured) {
      List<ReproducedRow> rows = new ArrayList<>();
      for (ReportTables.Row row : table.rows()) {
        TrainingConfig config = scope.of(row.config());
        Optional.ofNullable(measured.get(config))
            .map(value -> ReproducedRow.of(row, config, value, scope.isShort()))
            .ifPresent(rows::add);
      }
      return new ReproducedTable(table, rows);
    }

    /** Whether every row was trained. */
    public boolean isComplete() {
      return rows.size() == table.rows().size();
    }
  }

  /** What a reproduction tells, on the thread that does it. */
  public interface Observer {
    /** Nothing heard. */
    Observer SILENT = new Observer() {};

    /**
     * A training begins.
     *
     * @param number of it, counted from 1
     * @param total how many there will be
     * @param row the first it is for
     */
    default void began(int number, int total, ReportTables.Row row) {}

    /** An epoch of it is done. */
    default void epochEnded(EpochResult epoch) {}

    /** A training is over. */
    default void ended(int number, int total, RunResult result) {}

    /** All rows of a table are there. */
    default void tableDone(ReproducedTable table) {}
  }

  private final List<ReportTables.Table> tables;
  private final ReproductionScope scope;
  private final TrainingData data;
  private final RunQueue.Runner runner;
  private final RunArchive archive;
  private final Map<TrainingConfig, Measured> measured = new HashMap<>();
  private final int kept;
  private final ReproductionPlan plan;

  /**
   * @param tables in the order to train and show them
   * @param runner trains on the data
   * @param archive keeps the runs
   * @param anew whether what the archive has is trained again
   */
  public Reproduction(
      List<ReportTables.Table> tables,
      ReproductionScope scope,
      TrainingData data,
      RunQueue.Runner runner,
      RunArchive archive,
      boolean anew) {
    this.tables = List.copyOf(tables);
    this.scope = scope;
    this.data = data;
    this.runner = runner;
    this.archive = archive;
    List<ReportTables.Row> rows = tables.stream().flatMap(table -> table.rows().stream()).toList();
    if (!anew) {
      measured.putAll(archive.kept(rows.stream().map(row -> scope.of(row.config())).toList()));
    }
    kept = measured.size();
    plan = ReproductionPlan.of(rows, scope, measured.keySet());
  }

  /** The trainings that it takes. */
  public ReproductionPlan plan() {
    return plan;
  }

  /** How many configurations the archive has already. */
  public int kept() {
    return kept;
  }

  /** The trainings that it takes, in their order. */
  public List<TrainingConfig> trainings() {
    return plan.trainings().stream().map(ReproductionPlan.Training::config).toList();
  }

  /**
   * Trains until all is done or the signal says stop.
   *
   * @return the tables with the rows that are done
   */
  public List<ReproducedTable> run(Observer observer, StopSignal signal) {
    List<ReproducedTable> done = new ArrayList<>();
    for (ReportTables.Table table : tables) {
      table.rows().forEach(row -> measure(row, observer, signal));
      ReproducedTable reproduced = ReproducedTable.of(table, scope, measured);
      done.add(reproduced);
      if (reproduced.isComplete()) {
        observer.tableDone(reproduced);
      }
    }
    return done;
  }

  private void measure(ReportTables.Row row, Observer observer, StopSignal signal) {
    TrainingConfig config = scope.of(row.config());
    OptionalInt number = plan.number(config);
    if (measured.containsKey(config) || signal.isStopped() || number.isEmpty()) {
      return;
    }
    train(plan.trainings().get(number.getAsInt() - 1), number.getAsInt(), row, observer, signal);
    if (!measured.containsKey(config) && !signal.isStopped()) {
      // The longer one ended before it came so far.
      ReproductionPlan.Training alone =
          new ReproductionPlan.Training(config, List.of(row), List.of());
      train(alone, number.getAsInt(), row, observer, signal);
    }
  }

  private void train(
      ReproductionPlan.Training training,
      int number,
      ReportTables.Row row,
      Observer observer,
      StopSignal signal) {
    int total = plan.trainings().size();
    observer.began(number, total, row);
    Optional<RunRecorder> recorder = archive.record(training.config());
    TrainingListener told =
        new PassedRows(training.passed(), () -> data, this::passed)
            .then(
                new TrainingListener() {
                  @Override
                  public void epochEnded(EpochResult epoch) {
                    observer.epochEnded(epoch);
                  }
                });
    RunResult result;
    try {
      result =
          runner.run(training.config(), recorder.map(kept -> kept.then(told)).orElse(told), signal);
    } catch (Problem e) {
      recorder.ifPresent(kept -> kept.failed(e));
      throw e;
    }
    recorder.ifPresent(kept -> kept.finished(result));
    if (result.state() != RunState.STOPPED) {
      measured.put(training.config(), Measured.of(result));
    }
    observer.ended(number, total, result);
  }

  private void passed(KeptRun run) {
    archive.keep(run);
    measured.put(run.details().summary().config(), Measured.of(run.details()));
  }
}
