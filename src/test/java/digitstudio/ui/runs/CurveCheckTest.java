package digitstudio.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import digitstudio.training.EpochResult;
import digitstudio.ui.runs.CurveCheck.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurveCheckTest {
  private static EpochResult epoch(int epoch, double trainLoss, double validationLoss) {
    return new EpochResult(epoch, trainLoss, 0.9, validationLoss, 0.9, 0, 0.001, 1);
  }

  @Test
  void theSameBitsAreIdenticalWhereNothingIsHeldOutToo() {
    List<EpochResult> curve = List.of(epoch(1, 0.5, Double.NaN), epoch(2, 0.4, Double.NaN));

    assertEquals(new CurveCheck(Outcome.IDENTICAL, 2, 0, 0), CurveCheck.of(curve, curve));
  }

  @Test
  void theFirstEpochThatIsNotTheSameIsTold() {
    List<EpochResult> kept = List.of(epoch(1, 0.5, 0.5), epoch(2, 0.4, 0.5));
    List<EpochResult> again = List.of(epoch(1, 0.5, 0.5), epoch(2, 0.4, 0.75));

    assertEquals(new CurveCheck(Outcome.DIFFERENT, 2, 2, 0.25), CurveCheck.of(kept, again));
  }

  @Test
  void roundingIsWithin() {
    CurveCheck check =
        CurveCheck.of(List.of(epoch(1, 0.5, 0.5)), List.of(epoch(1, 0.5 + 1e-9, 0.5)));

    assertEquals(Outcome.WITHIN, check.outcome());
    assertEquals(1, check.epoch());
  }

  @Test
  void aCurveThatDivergedElsewhereIsDifferent() {
    CurveCheck check =
        CurveCheck.of(List.of(epoch(1, Double.NaN, 0.5)), List.of(epoch(1, 0.5, 0.5)));

    assertEquals(Outcome.DIFFERENT, check.outcome());
  }

  @Test
  void onlyTheEpochsOfBothAreCompared() {
    List<EpochResult> kept = List.of(epoch(1, 0.5, 0.5), epoch(2, 0.4, 0.4));

    assertEquals(Outcome.IDENTICAL, CurveCheck.of(kept, kept.subList(0, 1)).outcome());
    assertEquals(Outcome.NOTHING, CurveCheck.of(kept, List.of()).outcome());
  }
}
