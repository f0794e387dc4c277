package digitstudio.ui.queue;

import digitstudio.experiment.QueueFile.Due;
import digitstudio.experiment.RunLabels;
import digitstudio.experiment.RunNames;
import digitstudio.experiment.RunSummaries;
import digitstudio.experiment.RunSummary;
import digitstudio.experiment.Setting;
import digitstudio.experiment.SettingDifference;
import digitstudio.text.Problem;
import digitstudio.text.Sentence;
import digitstudio.training.RunSnapshot;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import digitstudio.ui.text.Texts;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
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
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The runs that wait, the one that is trained, and those that are done; on the JavaFX thread. */
public final class QueueViewModel {
  private static final Logger LOG = LoggerFactory.getLogger(QueueViewModel.class);
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private final SweepLibrary library;
  private final Function<List<TrainingConfig>, OptionalDouble> time;
  private final Executor work;
  private final Executor callbacks;
  private final Texts texts;
  private QueueRunner runner;

  /** Those that are over, the one that is trained, those that wait: always in this order. */
  private final ObservableList<QueuedRun> runs = FXCollections.observableArrayList();

  private final ObservableList<QueuedRun> runsForReading =
      FXCollections.unmodifiableObservableList(runs);

  /** What every sweep has come to so far, where no store can tell. */
  private final Map<String, List<RunSummary>> ended = new HashMap<>();

  private final ReadOnlyObjectWrapper<QueuedRun> current = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper over = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper held = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper secondsLeft = new ReadOnlyDoubleWrapper(Double.NaN);
  private final ReadOnlyObjectWrapper<List<Due>> offered = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<SweepOutcome> outcome = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper removed = new ReadOnlyIntegerWrapper();
  private final BooleanProperty open = new SimpleBooleanProperty();
  private Runnable undo = () -> {};
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

  // Adding

  /** Puts runs at the end; several are a sweep, of which the best is chosen when it is over. */
  public void add(List<TrainingConfig> configs) {
    if (configs.size() == 1) {
      append(List.of(made(configs.get(0), run -> {})));
    } else {
      append(sweep(nameOf(configs), configs));
    }
  }

  /**
   * Trains with settings as soon as nothing else is trained, before all that waits.
   *
   * @param told of the run when it is over
   */
  public void addFirst(TrainingConfig config, Consumer<RunSnapshot> told) {
    clearOver();
    QueuedRun run = made(config, told);
    runs.add(firstWaiting(), run);
    if (current.get() == null) {
      start(run);
    }
    changed();
  }

  private static QueuedRun made(TrainingConfig config, Consumer<RunSnapshot> told) {
    return new QueuedRun(config, "", name(config), told);
  }

  private static Sentence name(TrainingConfig config) {
    return Sentence.of("queue.named", RunNames.of(config));
  }

  private static List<QueuedRun> sweep(String group, List<TrainingConfig> configs) {
    RunLabels labels = new RunLabels(configs);
    return configs.stream()
        .map(
            config ->
                new QueuedRun(
                    config, group, labels.of(config).orElseGet(() -> name(config)), run -> {}))
        .toList();
  }

  /** What the settings are that the sweep is about, and when it began: no other has this name. */
  private String nameOf(List<TrainingConfig> configs) {
    String settings =
        Arrays.stream(Setting.values())
            .filter(setting -> SettingDifference.differs(setting, configs))
            .map(setting -> setting.title().in(texts.locale()))
            .collect(Collectors.joining(" × "));
    String name = settings + " · " + STAMP.format(LocalDateTime.now());
    String free = name;
    for (int i = 2; ended.containsKey(free); i++) {
      free = name + " (" + i + ")";
    }
    return free;
  }

  private void append(List<QueuedRun> added) {
    clearOver();
    added.forEach(run -> ended.computeIfAbsent(run.group(), group -> new ArrayList<>()));
    runs.addAll(added);
    next();
    changed();
  }

  /** What is over is put away when something new begins. */
  private void clearOver() {
    if (current.get() == null && waiting.get() == 0) {
      runs.clear();
      outcome.set(null);
    }
  }

  // Training

