package digitstudio.ui.queue;

import digitstudio.experiment.DueData;
import digitstudio.experiment.QueueFile.Due;
import digitstudio.experiment.ResumableRun;
import digitstudio.experiment.RunSummaries;
import digitstudio.experiment.RunSummary;
import digitstudio.text.Problem;
import digitstudio.training.RunSnapshot;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import digitstudio.ui.text.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The runs that wait, the one that is trained, and those that are done; on the JavaFX thread. */
public final class QueueViewModel {
  private static final Logger LOG = LoggerFactory.getLogger(QueueViewModel.class);

  private final SweepLibrary library;
  private final Function<List<TrainingConfig>, OptionalDouble> time;
  private final Executor work;
  private final Executor callbacks;
  private final Texts texts;
  private QueueRunner runner;

  private final QueueOrder order = new QueueOrder();

  /** What every sweep has come to so far, where no store can tell. */
  private final Map<String, List<RunSummary>> ended = new HashMap<>();

  private final ReadOnlyObjectWrapper<QueuedRun> current = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper over = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper held = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper secondsLeft = new ReadOnlyDoubleWrapper(Double.NaN);
  private final ReadOnlyObjectWrapper<List<Due>> offered = new ReadOnlyObjectWrapper<>(List.of());
  private final InterruptedRuns interrupted = new InterruptedRuns();
  private final ReadOnlyObjectWrapper<SweepOutcome> outcome = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper removed = new ReadOnlyIntegerWrapper();
  private final BooleanProperty open = new SimpleBooleanProperty();
  private Runnable undo = () -> {};
  private Supplier<Optional<DueData>> chosenData = Optional::empty;
  private OptionalDouble secondsOfWaiting = OptionalDouble.empty();
  private boolean closed;

  /**
   * @param time seconds that runs will take; empty while that is not known
   * @param work where the library is called, one call after the other
   * @param callbacks brings the outcome back to the JavaFX thread
   */
  public QueueViewModel(
      SweepLibrary library,
      Function<List<TrainingConfig>, OptionalDouble> time,
      Executor work,
      Executor callbacks,
      Texts texts) {
    this.library = library;
    this.time = time;
    this.work = work;
    this.callbacks = callbacks;
    this.texts = texts;
  }

  /** Names what trains, before the first run is added. */
  public void trainWith(QueueRunner trainer) {
    runner = trainer;
  }

  /** Runs learn from the images that are chosen when they are added. */
  public void learnFrom(Supplier<Optional<DueData>> chosen) {
    chosenData = chosen;
  }

  // Adding

  /** Puts runs at the end; several are a sweep, of which the best is chosen when it is over. */
  public void add(List<TrainingConfig> configs) {
    if (configs.size() == 1) {
      append(List.of(SweepRuns.one(configs.get(0), chosenData.get(), run -> {})));
    } else {
      String name = SweepRuns.nameOf(configs, texts.locale(), ended.keySet());
      append(SweepRuns.of(name, configs, Collections.nCopies(configs.size(), chosenData.get())));
    }
  }

  /**
   * Trains with settings as soon as nothing else is trained, before all that waits.
   *
   * @param told of the run when it is over
   */
  public void addFirst(TrainingConfig config, Consumer<RunSnapshot> told) {
    clearOver();
    QueuedRun run = SweepRuns.one(config, chosenData.get(), told);
    order.addFirst(run);
    if (current.get() == null) {
      start(run);
    }
    changed();
  }

  private void append(List<QueuedRun> added) {
    clearOver();
    added.forEach(run -> ended.computeIfAbsent(run.group(), group -> new ArrayList<>()));
    order.append(added);
    next();
    changed();
  }

  /** What is over is put away when something new begins. */
  private void clearOver() {
    if (current.get() == null && waiting.get() == 0) {
      order.clear();
      outcome.set(null);
    }
  }

  // Training

  private void next() {
    if (!closed && current.get() == null && !held.get()) {
      order.waiting().stream()
          .filter(run -> !run.isWithoutData())
          .findFirst()
          .ifPresent(
              run -> {
                order.moveTo(run, order.firstWaiting());
                start(run);
              });
    }
  }

  /** Other images are chosen, or the same again: those may be among them that runs wait for. */
  public void dataChanged() {
    List<QueuedRun> missed = order.waiting().stream().filter(QueuedRun::isWithoutData).toList();
    if (!missed.isEmpty()) {
      missed.forEach(QueuedRun::tryAgain);
      next();
      changed();
    }
  }

