package digitstudio.lesson;

import digitstudio.experiment.Setting;
import digitstudio.text.Sentence;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a step of a lesson asks for, held against what was really trained or drawn. */
public sealed interface Goal {
  /** What it asks for. */
  Sentence words();

  /**
   * What reaches it, in words.
   *
   * @param seen everything of the lesson so far
   * @return nothing while it is not reached
   */
  Optional<Sentence> reached(Seen seen);

  /**
   * What was trained and drawn in a lesson.
   *
   * @param runs those that count, the newest last
   * @param probabilities of the classes of what was drawn; empty while nothing is
   */
  record Seen(List<LessonRun> runs, List<Float> probabilities) {
    public Seen {
      runs = List.copyOf(runs);
      probabilities = List.copyOf(probabilities);
    }
  }

  /**
   * One run of certain settings that comes to certain numbers.
   *
   * @param settings that it must have, as the command line writes them
   * @param ranges in which settings that are numbers must lie
   * @param numbers that it must come to
   * @param diverged whether it must diverge; never asked together with an accuracy
   */
  record OneRun(
      Map<Setting, String> settings,
      Map<Setting, Bounds> ranges,
      Map<Quantity, Bounds> numbers,
      boolean diverged)
      implements Goal {
    public OneRun {
      settings = ordered(Setting.class, settings);
      ranges = ordered(Setting.class, ranges);
      numbers = ordered(Quantity.class, numbers);
    }

    @Override
    public Sentence words() {
      return GoalWords.of(this);
    }

    @Override
    public Optional<Sentence> reached(Seen seen) {
      return seen.runs().stream()
          .filter(this::holds)
          .findFirst()
          .map(run -> GoalWords.numbers(run, numbers.keySet()));
    }

    private boolean holds(LessonRun run) {
      return (diverged ? run.diverged() : run.whole())
          && settings.entrySet().stream()
              .allMatch(
                  asked -> asked.getKey().value(run.config()).equals(Optional.of(asked.getValue())))
          && ranges.entrySet().stream()
              .allMatch(asked -> asked.getValue().hold(number(asked.getKey(), run)))
          && numbers.entrySet().stream()
              .allMatch(asked -> asked.getValue().hold(run.value(asked.getKey())));
    }

    /** NaN, which lies in no bounds, for what is no number, as the batch of all images. */
    private static double number(Setting setting, LessonRun run) {
      try {
        return setting.value(run.config()).map(Double::valueOf).orElse(Double.NaN);
      } catch (NumberFormatException e) {
        return Double.NaN;
      }
    }
  }

  /**
   * Two runs that differ in one setting alone, of which one comes to more.
   *
   * @param factor the setting
   * @param greater its value in the run that comes to more
   * @param smaller its value in the other
   * @param quantity what is compared
   * @param by how much more at least
   */
  record Comparison(Setting factor, String greater, String smaller, Quantity quantity, double by)
      implements Goal {
    @Override
    public Sentence words() {
      return GoalWords.of(this);
    }

    @Override
    public Optional<Sentence> reached(Seen seen) {
      for (LessonRun one : seen.runs()) {
        for (LessonRun other : seen.runs()) {
          if (isPair(one, other) && one.value(quantity) - other.value(quantity) >= by) {
            return Optional.of(GoalWords.pair(factor, one, other, quantity));
          }
        }
      }
      return Optional.empty();
    }

    private boolean isPair(LessonRun one, LessonRun other) {
      return one.whole()
          && other.whole()
          && factor.value(one.config()).equals(Optional.of(greater))
          && factor.value(other.config()).equals(Optional.of(smaller))
          && one.differsOnlyIn(factor, other);
    }
  }

  /**
   * Something drawn that a network of the lesson reads as a class.
   *
   * @param label the class, counted from 0
   * @param from its least probability
   */
  record Drawing(int label, double from) implements Goal {
    @Override
    public Sentence words() {
      return Sentence.of("lessons.goal.draw", label, 100 * from);
    }

    @Override
    public Optional<Sentence> reached(Seen seen) {
      return !seen.runs().isEmpty()
              && label < seen.probabilities().size()
              && seen.probabilities().get(label) >= from
          ? Optional.of(
              Sentence.of("lessons.reached.draw", label, 100.0 * seen.probabilities().get(label)))
          : Optional.empty();
    }
  }

  private static <K extends Enum<K>, V> Map<K, V> ordered(Class<K> kind, Map<K, V> map) {
    Map<K, V> ordered = new EnumMap<>(kind);
    ordered.putAll(map);
    return java.util.Collections.unmodifiableMap(ordered);
  }
}
