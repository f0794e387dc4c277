package digitstudio.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.text.Problem;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordsTest {
  @Test
  void aCurveKeepsEverySpikeWhenItsBucketsAreJoined() {
    CurveBuilder builder = new CurveBuilder(8);
    for (int step = 1; step <= 1000; step++) {
      builder.add(step == 333 ? 50 : step == 700 ? -50 : 1);
    }
    Curve curve = builder.curve();
    assertTrue(curve.buckets() <= 8);
    assertEquals(1000, curve.steps());
    assertEquals(1000, curve.step(curve.buckets() - 1));
    float least = 0;
    float greatest = 0;
    double weighted = 0;
    long before = 0;
    for (int b = 0; b < curve.buckets(); b++) {
      least = Math.min(least, curve.least()[b]);
      greatest = Math.max(greatest, curve.greatest()[b]);
      weighted += curve.mean()[b] * (curve.step(b) - before);
      before = curve.step(b);
    }
    assertEquals(50, greatest);
    assertEquals(-50, least);
    assertEquals(998, weighted, 1e-3);
  }

  @Test
  void aCurveShowsNaN() {
    CurveBuilder builder = new CurveBuilder(4);
    builder.add(1);
    builder.add(Double.NaN);
    assertArrayEquals(new float[] {1, Float.NaN}, builder.curve().mean());
  }

  @Test
  void precisionRecallAndF1FollowTheirDefinitions() {
    ConfusionMatrix matrix = new ConfusionMatrix(new long[][] {{8, 2, 0}, {1, 6, 0}, {0, 0, 0}});
    assertEquals(14.0 / 17, matrix.accuracy());
    assertEquals(8.0 / 9, matrix.precision(0));
    assertEquals(0.8, matrix.recall(0));
    assertEquals(2 * (8.0 / 9) * 0.8 / (8.0 / 9 + 0.8), matrix.f1(0), 1e-12);
    assertEquals(0, matrix.precision(2));
    assertEquals(0, matrix.recall(2));
    assertEquals(0, matrix.f1(2));
  }

  @Test
  void aRunGoesNoImpossibleWay() {
    assertEquals(RunState.RUNNING, RunState.PREPARING.moveTo(RunState.RUNNING));
    assertThrows(IllegalStateException.class, () -> RunState.FINISHED.moveTo(RunState.RUNNING));
    assertThrows(IllegalStateException.class, () -> RunState.PAUSED.moveTo(RunState.FINISHED));
    assertTrue(RunState.DIVERGED.isOver());
    assertFalse(RunState.PAUSED.isOver());
  }

  @Test
  void earlyStoppingWaitsAsLongAsItsPatience() {
    EarlyStopping stopping = new EarlyStopping(2);
    double[] losses = {0.5, 0.4, 0.45, 0.41};
    boolean[] stops = new boolean[losses.length];
    for (int e = 0; e < losses.length; e++) {
      stopping.improves(new EpochResult(e + 1, 0, 0, losses[e], 0, 0, 0, 0));
      stops[e] = stopping.shouldStop();
    }
    assertArrayEquals(new boolean[] {false, false, false, true}, stops);
    assertEquals(2, stopping.bestEpoch());
  }

  @Test
  void moreMemoryThanThereIsIsRefusedWithBothFigures() {
    Problem problem = assertThrows(Problem.class, () -> MemoryNeed.requireFits(3L << 30, 1L << 30));
    assertTrue(problem.getMessage().contains("3,072 MiB"), problem.getMessage());
    assertTrue(problem.getMessage().contains("1,024 MiB"), problem.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "dropout, 1, settings.from",
    "dropout, -0.1, settings.from",
    "validation, 0.6, settings.validation",
    "validation, NaN, settings.validation",
    "epochs, 0, settings.atLeast",
    "hidden, 0, settings.atLeast",
    "batch, 0, settings.atLeast",
    "rate, 0, settings.positive",
    "rate, Infinity, settings.positive"
  })
  void settingsRefuseNonsense(String field, double value, String key) {
    UnaryOperator<TrainingConfig.Builder> change =
        builder ->
            switch (field) {
              case "dropout" -> builder.dropout(value);
              case "validation" -> builder.validation(value);
              case "epochs" -> builder.epochs((int) value);
              case "hidden" -> builder.hidden((int) value);
              case "batch" -> builder.batchSize((int) value);
              default -> builder.learningRate(value);
            };
    Problem problem =
        assertThrows(Problem.class, () -> change.apply(TrainingConfig.builder()).build());
    assertEquals(key, problem.key());
  }

  @Test
  void patienceWithoutValidationIsRefused() {
    TrainingConfig.Builder builder = TrainingConfig.builder().validation(0).patience(3);
    assertEquals(
        "settings.patienceWithoutValidation", assertThrows(Problem.class, builder::build).key());
  }
}
