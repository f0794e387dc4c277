package digitstudio.ui.inside;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/** Of what it is asked while it is busy, does the newest alone; the rest is out of date. */
final class NewestOnly {
  private final Executor worker;
  private final AtomicReference<Runnable> waiting = new AtomicReference<>();

  NewestOnly(Executor worker) {
    this.worker = worker;
  }

  void run(Runnable task) {
    if (waiting.getAndSet(task) == null) {
      worker.execute(() -> waiting.getAndSet(null).run());
    }
  }

  /** Whether something newer waits. */
  boolean isOvertaken() {
    return waiting.get() != null;
  }
}