  private void start(QueuedRun run) {
    run.begin();
    current.set(run);
    runner.start(run, snapshot -> show(run, snapshot));
  }

  private void show(QueuedRun run, RunSnapshot snapshot) {
    if (!snapshot.state().isOver()) {
      tellTime(snapshot.secondsLeft());
      return;
    }
    if (closed) {
      return;
    }
    Optional<Problem> missing =
        snapshot.problem().filter(problem -> problem.key().equals(DueData.GONE));
    if (missing.isPresent()) {
      run.waitForData(missing.get());
      current.set(null);
      next();
      changed();
      return;
    }
    run.end(snapshot);
    current.set(null);
    if (run.isOfSweep()) {
      snapshot
          .result()
          .ifPresent(result -> ended.get(run.group()).add(RunSummaries.of(-ended.size(), result)));
    }
    conclude(run.group());
    next();
    changed();
  }

  /** Chooses among the runs of a sweep, once none of them is left. */
  private void conclude(String group) {
    boolean going =
        runs().stream().anyMatch(run -> run.group().equals(group) && !run.state().isOver());
    if (group.isEmpty() || going) {
      return;
    }
    removed.set(0);
    List<RunSummary> known = List.copyOf(ended.get(group));
    attempt(
        () -> {
          SweepOutcome found = outcomeOf(group, known);
          callbacks.execute(() -> outcome.set(found));
        });
  }

  private SweepOutcome outcomeOf(String group, List<RunSummary> known) {
    try {
      List<RunSummary> kept = library.runs(group);
      if (!kept.isEmpty()) {
        return SweepOutcome.of(group, kept, library::look);
      }
    } catch (Problem e) {
      LOG.warn("the sweep {} was not kept", group, e);
    }
    SweepOutcome found = SweepOutcome.of(group, known, chosen -> chosen);
    return new SweepOutcome(group, found.sentences(), List.of());
  }

  // What a person does

  /** Begins no other run after the present one, or goes on. */
  public void hold(boolean hold) {
    held.set(hold && (waiting.get() > 0 || current.get() != null));
    next();
    changed();
  }

  /** Moves a waiting run by some places among those that wait. */
  public void move(QueuedRun run, int places) {
    int from = runs().indexOf(run);
    if (from >= 0) {
      moveTo(run, from + places);
    }
  }

  /** Moves a waiting run to a place of the list, or as near to it as a run can wait. */
  public void moveTo(QueuedRun run, int place) {
    if (order.moveTo(run, place)) {
      changed();
    }
  }

  /** Takes a waiting run out; ends the one that is trained, and goes on with the next. */
  public void remove(QueuedRun run) {
    if (run == current.get()) {
      runner.stop();
    } else {
      takeOut(Set.of(run));
    }
  }

  /** Takes all waiting runs out; the one that is trained goes on. */
  public void clear() {
    takeOut(new HashSet<>(order.waiting()));
  }

  private void takeOut(Set<QueuedRun> out) {
    List<QueuedRun> before = order.waiting();
    int count = order.takeOut(out);
    if (count == 0) {
      return;
    }
    removed.set(count);
    undo =
        () -> {
          order.putBack(before);
          next();
          changed();
        };
    changed();
  }

  /** Brings back what was taken out last. */
  public void undoRemoval() {
    if (removed.get() > 0) {
      removed.set(0);
      undo.run();
    }
  }

  public void dismissOutcome() {
    outcome.set(null);
  }

  public void dismissRemoval() {
    removed.set(0);
  }

  public void dismissProblem() {
    problem.set(null);
  }

  // Between two starts of the program

  /** Looks for runs that were left when the program last ended, and offers them. */
  public void lookForWork() {
    attempt(
        () -> {
          List<Due> left = notDone(library.due());
          List<ResumableRun> found = library.resumable();
          callbacks.execute(
              () -> {
                offered.set(interrupted.offer(found, left));
                // What was trained meanwhile has taken its place in the file.
                remember();
              });
        });
  }

  /** The runs that the end of the program interrupted, until they go on or are left. */
  public InterruptedRuns interrupted() {
    return interrupted;
  }

  /** Goes on with a run that ended before its time, after all that goes on and waits. */
  public void resume(ResumableRun run) {
    interrupted.remove(run);
    append(List.of(QueuedRun.resuming(run.run())));
  }

  /** Leaves the interrupted runs as they are; the Runs view can still go on with them. */
  public void leaveInterrupted() {
    interrupted.clear();
    changed();
  }

