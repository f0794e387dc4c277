package digitstudio.ui.form;

import digitstudio.nn.Activation;
import digitstudio.nn.Initializer;
import digitstudio.nn.LearningRate;
import digitstudio.nn.Optimizer;
import digitstudio.nn.Settings;
import digitstudio.training.BatchSize;
import digitstudio.training.TrainingConfig;
import digitstudio.training.augment.Augmentation;
import digitstudio.ui.form.Choice.ActivationKind;
import digitstudio.ui.form.Choice.BatchKind;
import digitstudio.ui.form.Choice.InitializerKind;
import digitstudio.ui.form.Choice.OptimizerKind;
import digitstudio.ui.form.Choice.RegularizerKind;
import digitstudio.ui.form.Choice.ScheduleKind;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/** Fills the form's fields and choices, its hidden layers apart, with settings. */
final class SettingsWriter {
  private static final Map<NumberField, String> OF_OTHER_CHOICES = otherChoices();

  private final SettingsViewModel form;

  SettingsWriter(SettingsViewModel form) {
    this.form = form;
  }

  void write(TrainingConfig settings) {
    OF_OTHER_CHOICES.forEach(this::write);
    form.activationProperty()
        .set(Choice.of(ActivationKind.class, settings.activation().spelling()));
    if (settings.activation() instanceof Activation.LeakyRelu leaky) {
      write(NumberField.SLOPE, Settings.number(leaky.slope()));
    }
    form.initializerProperty()
        .set(Choice.of(InitializerKind.class, settings.initializer().spelling()));
    if (settings.initializer() instanceof Initializer.Normal normal) {
      write(NumberField.INIT_DEVIATION, Settings.number(normal.deviation()));
    }
    write(NumberField.DROPOUT, Settings.number(settings.dropout()));
    form.lossProperty().set(settings.loss());
    form.reductionProperty().set(settings.reduction());
    fillOptimizer(settings.optimizer());
    fillSteps(settings);
    form.regularizerProperty()
        .set(Choice.of(RegularizerKind.class, settings.regularizer().spelling()));
    if (form.regularizerProperty().get() != RegularizerKind.NONE) {
      write(NumberField.LAMBDA, Settings.number(settings.regularizer().lambda()));
    }
    fillData(settings);
    write(NumberField.EPOCHS, Integer.toString(settings.epochs()));
    form.earlyStoppingProperty().set(settings.patience() > 0);
    if (settings.patience() > 0) {
      write(NumberField.PATIENCE, Integer.toString(settings.patience()));
    }
  }

  private void fillOptimizer(Optimizer rule) {
    form.optimizerProperty().set(Choice.of(OptimizerKind.class, rule.spelling()));
    form.biasCorrectionProperty().set(true);
    if (rule instanceof Optimizer.Momentum momentum) {
      write(NumberField.MOMENTUM, Settings.number(momentum.momentum()));
    } else if (rule instanceof Optimizer.Nesterov nesterov) {
      write(NumberField.MOMENTUM, Settings.number(nesterov.momentum()));
    } else if (rule instanceof Optimizer.Adagrad adagrad) {
      write(NumberField.EPSILON, scientific(adagrad.epsilon()));
    } else if (rule instanceof Optimizer.RmsProp rmsProp) {
      write(NumberField.DECAY, Settings.number(rmsProp.decay()));
      write(NumberField.EPSILON, scientific(rmsProp.epsilon()));
    } else if (rule instanceof Optimizer.Adam adam) {
      write(NumberField.BETA1, Settings.number(adam.beta1()));
      write(NumberField.BETA2, Settings.number(adam.beta2()));
      write(NumberField.EPSILON, scientific(adam.epsilon()));
      form.biasCorrectionProperty().set(adam.biasCorrection());
    }
  }

