package digitstudio.cli;

import digitstudio.experiment.Setting;
import digitstudio.experiment.SettingTexts;
import digitstudio.text.Problem;
import digitstudio.training.TrainingConfig;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Option;

/** The options that are settings of a run, as text. */
final class TrainOptions {
  @Option(names = "--hidden", paramLabel = "UNITS", descriptionKey = "cli.train.hidden")
  private String hidden;

  @Option(names = "--activation", paramLabel = "NAME", descriptionKey = "cli.train.activation")
  private String activation;

  @Option(names = "--loss", paramLabel = "NAME", descriptionKey = "cli.train.loss")
  private String loss;

  @Option(names = "--optimizer", paramLabel = "NAME", descriptionKey = "cli.train.optimizer")
  private String optimizer;

  @Option(names = "--momentum", paramLabel = "NUMBER", descriptionKey = "cli.train.momentum")
  private String momentum;

  @Option(names = "--decay", paramLabel = "NUMBER", descriptionKey = "cli.train.decay")
  private String decay;

  @Option(names = "--beta1", paramLabel = "NUMBER", descriptionKey = "cli.train.beta1")
  private String beta1;

  @Option(names = "--beta2", paramLabel = "NUMBER", descriptionKey = "cli.train.beta2")
  private String beta2;

  @Option(names = "--epsilon", paramLabel = "NUMBER", descriptionKey = "cli.train.epsilon")
  private String epsilon;

  @Option(names = "--no-bias-correction", descriptionKey = "cli.train.noBiasCorrection")
  private boolean noBiasCorrection;

  @Option(
      names = "--learning-rate",
      paramLabel = "NUMBER",
      descriptionKey = "cli.train.learningRate")
  private String learningRate;

  @Option(names = "--schedule", paramLabel = "NAME", descriptionKey = "cli.train.schedule")
  private String schedule;

  @Option(names = "--batch-size", paramLabel = "N", descriptionKey = "cli.train.batchSize")
  private String batchSize;

  @Option(names = "--reduction", paramLabel = "NAME", descriptionKey = "cli.train.reduction")
  private String reduction;

  @Option(
      names = "--regularization",
      paramLabel = "NAME",
      descriptionKey = "cli.train.regularization")
  private String regularization;

  @Option(names = "--lambda", paramLabel = "NUMBER", descriptionKey = "cli.train.lambda")
  private String lambda;

  @Option(names = "--dropout", paramLabel = "SHARE", descriptionKey = "cli.train.dropout")
  private String dropout;

  @Option(names = "--init", paramLabel = "NAME", descriptionKey = "cli.train.init")
  private String init;

  @Option(names = "--epochs", paramLabel = "N", descriptionKey = "cli.train.epochs")
  private String epochs;

  @Option(names = "--patience", paramLabel = "N", descriptionKey = "cli.train.patience")
  private String patience;

  @Option(names = "--validation", paramLabel = "SHARE", descriptionKey = "cli.train.validation")
  private String validation;

  @Option(names = "--train-limit", paramLabel = "N", descriptionKey = "cli.train.trainLimit")
  private String trainLimit;

  @Option(names = "--own-drawings", paramLabel = "WEIGHT", descriptionKey = "own.option")
  private String ownDrawings;

  @Option(names = "--contrast-stretching", descriptionKey = "cli.train.contrastStretching")
  private boolean contrastStretching;

  @Option(names = "--standardization", descriptionKey = "cli.train.standardization")
  private boolean standardization;

  @Option(names = "--shift", paramLabel = "PIXELS", descriptionKey = "cli.train.shift")
  private String shift;

  @Option(names = "--rotation", paramLabel = "DEGREES", descriptionKey = "cli.train.rotation")
  private String rotation;

  @Option(names = "--scale", paramLabel = "SHARE", descriptionKey = "cli.train.scale")
  private String scale;

  @Option(names = "--shear", paramLabel = "SHARE", descriptionKey = "cli.train.shear")
  private String shear;

  @Option(names = "--elastic", paramLabel = "PIXELS", descriptionKey = "cli.train.elastic")
  private String elastic;

  @Option(names = "--smoothness", paramLabel = "PIXELS", descriptionKey = "cli.train.smoothness")
  private String smoothness;

  @Option(names = "--shuffle", paramLabel = "WHEN", descriptionKey = "cli.train.shuffle")
  private String shuffle;

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "cli.train.seed")
  private String seed;

  /**
   * The settings of a preset with these options in their place.
   *
   * @throws Problem if an option is out of range, or belongs to something that was not chosen
   */
  TrainingConfig apply(TrainingConfig preset) {
    return new SettingTexts(given()).applyTo(preset);
  }

  /** Whether none of them was given. */
  boolean isEmpty() {
    return given().isEmpty();
  }

  private Map<Setting, String> given() {
    Map<Setting, String> texts = new EnumMap<>(Setting.class);
    texts.put(Setting.HIDDEN, hidden);
    texts.put(Setting.ACTIVATION, activation);
    texts.put(Setting.LOSS, loss);
    texts.put(Setting.OPTIMIZER, optimizer);
    texts.put(Setting.MOMENTUM, momentum);
    texts.put(Setting.DECAY, decay);
    texts.put(Setting.BETA1, beta1);
    texts.put(Setting.BETA2, beta2);
    texts.put(Setting.EPSILON, epsilon);
    texts.put(Setting.BIAS_CORRECTION, noBiasCorrection ? "false" : null);
    texts.put(Setting.LEARNING_RATE, learningRate);
    texts.put(Setting.SCHEDULE, schedule);
    texts.put(Setting.BATCH_SIZE, batchSize);
    texts.put(Setting.REDUCTION, reduction);
    texts.put(Setting.REGULARIZATION, regularization);
    texts.put(Setting.LAMBDA, lambda);
    texts.put(Setting.DROPOUT, dropout);
    texts.put(Setting.INIT, init);
    texts.put(Setting.EPOCHS, epochs);
    texts.put(Setting.PATIENCE, patience);
    texts.put(Setting.VALIDATION, validation);
    texts.put(Setting.TRAIN_LIMIT, trainLimit);
    texts.put(Setting.OWN_DRAWINGS, ownDrawings);
    texts.put(Setting.CONTRAST_STRETCHING, contrastStretching ? "true" : null);
    texts.put(Setting.STANDARDIZATION, standardization ? "true" : null);
    texts.put(Setting.SHIFT, shift);
    texts.put(Setting.ROTATION, rotation);
    texts.put(Setting.SCALE, scale);
    texts.put(Setting.SHEAR, shear);
    texts.put(Setting.ELASTIC, elastic);
    texts.put(Setting.SMOOTHNESS, smoothness);
    texts.put(Setting.SHUFFLE, shuffle);
    texts.put(Setting.SEED, seed);
    texts.values().removeIf(Objects::isNull);
    return texts;
  }
}
