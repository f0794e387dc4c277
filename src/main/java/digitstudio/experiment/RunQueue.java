package digitstudio.experiment;

import digitstudio.text.Problem;
import digitstudio.training.EpochResult;
import digitstudio.training.RunResult;
import digitstudio.training.StopSignal;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingListener;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Runs that are still to do, one at a time. {@link #run} works them off on the thread that calls
 * it; every other method may be called on any thread meanwhile.
 */
public final class RunQueue {
  /** Trains a network, as {@link digitstudio.training.Trainer} does. */
  @FunctionalInterface
  public interface Runner {
    RunResult run(TrainingConfig config, TrainingListener listener, StopSignal signal);
  }

  /**
   * A run that waits.
   *
   * @param id within the queue
   * @param config what it will do
   */
  public record Waiting(long id, TrainingConfig config) {}

  /** What a queue tells, on the thread that works it off. */
  public interface Observer {
    /** Nothing heard. */
    Observer SILENT = new Observer() {};

    /** A run begins. */
    default void began(Waiting run) {}

    /** An epoch of it is done. */
    default void epochEnded(Waiting run, EpochResult epoch) {}

    /**
     * It is over, or it was done before.
     *
     * @param earlier whether it was found in the archive and not done again
     */
    default void ended(Waiting run, RunSummary summary, boolean earlier) {}

    /** It could not begin or go on; the queue goes on with the next. */
    default void failed(Waiting run, Problem problem) {}
  }

  private final Runner runner;
  private final RunArchive archive;
  private final List<Waiting> waiting = new ArrayList<>();
  private StopSignal current;
  private long lastId;
  private boolean paused;
  private boolean stopped;

  /**
   * @param runner trains
   * @param archive knows what is done, and is told what is being done
   */
  public RunQueue(Runner runner, RunArchive archive) {
    this.runner = runner;
    this.archive = archive;
  }

  /** Puts runs at the end of the queue. */
  public synchronized void add(Collection<TrainingConfig> configs) {
    configs.forEach(config -> waiting.add(new Waiting(++lastId, config)));
  }

  /** The runs that wait, the next one first. */
  public synchronized List<Waiting> waiting() {
    return List.copyOf(waiting);
  }

  /** Moves a waiting run to another place, 0 for the next; one that waits no more stays away. */
  public synchronized void move(long id, int place) {
    for (Waiting run : waiting) {
      if (run.id() == id) {
        waiting.remove(run);
        waiting.add(Math.max(0, Math.min(place, waiting.size())), run);
        return;
      }
    }
  }

  /** Takes a waiting run out. */
  public synchronized void remove(long id) {
    waiting.removeIf(run -> run.id() == id);
  }

  /** Takes all waiting runs out; the one that is going on ends as it would. */
  public synchronized void clear() {
    waiting.clear();
  }

  /** Ends the run that is going on, keeping what it learnt, and goes on with the next. */
  public synchronized void skip() {
    if (current != null) {
      current.stop();
    }
  }

  /** Holds the run that is going on, and begins no other. */
  public synchronized void pause() {
    paused = true;
    if (current != null) {
      current.pause();
    }
  }

  /** Goes on. */
  public synchronized void resume() {
    paused = false;
    if (current != null) {
      current.resume();
    }
    notifyAll();
  }

  /** Whether it is held. */
  public synchronized boolean isPaused() {
    return paused;
  }

  /** Ends the run that is going on and begins no other, even if the queue is held. */
  public synchronized void stop() {
    stopped = true;
    if (current != null) {
      current.stop();
    }
    notifyAll();
  }

  /** Whether it was told to stop. */
  public synchronized boolean isStopped() {
    return stopped;
  }

  /** Works until nothing waits or it is told to stop; runs may be added meanwhile. */
  public void run(Observer observer) {
    for (Optional<Waiting> next = next(); next.isPresent(); next = next()) {
      Waiting run = next.get();
      try {
        Optional<RunSummary> earlier = archive.finished(run.config());
        if (earlier.isPresent()) {
          observer.ended(run, earlier.get(), true);
        } else {
          train(run, observer);
        }
      } finally {
        over();
      }
    }
  }

  /** Waits through a pause. */
  private synchronized Optional<Waiting> next() {
    while (paused && !stopped) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        stopped = true;
      }
    }
    if (stopped || waiting.isEmpty()) {
      return Optional.empty();
    }
    current = new StopSignal();
    return Optional.of(waiting.remove(0));
  }

  private synchronized StopSignal signal() {
    return current;
  }

  private synchronized void over() {
    current = null;
  }

  private void train(Waiting run, Observer observer) {
    observer.began(run);
    Optional<RunRecorder> recorder = archive.record(run.config());
    TrainingListener told =
        recorder
            .map(TrainingListener.class::cast)
            .orElse(TrainingListener.SILENT)
            .then(
                new TrainingListener() {
                  @Override
                  public void epochEnded(EpochResult epoch) {
                    observer.epochEnded(run, epoch);
                  }
                });
    RunResult result;
    try {
      result = runner.run(run.config(), told, signal());
    } catch (Problem e) {
      recorder.ifPresent(kept -> kept.failed(e));
      observer.failed(run, e);
      return;
    }
    recorder.ifPresent(kept -> kept.finished(result));
    observer.ended(
        run, RunSummaries.of(recorder.map(RunRecorder::id).orElse(run.id()), result), false);
  }
}
