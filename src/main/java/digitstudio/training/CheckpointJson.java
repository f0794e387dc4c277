package digitstudio.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import digitstudio.nn.NetworkSpec;
import digitstudio.text.Problem;
import digitstudio.training.CheckpointFile.CurveShape;
import digitstudio.training.CheckpointFile.Description;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of a checkpoint that is no array. */
final class CheckpointJson {
  private CheckpointJson() {}

  static ObjectNode write(Checkpoint checkpoint, Map<String, String> labels) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("format", CheckpointFile.FORMAT);
    json.put("version", CheckpointFile.VERSION);
    labels.forEach(json.putObject("labels")::put);
    json.set("config", ConfigJson.write(checkpoint.config()));
    json.set("provenance", ConfigJson.write(checkpoint.provenance()));
    json.put("inputs", checkpoint.spec().inputs());
    json.put("outputs", checkpoint.spec().outputs());
    json.put("epoch", checkpoint.epoch());
    json.put("begun", checkpoint.begun());
    json.put("batches", checkpoint.batches());
    json.put("step", checkpoint.step());
    json.put("imagesSeen", checkpoint.imagesSeen());
    json.put("trainingNanos", checkpoint.trainingNanos());
    json.put("best", !checkpoint.best().isEmpty());
    json.put("images", checkpoint.order().length);
    json.put("chanceState", checkpoint.chanceState());
    json.put("masksDrawn", checkpoint.masksDrawn());
    write(checkpoint.sums(), json.putObject("sums"));
    ArrayNode epochs = json.putArray("epochs");
    checkpoint.epochs().forEach(epoch -> write(epoch, epochs.addObject()));
    write(checkpoint.lossByStep(), json.putObject("lossByStep"));
    write(checkpoint.accuracyByStep(), json.putObject("accuracyByStep"));
    return json;
  }

  private static void write(Checkpoint.EpochSums sums, ObjectNode json) {
    json.put("loss", text(sums.loss()));
    json.put("correct", sums.correct());
    json.put("images", sums.images());
    json.put("nanos", sums.nanos());
    ArrayNode answers = json.putArray("answers");
    for (long[] row : sums.answers()) {
      ArrayNode counts = answers.addArray();
      for (long count : row) {
        counts.add(count);
      }
    }
  }

  private static void write(EpochResult epoch, ObjectNode json) {
    json.put("epoch", epoch.epoch());
    json.put("trainLoss", text(epoch.trainLoss()));
    json.put("trainAccuracy", text(epoch.trainAccuracy()));
    json.put("validationLoss", text(epoch.validationLoss()));
    json.put("validationAccuracy", text(epoch.validationAccuracy()));
    json.put("penalty", text(epoch.penalty()));
    json.put("learningRate", text(epoch.learningRate()));
    json.put("seconds", text(epoch.seconds()));
  }

  /** JSON has no word for what is not finite; as text every number comes back to the last bit. */
  private static String text(double value) {
    return Double.toString(value);
  }

  private static void write(CurveState curve, ObjectNode json) {
    json.put("stepsPerBucket", curve.stepsPerBucket());
    json.put("steps", curve.steps());
    json.put("inLast", curve.inLast());
    json.put("buckets", curve.sum().length);
  }

  /**
   * Reads {@link #write} back.
   *
   * @throws Problem if something is missing or cannot be
   */
  static Description read(JsonNode json) {
    JsonFields fields = new JsonFields(json, "checkpoint");
    TrainingConfig config = ConfigJson.read(object(fields, "config"));
    NetworkSpec spec = config.network(count(fields, "inputs", 1), count(fields, "outputs", 1));
    int images = count(fields, "images", 1);
    if (images > Integer.MAX_VALUE / Integer.BYTES) {
      throw new Problem("json.kind", "images", Integer.toString(images));
    }
    int batchSize = config.batchSize().of(images);
    List<EpochResult> epochs = epochs(required(fields.array("epochs"), "epochs"));
    int epoch = count(fields, "epoch", 1);
    int batches = count(fields, "batches", 0);
    long step = number(fields, "step");
    long perEpoch = (images + (long) batchSize - 1) / batchSize;
    boolean begun = required(fields.flag("begun"), "begun");
    boolean fits =
        epochs.size() == epoch - 1
            && epoch <= config.epochs() + 1L
            && batches <= perEpoch
            && (begun || batches == 0)
            && step == (epoch - 1) * perEpoch + batches;
    if (!fits) {
      throw new Problem("checkpoint.place", epoch, step);
    }
    return new Description(
        labels(object(fields, "labels")),
        config,
        ConfigJson.readProvenance(object(fields, "provenance")),
        spec,
        epoch,
        begun,
        batches,
        step,
        number(fields, "imagesSeen"),
        number(fields, "trainingNanos"),
        sums(new JsonFields(object(fields, "sums"), "sums"), spec.outputs()),
        epochs,
        required(fields.flag("best"), "best"),
        images,
        required(fields.wholeNumber("chanceState"), "chanceState"),
        number(fields, "masksDrawn"),
        curve(new JsonFields(object(fields, "lossByStep"), "lossByStep"), step),
        curve(new JsonFields(object(fields, "accuracyByStep"), "accuracyByStep"), step));
  }

  private static Map<String, String> labels(JsonNode json) {
    Map<String, String> labels = new LinkedHashMap<>();
    json.fieldNames().forEachRemaining(name -> labels.put(name, json.path(name).asText()));
    return labels;
  }

  private static Checkpoint.EpochSums sums(JsonFields fields, int classes) {
    JsonNode rows = required(fields.array("answers"), "answers");
    long[][] answers = new long[classes][classes];
    for (int digit = 0; digit < classes; digit++) {
      for (int given = 0; given < classes; given++) {
        JsonNode count = rows.path(digit).path(given);
        if (!count.canConvertToLong() || count.longValue() < 0) {
          throw new Problem("json.missing", "answers");
        }
        answers[digit][given] = count.longValue();
      }
    }
    return new Checkpoint.EpochSums(
        value(fields, "loss"),
        count(fields, "correct", 0),
        count(fields, "images", 0),
        number(fields, "nanos"),
        answers);
  }

  private static List<EpochResult> epochs(JsonNode array) {
    List<EpochResult> epochs = new ArrayList<>(array.size());
    for (JsonNode json : array) {
      JsonFields fields = new JsonFields(json, "epochs");
      int epoch = count(fields, "epoch", 1);
      if (epoch != epochs.size() + 1) {
        throw new Problem("checkpoint.place", epoch, epochs.size());
      }
      epochs.add(
          new EpochResult(
              epoch,
              value(fields, "trainLoss"),
              value(fields, "trainAccuracy"),
              value(fields, "validationLoss"),
              value(fields, "validationAccuracy"),
              value(fields, "penalty"),
              value(fields, "learningRate"),
              value(fields, "seconds")));
    }
    return epochs;
  }

  private static CurveShape curve(JsonFields fields, long step) {
    CurveShape shape =
        new CurveShape(
            number(fields, "stepsPerBucket"),
            number(fields, "steps"),
            number(fields, "inLast"),
            count(fields, "buckets", 0));
    boolean fits =
        shape.steps() == step
            && shape.buckets() <= CurveBuilder.BUCKETS
            && shape.stepsPerBucket() >= 1
            && shape.inLast() <= shape.stepsPerBucket()
            && shape.steps()
                == Math.max(0, shape.buckets() - 1) * shape.stepsPerBucket() + shape.inLast();
    if (!fits) {
      throw new Problem("checkpoint.place", shape.buckets(), shape.steps());
    }
    return shape;
  }

  private static JsonNode object(JsonFields fields, String name) {
    return required(fields.object(name), name);
  }

  private static int count(JsonFields fields, String name, int least) {
    int count = required(fields.count(name), name);
    if (count < least) {
      throw new Problem("json.kind", name, Integer.toString(count));
    }
    return count;
  }

  private static long number(JsonFields fields, String name) {
    long number = required(fields.wholeNumber(name), name);
    if (number < 0) {
      throw new Problem("json.kind", name, Long.toString(number));
    }
    return number;
  }

  private static double value(JsonFields fields, String name) {
    String text = required(fields.text(name), name);
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new Problem(e, "json.kind", name, text);
    }
  }

  private static <T> T required(Optional<T> value, String field) {
    return value.orElseThrow(() -> new Problem("json.missing", field));
  }
}
