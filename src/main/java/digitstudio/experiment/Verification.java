package digitstudio.experiment;

import digitstudio.training.EpochResult;
import digitstudio.training.Evaluation;
import digitstudio.training.RunResult;
import digitstudio.training.RunState;
import java.util.List;
import java.util.Optional;

/**
 * A run trained a second time, against the first.
 *
 * @param verdict in one word
 * @param epochs that both have
 * @param wholeRun whether the last evaluations were compared too, and not the curve alone
 * @param firstDifference first epoch in which a number differs; empty if none does
 * @param lossDifference largest, as a share of the loss; infinite where only one is a number
 * @param accuracyDifference largest, as a fraction of the images
 */
public record Verification(
    Verdict verdict,
    int epochs,
    boolean wholeRun,
    Optional<Integer> firstDifference,
    double lossDifference,
    double accuracyDifference) {
  /** How alike two runs are. */
  public enum Verdict {
    /** Every number is the same to the last bit. */
    EQUAL,
    /** No loss differs by more than 1 %, no accuracy by more than half a percentage point. */
    CLOSE,
    DIFFERENT
  }

  static final double LOSS_TOLERANCE = 0.01;
  static final double ACCURACY_TOLERANCE = 0.005;

  /** A share of a loss that is nearly zero would say nothing. */
  private static final double LEAST_LOSS = 0.1;

  /** Compares a run with one that is kept too. */
  public static Verification of(RunDetails first, RunDetails second) {
    return of(first, second.epochs(), second.train(), second.validation(), second.test());
  }

  /** Compares a kept run with one that has just ended. */
  public static Verification of(RunDetails first, RunResult second) {
    return of(
        first,
        second.epochs(),
        Optional.of(second.train()),
        second.validation(),
        Optional.of(second.test()));
  }

  private static Verification of(
      RunDetails first,
      List<EpochResult> epochs,
      Optional<Evaluation> train,
      Optional<Evaluation> validation,
      Optional<Evaluation> test) {
    Differences differences = new Differences();
    int both = Math.min(first.epochs().size(), epochs.size());
    for (int i = 0; i < both; i++) {
      differences.note(first.epochs().get(i), epochs.get(i));
    }
    boolean whole = isWhole(first);
    boolean sameLength = first.epochs().size() == epochs.size();
    if (whole) {
      differences.note(first.train(), train);
      differences.note(first.validation(), validation);
      // Of a run of a sweep that was not chosen nobody has looked at the test images.
      if (first.test().isPresent()) {
        differences.note(first.test(), test);
      }
    }
    return new Verification(
        sameLength ? differences.verdict() : Verdict.DIFFERENT,
        both,
        whole,
        sameLength || differences.firstEpoch.isPresent()
            ? differences.firstEpoch
            : Optional.of(both + 1),
        differences.loss,
        differences.accuracy);
  }

  /** Whether a run came to its own end: one that was stopped did so at a moment of chance. */
  public static boolean isWhole(RunDetails run) {
    RunState state = run.summary().state();
    boolean evaluated = run.train().isPresent() || run.test().isPresent();
    return (state == RunState.FINISHED || state == RunState.DIVERGED) && evaluated;
  }

  /** The differences met so far. */
  private static final class Differences {
    private double loss;
    private double accuracy;
    private boolean any;
    private Optional<Integer> firstEpoch = Optional.empty();

    void note(EpochResult first, EpochResult second) {
      boolean before = any;
      any = any || Double.compare(first.learningRate(), second.learningRate()) != 0;
      noteLoss(first.trainLoss(), second.trainLoss());
      noteLoss(first.validationLoss(), second.validationLoss());
      noteLoss(first.penalty(), second.penalty());
      noteAccuracy(first.trainAccuracy(), second.trainAccuracy());
      noteAccuracy(first.validationAccuracy(), second.validationAccuracy());
      if (any && !before) {
        firstEpoch = Optional.of(first.epoch());
      }
    }

    void note(Optional<Evaluation> first, Optional<Evaluation> second) {
      if (first.isPresent() && second.isPresent()) {
        noteLoss(first.get().loss(), second.get().loss());
        noteAccuracy(first.get().accuracy(), second.get().accuracy());
      } else if (first.isPresent() != second.isPresent()) {
        any = true;
        loss = Double.POSITIVE_INFINITY;
      }
    }

    private void noteLoss(double first, double second) {
      if (Double.compare(first, second) != 0) {
        double size = Math.max(Math.max(Math.abs(first), Math.abs(second)), LEAST_LOSS);
        loss = Math.max(loss, infiniteIfNone(Math.abs(first - second) / size));
        any = true;
      }
    }

    private void noteAccuracy(double first, double second) {
      if (Double.compare(first, second) != 0) {
        accuracy = Math.max(accuracy, infiniteIfNone(Math.abs(first - second)));
        any = true;
      }
    }

    private static double infiniteIfNone(double difference) {
      return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
    }

    Verdict verdict() {
      if (!any) {
        return Verdict.EQUAL;
      }
      return loss <= LOSS_TOLERANCE && accuracy <= ACCURACY_TOLERANCE
          ? Verdict.CLOSE
          : Verdict.DIFFERENT;
    }
  }
}
