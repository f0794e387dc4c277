package digitstudio.ui.queue;

import digitstudio.digits.ClassNames;
import digitstudio.digits.DigitImage;
import digitstudio.digits.PixelScaling;
import digitstudio.text.Problem;
import digitstudio.training.ConfusionMatrix;
import digitstudio.training.Curve;
import digitstudio.training.EpochResult;
import digitstudio.training.Evaluation;
import digitstudio.training.Model;
import digitstudio.training.Provenance;
import digitstudio.training.RunResult;
import digitstudio.training.RunSnapshot;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import java.util.List;
import java.util.Optional;

/** The last snapshots of runs that never were. */
final class EndedRuns {
  private static final Provenance PROVENANCE =
      new Provenance("test", "2026-01-01T00:00:00Z", 1, "", "", "", 1, 1, "");

  private EndedRuns() {}

  /** A run that read so many of a thousand validation images right. */
  static RunSnapshot ended(TrainingConfig config, RunState state, int right) {
    RunResult result =
        new RunResult(
            config,
            PROVENANCE,
            state,
            List.of(new EpochResult(1, 0.3, 0.9, 0.2, right / 1000.0, 0, 0.001, 1)),
            1,
            false,
            evaluation(right),
            Optional.of(evaluation(right)),
            evaluation(right - 5),
            1,
            new Model(
                config.network(DigitImage.PIXELS, ClassNames.DIGITS.count()),
                PixelScaling.PLAIN,
                List.of(),
                config,
                PROVENANCE));
    return snapshot(config, state, Optional.of(result), Optional.empty());
  }

  static RunSnapshot failed(TrainingConfig config, Problem problem) {
    return snapshot(config, RunState.FAILED, Optional.empty(), Optional.of(problem));
  }

  private static RunSnapshot snapshot(
      TrainingConfig config,
      RunState state,
      Optional<RunResult> result,
      Optional<Problem> problem) {
    return new RunSnapshot(
        config,
        state,
        1,
        1,
        1,
        1,
        0,
        Double.NaN,
        List.of(),
        Curve.EMPTY,
        Curve.EMPTY,
        result,
        problem);
  }

  private static Evaluation evaluation(int right) {
    return new Evaluation(0.1, new ConfusionMatrix(new long[][] {{right, 1000 - right}, {0, 0}}));
  }
}
