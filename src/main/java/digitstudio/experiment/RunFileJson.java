package digitstudio.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import digitstudio.digits.DigitImage;
import digitstudio.digits.PixelScaling;
import digitstudio.nn.NetworkSpec;
import digitstudio.nn.Settings;
import digitstudio.text.Problem;
import digitstudio.training.ConfigJson;
import digitstudio.training.ConfusionMatrix;
import digitstudio.training.DataDescription;
import digitstudio.training.EpochResult;
import digitstudio.training.Evaluation;
import digitstudio.training.JsonFields;
import digitstudio.training.Model;
import digitstudio.training.Provenance;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** A run as JSON and back, with every check; a number that is none is null, and infinity a word. */
final class RunFileJson {
  /** All that run.json says. */
  record Description(
      RunDetails details,
      NetworkSpec spec,
      PixelScaling scaling,
      Set<String> weights,
      List<EpochConfusion> confusions,
      List<Integer> keptEpochs) {}

  private static final int LONGEST_NAME = 1000;
  private static final int LONGEST_NOTES = 1_000_000;

  private RunFileJson() {}

  static ObjectNode write(KeptRun run) {
    RunDetails details = run.details();
    RunSummary summary = details.summary();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("format", RunFile.FORMAT);
    json.put("version", RunFile.VERSION);
    json.put("name", summary.name());
    json.put("notes", summary.notes());
    json.put("starred", summary.starred());
    json.put("group", summary.group());
    json.put("started", summary.started().toString());
    json.put("state", summary.state().name());
    json.put("trainingSeconds", summary.trainingSeconds());
    json.set("config", ConfigJson.write(summary.config()));
    details.provenance().ifPresent(value -> json.set("provenance", ConfigJson.write(value)));
    ArrayNode epochs = json.putArray("epochs");
    details.epochs().forEach(epoch -> epochs.add(ResultJson.epoch(epoch, RunFileJson::put)));
    details.train().ifPresent(value -> json.set("train", write(value)));
    details.validation().ifPresent(value -> json.set("validation", write(value)));
    details.test().ifPresent(value -> json.set("test", write(value)));
    run.last()
        .or(run::best)
        .or(() -> run.weights().epochs().stream().findFirst().flatMap(run.weights()::at))
        .ifPresent(model -> json.set("network", write(model)));
    ArrayNode weights = json.putArray("weights");
    run.last().ifPresent(model -> weights.add(RunFile.FINAL));
    run.best().ifPresent(model -> weights.add(RunFile.BEST));
    CourseJson.write(json, run);
    return json;
  }

