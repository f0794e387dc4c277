package digitstudio.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import digitstudio.text.Problem;
import digitstudio.training.ConfusionMatrix;
import digitstudio.training.JsonFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a run file keeps of a run's epochs beside their figures; a file of before has none of it. */
final class CourseJson {
  private static final String CONFUSIONS = "confusions";
  private static final String KEPT = "keptEpochs";

  private CourseJson() {}

  static void write(ObjectNode json, KeptRun run) {
    ArrayNode confusions = json.putArray(CONFUSIONS);
    for (EpochConfusion epoch : run.confusions()) {
      ObjectNode one = confusions.addObject();
      one.put("epoch", epoch.epoch());
      one.set("confusion", ResultJson.confusion(epoch.confusion()));
    }
    run.weights().epochs().forEach(json.putArray(KEPT)::add);
  }

  /**
   * @param epochs of the run
   * @param classes of its network
   */
  static List<EpochConfusion> confusions(JsonFields fields, int epochs, int classes) {
    List<EpochConfusion> confusions = new ArrayList<>();
    int last = 0;
    for (JsonNode node : elements(fields.array(CONFUSIONS))) {
      JsonFields one = new JsonFields(node, CONFUSIONS);
      int epoch = one.count("epoch").orElseThrow(() -> new Problem("json.missing", "epoch"));
      requireNext(CONFUSIONS, epoch, last, epochs);
      last = epoch;
      JsonNode rows =
          one.array("confusion").orElseThrow(() -> new Problem("json.missing", "confusion"));
      one.refuseUnread();
      confusions.add(
          new EpochConfusion(epoch, new ConfusionMatrix(RunFileJson.counts(rows, classes))));
    }
    return confusions;
  }

  /**
   * @param epochs of the run
   */
  static List<Integer> keptEpochs(JsonFields fields, int epochs) {
    List<Integer> kept = new ArrayList<>();
    int last = 0;
    for (JsonNode node : elements(fields.array(KEPT))) {
      if (!node.isInt()) {
        throw new Problem("json.kind", KEPT, node.toString());
      }
      requireNext(KEPT, node.intValue(), last, epochs);
      last = node.intValue();
      kept.add(last);
    }
    return kept;
  }

  private static Iterable<JsonNode> elements(Optional<JsonNode> array) {
    return array.isPresent() ? array.get() : List.of();
  }

  private static void requireNext(String field, int epoch, int before, int epochs) {
    if (epoch <= before || epoch > epochs) {
      throw new Problem("json.kind", field, Integer.toString(epoch));
    }
  }
}
