package digitstudio.experiment;

import digitstudio.training.EpochResult;
import digitstudio.training.Provenance;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Kept runs for tests, as a store would give them. */
final class KeptRuns {
  private KeptRuns() {}

  /** A finished run with the same accuracy on every set. */
  static RunDetails run(TrainingConfig config, double accuracy) {
    return run(config, accuracy, "ab", RunState.FINISHED);
  }

  static RunDetails run(TrainingConfig config, double accuracy, String data, RunState state) {
    EpochResult epoch = new EpochResult(1, 0.5, accuracy, 0.4, accuracy, 0, 0.001, 2);
    OptionalDouble held =
        config.validation() > 0 ? OptionalDouble.of(accuracy) : OptionalDouble.empty();
    RunSummary summary =
        new RunSummary(
            config.seed(),
            "run " + config.seed(),
            "",
            false,
            "",
            Instant.EPOCH,
            config,
            state,
            1,
            Optional.of(epoch),
            Optional.of(epoch),
            OptionalDouble.of(accuracy),
            held,
            OptionalDouble.of(accuracy),
            2);
    Provenance provenance =
        new Provenance("Digit Studio", "2026-01-02T03:04:05Z", 1, data, "17", "Linux", 2, 2, "B");
    return new RunDetails(
        summary,
        data.isEmpty() ? Optional.empty() : Optional.of(provenance),
        List.of(epoch),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
