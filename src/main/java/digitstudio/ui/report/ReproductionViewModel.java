package digitstudio.ui.report;

import digitstudio.experiment.ReportTables;
import digitstudio.experiment.ReproducedRow;
import digitstudio.experiment.ReproducedRow.Measured;
import digitstudio.experiment.Reproduction.ReproducedTable;
import digitstudio.experiment.ReproductionPlan;
import digitstudio.experiment.ReproductionPlan.Training;
import digitstudio.experiment.ReproductionScope;
import digitstudio.experiment.RunDetails;
import digitstudio.experiment.Sweep;
import digitstudio.text.Problem;
import digitstudio.training.RunResult;
import digitstudio.training.RunSnapshot;
import digitstudio.training.RunState;
import digitstudio.training.SpeedEstimate;
import digitstudio.training.TrainingConfig;
import digitstudio.ui.main.Notice;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The page of the report: what it says, what was measured, and the trainings that are still to do.
 */
public final class ReproductionViewModel {
  /** A form that is over within a minute. */
  public static final ReproductionScope SHORT = new ReproductionScope(5, 6000);

  private static final Logger LOG = LoggerFactory.getLogger(ReproductionViewModel.class);
  private static final int REPORT_IMAGES = 60_000;

  private final ReproductionLab lab;
  private final ReproductionDocuments documents;
  private final Executor callbacks;
  private final Consumer<Notice> told;
  private final List<TableModel> tables;

  private final ObjectProperty<ReproductionScope> scope =
      new SimpleObjectProperty<>(this, "scope", ReproductionScope.WHOLE);
  private final BooleanProperty anew = new SimpleBooleanProperty(this, "anew");
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
  private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper moment = new ReadOnlyIntegerWrapper();

  private final Map<TrainingConfig, Measured> measured = new HashMap<>();
  private final Queue<RunDetails> passed = new ConcurrentLinkedQueue<>();
  private final Deque<Training> waiting = new ArrayDeque<>();
  private final Set<TrainingConfig> measuredNow = new HashSet<>();
  private ReproductionPlan whole;
  private Optional<Training> current = Optional.empty();
  private SpeedEstimate speed = new SpeedEstimate();
  private int trainImages = REPORT_IMAGES;
  private int count;
  private double work;
  private double workDone;

  /**
   * @param documents writes what was measured
   * @param callbacks brings what is heard elsewhere into the window
   * @param told what the person is to know
   */
  public ReproductionViewModel(
      ReproductionLab lab,
      ReproductionDocuments documents,
      Executor callbacks,
      Consumer<Notice> told) {
    this.lab = lab;
    this.documents = documents;
    this.callbacks = callbacks;
    this.told = told;
    whole = plan(rows(), Set.of());
    tables =
        ReportTables.all().stream()
            .map(table -> new TableModel(table, table.rows().stream().map(this::state).toList()))
            .toList();
    scope.addListener(
        change -> {
          whole = plan(rows(), Set.of());
          refresh();
          load();
        });
    anew.addListener(change -> refresh());
    lab.snapshot().addListener((change, before, run) -> follow(run));
  }

  private static List<ReportTables.Row> rows() {
    return ReportTables.all().stream().flatMap(table -> table.rows().stream()).toList();
  }

  private ReproductionPlan plan(Collection<ReportTables.Row> rows, Set<TrainingConfig> known) {
    return ReproductionPlan.of(rows, scope.get(), known);
  }

  // What is known

  /** Looks up what is kept; what was measured since and is kept nowhere stays. */
  public void load() {
    reading.set(true);
    ReproductionScope wanted = scope.get();
    lab.kept(rows().stream().map(row -> wanted.of(row.config())).distinct().toList())
        .whenCompleteAsync(
            (kept, failure) -> {
              reading.set(false);
              if (failure != null) {
                complain(failure);
              } else if (wanted.equals(scope.get())) {
                take(kept);
              }
              refresh();
            },
            callbacks);
  }

  private void take(ReproductionLab.Kept kept) {
    if (!running.get()) {
      // A run that was deleted is no longer shown either.
      measured.clear();
    }
    kept.measured().forEach(measured::putIfAbsent);
    speed = kept.speed();
    trainImages = kept.trainImages();
  }

