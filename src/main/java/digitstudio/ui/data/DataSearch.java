package digitstudio.ui.data;

import digitstudio.digits.survey.SurveyProgress;
import digitstudio.text.Problem;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A long search on a worker, with how far it is and a way to stop it.
 *
 * @param <T> what it finds
 */
final class DataSearch<T> {
  private static final Logger LOG = LoggerFactory.getLogger(DataSearch.class);

  /** Progress is told in steps of this. */
  private static final double STEP = 0.005;

  private final Executor worker;
  private final Executor callbacks;
  private final Consumer<Problem> failed;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress");
  private final ReadOnlyObjectWrapper<T> result = new ReadOnlyObjectWrapper<>(this, "result");
  private Run current;

  private final class Run implements SurveyProgress {
    private volatile boolean stopped;
    private double told;

    @Override
    public void reached(double share) {
      if (share - told >= STEP) {
        told = share;
        callbacks.execute(
            () -> {
              if (current == this) {
                progress.set(share);
              }
            });
      }
    }

    @Override
    public boolean isStopped() {
      return stopped;
    }
  }

  /**
   * @param failed told what went wrong
   */
  DataSearch(Executor worker, Executor callbacks, Consumer<Problem> failed) {
    this.worker = worker;
    this.callbacks = callbacks;
    this.failed = failed;
  }

  ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** 0 to 1. */
  ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /** What was last found; null before anything was. */
  ReadOnlyObjectProperty<T> resultProperty() {
    return result.getReadOnlyProperty();
  }

  /** Begins; what still runs is stopped. */
  void start(Function<SurveyProgress, Optional<T>> search) {
    stop();
    Run run = new Run();
    current = run;
    running.set(true);
    progress.set(0);
    worker.execute(
        () -> {
          Optional<T> found = Optional.empty();
          Problem problem = null;
          try {
            if (!run.isStopped()) {
              found = search.apply(run);
            }
          } catch (Problem e) {
            problem = e;
          } catch (RuntimeException | OutOfMemoryError e) {
            LOG.error("a search through the data", e);
            problem = new Problem(e, "data.searchFailed", e.toString());
          }
          Optional<T> told = found;
          Problem why = problem;
          callbacks.execute(() -> end(run, told, why));
        });
  }

  private void end(Run run, Optional<T> found, Problem problem) {
    if (current != run) {
      return;
    }
    current = null;
    running.set(false);
    found.ifPresent(result::set);
    if (problem != null) {
      failed.accept(problem);
    }
  }

  /** Stops, and forgets what was found. */
  void forget() {
    stop();
    result.set(null);
  }

  /** Ends the search that runs, without a result. */
  void stop() {
    if (current != null) {
      current.stopped = true;
      current = null;
      running.set(false);
    }
  }
}