  private static ObjectNode write(Evaluation evaluation) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    put(json, "loss", evaluation.loss());
    json.set("confusion", ResultJson.confusion(evaluation.confusion()));
    return json;
  }

  private static ObjectNode write(Model model) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("inputs", model.spec().inputs());
    json.put("outputs", model.spec().outputs());
    json.put("pixelMean", model.scaling().mean());
    json.put("pixelDeviation", model.scaling().deviation());
    return json;
  }

  private static void put(ObjectNode json, String field, double value) {
    if (Double.isNaN(value)) {
      json.putNull(field);
    } else if (Double.isInfinite(value)) {
      json.put(field, Double.toString(value));
    } else {
      json.put(field, value);
    }
  }

  /**
   * Reads {@link #write} back.
   *
   * @throws Problem saying which field is wrong
   */
  static Description read(JsonNode json) {
    JsonFields fields = new JsonFields(json, "run.json");
    fields.text("format");
    fields.count("version");
    TrainingConfig config = ConfigJson.read(required(fields.object("config"), "config"));
    Optional<Provenance> provenance = fields.object("provenance").map(ConfigJson::readProvenance);
    List<EpochResult> epochs = epochs(required(fields.array("epochs"), "epochs"), config);
    Network network = network(fields.object("network"), config, provenance);
    Optional<Evaluation> train = evaluation(fields, RunParts.TRAIN, network);
    Optional<Evaluation> validation = evaluation(fields, RunParts.VALIDATION, network);
    Optional<Evaluation> test = evaluation(fields, RunParts.TEST, network);
    Set<String> weights = weights(required(fields.array("weights"), "weights"));
    int classes = network.spec().outputs();
    List<EpochConfusion> confusions = CourseJson.confusions(fields, epochs.size(), classes);
    List<Integer> keptEpochs = CourseJson.keptEpochs(fields, epochs.size());
    if (!(weights.isEmpty() && keptEpochs.isEmpty()) && provenance.isEmpty()) {
      throw new Problem("json.missing", "provenance");
    }
    RunSummary summary =
        new RunSummary(
            0,
            text(fields, "name", LONGEST_NAME),
            text(fields, "notes", LONGEST_NOTES),
            required(fields.flag("starred"), "starred"),
            text(fields, "group", LONGEST_NAME),
            moment(required(fields.text("started"), "started")),
            config,
            state(required(fields.text("state"), "state")),
            epochs.size(),
            epochs.isEmpty() ? Optional.empty() : Optional.of(epochs.get(epochs.size() - 1)),
            StoredRun.best(epochs),
            accuracy(train),
            accuracy(validation),
            accuracy(test),
            seconds(fields),
            provenance.map(Provenance::data).orElse(DataDescription.MNIST));
    fields.refuseUnread();
    RunDetails details = new RunDetails(summary, provenance, epochs, train, validation, test);
    return new Description(
        details, network.spec(), network.scaling(), weights, confusions, keptEpochs);
  }

  private record Network(NetworkSpec spec, PixelScaling scaling) {}

  private static Network network(
      Optional<JsonNode> json, TrainingConfig config, Optional<Provenance> provenance) {
    int classes = provenance.map(Provenance::data).orElse(DataDescription.MNIST).classes().count();
    if (json.isEmpty()) {
      return new Network(
          config.network(DigitImage.PIXELS, classes),
          new PixelScaling(config.contrastStretching(), config.standardization(), 0, 1));
    }
    JsonFields fields = new JsonFields(json.get(), "network");
    NetworkSpec spec =
        config.network(
            required(fields.count("inputs"), "inputs"),
            required(fields.count("outputs"), "outputs"));
    if (spec.outputs() != classes) {
      throw new Problem("runFile.classes", spec.outputs(), classes);
    }
    double mean = required(fields.number("pixelMean"), "pixelMean");
    double deviation = required(fields.number("pixelDeviation"), "pixelDeviation");
    try {
      return new Network(
          spec,
          new PixelScaling(config.contrastStretching(), config.standardization(), mean, deviation));
    } catch (IllegalArgumentException e) {
      throw new Problem(e, "json.kind", "network", json.get().toString());
    }
  }

  private static List<EpochResult> epochs(JsonNode array, TrainingConfig config) {
    Settings.requireAtLeast("epochs", config.epochs(), array.size());
    List<EpochResult> epochs = new ArrayList<>(array.size());
    for (JsonNode json : array) {
      JsonFields fields = new JsonFields(json, "epochs");
      int number = required(fields.count("epoch"), "epoch");
      if (number != epochs.size() + 1) {
        throw new Problem("json.kind", "epoch", Integer.toString(number));
      }
      epochs.add(
          new EpochResult(
              number,
              number(fields, "trainLoss"),
              share(fields, "trainAccuracy"),
              number(fields, "validationLoss"),
              share(fields, "validationAccuracy"),
              number(fields, "penalty"),
              number(fields, "learningRate"),
              number(fields, "seconds")));
    }
    return epochs;
  }

  private static double number(JsonFields fields, String name) {
    JsonNode value = required(fields.any(name), name);
    if (value.isNull()) {
      return Double.NaN;
    }
    if (value.asText().equals("Infinity") || value.asText().equals("-Infinity")) {
      return Double.parseDouble(value.asText());
    }
    return required(fields.number(name), name);
  }

  private static double share(JsonFields fields, String name) {
    double value = number(fields, name);
    if (value < 0 || value > 1) {
      throw new Problem("json.kind", name, Settings.number(value));
    }
    return value;
  }

  private static Optional<Evaluation> evaluation(JsonFields fields, String name, Network network) {
    Optional<JsonNode> json = fields.object(name);
    if (json.isEmpty()) {
      return Optional.empty();
    }
    JsonFields evaluation = new JsonFields(json.get(), name);
    double loss = number(evaluation, "loss");
    JsonNode rows = required(evaluation.array("confusion"), "confusion");
    return Optional.of(
        new Evaluation(loss, new ConfusionMatrix(counts(rows, network.spec().outputs()))));
  }

  static long[][] counts(JsonNode rows, int classes) {
    requireSize(rows, classes);
    long[][] counts = new long[classes][classes];
    for (int digit = 0; digit < classes; digit++) {
      JsonNode row = rows.get(digit);
      requireSize(row, classes);
      for (int given = 0; given < classes; given++) {
        JsonNode count = row.get(given);
        if (!count.isIntegralNumber() || !count.canConvertToInt() || count.intValue() < 0) {
          throw new Problem("json.kind", "confusion", count.toString());
        }
        counts[digit][given] = count.intValue();
      }
    }
    return counts;
  }

  private static void requireSize(JsonNode array, int size) {
    if (!array.isArray() || array.size() != size) {
      throw new Problem("runFile.confusion", Integer.toString(size));
    }
  }

  private static Set<String> weights(JsonNode array) {
    Set<String> weights = new LinkedHashSet<>();
    for (JsonNode kind : array) {
      String text = kind.asText();
      if (!text.equals(RunFile.FINAL) && !text.equals(RunFile.BEST)) {
        throw new Problem("json.kind", "weights", kind.toString());
      }
      weights.add(text);
    }
    return weights;
  }

  private static String text(JsonFields fields, String name, int longest) {
    String text = required(fields.text(name), name);
    if (text.length() > longest) {
      throw new Problem("json.kind", name, text.substring(0, 40) + "…");
    }
    return text;
  }

  private static Instant moment(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new Problem(e, "json.kind", "started", text);
    }
  }

  private static RunState state(String text) {
    for (RunState state : RunState.values()) {
      if (state.isOver() && state.name().equals(text)) {
        return state;
      }
    }
    throw new Problem("json.kind", "state", text);
  }

  private static double seconds(JsonFields fields) {
    double seconds = required(fields.number("trainingSeconds"), "trainingSeconds");
    Settings.requireNotNegative("trainingSeconds", seconds);
    return seconds;
  }

  private static OptionalDouble accuracy(Optional<Evaluation> evaluation) {
    return evaluation.isPresent()
        ? OptionalDouble.of(evaluation.get().accuracy())
        : OptionalDouble.empty();
  }

  private static <T> T required(Optional<T> value, String field) {
    return value.orElseThrow(() -> new Problem("json.missing", field));
  }
}
