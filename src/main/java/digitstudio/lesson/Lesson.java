package digitstudio.lesson;

import digitstudio.experiment.Setting;
import digitstudio.training.TrainingConfig;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question, settings to begin with of which some stay as they are, and what to do to find out.
 *
 * @param title of a line
 * @param question what is to be found out
 * @param config what the form is filled with
 * @param fixed settings that cannot be changed as long as the lesson is open
 * @param steps what to do, at least one
 * @param answer what one should have seen
 */
public record Lesson(
    Words title,
    Words question,
    TrainingConfig config,
    Set<Setting> fixed,
    List<LessonStep> steps,
    Optional<Words> answer) {
  public Lesson {
    fixed = Set.copyOf(fixed);
    steps = List.copyOf(steps);
  }

  /** The fixed settings in which other settings are not those of the lesson; empty if none. */
  public Set<Setting> strayed(TrainingConfig other) {
    Set<Setting> strayed = EnumSet.noneOf(Setting.class);
    for (Setting setting : fixed) {
      if (!setting.value(config).equals(setting.value(other))) {
        strayed.add(setting);
      }
    }
    return strayed;
  }
}
