package digitstudio.experiment;

import digitstudio.nn.Settings;
import digitstudio.text.Problem;
import digitstudio.training.Checkpoint;
import digitstudio.training.EpochResult;
import digitstudio.training.Model;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Every run that was ever trained, in one SQLite file. Its methods may be called on any thread, and
 * several programs may have the same store open: each writes its own runs and sees all.
 *
 * <p>All of them throw {@link Problem} if the file cannot be read or written, but for a recorder's,
 * whose failures {@link #addProblemObserver} tells.
 */
public final class RunStore implements AutoCloseable {
  /** Which weights of a run. */
  public enum Weights {
    /** Of the last step. */
    FINAL,
    /** Of the epoch with the lowest validation loss. */
    BEST
  }

  /** How long deleted runs can be had back. */
  public static final Duration GRACE = Duration.ofDays(7);

  /** At how many epochs the weights of a run are kept where nobody has chosen. */
  public static final int KEPT_EPOCHS = 20;

  public static final int MOST_KEPT_EPOCHS = 100;

  private static final int PATIENCE_MILLIS = 5000;
  private static final String VISIBLE = "deleted IS NULL";

  private final StoreFile file;
  private final StoreOwner owner;
  private final Database writer;
  private final Database reader;
  private final WriteQueue queue;
  private final RunCheckpoints checkpoints;
  private final Map<Long, RunCourse> courses = new ConcurrentHashMap<>();

  /** Runs of sweeps that go on. */
  private final Set<Long> sealedNow = ConcurrentHashMap.newKeySet();

  private final List<LongConsumer> observers = new CopyOnWriteArrayList<>();
  private final List<Consumer<Problem>> problemObservers = new CopyOnWriteArrayList<>();
  private boolean closed;

  private RunStore(StoreFile file, StoreOwner owner, Database writer, Database reader) {
    this.file = file;
    this.owner = owner;
    this.writer = writer;
    this.reader = reader;
    queue = new WriteQueue(writer, file, this::changed, this::complain);
    // A curve that the store has not yet is written before the checkpoint that follows it.
    checkpoints = new RunCheckpoints(file.path(), queue::flush, this::complain);
  }

  /**
   * Opens a store, and makes it if there is none. Runs of programs that are no more become
   * INTERRUPTED, and what was deleted longer than {@link #GRACE} ago goes for good.
   *
   * @throws digitstudio.text.Problem if it cannot be read or written, or is of a newer version
   */
  public static RunStore open(Path file) {
    return open(file, PATIENCE_MILLIS);
  }

  /**
   * @param patience milliseconds to wait for another program that writes
   */
  static RunStore open(Path path, int patience) {
    StoreFile file = new StoreFile(path, patience);
    file.prepare();
    StoreOwner owner = StoreOwner.of(file.path());
    try {
      Database writer = file.open(owner);
      try {
        RunStore store = new RunStore(file, owner, writer, file.reader());
        store.tidy();
        return store;
      } catch (RuntimeException e) {
        close(writer, e);
        throw e;
      }
    } catch (RuntimeException e) {
      owner.close();
      throw e;
    }
  }

  private static void close(Database database, RuntimeException cause) {
    try {
      database.close();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private void tidy() {
    write(
        database -> {
          for (long other :
              database.all(
                  "SELECT DISTINCT writer FROM runs WHERE " + RunTable.UNFINISHED,
                  row -> row.getLong(1))) {
            if (!owner.isAlive(other)) {
              interrupt(database, other);
            }
          }
          database.update(
              "DELETE FROM runs WHERE deleted < ?", Instant.now().minus(GRACE).toString());
          return null;
        });
    checkpoints.tidy(id -> read(database -> RunTable.state(database, id)), GRACE);
  }

  private static void interrupt(Database database, long writer) throws SQLException {
    database.update(
        "UPDATE runs SET state = ? WHERE writer = ? AND " + RunTable.UNFINISHED,
        RunState.INTERRUPTED.name(),
        writer);
  }

  /** Where the store is. */
  public Path file() {
    return file.path();
  }

  /** What the person should know: that the store was damaged, and where the old file is now. */
  public Optional<Problem> warning() {
    return file.warning();
  }

  /** All runs but the deleted ones, the newest first. */
  public List<RunSummary> runs() {
    return read(database -> RunTable.where(database, VISIBLE));
  }

  /** The newest runs but the deleted ones, so many at most. */
  public List<RunSummary> newest(int most) {
    return read(
        database ->
            RunTable.where(
                database,
                "id IN (SELECT id FROM runs WHERE " + VISIBLE + " ORDER BY id DESC LIMIT ?)",
                most));
  }

  /** The deleted runs that can be had back, the newest first. */
  public List<RunSummary> deleted() {
    return read(database -> RunTable.where(database, "deleted IS NOT NULL"));
  }

  /** One run; empty if there is none of that id. */
  public Optional<RunSummary> run(long id) {
    return read(database -> summary(database, id));
  }

  private static Optional<RunSummary> summary(Database database, long id) throws SQLException {
    return RunTable.where(database, "id = ? AND " + VISIBLE, id).stream().findFirst();
  }

  /** All that is kept of a run but its weights; empty if there is none of that id. */
  public Optional<RunDetails> details(long id) {
    return read(
        database -> {
          Optional<RunSummary> summary = summary(database, id);
          return summary.isEmpty()
              ? Optional.empty()
              : Optional.of(details(database, summary.get()));
        });
  }

  private static RunDetails details(Database database, RunSummary summary) throws SQLException {
    long id = summary.id();
    return new RunDetails(
        summary,
        RunTable.provenance(database, id),
        RunParts.epochs(database, id),
        RunParts.evaluation(database, id, RunParts.TRAIN),
        RunParts.evaluation(database, id, RunParts.VALIDATION),
        RunParts.evaluation(database, id, RunParts.TEST));
  }

  /** A run's network; empty if those weights were not kept. */
  public Optional<Model> model(long id, Weights which) {
    return read(database -> model(database, id, which));
  }

  private Optional<Model> model(Database database, long id, Weights which) throws SQLException {
    Optional<RunSummary> run = summary(database, id);
    if (run.isEmpty()) {
      return Optional.empty();
    }
    Optional<Model> found = weights(database, run.get(), which);
    boolean lastIsBest =
        which == Weights.BEST
            && run.get().config().validation() > 0
            && run.get().best().equals(run.get().last());
    return found.isEmpty() && lastIsBest ? weights(database, run.get(), Weights.FINAL) : found;
  }

  private Optional<Model> weights(Database database, RunSummary run, Weights which)
      throws SQLException {
    return RunParts.model(database, file(), run.id(), which.name(), run.config());
  }

  /**
   * The weights of a run at some of its epochs, be it going on or over; none if there is no run of
   * that id, or no weights of its epochs were kept.
   */
  public KeptWeights epochWeights(long id) {
    return new StoredWeights(this, id);
  }

  List<Integer> keptEpochs(long id) {
    RunCourse course = courses.get(id);
    return course != null ? course.epochs() : read(database -> CourseTable.epochs(database, id));
  }

  Optional<Model> model(long id, int epoch) {
    RunCourse course = courses.get(id);
    Optional<Model> live = course == null ? Optional.empty() : course.at(epoch);
    return live.isPresent() ? live : read(database -> model(database, id, epoch));
  }

  private Optional<Model> model(Database database, long id, int epoch) throws SQLException {
    Optional<RunSummary> run = summary(database, id);
    return run.isEmpty()
        ? Optional.empty()
        : RunParts.model(database, file(), id, CourseTable.kind(epoch), run.get().config());
  }

  /**
   * What the digits were read as in each epoch of a run, be it going on or over; nothing where that
   * was not kept.
   */
  public List<EpochConfusion> confusions(long id) {
    RunCourse course = courses.get(id);
    return course != null
        ? course.confusions()
        : read(database -> CourseTable.confusions(database, id));
  }

  /** At how many epochs the weights of new runs are kept. */
  public int keptEpochs() {
    return read(CourseTable::keptEpochs).orElse(KEPT_EPOCHS);
  }

  /**
   * Chooses at how many epochs the weights of new runs are kept, for all who use the store.
   *
   * @param epochs 0 for none, at most {@link #MOST_KEPT_EPOCHS}
   * @throws Problem if it is neither
   */
  public void keepEpochs(int epochs) {
    Settings.requireBetween("keptEpochs", epochs, -1, MOST_KEPT_EPOCHS + 1);
    write(
        database -> {
          CourseTable.setKeptEpochs(database, epochs);
          return null;
        });
  }

  /** All that is kept of a run; empty if there is none of that id. */
  public Optional<KeptRun> kept(long id) {
    return read(
        database -> {
          Optional<RunSummary> summary = summary(database, id);
          if (summary.isEmpty()) {
            return Optional.empty();
          }
          return Optional.of(
              new KeptRun(
                  details(database, summary.get()),
                  weights(database, summary.get(), Weights.FINAL),
                  weights(database, summary.get(), Weights.BEST),
                  CourseTable.confusions(database, id),
                  epochWeights(id)));
        });
  }

  /**
   * A new run, at once visible as PREPARING.
   *
   * @param name its name; empty for one made from its settings
   * @param group what it belongs to; empty without
   */
  public RunRecorder record(TrainingConfig config, String name, String group) {
    return record(config, name, group, false);
  }

  /**
   * A new run of a sweep, as {@link #record} makes it; what it makes of the test images is sealed
   * until {@link #unseal}, so that it can choose nothing.
   */
  public RunRecorder recordSealed(TrainingConfig config, String group) {
    return record(config, "", group, true);
  }

  /**
   * Goes on with the run of a sweep that ended before its time, if there is one of these settings
   * with a whole checkpoint; else as {@link #recordSealed}.
   */
  public RunRecorder resumeOrRecordSealed(TrainingConfig config, String group) {
    return resumeOr(resumable(config, group), () -> recordSealed(config, group));
  }

  RunRecorder resumeOr(Optional<ResumableRun> left, Supplier<RunRecorder> anew) {
    if (left.isPresent()) {
      try {
        return resume(left.get().run().id());
      } catch (Problem e) {
        complain(e);
      }
    }
    return anew.get();
  }

  private RunRecorder record(TrainingConfig config, String name, String group, boolean sealed) {
    String chosen = name.isBlank() ? RunNames.of(config) : name.strip();
    long id =
        write(database -> RunTable.begin(database, config, chosen, group.strip(), owner.number()));
    RunSummary run = run(id).orElseThrow();
    return recorder(run, sealed, Optional.empty(), Optional.empty());
  }

  private RunRecorder recorder(
      RunSummary run, boolean sealed, Optional<Checkpoint> from, Optional<RunState> before) {
    long id = run.id();
    RunCourse course = new RunCourse(run.config(), keptEpochs());
    courses.put(id, course);
    changed(id);
    if (sealed) {
      sealedNow.add(id);
    }
    return new StoredRun(
        id,
        queue,
        course,
        sealed,
        checkpoints.writer(run, sealed, from),
        new Resumption(id, before),
        () -> {
          courses.remove(id);
          sealedNow.remove(id);
        });
  }

  /** The runs that ended before their time and can go on, the newest first. */
  public List<ResumableRun> resumable() {
    List<ResumableRun> found = new ArrayList<>();
    for (long id : checkpoints.ids()) {
      resumable(id).ifPresent(run -> found.add(0, run));
    }
    return found;
  }

  /** Whether a run can go on, and in which epoch. */
  public Optional<ResumableRun> resumable(long id) {
    return run(id).flatMap(checkpoints::resumable);
  }

  /** The newest run of a group and settings that can go on. */
  Optional<ResumableRun> resumable(TrainingConfig config, String group) {
    return resumable().stream()
        .filter(found -> found.run().config().equals(config) && found.run().group().equals(group))
        .findFirst();
  }

  /**
   * Goes on with a run from its newest whole checkpoint, in its own row: what it kept of later
   * steps is dropped, as it will come again. The recorder must be given to the trainer.
   *
   * @throws Problem if there is no such run, it goes on already or came to its end, or no
   *     checkpoint of it can be read
   */
  public RunRecorder resume(long id) {
    RunSummary run = run(id).orElseThrow(() -> new Problem("resume.unknown", Long.toString(id)));
    read(database -> requireBeforeTime(database, run));
    RunCheckpoints.Kept kept = checkpoints.read(run);
    RunState before =
        write(
            database -> {
              RunState state = requireBeforeTime(database, run);
              RunTable.resume(database, id, kept.checkpoint().epochs(), owner.number());
              return state.isOver() ? state : RunState.INTERRUPTED;
            });
    return recorder(run, kept.sealed(), Optional.of(kept.checkpoint()), Optional.of(before));
  }

  /** A run that seems to go on may be of a program that was killed after this one began. */
  private RunState requireBeforeTime(Database database, RunSummary run) throws SQLException {
    RunState state = RunTable.state(database, run.id()).orElse(run.state());
    if (state.isOver() && !RunCheckpoints.BEFORE_TIME.contains(state)) {
      throw new Problem("resume.over", run.name());
    }
    if (!state.isOver() && owner.isAlive(RunTable.writer(database, run.id()))) {
      throw new Problem("resume.going", run.name());
    }
    return state;
  }

  /** What this store does for one of its runs. */
  private final class Resumption implements StoredRun.Resumption {
    private final long id;
    private final Optional<RunState> before;

    Resumption(long id, Optional<RunState> before) {
      this.id = id;
      this.before = before;
    }

    @Override
    public Optional<RunState> before() {
      return before;
    }

    @Override
    public void restore(RunCourse course, int epochs) {
      SortedMap<Integer, Model> kept = new TreeMap<>();
      List<EpochConfusion> confusions = new ArrayList<>();
      try {
        for (int epoch : read(database -> CourseTable.epochs(database, id))) {
          read(database -> model(database, id, epoch)).ifPresent(model -> kept.put(epoch, model));
        }
        confusions.addAll(read(database -> CourseTable.confusions(database, id)));
      } catch (Problem e) {
        // The run itself goes on; what was kept of it stays in the store.
        RunStore.this.complain(e);
      }
      course.resumed(epochs, confusions, kept);
    }

    @Override
    public void forget(long run) {
      try {
        if (read(database -> RunTable.state(database, run)).filter(RunState::isOver).isPresent()) {
          checkpoints.delete(run);
        }
      } catch (Problem e) {
        RunStore.this.complain(e);
      }
    }

    @Override
    public void complain(Problem problem) {
      RunStore.this.complain(problem);
    }
  }

  /**
   * Whether a run belongs to a sweep that has not chosen it, so that nobody is to see what it makes
   * of the test images.
   */
  public boolean isSealed(long id) {
    return sealedNow.contains(id) || read(database -> RunParts.isSealed(database, id));
  }

  /** Opens what the chosen runs of a sweep make of the test images; of others nothing changes. */
  public void unseal(Collection<Long> ids) {
    write(
        database -> {
          for (long id : ids) {
            RunParts.unseal(database, id);
          }
          return null;
        });
    ids.forEach(this::changed);
  }

  /** Takes in a run of elsewhere, all or nothing, and returns its id here. */
  public long add(KeptRun run) {
    RunDetails details = run.details();
    long id =
        write(
            database -> {
              long made = RunTable.add(database, details.summary());
              addParts(database, made, run);
              return made;
            });
    changed(id);
    return id;
  }

  private static void addParts(Database database, long id, KeptRun run) throws SQLException {
    RunDetails details = run.details();
    if (details.provenance().isPresent()) {
      RunTable.setProvenance(database, id, details.provenance().get());
    }
    List<EpochResult> epochs = details.epochs();
    RunParts.addEpochs(database, id, epochs);
    if (!epochs.isEmpty()) {
      RunTable.addEpoch(
          database,
          id,
          epochs.size(),
          epochs.get(epochs.size() - 1),
          StoredRun.best(epochs).orElseThrow(),
          details.summary().trainingSeconds());
    }
    if (details.train().isPresent()) {
      RunParts.addEvaluation(database, id, RunParts.TRAIN, details.train().get());
    }
    if (details.validation().isPresent()) {
      RunParts.addEvaluation(database, id, RunParts.VALIDATION, details.validation().get());
    }
    if (details.test().isPresent()) {
      RunParts.addEvaluation(database, id, RunParts.TEST, details.test().get());
    }
    if (run.last().isPresent()) {
      RunParts.addModel(database, id, Weights.FINAL.name(), run.last().get());
    }
    if (run.best().isPresent()) {
      RunParts.addModel(database, id, Weights.BEST.name(), run.best().get());
    }
    CourseTable.add(database, id, run);
  }

  /** Changes a run's name, notes and star; a blank name becomes that of its settings. */
  public void describe(long id, String name, String notes, boolean starred) {
    Optional<RunSummary> run = run(id);
    if (run.isEmpty()) {
      return;
    }
    String chosen = name.isBlank() ? RunNames.of(run.get().config()) : name.strip();
    write(
        database ->
            database.update(
                "UPDATE runs SET name = ?, notes = ?, starred = ? WHERE id = ?",
                chosen,
                notes,
                starred ? 1 : 0,
                id));
    changed(id);
  }

  /** Takes runs out of sight; for {@link #GRACE} at least they can be had back. */
  public void delete(Collection<Long> ids) {
    mark(ids, Instant.now().toString());
  }

  /** Brings deleted runs back. */
  public void restore(Collection<Long> ids) {
    mark(ids, null);
  }

  private void mark(Collection<Long> ids, String deleted) {
    write(
        database -> {
          for (long id : ids) {
            database.update("UPDATE runs SET deleted = ? WHERE id = ?", deleted, id);
          }
          return null;
        });
    ids.forEach(this::changed);
  }

  /** Tells of every change with the run's id, on the thread that made it. */
  public void addObserver(LongConsumer observer) {
    observers.add(observer);
  }

  /**
   * Tells what of a run could not be written, on the thread that tried, once until something could
   * be; it is kept in memory and tried again with what comes next.
   */
  public void addProblemObserver(Consumer<Problem> observer) {
    problemObservers.add(observer);
  }

  private void changed(long id) {
    observers.forEach(observer -> observer.accept(id));
  }

  private void complain(Problem problem) {
    problemObservers.forEach(observer -> observer.accept(problem));
  }

  private <T> T read(Database.Work<T> work) {
    synchronized (reader) {
      try {
        return reader.read(work);
      } catch (SQLException e) {
        throw StoreProblems.of(e, file());
      }
    }
  }

  private <T> T write(Database.Work<T> work) {
    synchronized (writer) {
      file.requireThere();
      try {
        return writer.write(work);
      } catch (SQLException e) {
        throw StoreProblems.of(e, file());
      }
    }
  }

  /** Writes what waits; runs that nobody ended become INTERRUPTED. Does nothing a second time. */
  @Override
  public void close() {
    synchronized (writer) {
      if (closed) {
        return;
      }
      closed = true;
    }
    checkpoints.close();
    queue.close();
    try {
      write(
          database -> {
            interrupt(database, owner.number());
            return null;
          });
    } catch (Problem e) {
      // The next opening finds them, since their owner is gone.
      complain(e);
    } finally {
      closeFile();
    }
  }

  private void closeFile() {
    try {
      synchronized (reader) {
        reader.close();
      }
      synchronized (writer) {
        writer.close();
      }
    } catch (SQLException e) {
      complain(StoreProblems.of(e, file()));
    } finally {
      owner.close();
    }
  }
}
