package digitstudio.lesson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import digitstudio.experiment.ChangedSettings;
import digitstudio.experiment.Presets;
import digitstudio.experiment.Setting;
import digitstudio.text.Problem;
import digitstudio.training.JsonFields;
import digitstudio.training.TrainingConfig;
import digitstudio.training.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A lesson as a file.
 *
 * <pre>{@code
 * {"lesson": 1,
 *  "title": {"en": "How large a step?", "zh": "步长取多大？"},
 *  "question": "What does the learning rate do?",
 *  "preset": "default", "settings": {"optimizer": "sgd", "learningRate": 0.0001},
 *  "free": ["learningRate"],
 *  "steps": [{"text": "Train.", "goal": {"run": {"epochs": {"to": 5}}}},
 *            {"text": "Look at the loss."}],
 *  "answer": "What one sees."}
 * }</pre>
 *
 * {@code settings} are spelled as in sweep files; what they do not name is as in the preset. Either
 * {@code fixed} names the settings that stay as they are, or {@code free} those that need not; with
 * neither all may be changed. A step without a goal is ticked off by hand. Of texts see {@link
 * Words}, of goals {@link Goal}.
 */
public final class LessonFile {
  /** How the names of such files end. */
  public static final String EXTENSION = ".dslesson";

  /** A lesson is a few pages of text; a file of more is something else. */
  static final int MOST_BYTES = 256 * 1024;

  private static final int VERSION = 1;
  static final int MOST_STEPS = 20;

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(SerializationFeature.INDENT_OUTPUT);

  private LessonFile() {}

