package digitstudio.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import digitstudio.experiment.Repeats;
import digitstudio.experiment.RunSummary;
import digitstudio.experiment.SeedTest;
import digitstudio.experiment.Selection;
import digitstudio.experiment.Spread;
import digitstudio.experiment.SweepFile;
import digitstudio.text.Problem;
import digitstudio.training.ConfigJson;
import digitstudio.training.TrainingConfig;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What came of a sweep as JSON; accuracies are fractions, and what is not finite is null. Only the
 * chosen settings have a test accuracy.
 */
final class SweepJson {
  private SweepJson() {}

  static ObjectNode of(
      SweepFile asked, Selection selection, Map<TrainingConfig, Problem> failures) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("name", asked.name());
    json.set("base", ConfigJson.write(asked.sweep().base()));
    ArrayNode ranked = json.putArray("ranked");
    selection.ranked().forEach(group -> ranked.add(of(group)));
    selection.chosen().ifPresent(chosen -> json.set("chosen", chosen(selection, chosen)));
    ArrayNode failed = json.putArray("failed");
    failures.forEach(
        (config, problem) -> {
          ObjectNode failure = failed.addObject();
          failure.set("config", ConfigJson.write(config));
          failure.put("problem", problem.getMessage());
        });
    return json;
  }

  private static ObjectNode of(Repeats group) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("validation", of(group.spread()));
    ArrayNode runs = json.putArray("runs");
    group.runs().forEach(run -> runs.add(of(run)));
    return json;
  }

  private static ObjectNode of(RunSummary run) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("config", ConfigJson.write(run.config()));
    json.put("state", run.state().name());
    put(json, "trainAccuracy", run.trainAccuracy());
    put(json, "validationAccuracy", run.validationAccuracy());
    json.put("epochs", run.epochs());
    put(json, "trainingSeconds", OptionalDouble.of(run.trainingSeconds()));
    return json;
  }

  private static ObjectNode chosen(Selection selection, Repeats chosen) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("config", ConfigJson.write(chosen.runs().get(0).config()));
    json.set("validation", of(chosen.spread()));
    json.set("test", of(selection.test().orElseThrow()));
    selection.lead().ifPresent(lead -> json.set("lead", of(lead)));
    return json;
  }

  private static ObjectNode of(SeedTest lead) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("outcome", lead.outcome().name());
    put(json, "points", OptionalDouble.of(lead.points()));
    put(json, "p", OptionalDouble.of(lead.p()));
    put(json, "effect", OptionalDouble.of(lead.effect()));
    return json;
  }

  static ObjectNode of(Spread spread) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("n", spread.n());
    put(json, "mean", OptionalDouble.of(spread.mean()));
    put(json, "deviation", OptionalDouble.of(spread.deviation()));
    return json;
  }

  static void put(ObjectNode json, String field, OptionalDouble value) {
    if (value.isPresent() && Double.isFinite(value.getAsDouble())) {
      json.put(field, value.getAsDouble());
    } else {
      json.putNull(field);
    }
  }
}
