package digitstudio.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import digitstudio.experiment.RunDetails;
import digitstudio.experiment.RunSummary;
import digitstudio.training.ConfigJson;
import java.util.List;
import java.util.OptionalDouble;

/** Kept runs as JSON, in the words of {@link RunJson}. */
final class KeptRunJson {
  private KeptRunJson() {}

  /** Runs in one line each. */
  static ArrayNode of(List<RunSummary> runs) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    runs.forEach(run -> json.add(of(run)));
    return json;
  }

  private static ObjectNode of(RunSummary run) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", run.id());
    json.put("name", run.name());
    json.put("notes", run.notes());
    json.put("starred", run.starred());
    json.put("group", run.group());
    json.put("started", run.started().toString());
    json.put("state", run.state().name());
    json.set("config", ConfigJson.write(run.config()));
    json.put("epochsDone", run.epochs());
    run.last().ifPresent(epoch -> json.set("last", RunJson.of(epoch)));
    run.best().ifPresent(epoch -> json.set("best", RunJson.of(epoch)));
    put(json, "trainAccuracy", run.trainAccuracy());
    put(json, "validationAccuracy", run.validationAccuracy());
    put(json, "testAccuracy", run.testAccuracy());
    json.put("trainingSeconds", run.trainingSeconds());
    return json;
  }

  private static void put(ObjectNode json, String field, OptionalDouble value) {
    value.ifPresent(number -> json.put(field, number));
  }

  /** One run with its curve and evaluations. */
  static ObjectNode of(RunDetails run) {
    ObjectNode json = of(run.summary());
    run.provenance().ifPresent(from -> json.set("provenance", ConfigJson.write(from)));
    ArrayNode epochs = json.putArray("epochs");
    run.epochs().forEach(epoch -> epochs.add(RunJson.of(epoch)));
    run.train().ifPresent(value -> json.set("train", RunJson.of(value)));
    run.validation().ifPresent(value -> json.set("validation", RunJson.of(value)));
    run.test().ifPresent(value -> json.set("test", RunJson.of(value)));
    return json;
  }
}
