package digitstudio.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.text.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a benchmark is asked for. */
class BenchmarkPlanTest {
  @Test
  void withoutNamesEveryCaseIsMeasured() {
    BenchmarkPlan plan = new BenchmarkPlan(List.of(), 1, 0);
    assertTrue(Benchmark.names().stream().allMatch(plan::includes));
  }

  @Test
  void withNamesOnlyThoseAre() {
    BenchmarkPlan plan = new BenchmarkPlan(List.of("batch-1", "deep"), 1, 0);
    assertEquals(
        List.of("batch-1", "deep"), Benchmark.names().stream().filter(plan::includes).toList());
    assertFalse(plan.includes("batch-all"));
  }

  @Test
  void anUnknownNameIsRefusedWithTheKnownOnes() {
    Problem problem =
        assertThrows(Problem.class, () -> new BenchmarkPlan(List.of("batch-7"), 1, 0));
    assertTrue(problem.getMessage().contains("batch-7"), problem.getMessage());
    assertTrue(problem.getMessage().contains("batch-6000, batch-128"), problem.getMessage());
  }

  @Test
  void thereIsAtLeastOneRound() {
    assertThrows(Problem.class, () -> new BenchmarkPlan(List.of(), 0, 0));
    assertThrows(Problem.class, () -> new BenchmarkPlan(List.of(), 1, -1));
  }
}
