package digitstudio.ui.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import digitstudio.nn.Spelling;
import digitstudio.ui.form.FormValues.FormFlag;
import digitstudio.ui.form.SeveralRuns.Combinations;
import digitstudio.ui.form.SeveralRuns.Count;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What stands in the form as a text that is kept from one start to the next. A field that the text
 * does not tell, as one of an older version may not, stays as the form has it.
 */
final class FormText {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Longer than anything a person would type into a field. */
  private static final int LONGEST = 400;

  private static final int MOST_LAYERS = 64;

  private FormText() {}

  static String write(FormSnapshot form) {
    ObjectNode json = JSON.createObjectNode();
    json.put("preset", form.preset());
    ObjectNode numbers = json.putObject("numbers");
    form.numbers().forEach((field, text) -> numbers.put(Spelling.of(field), text));
    ArrayNode hidden = json.putArray("hidden");
    form.hidden().forEach(hidden::add);
    ObjectNode choices = json.putObject("choices");
    form.choices()
        .forEach(
            (field, values) -> {
              ArrayNode array = choices.putArray(Spelling.of(field));
              values.forEach(value -> array.add(value.name()));
            });
    ArrayNode flags = json.putArray("flags");
    form.flags().stream().sorted().forEach(flag -> flags.add(Spelling.of(flag)));
    ObjectNode counts = json.putObject("counts");
    form.counts().forEach((count, text) -> counts.put(Spelling.of(count), text));
    json.put("combinations", Spelling.of(form.combinations()));
    return json.toString();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param form what stands in the form now, for all that is not told
   * @param presets names of the presets there are
   * @throws IllegalArgumentException if the text is not of that kind
   */
  static FormSnapshot read(String text, FormSnapshot form, List<String> presets) {
    JsonNode json;
    try {
      json = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not the text of a form", e);
    }
    if (json == null || !json.isObject()) {
      throw new IllegalArgumentException("not the text of a form");
    }
    Map<NumberField, String> numbers = new EnumMap<>(form.numbers());
    for (NumberField field : NumberField.values()) {
      string(json.path("numbers").path(Spelling.of(field))).ifPresent(it -> numbers.put(field, it));
    }
    Map<Count, String> counts = new EnumMap<>(form.counts());
    for (Count count : Count.values()) {
      string(json.path("counts").path(Spelling.of(count))).ifPresent(it -> counts.put(count, it));
    }
    Map<ChoiceField, List<? extends Enum<?>>> choices = new EnumMap<>(form.choices());
    for (ChoiceField field : ChoiceField.values()) {
      List<Enum<?>> values = values(json.path("choices").path(Spelling.of(field)), form, field);
      if (!values.isEmpty()) {
        choices.put(field, values);
      }
    }
    String preset = json.path("preset").asText();
    boolean random = json.path("combinations").asText().equals(Spelling.of(Combinations.RANDOM));
    return new FormSnapshot(
        presets.contains(preset) ? preset : form.preset(),
        numbers,
        json.path("hidden").isArray() ? hidden(json.path("hidden")) : form.hidden(),
        choices,
        json.path("flags").isArray() ? flags(json.path("flags")) : form.flags(),
        counts,
        random ? Combinations.RANDOM : Combinations.GRID);
  }

  private static Optional<String> string(JsonNode node) {
    return Optional.of(node)
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .filter(text -> text.length() <= LONGEST);
  }

  private static List<Enum<?>> values(JsonNode told, FormSnapshot form, ChoiceField field) {
    List<Enum<?>> values = new ArrayList<>();
    Class<? extends Enum<?>> type = form.choices().get(field).get(0).getDeclaringClass();
    for (JsonNode each : told) {
      Arrays.stream(type.getEnumConstants())
          .filter(constant -> constant.name().equals(each.asText()))
          .filter(constant -> !values.contains(constant))
          .forEach(values::add);
    }
    return values;
  }

  private static List<String> hidden(JsonNode told) {
    List<String> hidden = new ArrayList<>();
    for (JsonNode each : told) {
      if (hidden.size() < MOST_LAYERS) {
        string(each).ifPresent(hidden::add);
      }
    }
    return hidden;
  }

  private static Set<FormFlag> flags(JsonNode told) {
    Set<FormFlag> flags = EnumSet.noneOf(FormFlag.class);
    for (JsonNode each : told) {
      for (FormFlag flag : FormFlag.values()) {
        if (Spelling.of(flag).equals(each.asText())) {
          flags.add(flag);
        }
      }
    }
    return flags;
  }
}