  /**
   * Reads a file.
   *
   * @throws Problem that names the file and the place in it
   */
  public static Lesson read(Path file) {
    if (!Files.exists(file)) {
      throw new Problem("sweep.fileMissing", file.toString());
    }
    if (Files.isDirectory(file)) {
      throw new Problem("lessons.fileIsFolder", file.toString());
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.toString());
    } catch (IOException e) {
      throw new Problem(e, "sweep.unreadable", file.toString());
    }
  }

  /**
   * Reads a lesson.
   *
   * @param name of the file
   * @throws Problem that names the file and the place in it
   */
  static Lesson read(InputStream in, String name) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new Problem("lessons.fileTooLarge", name, MOST_BYTES / 1024);
    }
    try {
      JsonNode json = JSON.readTree(bytes);
      if (json == null || json.isMissingNode()) {
        throw new Problem("lessons.empty");
      }
      return lesson(json);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      throw new Problem(e, "sweep.notJson", name, line);
    } catch (Problem e) {
      boolean saysNotWhatToDo = e.key().startsWith("json.");
      throw new Problem(e, saysNotWhatToDo ? "lessons.fileMend" : "lessons.file", name, e);
    }
  }

  private static Lesson lesson(JsonNode json) {
    JsonFields fields = new JsonFields(json, "lesson");
    int version = fields.count("lesson").orElseThrow(() -> new Problem("lessons.noVersion"));
    if (version != VERSION) {
      throw new Problem("lessons.version", version, VERSION);
    }
    Words title = Words.read(required(fields, "title"), "title");
    Words question = Words.read(required(fields, "question"), "question");
    TrainingConfig preset = Presets.named(fields.text("preset").orElse("default")).config();
    Optional<JsonNode> settings = fields.object("settings");
    TrainingConfig config =
        settings.isPresent() ? ChangedSettings.over(preset, settings.get(), "settings") : preset;
    Set<Setting> fixed = fixed(fields);
    List<LessonStep> steps = steps(required(fields, "steps"), config);
    Optional<Words> answer = fields.any("answer").map(words -> Words.read(words, "answer"));
    fields.refuseUnread();
    return new Lesson(title, question, config, fixed, steps, answer);
  }

  private static JsonNode required(JsonFields fields, String name) {
    return fields.any(name).orElseThrow(() -> new Problem("json.missing", name));
  }

  private static Set<Setting> fixed(JsonFields fields) {
    Optional<JsonNode> fixed = fields.array("fixed");
    Optional<JsonNode> free = fields.array("free");
    if (fixed.isPresent() && free.isPresent()) {
      throw new Problem("lessons.fixedAndFree");
    }
    if (free.isPresent()) {
      Set<Setting> rest = EnumSet.allOf(Setting.class);
      rest.removeAll(withParts(names(free.get(), "free")));
      return rest;
    }
    return fixed.isPresent() ? names(fixed.get(), "fixed") : Set.of();
  }

  /** An optimizer that may be chosen brings numbers of its own, which may be chosen too. */
  static Set<Setting> withParts(Set<Setting> settings) {
    Set<Setting> all = EnumSet.noneOf(Setting.class);
    for (Setting setting : Setting.values()) {
      if (settings.contains(setting) || setting.owner().filter(settings::contains).isPresent()) {
        all.add(setting);
      }
    }
    return all;
  }

  private static Set<Setting> names(JsonNode array, String place) {
    Set<Setting> settings = EnumSet.noneOf(Setting.class);
    for (JsonNode name : array) {
      if (!name.isTextual()) {
        throw new Problem("json.kind", place, JsonFields.excerpt(name));
      }
      settings.add(Setting.named(name.textValue()));
    }
    return settings;
  }

  private static List<LessonStep> steps(JsonNode array, TrainingConfig config) {
    if (!array.isArray() || array.isEmpty() || array.size() > MOST_STEPS) {
      throw new Problem("lessons.steps", MOST_STEPS);
    }
    List<LessonStep> steps = new ArrayList<>();
    for (JsonNode json : array) {
      String place = "steps[" + (steps.size() + 1) + "]";
      JsonFields step = new JsonFields(json, place);
      Words text =
          Words.read(
              step.any("text").orElseThrow(() -> new Problem("json.missing", place + ".text")),
              place + ".text");
      Optional<Goal> goal =
          step.any("goal").map(each -> GoalJson.read(each, config, place + ".goal"));
      step.refuseUnread();
      steps.add(new LessonStep(text, goal));
    }
    return steps;
  }

  /**
   * Writes a lesson, whole or not at all.
   *
   * @throws Problem if it cannot be written, or would not be read as it is
   */
  public static void write(Lesson lesson, Path file) {
    try {
      byte[] bytes = JSON.writeValueAsString(json(lesson)).getBytes(StandardCharsets.UTF_8);
      // A setting that files cannot spell must not become another one.
      if (!read(new java.io.ByteArrayInputStream(bytes), file.toString()).equals(lesson)) {
        throw new Problem("lessons.notSpelled", file.toString());
      }
      WholeFile.write(file, out -> out.write(bytes));
    } catch (IOException e) {
      throw new Problem(e, "lessons.notWritten", file.toString());
    }
  }

  private static ObjectNode json(Lesson lesson) {
    ObjectNode json = JSON.createObjectNode();
    json.put("lesson", VERSION);
    json.set("title", lesson.title().json());
    json.set("question", lesson.question().json());
    ObjectNode settings = json.putObject("settings");
    TrainingConfig usual = Presets.FIRST.config();
    for (Setting setting : Setting.values()) {
      Optional<String> value = setting.value(lesson.config());
      if (value.isPresent() && !value.equals(setting.value(usual))) {
        settings.set(name(setting), value(setting, value.get()));
      }
    }
    ArrayNode fixed = json.putArray("fixed");
    lesson.fixed().stream().sorted().forEach(setting -> fixed.add(name(setting)));
    ArrayNode steps = json.putArray("steps");
    for (LessonStep step : lesson.steps()) {
      ObjectNode each = steps.addObject();
      each.set("text", step.text().json());
      step.goal().ifPresent(goal -> each.set("goal", GoalJson.write(goal)));
    }
    lesson.answer().ifPresent(answer -> json.set("answer", answer.json()));
    return json;
  }

  /** A setting's name in files. */
  static String name(Setting setting) {
    String[] words = setting.spelling().split("-");
    StringBuilder name = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
    }
    return name.toString();
  }

  /** A setting's value in files, from how the command line writes it. */
  static JsonNode value(Setting setting, String text) {
    if (setting.isFlag()) {
      return BooleanNode.valueOf(text.equals("true"));
    }
    if (setting.isNumber() && text.matches("-?[0-9]+(\\.[0-9]+)?([eE]-?[0-9]+)?")) {
      return DecimalNode.valueOf(new BigDecimal(text));
    }
    return TextNode.valueOf(text);
  }
}