  private List<Due> notDone(List<Due> due) {
    Map<String, Set<TrainingConfig>> done = new HashMap<>();
    return due.stream()
        .filter(
            run ->
                run.group().isEmpty()
                    || !done.computeIfAbsent(run.group(), this::finished).contains(run.config()))
        .toList();
  }

  private Set<TrainingConfig> finished(String group) {
    return library.runs(group).stream()
        .filter(run -> run.state() == RunState.FINISHED)
        .map(RunSummary::config)
        .collect(Collectors.toSet());
  }

  /** Goes on with what was left. */
  public void takeUp() {
    Map<String, List<Due>> groups = new LinkedHashMap<>();
    offered
        .get()
        .forEach(run -> groups.computeIfAbsent(run.group(), group -> new ArrayList<>()).add(run));
    offered.set(List.of());
    List<QueuedRun> added = new ArrayList<>();
    groups.forEach(
        (group, due) -> {
          if (group.isEmpty()) {
            due.forEach(one -> added.add(SweepRuns.one(one.config(), one.data(), run -> {})));
          } else {
            added.addAll(
                SweepRuns.of(
                    group,
                    due.stream().map(Due::config).toList(),
                    due.stream().map(Due::data).toList()));
          }
        });
    append(added);
  }

  /** Leaves what was left undone; it can be brought back. */
  public void discard() {
    List<Due> left = offered.get();
    offered.set(List.of());
    removed.set(left.size());
    undo =
        () -> {
          offered.set(left);
          changed();
        };
    changed();
  }

  /** Begins nothing more and leaves what is remembered as it is. */
  public void close() {
    closed = true;
  }

  private void changed() {
    List<QueuedRun> waits = order.waiting();
    waiting.set(waits.size());
    over.set(runs().size() - waits.size() - (current.get() == null ? 0 : 1));
    secondsOfWaiting = time.apply(waits.stream().map(QueuedRun::config).toList());
    if (waiting.get() == 0 && current.get() == null) {
      held.set(false);
    }
    tellTime(Double.NaN);
    remember();
  }

  private void tellTime(double ofCurrent) {
    double rest = secondsOfWaiting.orElse(Double.NaN);
    secondsLeft.set(current.get() == null || Double.isNaN(ofCurrent) ? rest : rest + ofCurrent);
  }

  private void remember() {
    if (closed) {
      return;
    }
    List<Due> due = new ArrayList<>();
    Optional.ofNullable(current.get()).map(QueueViewModel::due).ifPresent(due::add);
    order.waiting().forEach(run -> due.add(due(run)));
    due.addAll(interrupted.due());
    due.addAll(offered.get());
    attempt(() -> library.remember(due));
  }

  private static Due due(QueuedRun run) {
    return new Due(run.group(), run.config(), run.data());
  }

  private void attempt(Runnable task) {
    work.execute(
        () -> {
          try {
            task.run();
          } catch (Problem e) {
            callbacks.execute(() -> problem.set(e));
          } catch (RuntimeException e) {
            LOG.error("The queue could not be kept", e);
          }
        });
  }

  // Properties

  /** Those that are over, the one that is trained, those that wait. */
  public ObservableList<QueuedRun> runs() {
    return order.runs();
  }

  /** Which run is trained; null while none is. */
  public ReadOnlyObjectProperty<QueuedRun> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** How many are over. */
  public ReadOnlyIntegerProperty overProperty() {
    return over.getReadOnlyProperty();
  }

  /** How many wait. */
  public ReadOnlyIntegerProperty waitingProperty() {
    return waiting.getReadOnlyProperty();
  }

  /** Whether no other run begins after the present one. */
  public ReadOnlyBooleanProperty heldProperty() {
    return held.getReadOnlyProperty();
  }

  /** Until all are done; NaN while that is not known. */
  public ReadOnlyDoubleProperty secondsLeftProperty() {
    return secondsLeft.getReadOnlyProperty();
  }

  /** What was left when the program last ended, until it is taken up or left. */
  public ReadOnlyObjectProperty<List<Due>> offeredProperty() {
    return offered.getReadOnlyProperty();
  }

  /** What came of the last sweep; null until one is over. */
  public ReadOnlyObjectProperty<SweepOutcome> outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  /** What could not be remembered; null if nothing. */
  public ReadOnlyObjectProperty<Problem> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** How many runs were taken out last and can be brought back. */
  public ReadOnlyIntegerProperty removedProperty() {
    return removed.getReadOnlyProperty();
  }

  /** Whether the list of runs is seen. */
  public BooleanProperty openProperty() {
    return open;
  }
}
