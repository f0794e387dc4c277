package digitstudio.nn.kernel;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A few threads that share one piece of work at a time, the caller being one of them.
 *
 * <p>A step of training has pieces of some ten microseconds each; waking a sleeping thread takes as
 * long. So a member that has finished looks out for the next piece for a moment before it sleeps,
 * and the caller takes over whatever nobody has begun. Where the processor has other work too, a
 * member may lose it in the middle of its part; when the waiting outweighs the help, the caller
 * goes on alone for a while. How the work is cut never changes, and so neither does a result.
 */
public final class Team implements AutoCloseable {
  /** A piece of work in parts, each of which may run on any thread. */
  public interface Task {
    void run(int part, int parts);
  }

  private static final long LOOKOUT_NANOS = 300_000;
  private static final int SPINS_BEFORE_YIELD = 2000;

  /** Waiting shorter than this is the price of sharing, not a sign of a busy machine. */
  private static final long BEARABLE_NANOS = 20_000;

  private static final int MOST_DISAPPOINTMENTS = 8;

  /** A disturbance often lasts milliseconds alone: so short a while first, longer if it lasts. */
  private static final int FEWEST_RUNS_ALONE = 32;

  private static final int MOST_RUNS_ALONE = 2048;
  private static final long PART_MASK = 0xFFFF_FFFFL;

  private final Member[] members;
  private final ExecutorService threads;

  /** The turn in the upper half, the next part that nobody has begun in the lower. */
  private final AtomicLong next = new AtomicLong(PART_MASK);

  private final AtomicInteger unfinished = new AtomicInteger();
  private volatile boolean closed;
  private volatile Throwable failure;
  private volatile Task task;
  private int disappointments;
  private int runsAlone;
  private int nextRunsAlone = FEWEST_RUNS_ALONE;

  /**
   * @param size threads including the caller's, at least 1
   */
  public Team(int size) {
    members = new Member[size - 1];
    threads = size == 1 ? null : Executors.newFixedThreadPool(size - 1, daemons());
    for (int m = 0; m < members.length; m++) {
      members[m] = new Member();
      threads.execute(members[m]);
    }
  }

  private static ThreadFactory daemons() {
    ThreadFactory plain = Executors.defaultThreadFactory();
    return work -> {
      Thread thread = plain.newThread(work);
      thread.setName("arithmetic");
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Threads including the caller's. */
  public int size() {
    return members.length + 1;
  }

  /** Where a part begins when so many things are cut evenly. */
  public static int bound(int size, int part, int parts) {
    return (int) ((long) size * part / parts);
  }

  /**
   * Runs every part and returns when all are done; only ever called by one thread at a time.
   *
   * @param share whether the work is large enough to be handed out
   */
  public void run(Task work, boolean share) {
    if (!share || members.length == 0 || runsAlone > 0) {
      runsAlone = Math.max(0, runsAlone - 1);
      for (int part = 0; part < size(); part++) {
        work.run(part, size());
      }
      return;
    }
    task = work;
    unfinished.set(size());
    long turn = (next.get() >>> Integer.SIZE) + 1;
    next.set(turn << Integer.SIZE);
    for (Member member : members) {
      member.wake();
    }
    long start = System.nanoTime();
    takeParts(turn);
    long ownEnd = System.nanoTime();
    awaitMembers();
    weigh(ownEnd - start, System.nanoTime() - ownEnd);
    if (failure != null) {
      throw new IllegalStateException("a part of the work failed", failure);
    }
  }

  /** Runs the parts of a turn that nobody has begun, one after the other. */
  private void takeParts(long turn) {
    while (true) {
      long seen = next.get();
      if (seen >>> Integer.SIZE != turn || (seen & PART_MASK) >= size()) {
        return;
      }
      if (next.compareAndSet(seen, seen + 1)) {
        try {
          task.run((int) (seen & PART_MASK), size());
        } catch (RuntimeException | Error e) {
          failure = e;
        } finally {
          unfinished.decrementAndGet();
        }
      }
    }
  }

  private void awaitMembers() {
    for (int spins = 0; unfinished.get() > 0; spins++) {
      if (spins < SPINS_BEFORE_YIELD) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
    }
  }

  private void weigh(long workNanos, long waitNanos) {
    if (waitNanos > workNanos + BEARABLE_NANOS) {
      disappointments++;
      if (disappointments == MOST_DISAPPOINTMENTS) {
        runsAlone = nextRunsAlone;
        nextRunsAlone = Math.min(2 * nextRunsAlone, MOST_RUNS_ALONE);
        disappointments = 0;
      }
    } else if (waitNanos < workNanos / 2) {
      // Each good run takes back a bad one; when all is well again, so is the patience.
      disappointments = Math.max(0, disappointments - 1);
      if (disappointments == 0 && nextRunsAlone > FEWEST_RUNS_ALONE) {
        nextRunsAlone--;
      }
    }
  }

  /** Sends the threads home. */
  @Override
  public void close() {
    closed = true;
    for (Member member : members) {
      member.wake();
    }
    if (threads != null) {
      threads.shutdown();
    }
  }

  private final class Member implements Runnable {
    private volatile Thread asleep;

    void wake() {
      Thread sleeper = asleep;
      if (sleeper != null) {
        LockSupport.unpark(sleeper);
      }
    }

    @Override
    public void run() {
      long turn = 0;
      while (awaitTurnAfter(turn)) {
        turn = next.get() >>> Integer.SIZE;
        takeParts(turn);
      }
    }

    /** Waits for another turn than the last; false when the team is closed. */
    private boolean awaitTurnAfter(long last) {
      long since = System.nanoTime();
      while (next.get() >>> Integer.SIZE == last) {
        if (closed) {
          return false;
        }
        if (System.nanoTime() - since < LOOKOUT_NANOS) {
          Thread.onSpinWait();
          continue;
        }
        asleep = Thread.currentThread();
        if (next.get() >>> Integer.SIZE == last && !closed) {
          LockSupport.park(this);
        }
        asleep = null;
      }
      return true;
    }
  }
}
