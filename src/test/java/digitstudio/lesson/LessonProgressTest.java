package digitstudio.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.experiment.Setting;
import digitstudio.nn.Activation;
import digitstudio.training.TrainingConfig;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Steps of a lesson are done by runs that reach their goals, and by nothing else. */
class LessonProgressTest {
  private static final TrainingConfig SIGMOID =
      TrainingConfig.builder().activation(new Activation.Sigmoid()).build();
  private static final TrainingConfig RELU = TrainingConfig.DEFAULT;

  private static LessonProgress progress(Set<Setting> free, Goal... goals) {
    Set<Setting> fixed = EnumSet.allOf(Setting.class);
    fixed.removeAll(free);
    List<LessonStep> steps =
        java.util.Arrays.stream(goals)
            .map(goal -> new LessonStep(Words.of("step"), Optional.of(goal)))
            .toList();
    return new LessonProgress(
        new Lesson(Words.of("T"), Words.of("Q"), RELU, fixed, steps, Optional.empty()));
  }

  private static LessonRun run(TrainingConfig config, double train, double validation) {
    return new LessonRun(config, true, false, config.epochs(), 1, train, validation);
  }

  private static Goal atLeast(double accuracy) {
    return new Goal.OneRun(
        Map.of(),
        Map.of(),
        Map.of(Quantity.VALIDATION_ACCURACY, new Bounds(accuracy, Double.POSITIVE_INFINITY)),
        false);
  }

  private static final Goal AHEAD =
      new Goal.Comparison(
          Setting.ACTIVATION, "relu", "sigmoid", Quantity.VALIDATION_ACCURACY, 0.02);

  @Test
  void aRunThatComesToTheNumberReachesTheGoalAndOneBelowDoesNot() {
    LessonProgress progress = progress(Set.of(), atLeast(0.97));
    progress.ran(run(RELU, 0.98, 0.9699));
    assertEquals(Optional.empty(), progress.reached(0));
    progress.ran(run(RELU, 0.99, 0.97));
    assertEquals(
        "validation accuracy 97.00 %", progress.reached(0).orElseThrow().in(Locale.ENGLISH));
    assertTrue(progress.reached(0).orElseThrow().in(Locale.SIMPLIFIED_CHINESE).contains("97.00"));
  }

  @Test
  void aRunOfOtherFixedSettingsDoesNotCountAndIsToldWhy() {
    LessonProgress progress = progress(Set.of(Setting.EPOCHS), atLeast(0.5));
    String told = progress.ran(run(SIGMOID, 0.98, 0.97)).in(Locale.ENGLISH);
    assertEquals(Optional.empty(), progress.reached(0));
    assertTrue(told.contains("does not count: activation"), told);
  }

  @Test
  void aStoppedRunDoesNotCount() {
    LessonProgress progress = progress(Set.of(), atLeast(0.5));
    String told =
        progress.ran(new LessonRun(RELU, false, false, 2, 1, 0.9, 0.9)).in(Locale.ENGLISH);
    assertEquals(Optional.empty(), progress.reached(0));
    assertTrue(told.contains("stopped"), told);
  }

  @Test
  void withoutValidationImagesNoAccuracyIsReached() {
    LessonProgress progress = progress(EnumSet.allOf(Setting.class), atLeast(0));
    progress.ran(run(RELU, 0.9, Double.NaN));
    assertEquals(Optional.empty(), progress.reached(0));
  }

  @Test
  void twoRunsAreComparedIfTheyDifferInTheFactorAlone() {
    LessonProgress progress = progress(Set.of(Setting.ACTIVATION, Setting.EPOCHS), AHEAD);
    progress.ran(run(SIGMOID.toBuilder().epochs(3).build(), 0.9, 0.90));
    progress.ran(run(RELU, 0.96, 0.95));
    assertEquals(Optional.empty(), progress.reached(0));
    progress.ran(run(SIGMOID, 0.93, 0.92));
    assertEquals(
        "validation accuracy: ReLU 95.00 %, Sigmoid 92.00 %",
        progress.reached(0).orElseThrow().in(Locale.ENGLISH));
  }

  @Test
  void aLeadThatIsTooSmallOrOfTheOtherIsNone() {
    LessonProgress progress = progress(Set.of(Setting.ACTIVATION), AHEAD);
    progress.ran(run(RELU, 0.96, 0.95));
    progress.ran(run(SIGMOID, 0.96, 0.94));
    progress.ran(run(SIGMOID, 0.99, 0.99));
    assertEquals(Optional.empty(), progress.reached(0));
  }

  @Test
  void aRangeOfSettingsAndADivergedRunCanBeAskedFor() {
    Goal diverged =
        new Goal.OneRun(
            Map.of(),
            Map.of(Setting.LEARNING_RATE, new Bounds(1, Double.POSITIVE_INFINITY)),
            Map.of(),
            true);
    LessonProgress progress = progress(Set.of(Setting.LEARNING_RATE), diverged);
    TrainingConfig large = RELU.toBuilder().learningRate(10).build();
    progress.ran(new LessonRun(RELU, false, true, 1, 1, 0.1, 0.1));
    progress.ran(run(large, 0.1, 0.1));
    assertEquals(Optional.empty(), progress.reached(0));
    progress.ran(new LessonRun(large, false, true, 1, 1, 0.1, 0.1));
    assertTrue(progress.reached(0).isPresent());
  }

  @Test
  void aDrawingCountsOnceANetworkOfTheLessonIsThereToReadIt() {
    LessonProgress progress = progress(Set.of(), new Goal.Drawing(7, 0.9));
    float[] seven = {0, 0, 0, 0, 0, 0, 0, 0.95f, 0.05f, 0};
    progress.drew(seven);
    assertEquals(Optional.empty(), progress.reached(0));
    progress.ran(run(RELU, 0.9, 0.9));
    assertTrue(progress.reached(0).isPresent());
  }

  @Test
  void aGapIsTrainingMinusValidation() {
    Goal gap =
        new Goal.OneRun(Map.of(), Map.of(), Map.of(Quantity.GAP, new Bounds(0.04, 1)), false);
    LessonProgress progress = progress(Set.of(), gap);
    progress.ran(run(RELU, 0.97, 0.94));
    assertEquals(Optional.empty(), progress.reached(0));
    progress.ran(run(RELU, 1.0, 0.94));
    assertTrue(progress.reached(0).isPresent());
  }
}
