package digitstudio.experiment;

import digitstudio.training.Model;
import digitstudio.training.TrainingConfig;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Every run that was ever trained, in one SQLite file. Its methods may be called on any thread. */
public final class RunStore implements AutoCloseable {
  /** Which weights of a run. */
  public enum Weights {
    /** Of the last step. */
    FINAL,
    /** Of the epoch with the lowest validation loss. */
    BEST
  }

  private RunStore() {}

  /**
   * Opens a store, and makes it if there is none.
   *
   * @throws digitstudio.text.Problem if it cannot be read or written, or is of a newer version
   */
  public static RunStore open(Path file) {
    throw new UnsupportedOperationException("in work: " + file);
  }

  /** All runs but the deleted ones, the newest first. */
  public List<RunSummary> runs() {
    throw new UnsupportedOperationException("in work");
  }

  /** One run; empty if there is none of that id. */
  public Optional<RunSummary> run(long id) {
    throw new UnsupportedOperationException("in work: " + id);
  }

  /** All that is kept of a run but its weights; empty if there is none of that id. */
  public Optional<RunDetails> details(long id) {
    throw new UnsupportedOperationException("in work: " + id);
  }

  /** A run's network; empty if those weights were not kept. */
  public Optional<Model> model(long id, Weights which) {
    throw new UnsupportedOperationException("in work: " + id + which);
  }

  /**
   * A new run, at once visible as PREPARING.
   *
   * @param name its name; empty for one made from its settings
   * @param group what it belongs to; empty without
   */
  public RunRecorder record(TrainingConfig config, String name, String group) {
    throw new UnsupportedOperationException("in work: " + config + name + group);
  }

  /** Changes a run's name, notes and star. */
  public void describe(long id, String name, String notes, boolean starred) {
    throw new UnsupportedOperationException("in work: " + id + name + notes + starred);
  }

  /** Takes runs out of sight; until the store is closed they can be had back. */
  public void delete(Collection<Long> ids) {
    throw new UnsupportedOperationException("in work: " + ids);
  }

  /** Brings deleted runs back. */
  public void restore(Collection<Long> ids) {
    throw new UnsupportedOperationException("in work: " + ids);
  }

  /** Tells of every change with the run's id, on the thread that made it. */
  public void addObserver(LongConsumer observer) {
    throw new UnsupportedOperationException("in work: " + observer);
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException("in work");
  }
}
