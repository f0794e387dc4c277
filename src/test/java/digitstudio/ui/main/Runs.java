package digitstudio.ui.main;

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

/** Snapshots of runs that never were. */
final class Runs {
  private static final Provenance PROVENANCE =
      new Provenance("test", "2026-01-01T00:00:00Z", 1, "", "", "", 1, 1, "");
  private static final EpochResult EPOCH =
      new EpochResult(1, 0.3, 0.912, 0.2, 0.941, 0, 0.001, 1.2);

  private Runs() {}

  static RunSnapshot going(TrainingConfig config, RunState state, int epoch) {
    return snapshot(config, state, epoch, Optional.empty(), Optional.empty());
  }

  static RunSnapshot diverged(TrainingConfig config, Problem problem) {
    return snapshot(config, RunState.DIVERGED, 2, Optional.empty(), Optional.of(problem));
  }

  /** 981, 973 and 974 of a thousand images read right, in ten epochs of 12.4 seconds in all. */
  static RunSnapshot finished(TrainingConfig config) {
    RunResult result =
        new RunResult(
            config,
            PROVENANCE,
            RunState.FINISHED,
            List.of(EPOCH),
            0,
            false,
            evaluation(981),
            Optional.of(evaluation(973)),
            evaluation(974),
            12.4,
            model(config));
    return snapshot(
        config, RunState.FINISHED, config.epochs(), Optional.of(result), Optional.empty());
  }

  static Model model(TrainingConfig config) {
    return new Model(
        config.network(DigitImage.PIXELS, ClassNames.DIGITS.count()),
        PixelScaling.PLAIN,
        List.of(),
        config,
        PROVENANCE);
  }

  private static RunSnapshot snapshot(
      TrainingConfig config,
      RunState state,
      int epoch,
      Optional<RunResult> result,
      Optional<Problem> problem) {
    return new RunSnapshot(
        config,
        state,
        epoch,
        epoch * 375L,
        375,
        epoch / (double) config.epochs(),
        231_400,
        12.3,
        epoch == 0 ? List.of() : List.of(EPOCH),
        Curve.EMPTY,
        Curve.EMPTY,
        result,
        problem);
  }

  private static Evaluation evaluation(int right) {
    return new Evaluation(0.1, new ConfusionMatrix(new long[][] {{right, 1000 - right}, {0, 0}}));
  }
}
