package digitstudio.experiment;

import digitstudio.training.EpochResult;
import digitstudio.training.Evaluation;
import digitstudio.training.Provenance;
import java.util.List;
import java.util.Optional;

/**
 * All that is kept of a run but its weights.
 *
 * @param summary the run in one line
 * @param provenance where it comes from; empty until the trainer has begun
 * @param epochs every epoch that is done
 * @param train full evaluation at the end; empty before it
 * @param validation likewise; empty too where nothing is held out
 * @param test likewise
 */
public record RunDetails(
    RunSummary summary,
    Optional<Provenance> provenance,
    List<EpochResult> epochs,
    Optional<Evaluation> train,
    Optional<Evaluation> validation,
    Optional<Evaluation> test) {
  public RunDetails {
    epochs = List.copyOf(epochs);
  }
}
