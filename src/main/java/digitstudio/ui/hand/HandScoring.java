package digitstudio.ui.hand;

import digitstudio.digits.DigitSet;
import digitstudio.experiment.RunSummary;
import java.util.List;
import java.util.Optional;

/** Lets kept runs read drawings; called on a worker, never on the JavaFX thread. */
public interface HandScoring {
  /** The kept runs, newest first. */
  List<RunSummary> runs();

  /** How well a run reads a set; empty if its weights were not kept. */
  Optional<HandScore> score(RunSummary run, DigitSet drawings);
}
