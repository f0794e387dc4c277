package digitstudio.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.nn.Activation;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The best settings of a sweep. */
class SelectionTest {
  private static final TrainingConfig RELU = TrainingConfig.DEFAULT;
  private static final TrainingConfig TANH =
      TrainingConfig.builder().activation(new Activation.Tanh()).build();

  @Test
  void theHighestMeanOverTheSeedsIsChosen() {
    Selection selection =
        Selection.of(
            List.of(
                run(RELU, 1, 0.99, RunState.FINISHED),
                run(RELU, 2, 0.90, RunState.FINISHED),
                run(TANH, 1, 0.96, RunState.FINISHED),
                run(TANH, 2, 0.97, RunState.FINISHED)));
    assertEquals("tanh", english(selection.ranked().get(0)));
    assertEquals("tanh", english(selection.chosen().orElseThrow()));
    assertEquals(0.965, selection.test().orElseThrow().mean(), 1e-12);
    assertEquals(2, selection.test().orElseThrow().n());
    assertTrue(selection.lead().isPresent());
  }

  @Test
  void settingsWhoseRunsDidNotAllFinishAreNotChosen() {
    Selection selection =
        Selection.of(
            List.of(
                run(RELU, 1, 0.99, RunState.FINISHED),
                run(RELU, 2, 0.99, RunState.DIVERGED),
                run(TANH, 1, 0.96, RunState.FINISHED)));
    assertEquals("tanh", english(selection.chosen().orElseThrow()));
    assertEquals("ReLU", english(selection.ranked().get(1)));
    assertEquals(
        "sweep.noneFinished",
        Selection.of(List.of(run(RELU, 1, 0.99, RunState.STOPPED))).obstacle().orElseThrow().key());
  }

  @Test
  void withoutValidationNothingIsChosenAndNoTestFigureIsTold() {
    TrainingConfig all = RELU.toBuilder().validation(0).build();
    Selection selection = Selection.of(List.of(run(all, 1, 0.99, RunState.FINISHED)));
    assertTrue(selection.chosen().isEmpty());
    assertTrue(selection.test().isEmpty());
    assertTrue(selection.obstacle().orElseThrow().in(Locale.ENGLISH).contains("--validation 0.2"));
  }

  @Test
  void otherSplitsAreNotComparedAndNoRunsAreNoChoice() {
    TrainingConfig less = RELU.toBuilder().validation(0.1).build();
    assertEquals(
        "sweep.severalSplits",
        Selection.of(
                List.of(run(RELU, 1, 0.9, RunState.FINISHED), run(less, 1, 0.9, RunState.FINISHED)))
            .obstacle()
            .orElseThrow()
            .key());
    assertEquals("sweep.noneFinished", Selection.of(List.of()).obstacle().orElseThrow().key());
  }

  private static String english(Repeats group) {
    return group.label().in(Locale.ENGLISH);
  }

  private static RunSummary run(TrainingConfig config, long seed, double accuracy, RunState state) {
    return KeptRuns.run(config.toBuilder().seed(seed).build(), accuracy, "ab", state).summary();
  }
}
