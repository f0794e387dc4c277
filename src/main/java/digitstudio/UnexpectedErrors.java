package digitstudio;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What nobody caught, on any thread: all of it goes to the log, and each kind is shown once, so
 * that an error of every frame does not bury the window under dialogs.
 */
final class UnexpectedErrors implements Thread.UncaughtExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(UnexpectedErrors.class);

  /** More kinds than these are only logged: the person has been told enough. */
  private static final int MOST_SHOWN = 10;

  private final Consumer<Throwable> show;
  private final Set<String> shown = new HashSet<>();

  /**
   * Makes a handler.
   *
   * @param show shows an error; called on the thread that failed
   */
  UnexpectedErrors(Consumer<Throwable> show) {
    this.show = show;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable error) {
    try {
      LOG.error("unexpected, on thread {}", thread.getName(), error);
      if (isNew(error)) {
        show.accept(error);
      }
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // There is nobody left to tell: a handler that throws would only hide the first error.
      error.addSuppressed(e);
    }
  }

  private synchronized boolean isNew(Throwable error) {
    StackTraceElement[] trace = error.getStackTrace();
    String kind = error.getClass().getName() + (trace.length > 0 ? trace[0] : "");
    return shown.size() < MOST_SHOWN && shown.add(kind);
  }
}
