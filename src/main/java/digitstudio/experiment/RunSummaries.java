package digitstudio.experiment;

import digitstudio.training.EpochResult;
import digitstudio.training.Evaluation;
import digitstudio.training.RunResult;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Runs in one line that no store has kept. */
public final class RunSummaries {
  private RunSummaries() {}

  /** A run that has just ended. */
  public static RunSummary of(long id, RunResult result) {
    List<EpochResult> epochs = result.epochs();
    return new RunSummary(
        id,
        "",
        "",
        false,
        "",
        Instant.parse(result.provenance().started()),
        result.config(),
        result.state(),
        epochs.size(),
        epochs.isEmpty() ? Optional.empty() : Optional.of(epochs.get(epochs.size() - 1)),
        epochs.stream().min(Comparator.comparingDouble(epoch -> decisive(result, epoch))),
        OptionalDouble.of(result.train().accuracy()),
        result
            .validation()
            .map(Evaluation::accuracy)
            .map(OptionalDouble::of)
            .orElseGet(OptionalDouble::empty),
        OptionalDouble.of(result.test().accuracy()),
        result.trainingSeconds(),
        result.provenance().data());
  }

  private static double decisive(RunResult result, EpochResult epoch) {
    return result.validation().isPresent() ? epoch.validationLoss() : epoch.trainLoss();
  }
}
