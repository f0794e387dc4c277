package digitstudio.experiment;

import digitstudio.nn.Activation;
import digitstudio.nn.Initializer;
import digitstudio.nn.LearningRate;
import digitstudio.nn.Settings;
import digitstudio.text.Sentence;
import digitstudio.training.TrainingConfig;

/** The values of settings in words, the form's own where it has them. */
final class SettingWords {
  private SettingWords() {}

  static Sentence of(Setting setting, String value, TrainingConfig config) {
    return switch (setting) {
      case HIDDEN ->
          config.hidden().isEmpty()
              ? Sentence.of("comparison.noHidden")
              : asWritten(value.replace(',', '-'));
      case ACTIVATION -> activation(config.activation());
      case LOSS, OPTIMIZER, REDUCTION, REGULARIZATION, SHUFFLE ->
          Sentence.of("form." + setting.spelling() + "." + value);
      case BATCH_SIZE ->
          value.equals("all") ? Sentence.of("comparison.allImages") : asWritten(value);
      case SCHEDULE -> schedule(config.learningRate());
      case INIT -> initializer(config.initializer());
      case TRAIN_LIMIT ->
          config.trainLimit() == 0 ? Sentence.of("comparison.allImages") : asWritten(value);
      case OWN_DRAWINGS ->
          config.ownDrawings() == 0 ? Sentence.of("comparison.noDrawings") : asWritten(value);
      case VALIDATION -> Sentence.of("comparison.share", config.validation());
      case DROPOUT -> Sentence.of("comparison.share", config.dropout());
      case BIAS_CORRECTION, CONTRAST_STRETCHING, STANDARDIZATION ->
          Sentence.of(value.equals("true") ? "comparison.yes" : "comparison.no");
      default -> asWritten(value);
    };
  }

  /** A number or name that is the same in both languages. */
  static Sentence asWritten(String value) {
    return Sentence.of("comparison.asWritten", value);
  }

  private static Sentence activation(Activation activation) {
    if (activation instanceof Activation.LeakyRelu leaky
        && leaky.slope() != Activation.DEFAULT_SLOPE) {
      return Sentence.of("comparison.leakyRelu", Settings.number(leaky.slope()));
    }
    return Sentence.of("form.activation." + activation.spelling());
  }

  private static Sentence schedule(LearningRate learningRate) {
    if (learningRate instanceof LearningRate.Step step) {
      return Sentence.of("comparison.step", step.every(), Settings.number(step.factor()));
    }
    return Sentence.of("form.schedule." + learningRate.schedule());
  }

  private static Sentence initializer(Initializer initializer) {
    if (initializer instanceof Initializer.Normal normal) {
      return Sentence.of("comparison.normal", Settings.number(normal.deviation()));
    }
    return Sentence.of("form.init." + initializer.spelling());
  }
}