  private void complain(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    LOG.warn("The kept runs of the report cannot be read", cause);
    Object reason = cause instanceof Problem problem ? problem : cause.toString();
    told.accept(Notice.of(new Problem(cause, "reproduced.page.unreadable", reason)));
  }

  private RowState state(ReportTables.Row row) {
    TrainingConfig config = scope.get().of(row.config());
    int number = whole.number(config).orElseThrow();
    Training training = whole.trainings().get(number - 1);
    Optional<ReproducedRow> reproduced =
        Optional.ofNullable(measured.get(config))
            .map(value -> ReproducedRow.of(row, config, value, scope.get().isShort()));
    boolean trains = current.filter(one -> stillMeasures(one, config)).isPresent();
    boolean waits = waiting.stream().anyMatch(one -> measures(one, config));
    RowState.Phase phase =
        trains
            ? RowState.Phase.TRAINING
            : waits
                ? RowState.Phase.WAITING
                : reproduced.isPresent() ? RowState.Phase.MEASURED : RowState.Phase.REPORTED;
    int epoch = trains && lab.snapshot().getValue() != null ? lab.snapshot().getValue().epoch() : 0;
    return new RowState(
        row,
        config,
        reproduced,
        phase,
        epoch,
        number,
        training.config().epochs(),
        training.rows().stream().filter(other -> other != row).toList());
  }

  private static boolean measures(Training training, TrainingConfig config) {
    return training.config().equals(config) || training.passed().contains(config);
  }

  private boolean stillMeasures(Training training, TrainingConfig config) {
    return measures(training, config) && !measuredNow.contains(config);
  }

  private void refresh() {
    for (TableModel table : tables) {
      table.show(ReproducedTable.of(table.table(), scope.get(), measured));
      for (int i = 0; i < table.table().rows().size(); i++) {
        table.show(i, state(table.table().rows().get(i)));
      }
    }
    revision.set(revision.get() + 1);
    moment.set(moment.get() + 1);
  }

  // Training

  /** What rows would take now. */
  public ReproductionPlan plan(List<ReportTables.Row> rows) {
    return plan(rows, anew.get() ? Set.of() : measured.keySet());
  }

  /** Trains what rows need, one training after the other; nothing while a training goes on. */
  public void train(List<ReportTables.Row> rows) {
    ReproductionPlan plan = plan(rows);
    if (lab.busy().get() || running.get() || plan.trainings().isEmpty()) {
      return;
    }
    waiting.clear();
    waiting.addAll(plan.trainings());
    measuredNow.clear();
    passed.clear();
    count = plan.trainings().size();
    work = plan.trainings().stream().mapToDouble(one -> one.work(trainImages)).sum();
    workDone = 0;
    running.set(true);
    next();
  }

  private void next() {
    current = Optional.ofNullable(waiting.poll());
    if (current.isEmpty()) {
      end();
      return;
    }
    Training training = current.get();
    refresh();
    lab.train(training, this::pass, run -> ended(training, run));
  }

  /** On the thread that trains. */
  private void pass(RunDetails run) {
    passed.add(run);
    callbacks.execute(
        () -> {
          takePassed();
          refresh();
        });
  }

  private void takePassed() {
    for (RunDetails run = passed.poll(); run != null; run = passed.poll()) {
      put(run.summary().config(), Measured.of(run));
    }
  }

  private void put(TrainingConfig config, Measured value) {
    measured.put(config, value);
    measuredNow.add(config);
  }

  private void ended(Training training, RunSnapshot run) {
    takePassed();
    workDone += training.work(trainImages);
    run.result().ifPresent(result -> learnSpeed(training, result));
    boolean over = run.state() == RunState.FINISHED || run.state() == RunState.DIVERGED;
    if (!over) {
      // Stopped by hand or failed: what comes after would be no different.
      waiting.clear();
      end();
      return;
    }
    put(training.config(), Measured.of(run.result().orElseThrow()));
    for (TrainingConfig shorter : training.passed()) {
      if (!measuredNow.contains(shorter)) {
        // The longer one ended before it came so far.
        waiting.addFirst(new Training(shorter, training.rows(), List.of()));
        count++;
      }
    }
    next();
  }

