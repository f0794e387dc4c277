package digitstudio.experiment;

import digitstudio.nn.Activation;
import digitstudio.nn.LearningRate;
import digitstudio.nn.Loss;
import digitstudio.nn.Optimizer;
import digitstudio.nn.Reduction;
import digitstudio.nn.Regularizer;
import digitstudio.nn.Settings;
import digitstudio.training.TrainingConfig;
import digitstudio.training.augment.Augmentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Names made from settings, such as {@code 256 ReLU · Adam 0.001 · batch 128}: the network, the
 * update rule and the batch, and whatever else is not as usual. The same in every language, since a
 * name is kept.
 */
public final class RunNames {
  private static final TrainingConfig USUAL = TrainingConfig.DEFAULT;

  private RunNames() {}

  /** The name of a run that has not been given one. */
  public static String of(TrainingConfig config) {
    List<String> parts = new ArrayList<>();
    parts.add(network(config));
    parts.add(rule(config));
    parts.add("batch " + config.batchSize().spelling());
    if (config.reduction() == Reduction.SUM) {
      parts.add("sum");
    }
    if (config.loss() == Loss.MEAN_SQUARED_ERROR) {
      parts.add("MSE");
    }
    if (!(config.regularizer() instanceof Regularizer.None)) {
      parts.add(
          config.regularizer().spelling().toUpperCase(Locale.ROOT)
              + " "
              + Settings.number(config.regularizer().lambda()));
    }
    if (config.dropout() > 0) {
      parts.add("dropout " + Settings.number(config.dropout()));
    }
    addAugmentation(config.augmentation(), parts);
    addData(config, parts);
    return String.join(" · ", parts);
  }

  private static void addAugmentation(Augmentation augmentation, List<String> parts) {
    add(parts, "shift ", augmentation.shift(), "");
    add(parts, "rotation ", augmentation.rotation(), "°");
    add(parts, "scale ", augmentation.scale(), "");
    add(parts, "shear ", augmentation.shear(), "");
    add(
        parts,
        "elastic ",
        augmentation.elastic(),
        " σ " + Settings.number(augmentation.smoothness()));
  }

  private static void add(List<String> parts, String name, double most, String unit) {
    if (most > 0) {
      parts.add(name + Settings.number(most) + unit);
    }
  }

  private static void addData(TrainingConfig config, List<String> parts) {
    if (config.trainLimit() > 0) {
      parts.add(config.trainLimit() + " images");
    }
    if (config.ownDrawings() > 0) {
      parts.add("own drawings × " + Settings.number(config.ownDrawings()));
    }
    if (config.seed() != USUAL.seed()) {
      parts.add("seed " + config.seed());
    }
  }

  private static String network(TrainingConfig config) {
    if (config.hidden().isEmpty()) {
      return "softmax";
    }
    String units = config.hidden().stream().map(String::valueOf).collect(Collectors.joining("-"));
    return units + " " + activation(config.activation());
  }

  private static String activation(Activation activation) {
    if (activation instanceof Activation.LeakyRelu leaky) {
      return leaky.slope() == Activation.DEFAULT_SLOPE
          ? "Leaky ReLU"
          : "Leaky ReLU " + Settings.number(leaky.slope());
    }
    return activation instanceof Activation.Relu ? "ReLU" : activation.spelling();
  }

  private static String rule(TrainingConfig config) {
    LearningRate rate = config.learningRate();
    String schedule =
        rate instanceof LearningRate.Constant ? "" : " " + rate.schedule().replace(":", " ");
    return optimizer(config.optimizer()) + " " + Settings.number(rate.initial()) + schedule;
  }

  private static String optimizer(Optimizer optimizer) {
    return switch (optimizer.spelling()) {
      case "sgd" -> "SGD";
      case "momentum" -> "Momentum";
      case "nesterov" -> "Nesterov";
      case "adagrad" -> "Adagrad";
      case "rmsprop" -> "RMSprop";
      case "adam" -> "Adam";
      default -> optimizer.spelling();
    };
  }
}