  private void fillSteps(TrainingConfig settings) {
    LearningRate rate = settings.learningRate();
    write(NumberField.LEARNING_RATE, Settings.number(rate.initial()));
    form.scheduleProperty().set(Choice.of(ScheduleKind.class, rate.schedule()));
    if (rate instanceof LearningRate.Step step) {
      write(NumberField.STEP_EVERY, Integer.toString(step.every()));
      write(NumberField.STEP_FACTOR, Settings.number(step.factor()));
    }
    if (settings.batchSize() instanceof BatchSize.Fixed fixed) {
      form.batchProperty().set(fixed.images() == 1 ? BatchKind.ONE : BatchKind.MINI);
      if (fixed.images() > 1) {
        write(NumberField.BATCH_SIZE, fixed.spelling());
      }
    } else {
      form.batchProperty().set(BatchKind.ALL);
    }
  }

  private void fillData(TrainingConfig settings) {
    BigDecimal percent = BigDecimal.valueOf(settings.validation()).movePointRight(2);
    write(NumberField.VALIDATION, percent.stripTrailingZeros().toPlainString());
    int limit = settings.trainLimit();
    write(NumberField.TRAIN_LIMIT, limit == 0 ? "" : Integer.toString(limit));
    double weight = settings.ownDrawings();
    write(NumberField.OWN_DRAWINGS, weight == 0 ? "" : Settings.number(weight));
    write(NumberField.SEED, Long.toString(settings.seed()));
    form.contrastStretchingProperty().set(settings.contrastStretching());
    form.standardizationProperty().set(settings.standardization());
    form.shuffleProperty().set(settings.shuffle());
    fillAugmentation(settings.augmentation());
  }

  private void fillAugmentation(Augmentation augmentation) {
    form.augmentedProperty().set(!augmentation.isNone());
    if (augmentation.isNone()) {
      return;
    }
    write(NumberField.SHIFT, Settings.number(augmentation.shift()));
    write(NumberField.ROTATION, Settings.number(augmentation.rotation()));
    write(NumberField.SCALE, Settings.number(augmentation.scale()));
    write(NumberField.SHEAR, Settings.number(augmentation.shear()));
    write(NumberField.ELASTIC, Settings.number(augmentation.elastic()));
    write(NumberField.SMOOTHNESS, Settings.number(augmentation.smoothness()));
  }

  /** What the fields of choices not taken hold, so that taking one finds a good value. */
  private static Map<NumberField, String> otherChoices() {
    Map<NumberField, String> values = new EnumMap<>(NumberField.class);
    values.put(NumberField.SLOPE, Settings.number(Activation.DEFAULT_SLOPE));
    values.put(NumberField.INIT_DEVIATION, "0.01");
    values.put(NumberField.MOMENTUM, Settings.number(Optimizer.DEFAULT_MOMENTUM));
    values.put(NumberField.DECAY, Settings.number(Optimizer.DEFAULT_DECAY));
    values.put(NumberField.BETA1, Settings.number(Optimizer.DEFAULT_BETA1));
    values.put(NumberField.BETA2, Settings.number(Optimizer.DEFAULT_BETA2));
    values.put(NumberField.EPSILON, scientific(Optimizer.DEFAULT_EPSILON));
    values.put(NumberField.STEP_EVERY, "10");
    values.put(NumberField.STEP_FACTOR, "0.5");
    values.put(NumberField.BATCH_SIZE, "128");
    values.put(NumberField.LAMBDA, "1");
    values.put(NumberField.PATIENCE, "5");
    values.put(NumberField.SHIFT, "0");
    values.put(NumberField.ROTATION, "10");
    values.put(NumberField.SCALE, "0.1");
    values.put(NumberField.SHEAR, "0");
    values.put(NumberField.ELASTIC, "36");
    values.put(NumberField.SMOOTHNESS, Settings.number(Augmentation.DEFAULT_SMOOTHNESS));
    return values;
  }

  /** 1e-8 reads better than 0.00000001. */
  private static String scientific(double value) {
    return value > 0 && value < 1e-4
        ? Double.toString(value).replace(".0E", "e").replace('E', 'e')
        : Settings.number(value);
  }

  private void write(NumberField field, String value) {
    form.text(field).set(value);
  }
}
