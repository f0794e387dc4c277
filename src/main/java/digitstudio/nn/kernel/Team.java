package digitstudio.nn.kernel;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A few threads that share one piece of work at a time, the caller being one of them.
 *
 * <p>A step of training has pieces of some ten microseconds each; waking a sleeping thread takes as
 * long. So a member that has finished looks out for the next piece for a moment before it sleeps.
 */
public final class Team implements AutoCloseable {
  /** A piece of work in parts. What a part computes must not depend on how many there are. */
  interface Task {
    void run(int part, int parts);
  }

  private static final long LOOKOUT_NANOS = 50_000;
  private static final int SPINS_BEFORE_YIELD = 2000;

  private final Member[] members;
  private final ExecutorService threads;
  private final AtomicInteger working = new AtomicInteger();
  private volatile int turn;
  private volatile boolean closed;
  private volatile Throwable failure;
  private Task task;

  /**
   * @param size threads including the caller's, at least 1
   */
  public Team(int size) {
    members = new Member[size - 1];
    threads = size == 1 ? null : Executors.newFixedThreadPool(size - 1, daemons());
    for (int m = 0; m < members.length; m++) {
      members[m] = new Member(m + 1);
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

  /** Runs every part, or all as one part if the work is not worth sharing. */
  void run(Task work, boolean share) {
    if (share) {
      run(work);
    } else {
      work.run(0, 1);
    }
  }

  /** Where a part begins when so many things are cut evenly. */
  static int bound(int size, int part, int parts) {
    return (int) ((long) size * part / parts);
  }

  /** Runs every part and returns when all are done; only ever called by one thread at a time. */
  void run(Task work) {
    if (members.length == 0) {
      work.run(0, 1);
      return;
    }
    task = work;
    working.set(members.length);
    turn++;
    for (Member member : members) {
      member.wake();
    }
    try {
      work.run(0, size());
    } finally {
      awaitMembers();
    }
    if (failure != null) {
      throw new IllegalStateException("a part of the work failed", failure);
    }
  }

  private void awaitMembers() {
    for (int spins = 0; working.get() > 0; spins++) {
      if (spins < SPINS_BEFORE_YIELD) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
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
    private final int part;
    private volatile Thread asleep;

    Member(int part) {
      this.part = part;
    }

    void wake() {
      Thread sleeper = asleep;
      if (sleeper != null) {
        LockSupport.unpark(sleeper);
      }
    }

    @Override
    public void run() {
      int done = 0;
      while (awaitTurn(done)) {
        done = turn;
        try {
          task.run(part, size());
        } catch (RuntimeException | Error e) {
          failure = e;
        } finally {
          working.decrementAndGet();
        }
      }
    }

    /** Waits for a turn other than the last; false when the team is closed. */
    private boolean awaitTurn(int last) {
      long since = System.nanoTime();
      while (turn == last) {
        if (closed) {
          return false;
        }
        if (System.nanoTime() - since < LOOKOUT_NANOS) {
          Thread.onSpinWait();
          continue;
        }
        asleep = Thread.currentThread();
        if (turn == last && !closed) {
          LockSupport.park(this);
        }
        asleep = null;
      }
      return true;
    }
  }
}
