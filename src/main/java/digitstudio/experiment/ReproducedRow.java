package digitstudio.experiment;

import digitstudio.nn.Spelling;
import digitstudio.text.Sentence;
import digitstudio.training.EpochResult;
import digitstudio.training.Evaluation;
import digitstudio.training.Provenance;
import digitstudio.training.RunResult;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A row of the report with what was measured beside it.
 *
 * @param row what the report says
 * @param config what was trained: the row's settings, or those of its short form
 * @param measured what came of it
 * @param verdict whether that is what the report says
 */
public record ReproducedRow(
    ReportTables.Row row, TrainingConfig config, Measured measured, Verdict verdict) {
  /**
   * What was measured.
   *
   * @param test accuracy on the test images, in percent
   * @param train likewise on the training images
   * @param seconds of training alone
   * @param state how the training ended
   * @param epochs its curve
   * @param provenance where it comes from; empty where that was not kept
   */
  public record Measured(
      double test,
      double train,
      double seconds,
      RunState state,
      List<EpochResult> epochs,
      Optional<Provenance> provenance) {
    public Measured {
      epochs = List.copyOf(epochs);
    }

    /** What came of a run that is over. */
    public static Measured of(RunResult result) {
      return new Measured(
          100 * result.test().accuracy(),
          100 * result.train().accuracy(),
          result.trainingSeconds(),
          result.state(),
          result.epochs(),
          Optional.of(result.provenance()));
    }

    /** What came of a kept run that is over. */
    public static Measured of(RunDetails run) {
      return new Measured(
          percent(run.test()),
          percent(run.train()),
          run.summary().trainingSeconds(),
          run.summary().state(),
          run.epochs(),
          run.provenance());
    }

    private static double percent(Optional<Evaluation> evaluation) {
      return evaluation.map(found -> 100 * found.accuracy()).orElse(Double.NaN);
    }
  }

  /** Whether the measured test accuracy is the report's. */
  public enum Verdict {
    /** As near as another seed may be. */
    AGREES,
    /** An extra row that gives the report's figure, as the report's own settings do not. */
    EXPLAINS,
    /** The report's figure does not come of the report's settings. */
    DOES_NOT_FOLLOW,
    /** It differs, and the report does not give all of its settings. */
    NOT_GIVEN,
    /** An extra row that does not give the report's figure either. */
    DIFFERS,
    /** The report shows a curve and no figure. */
    NO_FIGURE,
    /** Trained in the short form, which cannot be compared. */
    SHORT_FORM,
    /** The training did not come to its end. */
    UNFINISHED;

    /** The word a person reads. */
    public Sentence title() {
      return Sentence.of("reproduction.verdict." + Spelling.of(this));
    }
  }

  /** Points of test accuracy that another seed may make, where training has settled. */
  private static final double TOLERANCE = 0.5;

  /** Likewise on the steep part of the curve. */
  private static final double UNSETTLED_TOLERANCE = 1.5;

  public static ReproducedRow of(
      ReportTables.Row row, TrainingConfig config, Measured measured, boolean shortForm) {
    return new ReproducedRow(row, config, measured, verdict(row, measured, shortForm));
  }

  private static Verdict verdict(ReportTables.Row row, Measured measured, boolean shortForm) {
    if (measured.state() != RunState.FINISHED) {
      return Verdict.UNFINISHED;
    }
    if (shortForm) {
      return Verdict.SHORT_FORM;
    }
    OptionalDouble reported = row.figures().test();
    if (reported.isEmpty()) {
      return Verdict.NO_FIGURE;
    }
    double tolerance = row.settled() ? TOLERANCE : UNSETTLED_TOLERANCE;
    if (Math.abs(measured.test() - reported.getAsDouble()) <= tolerance) {
      return row.extra() ? Verdict.EXPLAINS : Verdict.AGREES;
    }
    if (row.extra()) {
      return Verdict.DIFFERS;
    }
    return row.doubt().equals(Optional.of(ReportTables.Doubt.LAMBDA_NOT_GIVEN))
        ? Verdict.NOT_GIVEN
        : Verdict.DOES_NOT_FOLLOW;
  }

  /** Measured minus reported test accuracy, in points; empty where they cannot be compared. */
  public OptionalDouble testDifference() {
    return difference(row.figures().test(), measured.test());
  }

  /** Measured minus reported train accuracy, in points; empty where they cannot be compared. */
  public OptionalDouble trainDifference() {
    return difference(row.figures().train(), measured.train());
  }

  private OptionalDouble difference(OptionalDouble reported, double value) {
    return reported.isEmpty() || verdict == Verdict.SHORT_FORM || verdict == Verdict.UNFINISHED
        ? OptionalDouble.empty()
        : OptionalDouble.of(value - reported.getAsDouble());
  }

  /** What is to be said of the report's figures, in the light of what was measured. */
  public Optional<Sentence> note() {
    boolean unsaid = row.doubt().equals(Optional.of(ReportTables.Doubt.LAMBDA_NOT_GIVEN));
    return row.doubt()
        .filter(doubt -> unsaid || verdict == Verdict.DOES_NOT_FOLLOW)
        .map(doubt -> Sentence.of(doubt.key()));
  }
}
