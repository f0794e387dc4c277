package digitstudio.experiment;

import digitstudio.nn.Regularizer;
import digitstudio.nn.Settings;
import digitstudio.nn.Spelling;
import digitstudio.text.Problem;
import digitstudio.text.Sentence;
import digitstudio.training.OptimizerNumbers;
import digitstudio.training.TrainingConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One setting of a run by its name: what can be compared between runs, and varied in a sweep. */
public enum Setting {
  HIDDEN(config -> units(config.hidden())),
  ACTIVATION(config -> config.activation().spelling()),
  LOSS(config -> config.loss().spelling()),
  OPTIMIZER(config -> config.optimizer().spelling()),
  MOMENTUM(OPTIMIZER, config -> numbers(config).momentum().map(Settings::number)),
  DECAY(OPTIMIZER, config -> numbers(config).decay().map(Settings::number)),
  BETA1(OPTIMIZER, config -> numbers(config).beta1().map(Settings::number)),
  BETA2(OPTIMIZER, config -> numbers(config).beta2().map(Settings::number)),
  EPSILON(OPTIMIZER, config -> numbers(config).epsilon().map(Settings::number)),
  BIAS_CORRECTION(OPTIMIZER, config -> numbers(config).biasCorrection().map(String::valueOf)),
  LEARNING_RATE(config -> Settings.number(config.learningRate().initial())),
  SCHEDULE(config -> config.learningRate().schedule()),
  BATCH_SIZE(config -> config.batchSize().spelling()),
  REDUCTION(config -> config.reduction().spelling()),
  REGULARIZATION(config -> config.regularizer().spelling()),
  LAMBDA(REGULARIZATION, Setting::lambda),
  DROPOUT(config -> Settings.number(config.dropout())),
  INIT(config -> config.initializer().spelling()),
  EPOCHS(config -> Integer.toString(config.epochs())),
  PATIENCE(config -> Integer.toString(config.patience())),
  VALIDATION(config -> Settings.number(config.validation())),
  TRAIN_LIMIT(config -> Integer.toString(config.trainLimit())),
  OWN_DRAWINGS(config -> Settings.number(config.ownDrawings())),
  CONTRAST_STRETCHING(config -> Boolean.toString(config.contrastStretching())),
  STANDARDIZATION(config -> Boolean.toString(config.standardization())),
  SHIFT(config -> Settings.number(config.augmentation().shift())),
  ROTATION(config -> Settings.number(config.augmentation().rotation())),
  SCALE(config -> Settings.number(config.augmentation().scale())),
  SHEAR(config -> Settings.number(config.augmentation().shear())),
  ELASTIC(config -> Settings.number(config.augmentation().elastic())),
  SMOOTHNESS(ELASTIC, Setting::smoothness),
  SHUFFLE(config -> config.shuffle().spelling()),
  SEED(config -> Long.toString(config.seed()));

  /** How the absence of hidden layers is written. */
  static final String NO_UNITS = "none";

  private final Setting owner;
  private final Function<TrainingConfig, Optional<String>> spelling;

  Setting(Function<TrainingConfig, String> spelling) {
    this(null, config -> Optional.of(spelling.apply(config)));
  }

  Setting(Setting owner, Function<TrainingConfig, Optional<String>> spelling) {
    this.owner = owner;
    this.spelling = spelling;
  }

  /**
   * The setting of a name, as the command line ({@code learning-rate}) or a file ({@code
   * learningRate}) writes it.
   *
   * @throws Problem if there is none, naming those there are
   */
  public static Setting named(String name) {
    String wanted = plain(name);
    return Arrays.stream(values())
        .filter(setting -> plain(setting.spelling()).equals(wanted))
        .findFirst()
        .orElseThrow(() -> new Problem("sweep.unknownSetting", name.strip(), names()));
  }

  private static String plain(String name) {
    return name.strip().replace("-", "").toLowerCase(Locale.ROOT);
  }

  private static String names() {
    return Arrays.stream(values()).map(Setting::spelling).collect(Collectors.joining(", "));
  }

  /** Its name on the command line: {@code learning-rate}. */
  public String spelling() {
    return Spelling.of(this);
  }

  /** Its name as a person reads it within a sentence. */
  public Sentence title() {
    return Sentence.of("comparison.setting." + spelling());
  }

  /** Its value as the command line writes it; empty if the run has no such setting. */
  public Optional<String> value(TrainingConfig config) {
    return spelling.apply(config);
  }

  /** Its value as a person reads it; empty if the run has no such setting. */
  public Optional<Sentence> words(TrainingConfig config) {
    return value(config).map(value -> SettingWords.of(this, value, config));
  }

  /** What it is a part of: the optimizer of a momentum. */
  public Optional<Setting> owner() {
    return Optional.ofNullable(owner);
  }

  private static String units(List<Integer> hidden) {
    return hidden.isEmpty()
        ? NO_UNITS
        : hidden.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static OptimizerNumbers numbers(TrainingConfig config) {
    return OptimizerNumbers.of(config.optimizer());
  }

  private static Optional<String> lambda(TrainingConfig config) {
    return config.regularizer() instanceof Regularizer.None
        ? Optional.empty()
        : Optional.of(Settings.number(config.regularizer().lambda()));
  }

  private static Optional<String> smoothness(TrainingConfig config) {
    return config.augmentation().elastic() == 0
        ? Optional.empty()
        : Optional.of(Settings.number(config.augmentation().smoothness()));
  }

  /** Whether a value can be drawn between two others, as numbers can. */
  public boolean isNumber() {
    return switch (this) {
      case MOMENTUM,
          DECAY,
          BETA1,
          BETA2,
          EPSILON,
          LEARNING_RATE,
          LAMBDA,
          DROPOUT,
          VALIDATION,
          OWN_DRAWINGS ->
          true;
      case SHIFT, ROTATION, SCALE, SHEAR, ELASTIC, SMOOTHNESS -> true;
      default -> isCount();
    };
  }

  /** Whether its values are whole numbers. */
  boolean isCount() {
    return switch (this) {
      case HIDDEN, BATCH_SIZE, EPOCHS, PATIENCE, TRAIN_LIMIT, SEED -> true;
      default -> false;
    };
  }

  /** Whether it is yes or no. */
  public boolean isFlag() {
    return this == BIAS_CORRECTION || this == CONTRAST_STRETCHING || this == STANDARDIZATION;
  }

  /** Whether its values matter by their size rather than by their difference. */
  boolean isLogarithmic() {
    return this == LEARNING_RATE || this == LAMBDA || this == EPSILON;
  }
}
