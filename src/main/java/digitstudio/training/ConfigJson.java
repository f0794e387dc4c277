package digitstudio.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Settings and provenance as JSON, in the command line's own words. */
public final class ConfigJson {
  private ConfigJson() {}

  /** Every setting, such as {@code "hidden": [256], "optimizer": "adam", "learningRate": 0.001}. */
  public static ObjectNode write(TrainingConfig config) {
    throw new UnsupportedOperationException("training: in work");
  }

  /**
   * Reads {@link #write} back; a missing setting has its default.
   *
   * @throws digitstudio.text.Problem if a setting is unknown or out of range
   */
  public static TrainingConfig read(JsonNode json) {
    throw new UnsupportedOperationException("training: in work");
  }
}
