package digitstudio.experiment;

import digitstudio.training.Model;
import java.util.List;
import java.util.Optional;

/**
 * All that is kept of a run.
 *
 * @param details what is known of it
 * @param last the network after the last step; empty where it was not kept
 * @param best the network of the best epoch; empty where it was not kept, or is the last one
 * @param confusions what the digits were read as in each epoch; empty where it was not kept
 * @param weights the networks of some epochs; may be none
 */
public record KeptRun(
    RunDetails details,
    Optional<Model> last,
    Optional<Model> best,
    List<EpochConfusion> confusions,
    KeptWeights weights) {
  public KeptRun {
    confusions = List.copyOf(confusions);
  }

  /** A run of whose epochs nothing but their figures is kept. */
  public KeptRun(RunDetails details, Optional<Model> last, Optional<Model> best) {
    this(details, last, best, List.of(), KeptWeights.NONE);
  }
}
