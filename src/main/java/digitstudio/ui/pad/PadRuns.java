package digitstudio.ui.pad;

import digitstudio.experiment.KeptWeights;
import digitstudio.experiment.RunSummary;
import digitstudio.training.Model;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * The kept runs that may read a drawing. Every method but {@link #addObserver} is called on a
 * worker, never on the JavaFX thread, and may throw a {@link digitstudio.text.Problem}.
 */
public interface PadRuns {
  /** All runs that are over, the newest first. */
  List<RunSummary> runs();

  /** A run's last network; empty if its weights were not kept. */
  Optional<Model> model(long id);

  /** The networks at some of its epochs. */
  KeptWeights epochs(long id);

  /** Tells of every change with the run's id, on whichever thread made it. */
  void addObserver(LongConsumer observer);
}
