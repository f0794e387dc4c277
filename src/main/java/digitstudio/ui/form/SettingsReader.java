package digitstudio.ui.form;

import digitstudio.digits.DigitImage;
import digitstudio.nn.Activation;
import digitstudio.nn.Initializer;
import digitstudio.nn.LearningRate;
import digitstudio.nn.Loss;
import digitstudio.nn.NetworkSpec;
import digitstudio.nn.Optimizer;
import digitstudio.nn.Reduction;
import digitstudio.nn.Regularizer;
import digitstudio.nn.Settings;
import digitstudio.text.Problem;
import digitstudio.training.BatchSize;
import digitstudio.training.Shuffle;
import digitstudio.training.TrainingConfig;
import digitstudio.training.augment.Augmentation;
import digitstudio.ui.form.Choice.ActivationKind;
import digitstudio.ui.form.Choice.BatchKind;
import digitstudio.ui.form.Choice.InitializerKind;
import digitstudio.ui.form.Choice.OptimizerKind;
import digitstudio.ui.form.Choice.RegularizerKind;
import digitstudio.ui.form.Choice.ScheduleKind;
import digitstudio.ui.form.FormValues.FormFlag;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One reading of the form: its settings if they are whole, and what is wrong if they are not. */
final class SettingsReader {
  private final FormValues form;
  private final Set<NumberField> shown;
  private final Map<NumberField, Number> values = new EnumMap<>(NumberField.class);
  private final Map<NumberField, FieldProblem> problems = new EnumMap<>(NumberField.class);
  private final List<FieldProblem> hiddenProblems = new ArrayList<>();
  private final List<Integer> hidden = new ArrayList<>();
  private TrainingConfig config;
  private NetworkSpec network;
  private int trainImages;

  SettingsReader(FormValues form) {
    this.form = form;
    shown = NeededFields.of(form);
    for (NumberField field : shown) {
      readField(field);
    }
    readHidden();
    readTogether();
  }

  /** The settings; null while a field is wrong. */
  TrainingConfig config() {
    return config;
  }

  /** The network; null while it cannot be told. */
  NetworkSpec network() {
    return network;
  }

  /** Images one epoch will see, once limit and validation share can be told. */
  int trainImages() {
    return trainImages;
  }

  /** What is wrong with a field; null if nothing is. */
  FieldProblem problem(NumberField field) {
    return problems.get(field);
  }

  /** What is wrong with each hidden layer; null where nothing is. */
  List<FieldProblem> hiddenProblems() {
    return hiddenProblems;
  }

  private void readField(NumberField field) {
    try {
      values.put(field, field.read(form.number(field)));
    } catch (Problem e) {
      refuse(field, e);
    }
  }

  private void refuse(NumberField field, Problem problem) {
    problems.putIfAbsent(field, new FieldProblem(field.nameKey(), 0, problem));
  }

  private void readHidden() {
    boolean whole = true;
    for (String typed : form.hidden()) {
      FieldProblem problem = null;
      if (typed.equals(FormValues.LEFT_OUT)) {
        hiddenProblems.add(null);
        continue;
      }
      try {
        int units = readUnits(typed.strip());
        hidden.add(units);
        if (whole) {
          network = new NetworkSpec(DigitImage.PIXELS, hidden, activation(false), form.classes());
        }
      } catch (Problem e) {
        problem = new FieldProblem("form.layer", hiddenProblems.size() + 1, e);
        whole = false;
        network = null;
      }
      hiddenProblems.add(problem);
    }
    if (!form.hasHidden()) {
      network = new NetworkSpec(DigitImage.PIXELS, hidden, activation(false), form.classes());
    }
  }

  static int readUnits(String typed) {
    if (typed.isEmpty()) {
      throw new Problem("form.empty", "hidden");
    }
    int units = Settings.parseCount("hidden", typed);
    Settings.requireAtLeast("hidden", units, 1);
    return units;
  }

  private void readTogether() {
    countImages();
    if (values.get(NumberField.PATIENCE) != null
        && values.get(NumberField.VALIDATION) != null
        && number(NumberField.VALIDATION) == 0) {
      refuse(NumberField.PATIENCE, new Problem("settings.patienceWithoutValidation"));
    }
    if (values.containsKey(NumberField.BATCH_SIZE) && trainImages > 0) {
      try {
        var unused = new BatchSize.Fixed(count(NumberField.BATCH_SIZE)).of(trainImages);
      } catch (Problem e) {
        refuse(NumberField.BATCH_SIZE, e);
      }
    }
    if (problems.isEmpty() && network != null) {
      config = settings();
    }
  }

  private void countImages() {
    boolean known =
        values.containsKey(NumberField.TRAIN_LIMIT) && values.containsKey(NumberField.VALIDATION);
    if (known) {
      int limit = count(NumberField.TRAIN_LIMIT);
      int all = form.trainImages();
      int read = limit == 0 ? all : Math.min(limit, all);
      trainImages = read - (int) Math.round(read * number(NumberField.VALIDATION) / 100);
    }
  }

