package digitstudio.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.experiment.Presets;
import digitstudio.experiment.Presets.Preset;
import digitstudio.nn.Activation;
import digitstudio.nn.Initializer;
import digitstudio.nn.LearningRate;
import digitstudio.nn.Loss;
import digitstudio.nn.Optimizer;
import digitstudio.nn.Reduction;
import digitstudio.nn.Regularizer;
import digitstudio.training.BatchSize;
import digitstudio.training.Shuffle;
import digitstudio.training.TrainingConfig;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsViewModelTest {
  private static final TrainingConfig OTHER =
      TrainingConfig.builder().hidden(64, 32).epochs(3).build();

  private final SettingsViewModel form =
      new SettingsViewModel(List.of(Presets.FIRST, new Preset("other", "studio", OTHER)));

  private static Stream<TrainingConfig> settingsOfEveryKind() {
    return Stream.of(
        TrainingConfig.DEFAULT,
        TrainingConfig.builder().hidden(List.of()).validation(0).build(),
        TrainingConfig.builder()
            .hidden(512, 256, 10)
            .activation(new Activation.LeakyRelu(0.2))
            .initializer(new Initializer.Normal(0.01))
            .loss(Loss.MEAN_SQUARED_ERROR)
            .reduction(Reduction.SUM)
            .optimizer(new Optimizer.RmsProp(0.999, 1e-6))
            .learningRate(new LearningRate.Step(0.00001, 3, 0.1))
            .batchSize(new BatchSize.All())
            .regularizer(new Regularizer.L1(0.3))
            .dropout(0.25)
            .build(),
        TrainingConfig.builder()
            .activation(new Activation.Tanh())
            .initializer(new Initializer.Xavier())
            .optimizer(new Optimizer.Adam(0.8, 0.9999, 1e-8, false))
            .learningRate(new LearningRate.Cosine(1e-7))
            .batchSize(1)
            .regularizer(new Regularizer.L2(1))
            .validation(0.07)
            .patience(4)
            .trainLimit(5000)
            .contrastStretching(true)
            .standardization(true)
            .shuffle(Shuffle.ONCE)
            .seed(-9_000_000_000L)
            .build(),
        TrainingConfig.builder()
            .activation(new Activation.Sigmoid())
            .optimizer(new Optimizer.Nesterov(0.5))
            .build(),
        TrainingConfig.builder().optimizer(new Optimizer.Momentum(0.8)).build(),
        TrainingConfig.builder().optimizer(new Optimizer.Adagrad(0.00025)).build(),
        TrainingConfig.builder().optimizer(new Optimizer.Sgd()).shuffle(Shuffle.NEVER).build());
  }

  @ParameterizedTest
  @MethodSource("settingsOfEveryKind")
  void whatIsLoadedComesBack(TrainingConfig settings) {
    form.load(settings);

    assertEquals(settings, form.configProperty().get());
    assertNull(form.reasonProperty().get());
  }

  @Test
  void loadingForgetsWhatWasTypedIntoFieldsOfOtherChoices() {
    form.optimizerProperty().set(Choice.OptimizerKind.MOMENTUM);
    form.text(NumberField.MOMENTUM).set("7");
    form.load(OTHER);
    form.optimizerProperty().set(Choice.OptimizerKind.MOMENTUM);

    assertEquals("0.9", form.text(NumberField.MOMENTUM).get());
  }

  @ParameterizedTest
  @CsvSource({
    "SLOPE, 1",
    "SLOPE, 0",
    "MOMENTUM, 1",
    "DECAY, -0.1",
    "BETA1, 1",
    "BETA2, NaN",
    "EPSILON, 0",
    "LEARNING_RATE, 0",
    "LEARNING_RATE, Infinity",
    "LEARNING_RATE, fast",
    "STEP_EVERY, 0",
    "STEP_FACTOR, 1.1",
    "BATCH_SIZE, 0",
    "BATCH_SIZE, 2.5",
    "LAMBDA, -1",
    "DROPOUT, 1",
    "INIT_DEVIATION, 0",
    "VALIDATION, 51",
    "TRAIN_LIMIT, -1",
    "SEED, one",
    "EPOCHS, 0",
    "PATIENCE, 0",
    "SHIFT, 15",
    "ROTATION, -1",
    "SCALE, 0.6",
    "SHEAR, 2",
    "ELASTIC, 201",
    "ELASTIC, much",
    "SMOOTHNESS, 0.5"
  })
  void aValueOutOfTheEnginesLimitsIsRefusedInBothLanguages(NumberField field, String typed) {
    takeTheChoiceOf(field);
    form.text(field).set(typed);

    FieldProblem problem = form.problem(field).get();
    assertNotNull(problem);
    assertNull(form.configProperty().get());
    assertEquals(problem, form.reasonProperty().get());
    for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      assertFalse(problem.sentence(locale).contains("{"), problem.sentence(locale));
    }
  }

  @ParameterizedTest
  @EnumSource(NumberField.class)
  void anEmptyFieldIsRefusedUnlessItMeansAllOrNone(NumberField field) {
    takeTheChoiceOf(field);
    form.text(field).set(" ");

    boolean mayBeEmpty = field == NumberField.TRAIN_LIMIT || field == NumberField.OWN_DRAWINGS;
    assertEquals(mayBeEmpty, form.problem(field).get() == null);
  }

  @Test
  void aProblemNamesTheFieldAsTheWindowDoes() {
    form.text(NumberField.LEARNING_RATE).set("0");

    FieldProblem problem = form.problem(NumberField.LEARNING_RATE).get();
    assertEquals("Learning rate η is 0; take a number above 0", problem.sentence(Locale.ENGLISH));
    assertEquals("学习率 η 为 0；请取大于 0 的数", problem.sentence(Locale.SIMPLIFIED_CHINESE));
  }

  @Test
  void aBadValueOfAChoiceNotTakenDoesNotMatter() {
    form.optimizerProperty().set(Choice.OptimizerKind.MOMENTUM);
    form.text(NumberField.MOMENTUM).set("2");
    assertNull(form.configProperty().get());

    form.optimizerProperty().set(Choice.OptimizerKind.SGD);

    assertFalse(form.shown(NumberField.MOMENTUM).getValue());
    assertEquals(new Optimizer.Sgd(), form.configProperty().get().optimizer());
  }

  @Test
  void patienceNeedsValidation() {
    form.earlyStoppingProperty().set(true);
    assertNotNull(form.configProperty().get());

    form.text(NumberField.VALIDATION).set("0");

    assertNotNull(form.problem(NumberField.PATIENCE).get());
    assertNull(form.configProperty().get());
  }

  @Test
  void aBatchMayBeAsLargeAsTheImagesLeftAfterLimitAndValidation() {
    form.text(NumberField.TRAIN_LIMIT).set("1000");
    form.text(NumberField.BATCH_SIZE).set("800");
    assertNotNull(form.configProperty().get());

    form.text(NumberField.BATCH_SIZE).set("801");
    assertNotNull(form.problem(NumberField.BATCH_SIZE).get());

    form.text(NumberField.VALIDATION).set("0");
    assertNull(form.problem(NumberField.BATCH_SIZE).get());

    form.trainImagesProperty().set(700);
    assertNotNull(form.problem(NumberField.BATCH_SIZE).get());
  }

  @Test
  void aLayerWithoutUnitsIsMarkedAndTheDiagramKeepsTheLastGoodNetwork() {
    form.addHidden();
    form.hidden().get(1).unitsProperty().set("0");

    assertNull(form.hidden().get(0).problemProperty().get());
    assertEquals(
        "Hidden layer 2 is 0; take at least 1",
        form.hidden().get(1).problemProperty().get().sentence(Locale.ENGLISH));
    assertEquals(List.of(256, 128), form.networkProperty().get().hidden());
    assertNull(form.configProperty().get());
  }

  @Test
  void layersTooLargeForABufferAreMarkedWhereTheyMeet() {
    form.addHidden();
    form.hidden().get(0).unitsProperty().set("100000");
    form.hidden().get(1).unitsProperty().set("100000");

    assertNull(form.hidden().get(0).problemProperty().get());
    assertNotNull(form.hidden().get(1).problemProperty().get());
    assertNull(form.configProperty().get());
  }

  @Test
  void theFormIsModifiedUntilItSaysAgainWhatThePresetSays() {
    assertFalse(form.modifiedProperty().get());
    form.text(NumberField.EPOCHS).set("11");
    assertTrue(form.modifiedProperty().get());
    form.text(NumberField.EPOCHS).set("10");
    assertFalse(form.modifiedProperty().get());
  }

  @Test
  void settingsOfAnotherPresetMakeItTheChosenOne() {
    form.load(OTHER);

    assertEquals("other", form.presetProperty().get().name());
    assertFalse(form.modifiedProperty().get());
  }

  @Test
  void theTimeIsEstimatedFromARunOfSimilarBatch() {
    assertTrue(form.estimateProperty().get().isEmpty());
    TrainingConfig config = form.configProperty().get();
    form.guessSpeed(10);
    form.measured(config, 48_000, 48_000);
    form.measured(config.toBuilder().batchSize(1).build(), 48_000, 480);
    assertEquals(10, form.estimateProperty().get().getAsDouble(), 1e-9);

    form.text(NumberField.EPOCHS).set("5");
    assertEquals(5, form.estimateProperty().get().getAsDouble(), 1e-9);

    form.batchProperty().set(Choice.BatchKind.ONE);
    assertEquals(500, form.estimateProperty().get().getAsDouble(), 1e-9);

    form.text(NumberField.EPOCHS).set("many");
    assertTrue(form.estimateProperty().get().isEmpty());
  }

  private void takeTheChoiceOf(NumberField field) {
    switch (field) {
      case SLOPE -> form.activationProperty().set(Choice.ActivationKind.LEAKY_RELU);
      case INIT_DEVIATION -> form.initializerProperty().set(Choice.InitializerKind.NORMAL);
      case MOMENTUM -> form.optimizerProperty().set(Choice.OptimizerKind.MOMENTUM);
      case DECAY -> form.optimizerProperty().set(Choice.OptimizerKind.RMSPROP);
      case STEP_EVERY, STEP_FACTOR -> form.scheduleProperty().set(Choice.ScheduleKind.STEP);
      case LAMBDA -> form.regularizerProperty().set(Choice.RegularizerKind.L2);
      case SHIFT, ROTATION, SCALE, SHEAR, ELASTIC, SMOOTHNESS -> form.augmentedProperty().set(true);
      case PATIENCE -> form.earlyStoppingProperty().set(true);
      default -> {}
    }
    assertTrue(form.shown(field).getValue());
  }
}
