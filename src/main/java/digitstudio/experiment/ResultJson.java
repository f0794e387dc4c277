package digitstudio.experiment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import digitstudio.training.ConfusionMatrix;
import digitstudio.training.EpochResult;

/** What a run came to as JSON, for run files and for the command line. */
public final class ResultJson {
  /** How a number is written that may be none, or infinite. */
  @FunctionalInterface
  public interface Numbers {
    void put(ObjectNode json, String field, double value);
  }

  private ResultJson() {}

  /** One epoch. */
  public static ObjectNode epoch(EpochResult epoch, Numbers numbers) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("epoch", epoch.epoch());
    numbers.put(json, "trainLoss", epoch.trainLoss());
    numbers.put(json, "trainAccuracy", epoch.trainAccuracy());
    numbers.put(json, "validationLoss", epoch.validationLoss());
    numbers.put(json, "validationAccuracy", epoch.validationAccuracy());
    numbers.put(json, "penalty", epoch.penalty());
    numbers.put(json, "learningRate", epoch.learningRate());
    numbers.put(json, "seconds", epoch.seconds());
    return json;
  }

  /** Counts by [true][given] digit. */
  public static ArrayNode confusion(ConfusionMatrix confusion) {
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    for (long[] counts : confusion.counts()) {
      ArrayNode row = rows.addArray();
      for (long count : counts) {
        row.add(count);
      }
    }
    return rows;
  }
}
