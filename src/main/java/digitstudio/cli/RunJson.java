package digitstudio.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import digitstudio.experiment.ResultJson;
import digitstudio.text.Sentence;
import digitstudio.training.ConfigJson;
import digitstudio.training.ConfusionMatrix;
import digitstudio.training.EpochResult;
import digitstudio.training.Evaluation;
import digitstudio.training.Model;
import digitstudio.training.RunResult;
import digitstudio.training.doctor.Diagnosis;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Runs and evaluations as JSON; accuracies are fractions, and what is not finite is null. */
final class RunJson {
  private RunJson() {}

  /** A whole run, and what the doctor finds of it. */
  static ObjectNode of(RunResult run, List<Diagnosis> found) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("config", ConfigJson.write(run.config()));
    json.set("provenance", ConfigJson.write(run.provenance()));
    ArrayNode epochs = json.putArray("epochs");
    run.epochs().forEach(epoch -> epochs.add(of(epoch)));
    json.set("train", brief(run.train()));
    run.validation().ifPresent(held -> json.set("validation", brief(held)));
    json.set("test", of(run.test()));
    put(json, "trainingSeconds", run.trainingSeconds());
    json.put("state", run.state().name());
    json.put("stoppedEarly", run.stoppedEarly());
    json.put("bestEpoch", run.bestEpoch());
    ArrayNode doctor = json.putArray("doctor");
    found.forEach(diagnosis -> doctor.add(of(diagnosis)));
    return json;
  }

  private static ObjectNode of(Diagnosis diagnosis) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("condition", diagnosis.condition().spelling());
    json.put("key", diagnosis.finding().key());
    json.set("arguments", arguments(diagnosis.finding()));
    json.put("changeKey", diagnosis.remedy().key());
    json.set("changeArguments", arguments(diagnosis.remedy()));
    json.set("config", ConfigJson.write(diagnosis.change()));
    return json;
  }

  private static ArrayNode arguments(Sentence sentence) {
    ArrayNode values = JsonNodeFactory.instance.arrayNode();
    for (Object argument : sentence.arguments()) {
      if (argument instanceof Double number && Double.isFinite(number)) {
        values.add(number);
      } else if (argument instanceof Number number && !(argument instanceof Double)) {
        values.add(number.longValue());
      } else {
        values.add(argument.toString());
      }
    }
    return values;
  }

  /** A model's answers on the test images. */
  static ObjectNode of(Model model, Evaluation test) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("config", ConfigJson.write(model.config()));
    json.set("provenance", ConfigJson.write(model.provenance()));
    json.set("test", of(test));
    return json;
  }

  /** One epoch. */
  static ObjectNode of(EpochResult epoch) {
    return ResultJson.epoch(epoch, RunJson::put);
  }

  private static ObjectNode brief(Evaluation evaluation) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    put(json, "accuracy", evaluation.accuracy());
    put(json, "loss", evaluation.loss());
    return json;
  }

  /** An evaluation with its confusion matrix. */
  static ObjectNode of(Evaluation evaluation) {
    ObjectNode json = brief(evaluation);
    ConfusionMatrix confusion = evaluation.confusion();
    putEach(json, "precision", confusion.classes(), confusion::precision);
    putEach(json, "recall", confusion.classes(), confusion::recall);
    putEach(json, "f1", confusion.classes(), confusion::f1);
    json.set("confusion", ResultJson.confusion(confusion));
    return json;
  }

  private static void putEach(
      ObjectNode json, String field, int classes, IntToDoubleFunction value) {
    ArrayNode values = json.putArray(field);
    for (int digit = 0; digit < classes; digit++) {
      values.add(value.applyAsDouble(digit));
    }
  }

  private static void put(ObjectNode json, String field, double value) {
    if (Double.isFinite(value)) {
      json.put(field, value);
    } else {
      json.putNull(field);
    }
  }
}
