package digitstudio.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import digitstudio.text.Problem;
import digitstudio.training.JsonFields;

/**
 * Where a number must lie: in a file {@code {"from": 0.97}}, {@code {"to": 3}} or both.
 *
 * @param from the least; minus infinity if there is none
 * @param to the greatest; infinity if there is none
 */
public record Bounds(double from, double to) {
  /**
   * Reads them.
   *
   * @param place of the bounds in their file
   * @throws Problem that names the place
   */
  static Bounds read(JsonNode json, String place) {
    if (!json.isObject()) {
      throw new Problem("lessons.notBounds", place, JsonFields.excerpt(json));
    }
    JsonFields fields = new JsonFields(json, place);
    Bounds bounds =
        new Bounds(
            fields.number("from").orElse(Double.NEGATIVE_INFINITY),
            fields.number("to").orElse(Double.POSITIVE_INFINITY));
    fields.refuseUnread();
    boolean open = !json.has("from") && !json.has("to");
    boolean finite =
        (!json.has("from") || Double.isFinite(bounds.from))
            && (!json.has("to") || Double.isFinite(bounds.to));
    if (open || !finite || bounds.from > bounds.to) {
      throw new Problem("lessons.notBounds", place, JsonFields.excerpt(json));
    }
    return bounds;
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (hasFrom()) {
      json.put("from", from);
    }
    if (hasTo()) {
      json.put("to", to);
    }
    return json;
  }

  boolean hasFrom() {
    return from > Double.NEGATIVE_INFINITY;
  }

  boolean hasTo() {
    return to < Double.POSITIVE_INFINITY;
  }

  /** Whether a number lies within; NaN lies nowhere. */
  public boolean hold(double value) {
    return value >= from && value <= to;
  }
}
