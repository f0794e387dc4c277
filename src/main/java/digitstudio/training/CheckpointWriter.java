package digitstudio.training;

import digitstudio.text.Problem;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the checkpoints of one run on a worker: after every epoch, and in long ones at least every
 * ten seconds.
 *
 * <p>A checkpoint costs the trainer's thread no more than the copy of its arrays. Where epochs are
 * so short that even copying and writing would take more than one hundredth of the time, some are
 * left out, two seconds' worth of them at the most where the network is not huge; an epoch that
 * ended while the last checkpoint was still being written has its own as soon as that is done. What
 * cannot be written is told once, and the run goes on.
 */
public final class CheckpointWriter implements Checkpointing {
  private static final Logger LOG = LoggerFactory.getLogger(CheckpointWriter.class);

  /** Longest time without a checkpoint in a run that can have one. */
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(10);

  /** So many times what a checkpoint costs lie between two of them, */
  private static final long REST = 100;

  /** but no more time than this, unless it would be less than so many times the cost. */
  private static final long LONG_REST_NANOS = TimeUnit.SECONDS.toNanos(2);

  private static final long LEAST_REST = 20;

  private final Path file;
  private final Path before;
  private final Map<String, String> labels;
  private Optional<Checkpoint> start;
  private final Executor worker;
  private final Runnable beforehand;
  private final Consumer<Problem> complaints;

  /** The next to be written; a newer one takes its place. */
  private Checkpoint waiting;

  private boolean writing;
  private boolean missed;
  private boolean told;
  private long cost;
  private long last = System.nanoTime();

  /**
   * @param file of the newest checkpoint, whose folder is made if there is none
   * @param before of the one before it
   * @param labels written with each
   * @param start what the run goes on from; empty for one that begins
   * @param worker writes, one after the other
   * @param beforehand called on it before each is written: what must not be older than it
   * @param complaints told what cannot be written, on any thread
   */
  public CheckpointWriter(
      Path file,
      Path before,
      Map<String, String> labels,
      Optional<Checkpoint> start,
      Executor worker,
      Runnable beforehand,
      Consumer<Problem> complaints) {
    this.file = file;
    this.before = before;
    this.labels = Map.copyOf(labels);
    this.start = start;
    this.worker = worker;
    this.beforehand = beforehand;
    this.complaints = complaints;
  }

  @Override
  public Optional<Checkpoint> start() {
    Optional<Checkpoint> from = start;
    // Its arrays are many, and nobody asks again.
    start = Optional.empty();
    return from;
  }

  @Override
  public synchronized boolean isDue(boolean epochEnded) {
    if (writing) {
      missed |= epochEnded;
      return false;
    }
    long rested = System.nanoTime() - last;
    return (epochEnded || missed) && rested >= rest() || rested >= LONGEST_NANOS;
  }

  private long rest() {
    return Math.min(cost * REST, Math.max(LONG_REST_NANOS, cost * LEAST_REST));
  }

  @Override
  public void keep(Supplier<Checkpoint> moment) {
    long began = System.nanoTime();
    try {
      Checkpoint taken = moment.get();
      synchronized (this) {
        cost = System.nanoTime() - began;
        last = began;
        missed = false;
        waiting = taken;
        if (writing) {
          return;
        }
        writing = true;
      }
      worker.execute(this::writeAll);
    } catch (OutOfMemoryError e) {
      tell(new Problem(e, "checkpoint.noMemory"));
    } catch (RejectedExecutionException e) {
      // The store is closing, and the run with it.
      LOG.debug("{} came too late", file, e);
      done();
    }
  }

  private void writeAll() {
    for (Checkpoint next = next(); next != null; next = next()) {
      write(next);
    }
  }

  private synchronized Checkpoint next() {
    Checkpoint next = waiting;
    waiting = null;
    if (next == null) {
      done();
    }
    return next;
  }

  private synchronized void done() {
    writing = false;
    notifyAll();
  }

  private void write(Checkpoint checkpoint) {
    try {
      beforehand.run();
      long began = System.nanoTime();
      Files.createDirectories(file.getParent());
      CheckpointFile.write(checkpoint, labels, file, before);
      synchronized (this) {
        cost += System.nanoTime() - began;
        told = false;
      }
    } catch (IOException e) {
      LOG.warn("{} could not be written", file, e);
      tell(unwritable(e));
    } catch (RuntimeException | OutOfMemoryError e) {
      LOG.error("{} could not be written", file, e);
      tell(new Problem(e, "checkpoint.unwritable", file.toString(), e.toString()));
    }
  }

  /** The same sentence each time, whatever the file beside was called. */
  private Problem unwritable(IOException e) {
    String reason = e instanceof FileSystemException known ? known.getReason() : e.getMessage();
    return reason == null
        ? new Problem(e, "checkpoint.notWritten", file.toString())
        : new Problem(e, "checkpoint.unwritable", file.toString(), reason);
  }

  /** Once, until one could be written again. */
  private void tell(Problem problem) {
    synchronized (this) {
      if (told) {
        return;
      }
      told = true;
    }
    complaints.accept(problem);
  }

  /** Waits until what was taken is written; an interrupt ends the waiting. */
  public synchronized void await() {
    while (writing) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
