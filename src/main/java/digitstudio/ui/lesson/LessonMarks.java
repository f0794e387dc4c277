package digitstudio.ui.lesson;

import digitstudio.lesson.Lesson;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.prefs.Preferences;
import java.util.stream.Collectors;

/** Which steps of which lesson were done, from one start to the next. */
public final class LessonMarks {
  private final Preferences preferences;

  /**
   * @param preferences where they are kept
   */
  public LessonMarks(Preferences preferences) {
    this.preferences = preferences;
  }

  /**
   * The steps that were done, counted from 0.
   *
   * @param name of the sample or its file
   * @param lesson as it is now: one with another text is another lesson
   */
  public Set<Integer> done(String name, Lesson lesson) {
    Set<Integer> done = new TreeSet<>();
    for (String each : preferences.get(key(name, lesson), "").split(",")) {
      if (each.matches("[0-9]{1,3}") && Integer.parseInt(each) < lesson.steps().size()) {
        done.add(Integer.parseInt(each));
      }
    }
    return done;
  }

  void keep(String name, Lesson lesson, List<Integer> done) {
    if (done.isEmpty()) {
      preferences.remove(key(name, lesson));
    } else {
      preferences.put(
          key(name, lesson), done.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }
  }

  /** Short enough for a key, whatever the file is called. */
  private static String key(String name, Lesson lesson) {
    int told = lesson.title().english().hashCode() * 31 + lesson.question().english().hashCode();
    String end = name.substring(Math.max(0, name.length() - 40)).replace("/", "|");
    return "lesson." + end + "#" + Integer.toHexString(told) + "." + lesson.steps().size();
  }
}
