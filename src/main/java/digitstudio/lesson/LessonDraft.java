package digitstudio.lesson;

import digitstudio.experiment.Setting;
import digitstudio.text.Problem;
import digitstudio.training.TrainingConfig;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What a teacher writes to make a lesson of a form.
 *
 * @param title of a line
 * @param question what is to be found out
 * @param steps what to do, a step a line
 * @param goal validation accuracy to be reached, 0 to 1, as a last step; empty for none
 * @param answer what one should have seen; may be blank
 * @param config what stands in the form
 * @param free settings that may be changed
 */
public record LessonDraft(
    String title,
    String question,
    String steps,
    OptionalDouble goal,
    String answer,
    TrainingConfig config,
    Set<Setting> free) {
  /**
   * The lesson.
   *
   * @param goalText of the step that asks for the goal
   * @throws Problem that says what is missing
   */
  public Lesson lesson(Words goalText) {
    if (title.isBlank()) {
      throw new Problem("lessons.make.noTitle");
    }
    if (question.isBlank()) {
      throw new Problem("lessons.make.noQuestion");
    }
    List<LessonStep> all = new ArrayList<>();
    steps
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> all.add(new LessonStep(Words.of(line.strip()), Optional.empty())));
    goal.ifPresent(
        share -> {
          if (!(share > 0 && share <= 1)) {
            throw new Problem("lessons.make.badGoal");
          }
          if (config.validation() == 0) {
            throw new Problem("lessons.make.noValidation");
          }
          Bounds bounds = new Bounds(share, Double.POSITIVE_INFINITY);
          all.add(
              new LessonStep(
                  goalText,
                  Optional.of(
                      new Goal.OneRun(
                          Map.of(),
                          Map.of(),
                          Map.of(Quantity.VALIDATION_ACCURACY, bounds),
                          false))));
        });
    if (all.isEmpty() || all.size() > LessonFile.MOST_STEPS) {
      throw new Problem("lessons.make.noSteps", LessonFile.MOST_STEPS);
    }
    Set<Setting> fixed = EnumSet.allOf(Setting.class);
    fixed.removeAll(LessonFile.withParts(free));
    return new Lesson(
        Words.of(title.strip()),
        Words.of(question.strip()),
        config,
        fixed,
        all,
        answer.isBlank() ? Optional.empty() : Optional.of(Words.of(answer.strip())));
  }
}
