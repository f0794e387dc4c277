package digitstudio.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.experiment.Verification.Verdict;
import digitstudio.training.EpochResult;
import digitstudio.training.Evaluation;
import digitstudio.training.RunState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class VerificationTest {
  private static RunDetails run(RunState state, List<EpochResult> epochs, double testLoss) {
    RunSummary summary =
        new RunSummary(
            1,
            "n",
            "",
            false,
            "",
            Instant.EPOCH,
            SampleRuns.CONFIG,
            state,
            epochs.size(),
            Optional.empty(),
            Optional.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            1);
    Evaluation test = new Evaluation(testLoss, SampleRuns.evaluation(1).confusion());
    return new RunDetails(
        summary, Optional.empty(), epochs, Optional.empty(), Optional.empty(), Optional.of(test));
  }

  private static RunDetails finished(List<EpochResult> epochs) {
    return run(RunState.FINISHED, epochs, 0.5);
  }

  /** Three epochs, the second with another train loss. */
  private static List<EpochResult> withLoss(double loss) {
    List<EpochResult> epochs = new ArrayList<>(SampleRuns.epochs(3));
    EpochResult second = epochs.get(1);
    epochs.set(
        1,
        new EpochResult(
            2,
            loss,
            second.trainAccuracy(),
            second.validationLoss(),
            second.validationAccuracy(),
            second.penalty(),
            second.learningRate(),
            99));
    return epochs;
  }

  @Test
  void theSameNumbersAreEqualHoweverLongTheyTook() {
    Verification result = Verification.of(finished(withLoss(0.5)), finished(SampleRuns.epochs(3)));
    assertEquals(Verdict.EQUAL, result.verdict());
    assertEquals(Optional.empty(), result.firstDifference());
    assertTrue(result.wholeRun());
  }

  @Test
  void theLastBitCounts() {
    Verification result =
        Verification.of(finished(SampleRuns.epochs(3)), finished(withLoss(Math.nextUp(0.5))));
    assertEquals(Verdict.CLOSE, result.verdict());
    assertEquals(Optional.of(2), result.firstDifference());
    assertTrue(result.lossDifference() > 0);
  }

  @Test
  void aLossThatIsOnePartInFiftyOffIsDifferent() {
    Verification result = Verification.of(finished(SampleRuns.epochs(3)), finished(withLoss(0.51)));
    assertEquals(Verdict.DIFFERENT, result.verdict());
    assertEquals(0.01 / 0.51, result.lossDifference(), 1e-9);
  }

  @Test
  void aCurveThatDivergesInTheSameWayIsEqual() {
    assertEquals(
        Verdict.EQUAL,
        Verification.of(finished(withLoss(Double.NaN)), finished(withLoss(Double.NaN))).verdict());
    assertEquals(
        Verdict.DIFFERENT,
        Verification.of(finished(withLoss(Double.NaN)), finished(withLoss(1))).verdict());
  }

  @Test
  void anotherNumberOfEpochsIsDifferent() {
    Verification result =
        Verification.of(finished(SampleRuns.epochs(3)), finished(SampleRuns.epochs(4)));
    assertEquals(Verdict.DIFFERENT, result.verdict());
    assertEquals(Optional.of(4), result.firstDifference());
  }

  @Test
  void theFinalFiguresCountWhereTheRunCameToItsEnd() {
    List<EpochResult> epochs = SampleRuns.epochs(3);
    assertEquals(
        Verdict.DIFFERENT,
        Verification.of(finished(epochs), run(RunState.FINISHED, epochs, 0.6)).verdict());
    Verification stopped =
        Verification.of(run(RunState.STOPPED, epochs, 0.5), run(RunState.STOPPED, epochs, 0.6));
    assertEquals(Verdict.EQUAL, stopped.verdict());
    assertFalse(stopped.wholeRun());
  }
}