  private TrainingConfig settings() {
    return TrainingConfig.builder()
        .hidden(hidden)
        .activation(activation(true))
        .loss(form.choice(ChoiceField.LOSS, Loss.class))
        .optimizer(optimizer())
        .learningRate(learningRate())
        .batchSize(batchSize())
        .reduction(form.choice(ChoiceField.REDUCTION, Reduction.class))
        .regularizer(regularizer())
        .dropout(shown.contains(NumberField.DROPOUT) ? number(NumberField.DROPOUT) : 0)
        .initializer(initializer())
        .epochs(count(NumberField.EPOCHS))
        .patience(shown.contains(NumberField.PATIENCE) ? count(NumberField.PATIENCE) : 0)
        .validation(number(NumberField.VALIDATION) / 100)
        .trainLimit(count(NumberField.TRAIN_LIMIT))
        .ownDrawings(number(NumberField.OWN_DRAWINGS))
        .contrastStretching(form.is(FormFlag.CONTRAST))
        .standardization(form.is(FormFlag.STANDARDIZE))
        .augmentation(augmentation())
        .shuffle(form.choice(ChoiceField.SHUFFLE, Shuffle.class))
        .seed(values.get(NumberField.SEED).longValue())
        .build();
  }

  /**
   * @param exact whether the slope must be the typed one; the shape of a network does not need it
   */
  private Activation activation(boolean exact) {
    return switch (form.choice(ChoiceField.ACTIVATION, ActivationKind.class)) {
      case RELU -> new Activation.Relu();
      case LEAKY_RELU ->
          new Activation.LeakyRelu(
              exact && shown.contains(NumberField.SLOPE)
                  ? number(NumberField.SLOPE)
                  : Activation.DEFAULT_SLOPE);
      case SIGMOID -> new Activation.Sigmoid();
      case TANH -> new Activation.Tanh();
    };
  }

  private Augmentation augmentation() {
    if (!form.is(FormFlag.AUGMENT)) {
      return Augmentation.NONE;
    }
    return new Augmentation(
        number(NumberField.SHIFT),
        number(NumberField.ROTATION),
        number(NumberField.SCALE),
        number(NumberField.SHEAR),
        number(NumberField.ELASTIC),
        number(NumberField.SMOOTHNESS));
  }

  private Optimizer optimizer() {
    return switch (form.choice(ChoiceField.OPTIMIZER, OptimizerKind.class)) {
      case SGD -> new Optimizer.Sgd();
      case MOMENTUM -> new Optimizer.Momentum(number(NumberField.MOMENTUM));
      case NESTEROV -> new Optimizer.Nesterov(number(NumberField.MOMENTUM));
      case ADAGRAD -> new Optimizer.Adagrad(number(NumberField.EPSILON));
      case RMSPROP -> new Optimizer.RmsProp(number(NumberField.DECAY), number(NumberField.EPSILON));
      case ADAM ->
          new Optimizer.Adam(
              number(NumberField.BETA1),
              number(NumberField.BETA2),
              number(NumberField.EPSILON),
              form.is(FormFlag.BIAS_CORRECTION));
    };
  }

  private LearningRate learningRate() {
    double initial = number(NumberField.LEARNING_RATE);
    return switch (form.choice(ChoiceField.SCHEDULE, ScheduleKind.class)) {
      case CONSTANT -> new LearningRate.Constant(initial);
      case STEP ->
          new LearningRate.Step(
              initial, count(NumberField.STEP_EVERY), number(NumberField.STEP_FACTOR));
      case COSINE -> new LearningRate.Cosine(initial);
    };
  }

  private BatchSize batchSize() {
    return switch (form.choice(ChoiceField.BATCH_MODE, BatchKind.class)) {
      case MINI -> new BatchSize.Fixed(count(NumberField.BATCH_SIZE));
      case ALL -> new BatchSize.All();
      case ONE -> new BatchSize.Fixed(1);
    };
  }

  private Regularizer regularizer() {
    return switch (form.choice(ChoiceField.REGULARIZATION, RegularizerKind.class)) {
      case NONE -> new Regularizer.None();
      case L1 -> new Regularizer.L1(number(NumberField.LAMBDA));
      case L2 -> new Regularizer.L2(number(NumberField.LAMBDA));
    };
  }

  private Initializer initializer() {
    return switch (form.choice(ChoiceField.INIT, InitializerKind.class)) {
      case NORMAL -> new Initializer.Normal(number(NumberField.INIT_DEVIATION));
      case HE -> new Initializer.He();
      case XAVIER -> new Initializer.Xavier();
    };
  }

  private double number(NumberField field) {
    return values.get(field).doubleValue();
  }

  private int count(NumberField field) {
    return values.get(field).intValue();
  }
}
