package digitstudio.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import digitstudio.text.Problem;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The fields of one JSON object, each read as the kind it must be. */
public final class JsonFields {
  private final JsonNode json;
  private final Set<String> read = new HashSet<>();

  /**
   * @param name of the object, for what is said if it is none
   */
  public JsonFields(JsonNode json, String name) {
    if (!json.isObject()) {
      throw new Problem("json.kind", name, excerpt(json));
    }
    this.json = json;
  }

  /** Whatever stands there. */
  public Optional<JsonNode> any(String field) {
    return field(field, value -> true);
  }

  public Optional<String> text(String field) {
    return field(field, JsonNode::isTextual).map(JsonNode::textValue);
  }

  public Optional<Double> number(String field) {
    return field(field, JsonNode::isNumber).map(JsonNode::doubleValue);
  }

  public Optional<Boolean> flag(String field) {
    return field(field, JsonNode::isBoolean).map(JsonNode::booleanValue);
  }

  public Optional<Integer> count(String field) {
    return field(field, value -> value.isIntegralNumber() && value.canConvertToInt())
        .map(JsonNode::intValue);
  }

  public Optional<Long> wholeNumber(String field) {
    return field(field, value -> value.isIntegralNumber() && value.canConvertToLong())
        .map(JsonNode::longValue);
  }

  /** A number or a word, as text. */
  public Optional<String> countOrText(String field) {
    return field(field, value -> value.isIntegralNumber() || value.isTextual())
        .map(JsonNode::asText);
  }

  public Optional<JsonNode> array(String field) {
    return field(field, JsonNode::isArray);
  }

  public Optional<JsonNode> object(String field) {
    return field(field, JsonNode::isObject);
  }

  private Optional<JsonNode> field(String field, Predicate<JsonNode> kind) {
    read.add(field);
    JsonNode value = json.path(field);
    if (value instanceof MissingNode) {
      return Optional.empty();
    }
    if (!kind.test(value)) {
      throw new Problem("json.kind", field, excerpt(value));
    }
    return Optional.of(value);
  }

  /** Refuses fields that nothing asked for: a setting that is not understood changes a run. */
  public void refuseUnread() {
    for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!read.contains(name)) {
        throw new Problem("json.unknown", name);
      }
    }
  }

  /** The beginning of a value, for what is said of it. */
  public static String excerpt(JsonNode json) {
    String text = json.toString();
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
