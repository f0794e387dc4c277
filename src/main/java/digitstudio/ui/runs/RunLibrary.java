package digitstudio.ui.runs;

import digitstudio.experiment.RunDetails;
import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunSummary;
import digitstudio.training.Model;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * What the Runs view needs of the store of runs. Every method but {@link #addObserver} is called on
 * a worker, never on the JavaFX thread, and may throw a {@link digitstudio.text.Problem}.
 */
public interface RunLibrary {
  /** All runs but the deleted ones, the newest first. */
  List<RunSummary> runs();

  /** One run; empty if there is none of that id. */
  Optional<RunSummary> run(long id);

  /** All that is kept of a run but its weights; empty if there is none of that id. */
  Optional<RunDetails> details(long id);

  /** A run's network; empty if those weights were not kept. */
  Optional<Model> model(long id, RunStore.Weights which);

  /** Changes a run's name, notes and star. */
  void describe(long id, String name, String notes, boolean starred);

  /** Takes runs out of sight. */
  void delete(Collection<Long> ids);

  /** Brings deleted runs back. */
  void restore(Collection<Long> ids);

  /** Tells of every change with the run's id, on whichever thread made it. */
  void addObserver(LongConsumer observer);
}
