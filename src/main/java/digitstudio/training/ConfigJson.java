package digitstudio.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import digitstudio.digits.ClassNames;
import digitstudio.nn.Activation;
import digitstudio.nn.Initializer;
import digitstudio.nn.LearningRate;
import digitstudio.nn.Loss;
import digitstudio.nn.Optimizer;
import digitstudio.nn.Reduction;
import digitstudio.nn.Regularizer;
import digitstudio.text.Problem;
import digitstudio.training.augment.Augmentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Settings and provenance as JSON, in the command line's own words. */
public final class ConfigJson {
  private ConfigJson() {}

  /** Every setting, such as {@code "hidden": [256], "optimizer": "adam", "learningRate": 0.001}. */
  public static ObjectNode write(TrainingConfig config) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode hidden = json.putArray("hidden");
    config.hidden().forEach(hidden::add);
    json.put("activation", config.activation().spelling());
    json.put("loss", config.loss().spelling());
    writeOptimizer(config.optimizer(), json);
    json.put("learningRate", config.learningRate().initial());
    json.put("schedule", config.learningRate().schedule());
    if (config.batchSize() instanceof BatchSize.Fixed fixed) {
      json.put("batchSize", fixed.images());
    } else {
      json.put("batchSize", config.batchSize().spelling());
    }
    json.put("reduction", config.reduction().spelling());
    json.put("regularization", config.regularizer().spelling());
    if (!(config.regularizer() instanceof Regularizer.None)) {
      json.put("lambda", config.regularizer().lambda());
    }
    json.put("dropout", config.dropout());
    json.put("init", config.initializer().spelling());
    json.put("epochs", config.epochs());
    json.put("patience", config.patience());
    json.put("validation", config.validation());
    json.put("trainLimit", config.trainLimit());
    // Runs without are written as before there was such a setting.
    if (config.ownDrawings() > 0) {
      json.put("ownDrawings", config.ownDrawings());
    }
    json.put("contrastStretching", config.contrastStretching());
    json.put("standardization", config.standardization());
    writeAugmentation(config.augmentation(), json);
    json.put("shuffle", config.shuffle().spelling());
    json.put("seed", config.seed());
    return json;
  }

  private static void writeOptimizer(Optimizer optimizer, ObjectNode json) {
    json.put("optimizer", optimizer.spelling());
    OptimizerNumbers numbers = OptimizerNumbers.of(optimizer);
    numbers.momentum().ifPresent(value -> json.put("momentum", value));
    numbers.decay().ifPresent(value -> json.put("decay", value));
    numbers.beta1().ifPresent(value -> json.put("beta1", value));
    numbers.beta2().ifPresent(value -> json.put("beta2", value));
    numbers.epsilon().ifPresent(value -> json.put("epsilon", value));
    numbers.biasCorrection().ifPresent(value -> json.put("biasCorrection", value));
  }

  /** Nothing where there are no distortions, as programs before them write it. */
  private static void writeAugmentation(Augmentation augmentation, ObjectNode json) {
    if (augmentation.isNone()) {
      return;
    }
    json.put("shift", augmentation.shift());
    json.put("rotation", augmentation.rotation());
    json.put("scale", augmentation.scale());
    json.put("shear", augmentation.shear());
    json.put("elastic", augmentation.elastic());
    if (augmentation.elastic() > 0) {
      json.put("smoothness", augmentation.smoothness());
    }
  }

  private static Augmentation readAugmentation(JsonFields fields) {
    Augmentation usual = TrainingConfig.DEFAULT.augmentation();
    return new Augmentation(
        fields.number("shift").orElse(usual.shift()),
        fields.number("rotation").orElse(usual.rotation()),
        fields.number("scale").orElse(usual.scale()),
        fields.number("shear").orElse(usual.shear()),
        fields.number("elastic").orElse(usual.elastic()),
        fields.number("smoothness").orElse(usual.smoothness()));
  }

  /**
   * Reads {@link #write} back; a missing setting has its default.
   *
   * @throws Problem if a setting is unknown or out of range
   */
  public static TrainingConfig read(JsonNode json) {
    JsonFields fields = new JsonFields(json, "config");
    TrainingConfig.Builder config = TrainingConfig.builder();
    fields.array("hidden").ifPresent(hidden -> config.hidden(counts(hidden)));
    fields.text("activation").map(Activation::parse).ifPresent(config::activation);
    fields.text("loss").map(Loss::parse).ifPresent(config::loss);
    config.optimizer(readOptimizer(fields));
    LearningRate usual = TrainingConfig.DEFAULT.learningRate();
    config.learningRate(
        LearningRate.parse(
            fields.text("schedule").orElse(usual.schedule()),
            fields.number("learningRate").orElse(usual.initial())));
    fields.countOrText("batchSize").map(BatchSize::parse).ifPresent(config::batchSize);
    fields.text("reduction").map(Reduction::parse).ifPresent(config::reduction);
    config.regularizer(
        Regularizer.parse(
            fields.text("regularization").orElse("none"), fields.number("lambda").orElse(0.0)));
    fields.number("dropout").ifPresent(config::dropout);
    fields.text("init").map(Initializer::parse).ifPresent(config::initializer);
    fields.count("epochs").ifPresent(config::epochs);
    fields.count("patience").ifPresent(config::patience);
    fields.number("validation").ifPresent(config::validation);
    fields.count("trainLimit").ifPresent(config::trainLimit);
    fields.number("ownDrawings").ifPresent(config::ownDrawings);
    fields.flag("contrastStretching").ifPresent(config::contrastStretching);
    fields.flag("standardization").ifPresent(config::standardization);
    config.augmentation(readAugmentation(fields));
    fields.text("shuffle").map(Shuffle::parse).ifPresent(config::shuffle);
    fields.wholeNumber("seed").ifPresent(config::seed);
    fields.refuseUnread();
    return config.build();
  }

  /** The unit counts of an array. */
  static List<Integer> counts(JsonNode array) {
    List<Integer> counts = new ArrayList<>(array.size());
    for (JsonNode entry : array) {
      if (!entry.isIntegralNumber() || !entry.canConvertToInt()) {
        throw new Problem("settings.notACount", "hidden", entry.toString());
      }
      counts.add(entry.intValue());
    }
    return counts;
  }

  private static Optimizer readOptimizer(JsonFields fields) {
    OptimizerNumbers given =
        new OptimizerNumbers(
            fields.number("momentum"),
            fields.number("decay"),
            fields.number("beta1"),
            fields.number("beta2"),
            fields.number("epsilon"),
            fields.flag("biasCorrection"));
    Optional<String> name = fields.text("optimizer");
    if (name.isEmpty()) {
      return TrainingConfig.DEFAULT.optimizer();
    }
    return given.optimizer(name.get());
  }

  /** A provenance, field by field. */
  public static ObjectNode write(Provenance provenance) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("program", provenance.program());
    json.put("started", provenance.started());
    json.put("seed", provenance.seed());
    json.put("dataSha256", provenance.dataSha256());
    if (provenance.drawings() > 0) {
      json.put("drawings", provenance.drawings());
      json.put("drawingsSha256", provenance.drawingsSha256());
    }
    json.put("java", provenance.java());
    json.put("os", provenance.os());
    json.put("processors", provenance.processors());
    json.put("threads", provenance.threads());
    json.put("blas", provenance.blas());
    json.put("dataName", provenance.data().name());
    ArrayNode classes = json.putArray("classes");
    provenance.data().classes().names().forEach(classes::add);
    return json;
  }

  /**
   * Reads {@link #write(Provenance)} back.
   *
   * @throws Problem if a field is not of its kind
   */
  public static Provenance readProvenance(JsonNode json) {
    JsonFields fields = new JsonFields(json, "provenance");
    return new Provenance(
        fields.text("program").orElse(""),
        fields.text("started").orElse(""),
        fields.wholeNumber("seed").orElse(0L),
        fields.text("dataSha256").orElse(""),
        fields.text("java").orElse(""),
        fields.text("os").orElse(""),
        fields.count("processors").orElse(0),
        fields.count("threads").orElse(0),
        fields.text("blas").orElse(""),
        readData(fields),
        fields.count("drawings").orElse(0),
        fields.text("drawingsSha256").orElse(""));
  }

  /** Runs from before there were other data sets say nothing of theirs: it was MNIST. */
  private static DataDescription readData(JsonFields fields) {
    return new DataDescription(
        fields.text("dataName").orElse(DataDescription.MNIST.name()),
        fields.array("classes").map(ConfigJson::classNames).orElse(ClassNames.DIGITS));
  }

  /**
   * The names of an array.
   *
   * @throws Problem if they are no names of classes
   */
  public static ClassNames classNames(JsonNode array) {
    List<String> names = new ArrayList<>(array.size());
    for (JsonNode name : array) {
      if (!name.isTextual()) {
        throw new Problem("json.kind", "classes", name.toString());
      }
      names.add(name.textValue());
    }
    return new ClassNames(names);
  }
}