  private void learnSpeed(Training training, RunResult result) {
    int images = Sweep.trainImages(training.config(), trainImages);
    if (result.trainingSeconds() > 0 && !result.epochs().isEmpty()) {
      speed.measured(
          training.config(),
          images,
          (double) images * result.epochs().size() / result.trainingSeconds());
    }
  }

  private void end() {
    current = Optional.empty();
    running.set(false);
    refresh();
  }

  private void follow(RunSnapshot run) {
    if (run != null && current.filter(one -> one.config().equals(run.config())).isPresent()) {
      for (TableModel table : tables) {
        for (int i = 0; i < table.table().rows().size(); i++) {
          ReportTables.Row row = table.table().rows().get(i);
          if (measures(current.get(), scope.get().of(row.config()))) {
            table.show(i, state(row));
          }
        }
      }
      moment.set(moment.get() + 1);
    }
  }

  /** Pauses, or goes on. */
  public void pauseOrResume() {
    if (running.get()) {
      lab.pauseOrResume();
    }
  }

  /** Ends the training that goes on and begins no other; what was measured stays. */
  public void stop() {
    if (running.get()) {
      waiting.clear();
      lab.stop();
    }
  }

  // Numbers

  /** Where the trainings stand, 0 to 1. */
  public double progress() {
    if (work == 0) {
      return 0;
    }
    double now = current.map(one -> one.work(trainImages) * snapshotProgress(one)).orElse(0.0);
    return Math.min(1, (workDone + now) / work);
  }

  private double snapshotProgress(Training training) {
    RunSnapshot run = lab.snapshot().getValue();
    return run != null && run.config().equals(training.config()) ? run.progress() : 0;
  }

  /** Seconds that the trainings will still take; empty before it can be said. */
  public OptionalDouble secondsLeft() {
    if (current.isEmpty()) {
      return OptionalDouble.empty();
    }
    RunSnapshot run = lab.snapshot().getValue();
    double now = run == null ? Double.NaN : run.secondsLeft();
    if (!Double.isFinite(now)) {
      return OptionalDouble.empty();
    }
    double after = 0;
    for (Training training : waiting) {
      // By the speed of this very moment where no run was like it.
      double unlike =
          now
              * training.work(trainImages)
              / Math.max(1, current.get().work(trainImages) * (1 - run.progress()));
      after += seconds(training).orElse(unlike);
    }
    return OptionalDouble.of(now + after);
  }

  private OptionalDouble seconds(Training training) {
    return speed.seconds(training.config(), Sweep.trainImages(training.config(), trainImages));
  }

  /** Seconds that a plan will take; empty before anything was trained on this computer. */
  public OptionalDouble seconds(ReproductionPlan plan) {
    return Sweep.seconds(
        plan.trainings().stream().map(Training::config).toList(), speed, trainImages);
  }

  public int trainImages() {
    return trainImages;
  }

  /** The training that goes on; empty for none. */
  public Optional<Training> current() {
    return current;
  }

  /** How many trainings were asked for. */
  public int count() {
    return count;
  }

  /** Which of them goes on, from 1. */
  public int number() {
    return count - waiting.size();
  }

  // Documents

  /** Asks for a file and writes what is measured. */
  public void export(Locale language) {
    documents.write(
        scope.get(),
        tables.stream().map(table -> table.reproducedProperty().get()).toList(),
        language);
  }

  /** How many rows are measured. */
  public int rowsMeasured() {
    return tables.stream().mapToInt(table -> table.reproducedProperty().get().rows().size()).sum();
  }

  // State

  List<TableModel> tables() {
    return tables;
  }

  /** How much of the report is trained. */
  public ObjectProperty<ReproductionScope> scopeProperty() {
    return scope;
  }

  /** Whether what is measured is trained once more. */
  public BooleanProperty anewProperty() {
    return anew;
  }

  /** Whether trainings of this page go on. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Whether it is still being looked up what is kept. */
  public ReadOnlyBooleanProperty readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /** Changes whenever there is more, or less, to train than before. */
  public ReadOnlyIntegerProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  /** Changes whenever the training that goes on has come further. */
  public ReadOnlyIntegerProperty momentProperty() {
    return moment.getReadOnlyProperty();
  }

  ReproductionLab lab() {
    return lab;
  }
}
