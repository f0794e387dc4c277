package digitstudio.lesson;

import digitstudio.experiment.Setting;
import digitstudio.text.Sentence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Goals, and what reaches them, in words of either language. */
final class GoalWords {
  private GoalWords() {}

  static Sentence of(Goal.OneRun goal) {
    List<Sentence> parts = new ArrayList<>();
    goal.settings()
        .forEach(
            (setting, value) ->
                parts.add(
                    Sentence.of("lessons.goal.setting", setting.title(), value(setting, value))));
    goal.ranges()
        .forEach(
            (setting, bounds) ->
                parts.add(
                    bounds(
                        setting.title(),
                        bounds,
                        Sentence.of("lessons.value.plain", text(bounds.from())),
                        Sentence.of("lessons.value.plain", text(bounds.to())))));
    if (goal.diverged()) {
      parts.add(Sentence.of("lessons.goal.diverges"));
    }
    goal.numbers()
        .forEach(
            (quantity, bounds) ->
                parts.add(
                    bounds(
                        quantity.title(),
                        bounds,
                        quantity.words(bounds.from()),
                        quantity.words(bounds.to()))));
    return Sentence.of("lessons.goal.run", list(parts));
  }

  private static Sentence bounds(Sentence title, Bounds bounds, Sentence from, Sentence to) {
    if (bounds.hasFrom() && bounds.hasTo()) {
      return Sentence.of("lessons.goal.between", title, from, to);
    }
    return bounds.hasFrom()
        ? Sentence.of("lessons.goal.least", title, from)
        : Sentence.of("lessons.goal.most", title, to);
  }

  private static String text(double value) {
    return Double.isFinite(value) ? digitstudio.nn.Settings.number(value) : "";
  }

  static Sentence of(Goal.Comparison goal) {
    return Sentence.of(
        "lessons.goal.compare",
        goal.factor().title(),
        value(goal.factor(), goal.greater()),
        value(goal.factor(), goal.smaller()),
        goal.quantity().title(),
        difference(goal.quantity(), goal.by()));
  }

  private static Sentence difference(Quantity quantity, double by) {
    return quantity.isShare() ? Sentence.of("lessons.value.points", 100 * by) : quantity.words(by);
  }

  /** What a run came to. */
  static Sentence numbers(LessonRun run, Collection<Quantity> asked) {
    if (run.diverged()) {
      return Sentence.of("lessons.reached.diverged", run.epochs());
    }
    List<Quantity> told = new ArrayList<>(asked);
    if (told.isEmpty()) {
      told.addAll(
          Double.isNaN(run.validationAccuracy())
              ? List.of(Quantity.TRAIN_ACCURACY, Quantity.EPOCHS)
              : List.of(Quantity.VALIDATION_ACCURACY, Quantity.TRAIN_ACCURACY, Quantity.EPOCHS));
    }
    return list(
        told.stream()
            .map(
                quantity ->
                    Sentence.of(
                        "lessons.reached.number",
                        quantity.title(),
                        quantity.words(run.value(quantity))))
            .toList());
  }

  /** What two runs came to. */
  static Sentence pair(Setting factor, LessonRun one, LessonRun other, Quantity quantity) {
    return Sentence.of(
        "lessons.reached.pair",
        value(factor, factor.value(one.config()).orElse("")),
        quantity.words(one.value(quantity)),
        value(factor, factor.value(other.config()).orElse("")),
        quantity.words(other.value(quantity)),
        quantity.title());
  }

  /** A setting's value as the form calls it. */
  private static Sentence value(Setting setting, String value) {
    boolean plain = value.matches("[a-z0-9-]+");
    return switch (setting) {
      case ACTIVATION, LOSS, OPTIMIZER, REDUCTION, REGULARIZATION, SHUFFLE ->
          plain
              ? Sentence.of("form." + setting.spelling() + "." + value)
              : Sentence.of("lessons.value.plain", value);
      case BATCH_SIZE ->
          value.equals("all")
              ? Sentence.of("comparison.allImages")
              : Sentence.of("lessons.value.plain", value);
      case HIDDEN ->
          value.equals("none")
              ? Sentence.of("comparison.noHidden")
              : Sentence.of("lessons.value.plain", value.replace(',', '-'));
      default -> Sentence.of("lessons.value.plain", value);
    };
  }

  /** Several parts behind one another. */
  static Sentence list(List<Sentence> parts) {
    Sentence all = parts.isEmpty() ? Sentence.of("lessons.goal.any") : parts.get(0);
    for (Sentence part : parts.subList(Math.min(1, parts.size()), parts.size())) {
      all = Sentence.of("lessons.list", all, part);
    }
    return all;
  }
}
