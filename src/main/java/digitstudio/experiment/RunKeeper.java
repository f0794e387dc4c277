package digitstudio.experiment;

import digitstudio.text.Problem;
import digitstudio.training.RunListener;
import digitstudio.training.TrainingConfig;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the runs of a program in a store that opens in the background. Where there can be no store
 * the program is told and trains without.
 */
public final class RunKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunKeeper.class);

  private final Path file;
  private final Executor background;
  private final Consumer<Problem> complaints;
  private CompletableFuture<RunStore> opening;

  /**
   * @param file of the store
   * @param background where it is opened
   * @param complaints told what cannot be kept, on any thread
   */
  public RunKeeper(Path file, Executor background, Consumer<Problem> complaints) {
    this.file = file;
    this.background = background;
    this.complaints = complaints;
  }

  /**
   * The store, once it is open; a {@link Problem} if it cannot be. Opens it at the first call, and
   * again at the next if that failed: what was in the way may be gone.
   */
  public synchronized CompletableFuture<RunStore> store() {
    if (opening == null || opening.isCompletedExceptionally()) {
      opening = CompletableFuture.supplyAsync(this::open, background);
    }
    return opening;
  }

  private RunStore open() {
    try {
      RunStore store = RunStore.open(file);
      store.addProblemObserver(complaints);
      store.warning().ifPresent(complaints);
      return store;
    } catch (Problem e) {
      complaints.accept(e);
      throw e;
    } catch (LinkageError e) {
      LOG.error("the library of the store {} cannot be loaded", file, e);
      Problem problem = StoreProblems.notLoaded(e, file);
      complaints.accept(problem);
      throw problem;
    } catch (RuntimeException e) {
      LOG.error("the store {} cannot be opened", file, e);
      Problem problem = new Problem(e, "store.failed", file.toString(), e.toString());
      complaints.accept(problem);
      throw problem;
    }
  }

  /** What keeps a run from now on, under the name of its settings. Never throws. */
  public RunListener record(TrainingConfig config) {
    return record(config, "", "");
  }

  /**
   * What keeps a run from now on, or nothing if it cannot be kept. Never throws.
   *
   * @param name its name; empty for one made from its settings
   * @param group what it belongs to; empty without
   */
  public RunListener record(TrainingConfig config, String name, String group) {
    return record(store -> store.record(config, name, group));
  }

  /** What keeps a run of a sweep, whose test figures nobody sees before it is chosen. */
  public RunListener recordSealed(TrainingConfig config, String group) {
    return record(store -> store.resumeOrRecordSealed(config, group));
  }

  /**
   * Goes on with a run.
   *
   * @throws Problem if that cannot be done
   */
  public RunListener resume(long id) {
    try {
      return store().join().resume(id);
    } catch (CompletionException e) {
      throw e.getCause() instanceof Problem problem ? problem : e;
    }
  }

  private RunListener record(Function<RunStore, RunListener> recording) {
    try {
      return recording.apply(store().join());
    } catch (CompletionException e) {
      // The opening itself has told of it.
      return RunListener.SILENT;
    } catch (Problem e) {
      complaints.accept(e);
      return RunListener.SILENT;
    }
  }

  /** Takes in a run that is over. Never throws. */
  public void add(KeptRun run) {
    try {
      store().join().add(run);
    } catch (CompletionException e) {
      LOG.debug("there is no store to keep the run in", e);
    } catch (Problem e) {
      complaints.accept(e);
    }
  }

  /** Waits for the opening, if there is one, and closes the store. */
  @Override
  public void close() {
    CompletableFuture<RunStore> begun;
    synchronized (this) {
      begun = opening;
    }
    if (begun == null) {
      return;
    }
    try {
      begun.join().close();
    } catch (CompletionException e) {
      LOG.debug("there was no store to close", e);
    }
  }
}