  private int firstWaiting() {
    int first = runs.size();
    while (first > 0 && runs.get(first - 1).state() == QueuedRun.State.WAITING) {
      first--;
    }
    return first;
  }

  private void next() {
    int first = firstWaiting();
    if (!closed && current.get() == null && !held.get() && first < runs.size()) {
      start(runs.get(first));
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
    run.end(snapshot);
    current.set(null);
    if (run.isOfSweep()) {
      snapshot
          .result()
          .ifPresent(
              result -> ended.get(run.group()).add(RunSummaries.of(-ended.size(), result)));
    }
    conclude(run.group());
    next();
    changed();
  }

  /** Chooses among the runs of a sweep, once none of them is left. */
  private void conclude(String group) {
    boolean going =
        runs.stream().anyMatch(run -> run.group().equals(group) && !run.state().isOver());
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
    int from = runs.indexOf(run);
    if (from >= 0) {
      moveTo(run, from + places);
    }
  }

  /** Moves a waiting run to a place of the list, or as near to it as a run can wait. */
  public void moveTo(QueuedRun run, int place) {
    int first = firstWaiting();
    int from = runs.indexOf(run);
    int to = Math.max(first, Math.min(place, runs.size() - 1));
    if (from < first || from == to) {
      return;
    }
    runs.remove(from);
    runs.add(to, run);
    changed();
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
    takeOut(new HashSet<>(runs.subList(firstWaiting(), runs.size())));
  }

  private void takeOut(Set<QueuedRun> out) {
    List<QueuedRun> before = List.copyOf(runs.subList(firstWaiting(), runs.size()));
    List<QueuedRun> left = before.stream().filter(run -> !out.contains(run)).toList();
    if (left.size() == before.size()) {
      return;
    }
    runs.remove(firstWaiting(), runs.size());
    runs.addAll(left);
    removed.set(before.size() - left.size());
    undo = () -> putBack(before);
    if (left.isEmpty() && current.get() == null) {
      held.set(false);
    }
    changed();
  }

  private void putBack(List<QueuedRun> before) {
    List<QueuedRun> back = new ArrayList<>(before);
    back.removeIf(run -> run.state() != QueuedRun.State.WAITING);
    List<QueuedRun> now = List.copyOf(runs.subList(firstWaiting(), runs.size()));
    now.stream().filter(run -> !before.contains(run)).forEach(back::add);
    runs.remove(firstWaiting(), runs.size());
    runs.addAll(back);
    next();
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
          callbacks.execute(() -> offered.set(left));
        });
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
    Map<String, List<TrainingConfig>> groups = new LinkedHashMap<>();
    offered
        .get()
        .forEach(
            run ->
                groups
                    .computeIfAbsent(run.group(), group -> new ArrayList<>())
                    .add(run.config()));
    offered.set(List.of());
    List<QueuedRun> added = new ArrayList<>();
    groups.forEach(
        (group, configs) -> {
          if (group.isEmpty()) {
            configs.forEach(config -> added.add(made(config, run -> {})));
          } else {
            added.addAll(sweep(group, configs));
          }
        });
    append(added);
  }

  /** Leaves what was left undone; it can be brought back. */
  public void discard() {
    List<Due> left = offered.get();
    offered.set(List.of());
    removed.set(left.size());
    undo = () -> {
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
    int first = firstWaiting();
    waiting.set(runs.size() - first);
    over.set(first - (current.get() == null ? 0 : 1));
    secondsOfWaiting =
        time.apply(
            runs.subList(first, runs.size()).stream().map(QueuedRun::config).toList());
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
    runs.subList(firstWaiting(), runs.size()).forEach(run -> due.add(due(run)));
    due.addAll(offered.get());
    attempt(() -> library.remember(due));
  }

  private static Due due(QueuedRun run) {
    return new Due(run.group(), run.config());
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
    return runsForReading;
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

  /** Whether there is anything to show beside a single run. */
  public boolean isWorthShowing() {
    return runs.size() > 1
        || !offered.get().isEmpty()
        || outcome.get() != null
        || removed.get() > 0
        || problem.get() != null;
  }
}
