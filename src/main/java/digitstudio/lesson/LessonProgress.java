package digitstudio.lesson;

import digitstudio.experiment.Setting;
import digitstudio.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** How far a lesson has come: what was trained and drawn since it was opened, held to its goals. */
public final class LessonProgress {
  /** A lesson is a handful of runs; more are remembered by the store of runs. */
  private static final int MOST_RUNS = 200;

  private final Lesson lesson;
  private final List<LessonRun> runs = new ArrayList<>();
  private final Map<Integer, Sentence> reached = new TreeMap<>();
  private List<Float> probabilities = List.of();

  public LessonProgress(Lesson lesson) {
    this.lesson = lesson;
  }

  /**
   * A run is over. One whose fixed settings are not the lesson's does not count.
   *
   * @return what it came to, or why it does not count
   */
  public Sentence ran(LessonRun run) {
    Set<Setting> strayed = lesson.strayed(run.config());
    if (!strayed.isEmpty()) {
      return Sentence.of("lessons.run.strayed", titles(strayed));
    }
    if (!run.whole() && !run.diverged()) {
      return Sentence.of("lessons.run.stopped");
    }
    runs.add(run);
    if (runs.size() > MOST_RUNS) {
      runs.remove(0);
    }
    look();
    return Sentence.of("lessons.run.counts", GoalWords.numbers(run, List.of()));
  }

  /** Settings by their names, behind one another. */
  public static Sentence titles(Set<Setting> settings) {
    return GoalWords.list(settings.stream().sorted().map(Setting::title).toList());
  }

  /**
   * Something was drawn, and a network of the lesson read it.
   *
   * @param read probability of each class
   */
  public void drew(float[] read) {
    List<Float> all = new ArrayList<>(read.length);
    for (float each : read) {
      all.add(each);
    }
    probabilities = all;
    look();
  }

  private void look() {
    Goal.Seen seen = new Goal.Seen(runs, probabilities);
    for (int i = 0; i < lesson.steps().size(); i++) {
      int step = i;
      Optional<Goal> goal = lesson.steps().get(i).goal();
      if (!reached.containsKey(i)) {
        goal.flatMap(each -> each.reached(seen)).ifPresent(words -> reached.put(step, words));
      }
    }
  }

  /** What reached the goal of a step; empty while nothing has. */
  public Optional<Sentence> reached(int step) {
    return Optional.ofNullable(reached.get(step));
  }
}
