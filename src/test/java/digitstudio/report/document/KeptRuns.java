package digitstudio.report.document;

import digitstudio.experiment.RunDetails;
import digitstudio.experiment.RunSummary;
import digitstudio.training.ConfusionMatrix;
import digitstudio.training.EpochResult;
import digitstudio.training.Evaluation;
import digitstudio.training.Provenance;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Kept runs that never were, made by formula. */
final class KeptRuns {
  static final Provenance PROVENANCE =
      new Provenance(
          "Digit Studio 0.1.0",
          "2026-01-02T03:04:05Z",
          7,
          "ab".repeat(32),
          "17.0.1, Vendor",
          "Linux 6, amd64",
          2,
          2,
          "OpenBLAS");

  private KeptRuns() {}

  /** Six epochs, the validation loss lowest at the fourth; 9 741 of 10 000 read right. */
  static RunDetails finished(long id, String name) {
    return finished(id, name, TrainingConfig.builder().epochs(6).build(), 9_741);
  }

  static RunDetails finished(long id, String name, TrainingConfig config, int right) {
    List<EpochResult> epochs =
        IntStream.rangeClosed(1, 6)
            .mapToObj(
                e ->
                    new EpochResult(
                        e, 0.6 / e, 1 - 0.1 / e, 0.1 + 0.01 * Math.abs(e - 4), 0.95, 0, 0.001, 2))
            .toList();
    return details(
        id,
        name,
        "",
        config,
        RunState.FINISHED,
        epochs,
        Optional.of(evaluation(47_900, 48_000)),
        Optional.of(evaluation(11_640, 12_000)),
        Optional.of(evaluation(right, 10_000)));
  }

  /** A run whose third epoch is not a number, as its evaluation is. */
  static RunDetails diverged(long id, String name) {
    List<EpochResult> epochs =
        List.of(
            new EpochResult(1, 2.3, 0.1, 2.4, 0.1, 0, 10, 1),
            new EpochResult(2, 9e30, 0.1, Double.POSITIVE_INFINITY, 0.1, 0, 10, 1),
            new EpochResult(3, Double.NaN, 0.1, Double.NaN, 0.1, 0, 10, 1));
    Evaluation broken =
        new Evaluation(Double.NaN, new ConfusionMatrix(new long[][] {{980, 0}, {1135, 0}}));
    return details(
        id,
        name,
        "",
        TrainingConfig.builder().learningRate(10).build(),
        RunState.DIVERGED,
        epochs,
        Optional.of(broken),
        Optional.of(broken),
        Optional.of(broken));
  }

  /** A run that was begun and has nothing yet. */
  static RunDetails empty(RunState state) {
    return details(
        9,
        "empty",
        "",
        TrainingConfig.DEFAULT,
        state,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The errors all lie on one pair: 4 read as 9. */
  static Evaluation evaluation(int right, int total) {
    long[][] counts = new long[10][10];
    int each = total / 10;
    for (int digit = 0; digit < 10; digit++) {
      counts[digit][digit] = each;
    }
    counts[4][4] = each - (total - right);
    counts[4][9] = total - right;
    return new Evaluation(0.0912, new ConfusionMatrix(counts));
  }

  static RunDetails details(
      long id,
      String name,
      String notes,
      TrainingConfig config,
      RunState state,
      List<EpochResult> epochs,
      Optional<Evaluation> train,
      Optional<Evaluation> validation,
      Optional<Evaluation> test) {
    RunSummary summary =
        new RunSummary(
            id,
            name,
            notes,
            false,
            "",
            Instant.parse("2026-01-02T03:04:05Z"),
            config,
            state,
            epochs.size(),
            epochs.isEmpty() ? Optional.empty() : Optional.of(epochs.get(epochs.size() - 1)),
            epochs.stream()
                .filter(epoch -> Double.isFinite(epoch.validationLoss()))
                .min(Comparator.comparingDouble(EpochResult::validationLoss)),
            accuracy(train),
            accuracy(validation),
            accuracy(test),
            12.4);
    return new RunDetails(summary, Optional.of(PROVENANCE), epochs, train, validation, test);
  }

  private static OptionalDouble accuracy(Optional<Evaluation> evaluation) {
    return evaluation.stream().mapToDouble(Evaluation::accuracy).findFirst();
  }
}
