package digitstudio.experiment;

import digitstudio.text.Problem;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes that wait for their turn: in order, several in one transaction, and off the trainer's
 * thread, which an epoch costs no more than its place in a list. What could not be written waits on
 * for the next time.
 */
final class WriteQueue implements AutoCloseable {
  /** One change of a run. */
  @FunctionalInterface
  interface Write {
    void on(Database database) throws SQLException;
  }

  private record Waiting(long run, Write write) {}

  private static final Logger LOG = LoggerFactory.getLogger(WriteQueue.class);

  /** Long enough that short epochs share a transaction, short enough to look alive. */
  private static final long DELAY_MILLIS = 200;

  private final Database database;
  private final StoreFile file;
  private final LongConsumer changed;
  private final Consumer<Problem> failed;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = Executors.defaultThreadFactory().newThread(task);
            thread.setName("store");
            thread.setDaemon(true);
            return thread;
          });
  private final List<Waiting> waiting = new ArrayList<>();
  private boolean due;
  private String told = "";

  /**
   * @param changed told of each run whose changes are lasting
   * @param failed told what could not be written, once until something can be written again
   */
  WriteQueue(Database database, StoreFile file, LongConsumer changed, Consumer<Problem> failed) {
    this.database = database;
    this.file = file;
    this.changed = changed;
    this.failed = failed;
  }

  /** Writes soon. */
  void add(long run, Write write) {
    synchronized (waiting) {
      waiting.add(new Waiting(run, write));
      if (!due && !clock.isShutdown()) {
        due = true;
        clock.schedule(this::flush, DELAY_MILLIS, TimeUnit.MILLISECONDS);
      }
    }
  }

  /** Writes all that waits, on the caller's thread; tells of a failure and never throws. */
  void flush() {
    Set<Long> written = new LinkedHashSet<>();
    Problem problem = null;
    synchronized (database) {
      List<Waiting> batch = take();
      try {
        problem = write(batch, written);
      } catch (RuntimeException e) {
        LOG.error("could not write {} changes", batch.size(), e);
        problem = e instanceof Problem known ? known : new Problem(e, "store.failed", name(), e);
      }
    }
    written.forEach(changed::accept);
    tell(problem);
  }

  private String name() {
    return file.path().toString();
  }

  private List<Waiting> take() {
    synchronized (waiting) {
      due = false;
      return List.copyOf(waiting);
    }
  }

  private void done(List<Waiting> batch) {
    synchronized (waiting) {
      waiting.subList(0, batch.size()).clear();
    }
  }

  /** All in one transaction, or, if one of them cannot ever be written, each for itself. */
  private Problem write(List<Waiting> batch, Set<Long> written) {
    if (batch.isEmpty()) {
      return null;
    }
    file.requireThere();
    try {
      attempt(batch, written);
      done(batch);
      return null;
    } catch (SQLException e) {
      return StoreProblems.mayPass(e)
          ? StoreProblems.of(e, file.path())
          : writeEach(batch, written);
    }
  }

  private Problem writeEach(List<Waiting> batch, Set<Long> written) {
    Problem last = null;
    for (Waiting one : batch) {
      List<Waiting> alone = List.of(one);
      try {
        attempt(alone, written);
      } catch (SQLException e) {
        last = StoreProblems.of(e, file.path());
        if (StoreProblems.mayPass(e)) {
          return last;
        }
      }
      done(alone);
    }
    return last;
  }

  private void attempt(List<Waiting> batch, Set<Long> written) throws SQLException {
    database.write(
        within -> {
          for (Waiting one : batch) {
            one.write().on(within);
          }
          return null;
        });
    batch.forEach(one -> written.add(one.run()));
  }

  private void tell(Problem problem) {
    String key = problem == null ? "" : problem.key();
    boolean news;
    synchronized (waiting) {
      news = !key.equals(told);
      told = key;
    }
    if (problem != null && news) {
      failed.accept(problem);
    }
  }

  /** Writes what waits. */
  @Override
  public void close() {
    clock.shutdown();
    flush();
  }
}
