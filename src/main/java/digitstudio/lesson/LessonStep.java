package digitstudio.lesson;

import java.util.Optional;

/**
 * One thing to do in a lesson.
 *
 * @param text what to do
 * @param goal by which it is seen to be done; without one the person ticks it off
 */
public record LessonStep(Words text, Optional<Goal> goal) {}
