package digitstudio.cli;

import digitstudio.nn.Activation;
import digitstudio.nn.Initializer;
import digitstudio.nn.LearningRate;
import digitstudio.nn.Loss;
import digitstudio.nn.Optimizer;
import digitstudio.nn.Reduction;
import digitstudio.nn.Regularizer;
import digitstudio.nn.Settings;
import digitstudio.text.Problem;
import digitstudio.training.BatchSize;
import digitstudio.training.OptimizerNumbers;
import digitstudio.training.Shuffle;
import digitstudio.training.TrainingConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * The options that are settings of a run, as text: each is read by the setting it belongs to, so
 * that a wrong one is answered with the same sentence everywhere.
 */
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

  @Option(names = "--contrast-stretching", descriptionKey = "cli.train.contrastStretching")
  private boolean contrastStretching;

  @Option(names = "--standardization", descriptionKey = "cli.train.standardization")
  private boolean standardization;

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
    TrainingConfig.Builder config = preset.toBuilder();
    given(hidden).map(TrainOptions::units).ifPresent(config::hidden);
    given(activation).map(Activation::parse).ifPresent(config::activation);
    given(loss).map(Loss::parse).ifPresent(config::loss);
    config.optimizer(optimizer(preset.optimizer()));
    config.learningRate(
        LearningRate.parse(
            given(schedule).orElse(preset.learningRate().schedule()),
            number("learning-rate", learningRate).orElse(preset.learningRate().initial())));
    given(batchSize).map(BatchSize::parse).ifPresent(config::batchSize);
    given(reduction).map(Reduction::parse).ifPresent(config::reduction);
    config.regularizer(regularizer(preset.regularizer()));
    number("dropout", dropout).ifPresent(config::dropout);
    given(init).map(Initializer::parse).ifPresent(config::initializer);
    count("epochs", epochs).ifPresent(config::epochs);
    count("patience", patience).ifPresent(config::patience);
    number("validation", validation).ifPresent(config::validation);
    count("train-limit", trainLimit).ifPresent(config::trainLimit);
    config.contrastStretching(contrastStretching || preset.contrastStretching());
    config.standardization(standardization || preset.standardization());
    given(shuffle).map(Shuffle::parse).ifPresent(config::shuffle);
    given(seed).map(TrainOptions::seed).ifPresent(config::seed);
    return config.build();
  }

  private static List<Integer> units(String text) {
    if (text.trim().toLowerCase(Locale.ROOT).equals("none")) {
      return List.of();
    }
    List<Integer> units = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      units.add(Settings.parseCount("hidden", part));
    }
    return units;
  }

  /** Another rule keeps of the preset's numbers what it has use for. */
  private Optimizer optimizer(Optimizer preset) {
    OptimizerNumbers numbers =
        new OptimizerNumbers(
            number("momentum", momentum),
            number("decay", decay),
            number("beta1", beta1),
            number("beta2", beta2),
            number("epsilon", epsilon),
            noBiasCorrection ? Optional.of(false) : Optional.empty());
    Optimizer chosen =
        numbers
            .orElse(OptimizerNumbers.of(preset))
            .optimizer(given(optimizer).orElse(preset.spelling()));
    numbers
        .unfit(chosen)
        .ifPresent(
            name -> {
              throw new Problem("cli.unfit", name, chosen.spelling());
            });
    return chosen;
  }

  private Regularizer regularizer(Regularizer preset) {
    String name = given(regularization).orElse(preset.spelling());
    Optional<Double> strength = number("lambda", lambda);
    boolean presetHasOne = !(preset instanceof Regularizer.None);
    Regularizer chosen = Regularizer.parse(name, strength.orElse(preset.lambda()));
    if (chosen instanceof Regularizer.None) {
      if (strength.isPresent()) {
        throw new Problem("cli.lambdaAlone");
      }
    } else if (strength.isEmpty() && !presetHasOne) {
      throw new Problem("cli.lambdaMissing", name);
    }
    return chosen;
  }

  private static long seed(String text) {
    try {
      return Long.parseLong(text.trim());
    } catch (NumberFormatException e) {
      throw new Problem(e, "settings.notACount", "seed", text);
    }
  }

  private static Optional<String> given(String text) {
    return Optional.ofNullable(text);
  }

  private static Optional<Double> number(String field, String text) {
    return given(text).map(value -> Settings.parseNumber(field, value));
  }

  private static Optional<Integer> count(String field, String text) {
    return given(text).map(value -> Settings.parseCount(field, value));
  }
}
