package digitstudio.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.experiment.ReproductionPlan.Training;
import digitstudio.training.TrainingConfig;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the report takes to be trained again. */
class ReproductionPlanTest {
  private static final List<ReportTables.Row> ROWS =
      ReportTables.all().stream().flatMap(table -> table.rows().stream()).toList();

  private static ReproductionPlan plan(Set<TrainingConfig> known) {
    return ReproductionPlan.of(ROWS, ReproductionScope.WHOLE, known);
  }

  @Test
  void thirtyOneRowsTakeNineteenTrainings() {
    ReproductionPlan plan = plan(Set.of());
    assertEquals(31, ROWS.size());
    assertEquals(19, plan.trainings().size());
    assertEquals(2305, plan.epochs());
    assertEquals(138_300_000, plan.images(60_000));
    assertEquals(31, plan.trainings().stream().mapToInt(one -> one.rows().size()).sum());
  }

  @Test
  void theReportsOwnRowsTakeThreeTrainingsLess() {
    ReproductionPlan own =
        ReproductionPlan.of(
            ROWS.stream().filter(row -> !row.extra()).toList(), ReproductionScope.WHOLE, Set.of());
    assertEquals(16, own.trainings().size());
    assertEquals(2005, own.epochs());
  }

  @Test
  void rowsOfEqualSettingsAndTheBeginningsOfLongerOnesShareATraining() {
    ReproductionPlan plan = plan(Set.of());
    Training first = plan.trainings().get(0);
    assertEquals(Presets.named("depth-256-200").config(), first.config());
    assertEquals(List.of(Presets.named("depth-256-100").config()), first.passed());
    List<String> names = first.rows().stream().map(ReportTables.Row::name).toList();
    assertEquals(
        Set.of(
            "depth-256-100",
            "depth-256-200",
            "loss-cross-entropy",
            "activation-relu-100",
            "activation-relu-200",
            "batch-bgd"),
        new HashSet<>(names));
    assertEquals(OptionalInt.of(1), plan.number(Presets.named("batch-bgd").config()));
  }

  @Test
  void whatIsKnownIsNotTrainedAndTheRestIsTrainedAsShortAsItIs() {
    TrainingConfig longer = Presets.named("depth-256-200").config();
    ReproductionPlan plan = plan(Set.of(longer));
    assertEquals(19, plan.trainings().size());
    assertEquals(Presets.named("depth-256-100").config(), plan.trainings().get(0).config());
    assertTrue(plan.number(longer).isEmpty());
    assertEquals(2305 - 100, plan.epochs());
  }
}
