package digitstudio.experiment;

import digitstudio.digits.DigitSet;
import digitstudio.digits.PixelScaling;
import digitstudio.experiment.ReproducedRow.Measured;
import digitstudio.nn.LearningRate;
import digitstudio.nn.Network;
import digitstudio.text.Problem;
import digitstudio.training.EpochResult;
import digitstudio.training.Evaluation;
import digitstudio.training.Predictor;
import digitstudio.training.RunResult;
import digitstudio.training.RunState;
import digitstudio.training.StopSignal;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import digitstudio.training.TrainingListener;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Trains the rows of the report's tables, each configuration once, however many rows it stands in:
 * where a row is the beginning of a longer one, it is measured as the longer one passes.
 */
public final class Reproduction {
  /**
   * A table with what was measured.
   *
   * @param rows those that were trained; fewer than the table has if it was stopped
   */
  public record ReproducedTable(ReportTables.Table table, List<ReproducedRow> rows) {
    public ReproducedTable {
      rows = List.copyOf(rows);
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
  private final List<TrainingConfig> runs;
  private final Map<TrainingConfig, Measured> measured = new HashMap<>();

  /**
   * @param tables in the order to train and show them
   * @param runner trains on the data
   * @param archive keeps the runs
   */
  public Reproduction(
      List<ReportTables.Table> tables,
      ReproductionScope scope,
      TrainingData data,
      RunQueue.Runner runner,
      RunArchive archive) {
    this.tables = List.copyOf(tables);
    this.scope = scope;
    this.data = data;
    this.runner = runner;
    this.archive = archive;
    runs = runs();
  }

  /** The trainings that it takes, in their order. */
  public List<TrainingConfig> trainings() {
    return runs;
  }

  private List<TrainingConfig> runs() {
    Set<TrainingConfig> wanted = new LinkedHashSet<>();
    tables.forEach(table -> table.rows().forEach(row -> wanted.add(scope.of(row.config()))));
    Set<TrainingConfig> runs = new LinkedHashSet<>();
    wanted.forEach(config -> runs.add(longest(config, wanted)));
    return List.copyOf(runs);
  }

  private static TrainingConfig longest(
      TrainingConfig config, Collection<TrainingConfig> candidates) {
    TrainingConfig longest = config;
    for (TrainingConfig candidate : candidates) {
      if (candidate.epochs() > longest.epochs() && beginsWith(candidate, config)) {
        longest = candidate;
      }
    }
    return longest;
  }

  /** Whether a run passes, on its way, through the very end of a shorter one. */
  private static boolean beginsWith(TrainingConfig longer, TrainingConfig shorter) {
    return longer.learningRate() instanceof LearningRate.Constant
        && longer.patience() == 0
        && longer.validation() == 0
        && longer.toBuilder().epochs(shorter.epochs()).build().equals(shorter);
  }

  /**
   * Trains until all is done or the signal says stop.
   *
   * @return the tables with the rows that are done
   */
  public List<ReproducedTable> run(Observer observer, StopSignal signal) {
    List<ReproducedTable> done = new ArrayList<>();
    for (ReportTables.Table table : tables) {
      List<ReproducedRow> rows = new ArrayList<>();
      for (ReportTables.Row row : table.rows()) {
        measured(row, observer, signal)
            .map(value -> ReproducedRow.of(row, scope.of(row.config()), value, scope.isShort()))
            .ifPresent(rows::add);
      }
      ReproducedTable reproduced = new ReproducedTable(table, rows);
      done.add(reproduced);
      if (reproduced.isComplete()) {
        observer.tableDone(reproduced);
      }
    }
    return done;
  }

  private Optional<Measured> measured(ReportTables.Row row, Observer observer, StopSignal signal) {
    TrainingConfig config = scope.of(row.config());
    if (!measured.containsKey(config) && !signal.isStopped()) {
      train(longest(config, runs), row, observer, signal);
      if (!measured.containsKey(config) && !signal.isStopped()) {
        // The longer one ended before it came so far.
        train(config, row, observer, signal);
      }
    }
    return Optional.ofNullable(measured.get(config));
  }

  private void train(
      TrainingConfig config, ReportTables.Row row, Observer observer, StopSignal signal) {
    int number = runs.indexOf(config) + 1;
    observer.began(number, runs.size(), row);
    Optional<RunRecorder> recorder = archive.record(config);
    Passing passing = new Passing(config, observer);
    RunResult result;
    try {
      result =
          runner.run(
              config,
              recorder.<TrainingListener>map(kept -> kept.then(passing)).orElse(passing),
              signal);
    } catch (Problem e) {
      recorder.ifPresent(kept -> kept.failed(e));
      throw e;
    }
    recorder.ifPresent(kept -> kept.finished(result));
    if (result.state() != RunState.STOPPED) {
      measured.put(
          config,
          new Measured(
              100 * result.test().accuracy(),
              100 * result.train().accuracy(),
              result.trainingSeconds(),
              result.state(),
              result.epochs()));
    }
    observer.ended(number, runs.size(), result);
  }

  /** Measures the shorter rows that a run passes through. */
  private final class Passing implements TrainingListener {
    private final TrainingConfig config;
    private final Observer observer;
    private final Set<Integer> stations = new TreeSet<>();
    private final List<EpochResult> epochs = new ArrayList<>();
    private Network network;
    private PixelScaling scaling;

    Passing(TrainingConfig config, Observer observer) {
      this.config = config;
      this.observer = observer;
      for (ReportTables.Table table : tables) {
        for (ReportTables.Row row : table.rows()) {
          TrainingConfig shorter = scope.of(row.config());
          if (shorter.epochs() < config.epochs() && beginsWith(config, shorter)) {
            stations.add(shorter.epochs());
          }
        }
      }
    }

    @Override
    public void started(Network network, PixelScaling scaling, int images, int stepsPerEpoch) {
      this.network = network;
      this.scaling = scaling;
    }

    @Override
    public void epochEnded(EpochResult epoch) {
      epochs.add(epoch);
      if (stations.contains(epoch.epoch()) && network != null) {
        measure(config.toBuilder().epochs(epoch.epoch()).build());
      }
      observer.epochEnded(epoch);
    }

    private void measure(TrainingConfig shorter) {
      try (Predictor predictor = Predictor.of(network, scaling)) {
        Evaluation train = predictor.evaluate(trainImages(), shorter.loss());
        Evaluation test = predictor.evaluate(data.test(), shorter.loss());
        measured.put(
            shorter,
            new Measured(
                100 * test.accuracy(),
                100 * train.accuracy(),
                epochs.stream().mapToDouble(EpochResult::seconds).sum(),
                Double.isFinite(train.loss()) ? RunState.FINISHED : RunState.DIVERGED,
                epochs));
      }
    }

    private DigitSet trainImages() {
      int limit = config.trainLimit();
      return limit > 0 ? data.train().first(limit) : data.train();
    }
  }
}
