package digitstudio.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import digitstudio.experiment.ChangedSettings;
import digitstudio.experiment.Setting;
import digitstudio.nn.Settings;
import digitstudio.text.Problem;
import digitstudio.training.JsonFields;
import digitstudio.training.TrainingConfig;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Goals as files write them, one of
 *
 * <pre>{@code
 * {"run": {"settings": {"learningRate": {"from": 1}}, "validationAccuracy": {"to": 0.5}}}
 * {"run": {"diverged": true}}
 * {"compare": {"setting": "activation", "greater": "relu", "smaller": "sigmoid",
 *              "quantity": "validationAccuracy", "by": 0.1}}
 * {"draw": {"class": 7, "from": 0.9}}
 * }</pre>
 */
final class GoalJson {
  private static final int MOST_CLASSES = 62;

  private GoalJson() {}

  /**
   * Reads a goal.
   *
   * @param lesson settings of the lesson, in whose place those of a goal must make sense
   * @throws Problem that names the place
   */
  static Goal read(JsonNode json, TrainingConfig lesson, String place) {
    if (!json.isObject() || json.size() != 1) {
      throw new Problem("lessons.goalKind", place, JsonFields.excerpt(json));
    }
    String kind = json.fieldNames().next();
    String inner = place + "." + kind;
    JsonNode goal = json.get(kind);
    if (!goal.isObject()) {
      throw new Problem("json.kind", inner, JsonFields.excerpt(goal));
    }
    JsonFields fields = new JsonFields(goal, inner);
    Goal read =
        switch (kind) {
          case "run" -> run(fields, lesson, inner);
          case "compare" -> comparison(fields, lesson, inner);
          case "draw" -> drawing(fields, inner);
          default -> throw new Problem("lessons.goalKind", place, JsonFields.excerpt(json));
        };
    fields.refuseUnread();
    return read;
  }

  private static Goal run(JsonFields fields, TrainingConfig lesson, String place) {
    Map<Setting, String> settings = new EnumMap<>(Setting.class);
    Map<Setting, Bounds> ranges = new EnumMap<>(Setting.class);
    Optional<JsonNode> asked = fields.object("settings");
    if (asked.isPresent()) {
      for (Map.Entry<String, JsonNode> entry : asked.get().properties()) {
        Setting setting = Setting.named(entry.getKey());
        String at = place + ".settings." + entry.getKey();
        if (entry.getValue().isObject() && setting.isNumber() && setting != Setting.HIDDEN) {
          ranges.put(setting, Bounds.read(entry.getValue(), at));
        } else {
          settings.put(setting, value(setting, entry.getValue(), lesson, at));
        }
      }
    }
    Map<Quantity, Bounds> numbers = new EnumMap<>(Quantity.class);
    for (Quantity quantity : Quantity.values()) {
      Optional<JsonNode> bounds = fields.any(quantity.fileName());
      bounds.ifPresent(
          json -> numbers.put(quantity, Bounds.read(json, place + "." + quantity.fileName())));
    }
    boolean diverged = fields.flag("diverged").orElse(false);
    if (diverged && !numbers.isEmpty()) {
      throw new Problem("lessons.divergedNumbers", place);
    }
    return new Goal.OneRun(settings, ranges, numbers, diverged);
  }

  private static Goal comparison(JsonFields fields, TrainingConfig lesson, String place) {
    Setting setting = Setting.named(text(fields, "setting", place));
    String greater = value(setting, required(fields, "greater", place), lesson, place + ".greater");
    String smaller = value(setting, required(fields, "smaller", place), lesson, place + ".smaller");
    Quantity quantity =
        Quantity.named(
            fields.text("quantity").orElse(Quantity.VALIDATION_ACCURACY.fileName()),
            place + ".quantity");
    double by = fields.number("by").orElse(0.0);
    if (greater.equals(smaller)) {
      throw new Problem("lessons.sameValues", place, greater);
    }
    if (!(by >= 0 && by <= Float.MAX_VALUE)) {
      throw new Problem("lessons.badDifference", place + ".by", by);
    }
    return new Goal.Comparison(setting, greater, smaller, quantity, by);
  }

  private static Goal drawing(JsonFields fields, String place) {
    int label =
        fields.count("class").orElseThrow(() -> new Problem("json.missing", place + ".class"));
    double from = fields.number("from").orElse(0.5);
    if (label < 0 || label >= MOST_CLASSES || !(from > 0 && from <= 1)) {
      throw new Problem("lessons.badDrawing", place);
    }
    return new Goal.Drawing(label, from);
  }

  private static String text(JsonFields fields, String name, String place) {
    return fields.text(name).orElseThrow(() -> new Problem("json.missing", place + "." + name));
  }

  private static JsonNode required(JsonFields fields, String name, String place) {
    return fields.any(name).orElseThrow(() -> new Problem("json.missing", place + "." + name));
  }

  /** A setting's value, spelled as a run's settings spell it. */
  private static String value(Setting setting, JsonNode json, TrainingConfig lesson, String place) {
    String text = ChangedSettings.text(place, json, setting);
    if (setting.owner().isPresent()) {
      // Whether it makes sense depends on what the person chooses.
      return setting.isNumber() ? Settings.number(Settings.parseNumber(place, text)) : text;
    }
    ObjectNode change = JsonNodeFactory.instance.objectNode();
    change.set(setting.spelling(), json);
    if (setting == Setting.REGULARIZATION && !text.equals("none")) {
      change.put(Setting.LAMBDA.spelling(), 1);
    }
    TrainingConfig changed = ChangedSettings.over(lesson, change, place);
    return setting.value(changed).orElse(text);
  }

  static ObjectNode write(Goal goal) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (goal instanceof Goal.OneRun run) {
      ObjectNode inner = json.putObject("run");
      if (!run.settings().isEmpty() || !run.ranges().isEmpty()) {
        ObjectNode settings = inner.putObject("settings");
        run.settings()
            .forEach(
                (setting, value) ->
                    settings.set(LessonFile.name(setting), LessonFile.value(setting, value)));
        run.ranges()
            .forEach((setting, bounds) -> settings.set(LessonFile.name(setting), bounds.json()));
      }
      if (run.diverged()) {
        inner.put("diverged", true);
      }
      run.numbers().forEach((quantity, bounds) -> inner.set(quantity.fileName(), bounds.json()));
    } else if (goal instanceof Goal.Comparison pair) {
      ObjectNode inner = json.putObject("compare");
      inner.put("setting", LessonFile.name(pair.factor()));
      inner.set("greater", LessonFile.value(pair.factor(), pair.greater()));
      inner.set("smaller", LessonFile.value(pair.factor(), pair.smaller()));
      inner.put("quantity", pair.quantity().fileName()).put("by", pair.by());
    } else if (goal instanceof Goal.Drawing drawing) {
      json.putObject("draw").put("class", drawing.label()).put("from", drawing.from());
    }
    return json;
  }
}
