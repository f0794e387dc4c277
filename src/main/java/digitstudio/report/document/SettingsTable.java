package digitstudio.report.document;

import digitstudio.digits.DigitImage;
import digitstudio.experiment.AugmentationWords;
import digitstudio.experiment.RunDetails;
import digitstudio.nn.Activation;
import digitstudio.nn.Initializer;
import digitstudio.nn.LearningRate;
import digitstudio.nn.Optimizer;
import digitstudio.nn.Regularizer;
import digitstudio.nn.Settings;
import digitstudio.report.figure.PrintableText;
import digitstudio.training.BatchSize;
import digitstudio.training.DataDescription;
import digitstudio.training.TrainingConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The settings of runs in words, one row a setting. */
final class SettingsTable {
  private final ReportTexts texts;

  SettingsTable(ReportTexts texts) {
    this.texts = texts;
  }

  /** Each setting's name and value, in the order of the form. */
  Map<String, String> rows(TrainingConfig config, DataDescription data) {
    Map<String, String> rows = new LinkedHashMap<>();
    put(
        rows,
        "sets.data",
        data.name().isEmpty() ? texts.get("sets.unnamed") : PrintableText.of(data.name()));
    put(rows, "form.architecture", architecture(config, data));
    put(rows, "form.activation", activation(config));
    put(rows, "form.init", initializer(config.initializer()));
    put(rows, "form.dropout", texts.setting(config.dropout()));
    put(rows, "form.loss", texts.get("form.loss." + spelling(config.loss())));
    put(rows, "form.reduction", texts.get("form.reduction." + spelling(config.reduction())));
    put(rows, "form.optimizer", optimizer(config.optimizer()));
    put(rows, "form.learning-rate", texts.setting(config.learningRate().initial()));
    put(rows, "form.schedule", schedule(config.learningRate()));
    put(rows, "form.batch-size", batch(config.batchSize()));
    put(rows, "form.regularization", regularizer(config.regularizer()));
    put(rows, "form.epochs", texts.count(config.epochs()));
    put(
        rows,
        "report.patience",
        config.patience() == 0
            ? texts.get("report.never")
            : texts.get("report.patience.epochs", texts.count(config.patience())));
    put(
        rows,
        "form.validation",
        config.validation() == 0
            ? texts.get("form.regularization.none")
            : texts.chosenShare(config.validation()));
    put(
        rows,
        "form.train-limit",
        config.trainLimit() == 0 ? texts.get("report.all") : texts.count(config.trainLimit()));
    put(
        rows,
        "form.own-drawings",
        config.ownDrawings() == 0
            ? texts.get("form.regularization.none")
            : "× " + Settings.number(config.ownDrawings()));
    put(rows, "form.contrast", yesOrNo(config.contrastStretching()));
    put(rows, "form.standardize", yesOrNo(config.standardization()));
    put(rows, "form.augmentation", AugmentationWords.of(config.augmentation(), texts.locale()));
    put(
        rows,
        "form.shuffle",
        texts.get("form.shuffle." + config.shuffle().name().toLowerCase(Locale.ROOT)));
    put(rows, "form.seed", Long.toString(config.seed()));
    return rows;
  }

  /** Each setting's name and value in a kept run. */
  Map<String, String> rows(RunDetails run) {
    return rows(run.summary().config(), run.summary().data());
  }

  /** The table of one run. */
  Block.Table of(RunDetails run) {
    List<List<String>> rows = new ArrayList<>();
    rows(run).forEach((name, value) -> rows.add(List.of(name, value)));
    return new Block.Table(texts.get("report.settings.caption"), List.of(), rows, false);
  }

  /** The names of the settings that are not the same in all runs. */
  List<String> differing(List<TrainingConfig> configs) {
    return among(configs.stream().map(config -> rows(config, DataDescription.MNIST)).toList());
  }

  /** The names of the settings that are not the same in all kept runs. */
  List<String> differingIn(List<RunDetails> runs) {
    return among(runs.stream().map(this::rows).toList());
  }

  private static List<String> among(List<Map<String, String>> all) {
    return all.get(0).keySet().stream()
        .filter(name -> all.stream().map(rows -> rows.get(name)).distinct().count() > 1)
        .toList();
  }

  private void put(Map<String, String> rows, String key, String value) {
    rows.put(texts.get(key), value);
  }

  private static String spelling(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** "784–256–10". */
  String architecture(TrainingConfig config, DataDescription data) {
    List<String> layers = new ArrayList<>();
    layers.add(Integer.toString(DigitImage.PIXELS));
    config.hidden().forEach(units -> layers.add(Integer.toString(units)));
    layers.add(Integer.toString(data.classes().count()));
    return String.join("–", layers);
  }

  String activation(TrainingConfig config) {
    if (config.hidden().isEmpty()) {
      return texts.get("form.regularization.none");
    }
    return activation(config.activation());
  }

  String activation(Activation activation) {
    if (activation instanceof Activation.LeakyRelu leaky) {
      return texts.get("form.activation.leaky-relu")
          + " (a = "
          + texts.setting(leaky.slope())
          + ")";
    }
    return texts.get("form.activation." + activation.spelling());
  }

  private String initializer(Initializer initializer) {
    if (initializer instanceof Initializer.Normal normal) {
      return texts.get("form.init.normal") + ", σ = " + texts.setting(normal.deviation());
    }
    return texts.get("form.init." + initializer.spelling());
  }

  String optimizer(Optimizer optimizer) {
    String name = texts.get("form.optimizer." + optimizer.spelling());
    List<String> numbers = new ArrayList<>();
    if (optimizer instanceof Optimizer.Momentum momentum) {
      numbers.add("μ = " + texts.setting(momentum.momentum()));
    } else if (optimizer instanceof Optimizer.Nesterov nesterov) {
      numbers.add("μ = " + texts.setting(nesterov.momentum()));
    } else if (optimizer instanceof Optimizer.Adagrad adagrad) {
      numbers.add("ε = " + texts.setting(adagrad.epsilon()));
    } else if (optimizer instanceof Optimizer.RmsProp rmsProp) {
      numbers.add("ρ = " + texts.setting(rmsProp.decay()));
      numbers.add("ε = " + texts.setting(rmsProp.epsilon()));
    } else if (optimizer instanceof Optimizer.Adam adam) {
      numbers.add("β₁ = " + texts.setting(adam.beta1()));
      numbers.add("β₂ = " + texts.setting(adam.beta2()));
      numbers.add("ε = " + texts.setting(adam.epsilon()));
      if (!adam.biasCorrection()) {
        numbers.add(texts.get("report.uncorrected"));
      }
    }
    return numbers.isEmpty() ? name : name + " (" + String.join(", ", numbers) + ")";
  }

  private String schedule(LearningRate rate) {
    if (rate instanceof LearningRate.Step step) {
      return texts.get(
          "report.schedule.step", texts.setting(step.factor()), texts.count(step.every()));
    }
    return texts.get("form.schedule." + rate.schedule());
  }

  String batch(BatchSize batch) {
    return batch instanceof BatchSize.Fixed fixed
        ? texts.count(fixed.images())
        : texts.get("report.all");
  }

  private String regularizer(Regularizer regularizer) {
    String name = texts.get("form.regularization." + regularizer.spelling());
    return regularizer instanceof Regularizer.None
        ? name
        : name + ", λ = " + texts.setting(regularizer.lambda());
  }

  private String yesOrNo(boolean on) {
    return texts.get(on ? "report.yes" : "report.no");
  }
}
