package digitstudio.experiment;

import digitstudio.nn.Activation;
import digitstudio.nn.Initializer;
import digitstudio.nn.LearningRate;
import digitstudio.nn.Loss;
import digitstudio.nn.Optimizer;
import digitstudio.nn.Reduction;
import digitstudio.nn.Regularizer;
import digitstudio.nn.Settings;
import digitstudio.nn.Spelling;
import digitstudio.text.Problem;
import digitstudio.training.BatchSize;
import digitstudio.training.OptimizerNumbers;
import digitstudio.training.Shuffle;
import digitstudio.training.TrainingConfig;
import digitstudio.training.augment.Augmentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Some settings as text, put in the place of those of a whole configuration: each is read by the
 * setting it belongs to, so that a wrong one is answered with the same sentence everywhere.
 */
public final class SettingTexts {
  private final Map<Setting, String> texts;

  /**
   * @param texts as the command line writes them
   */
  public SettingTexts(Map<Setting, String> texts) {
    this.texts = Map.copyOf(texts);
  }

  /**
   * The settings with these in their place.
   *
   * @throws Problem if one is out of range, or belongs to something that was not chosen
   */
  public TrainingConfig applyTo(TrainingConfig base) {
    TrainingConfig.Builder config = base.toBuilder();
    read(Setting.HIDDEN, text -> config.hidden(units(text)));
    read(Setting.ACTIVATION, text -> config.activation(Activation.parse(text)));
    read(Setting.LOSS, text -> config.loss(Loss.parse(text)));
    config.optimizer(optimizer(base.optimizer()));
    config.learningRate(
        LearningRate.parse(
            text(Setting.SCHEDULE).orElse(base.learningRate().schedule()),
            number(Setting.LEARNING_RATE).orElse(base.learningRate().initial())));
    read(Setting.BATCH_SIZE, text -> config.batchSize(BatchSize.parse(text)));
    read(Setting.REDUCTION, text -> config.reduction(Reduction.parse(text)));
    config.regularizer(regularizer(base.regularizer()));
    number(Setting.DROPOUT).ifPresent(config::dropout);
    read(Setting.INIT, text -> config.initializer(Initializer.parse(text)));
    count(Setting.EPOCHS).ifPresent(config::epochs);
    count(Setting.PATIENCE).ifPresent(config::patience);
    number(Setting.VALIDATION).ifPresent(config::validation);
    count(Setting.TRAIN_LIMIT).ifPresent(config::trainLimit);
    number(Setting.OWN_DRAWINGS).ifPresent(config::ownDrawings);
    flag(Setting.CONTRAST_STRETCHING).ifPresent(config::contrastStretching);
    flag(Setting.STANDARDIZATION).ifPresent(config::standardization);
    config.augmentation(augmentation(base.augmentation()));
    read(Setting.SHUFFLE, text -> config.shuffle(Shuffle.parse(text)));
    read(Setting.SEED, text -> config.seed(seed(text)));
    return config.build();
  }

  private static List<Integer> units(String text) {
    if (text.trim().toLowerCase(Locale.ROOT).equals(Setting.NO_UNITS)) {
      return List.of();
    }
    List<Integer> units = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      units.add(Settings.parseCount("hidden", part));
    }
    return units;
  }

  /** Another rule keeps of the base's numbers what it has use for. */
  private Optimizer optimizer(Optimizer base) {
    OptimizerNumbers numbers =
        new OptimizerNumbers(
            number(Setting.MOMENTUM),
            number(Setting.DECAY),
            number(Setting.BETA1),
            number(Setting.BETA2),
            number(Setting.EPSILON),
            flag(Setting.BIAS_CORRECTION));
    Optimizer chosen =
        numbers
            .orElse(OptimizerNumbers.of(base))
            .optimizer(text(Setting.OPTIMIZER).orElse(base.spelling()));
    numbers
        .unfit(chosen)
        .ifPresent(
            name -> {
              throw new Problem("cli.unfit", name, chosen.spelling());
            });
    return chosen;
  }

  private Regularizer regularizer(Regularizer base) {
    String name = text(Setting.REGULARIZATION).orElse(base.spelling());
    Optional<Double> strength = number(Setting.LAMBDA);
    boolean baseHasOne = !(base instanceof Regularizer.None);
    Regularizer chosen = Regularizer.parse(name, strength.orElse(base.lambda()));
    if (chosen instanceof Regularizer.None) {
      if (strength.isPresent()) {
        throw new Problem("cli.lambdaAlone");
      }
    } else if (strength.isEmpty() && !baseHasOne) {
      throw new Problem("cli.lambdaMissing", name);
    }
    return chosen;
  }

  private Augmentation augmentation(Augmentation base) {
    double elastic = number(Setting.ELASTIC).orElse(base.elastic());
    Optional<Double> smoothness = number(Setting.SMOOTHNESS);
    if (smoothness.isPresent() && elastic == 0) {
      throw new Problem("cli.smoothnessAlone");
    }
    return new Augmentation(
        number(Setting.SHIFT).orElse(base.shift()),
        number(Setting.ROTATION).orElse(base.rotation()),
        number(Setting.SCALE).orElse(base.scale()),
        number(Setting.SHEAR).orElse(base.shear()),
        elastic,
        smoothness.orElse(base.smoothness()));
  }

  private static long seed(String text) {
    try {
      return Long.parseLong(text.trim());
    } catch (NumberFormatException e) {
      throw new Problem(e, "settings.notACount", "seed", text);
    }
  }

  private Optional<String> text(Setting setting) {
    return Optional.ofNullable(texts.get(setting));
  }

  private void read(Setting setting, Consumer<String> reader) {
    text(setting).ifPresent(reader);
  }

  private Optional<Double> number(Setting setting) {
    return text(setting).map(value -> Settings.parseNumber(setting.spelling(), value));
  }

  private Optional<Integer> count(Setting setting) {
    return text(setting).map(value -> Settings.parseCount(setting.spelling(), value));
  }

  private Optional<Boolean> flag(Setting setting) {
    return text(setting)
        .map(value -> Spelling.parse(Answer.class, setting.spelling(), value) == Answer.TRUE);
  }

  private enum Answer {
    TRUE,
    FALSE
  }
}
