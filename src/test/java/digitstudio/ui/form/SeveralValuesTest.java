package digitstudio.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.experiment.Presets;
import digitstudio.experiment.RunSummary;
import digitstudio.nn.Optimizer;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import digitstudio.ui.form.SeveralRuns.Combinations;
import digitstudio.ui.form.SeveralRuns.Count;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A form whose fields hold several values, and the runs it comes to. */
class SeveralValuesTest {
  private final SettingsViewModel form = new SettingsViewModel(List.of(Presets.FIRST));

  private List<TrainingConfig> runs() {
    assertNull(form.reasonProperty().get());
    return form.planProperty().get().configs();
  }

  private static List<String> values(NumberField field, String typed) {
    return field.several(typed).values();
  }

  private String problem() {
    assertNull(form.planProperty().get());
    assertNull(form.configProperty().get());
    for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      String sentence = form.reasonProperty().get().sentence(locale);
      assertFalse(sentence.contains("{"), sentence);
    }
    return form.reasonProperty().get().sentence(Locale.ENGLISH);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LEARNING_RATE | 0.1, 0.01, 0.001 | 0.1 0.01 0.001",
        "LEARNING_RATE | 0.1；0.01，0.1 | 0.1 0.01",
        "LEARNING_RATE | 1e-3..1e-1 x10 | 0.001 0.01 0.1",
        "LEARNING_RATE | 0.001..0.1 ×10 | 0.001 0.01 0.1",
        "LEARNING_RATE | 0.001..0.1 :3 | 0.001 0.01 0.1",
        "LEARNING_RATE | 0.001…0.002 +0.0005 | 0.001 0.0015 0.002",
        "DROPOUT | 0..0.5 :3 | 0 0.25 0.5",
        "DROPOUT | 0, 0.2..0.4 +0.1 | 0 0.2 0.3 0.4",
        "BATCH_SIZE | 50..200 +50 | 50 100 150 200",
        "BATCH_SIZE | 32..300*2 | 32 64 128 256",
        "EPOCHS | 1~10 :4 | 1 4 7 10"
      })
  void listsAndRangesAreReadAsTheyAreWritten(NumberField field, String typed, String values) {
    assertEquals(List.of(values.split(" ")), values(field, typed));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LEARNING_RATE | 0.1,, 0.01 | form.emptyPart",
        "LEARNING_RATE | 0.1, | form.emptyPart",
        "LEARNING_RATE | 0.1, fast | settings.notANumber",
        "LEARNING_RATE | 0.1, 0 | settings.positive",
        "LEARNING_RATE | 0.1..0.01 x10 | sweep.emptyRange",
        "LEARNING_RATE | 0.001..0.1 | form.rangeSteps",
        "LEARNING_RATE | 0.001..much | form.badRange",
        "LEARNING_RATE | 0.001..0.1 x1 | form.badFactor",
        "DROPOUT | 0..0.5 x2 | form.badFactor",
        "DROPOUT | 0..0.5 +0 | form.badStep",
        "DROPOUT | 0..1 :3 | settings.from",
        "DROPOUT | 0..0.5 :1 | form.badCount",
        "TRAIN_LIMIT | 10,000 | form.grouped",
        "EPOCHS | 1..100000000 +1 | form.tooManyValues",
        "EPOCHS | 1.5, 2 | settings.notACount",
        "BATCH_SIZE | 128, 70000 | settings.batchTooLarge"
      })
  void aPartThatSaysNothingIsRefusedBesideItsField(NumberField field, String typed, String key) {
    form.text(field).set(typed);

    assertEquals(key, form.problem(field).get().problem().key());
    assertTrue(form.several(field).get().isEmpty());
    assertFalse(problem().isEmpty());
  }

  @Test
  void oneValueIsOneRun() {
    form.text(NumberField.LEARNING_RATE).set("0.002");

    assertEquals(1, runs().size());
    assertFalse(form.planProperty().get().isSweep());
    assertTrue(form.several(NumberField.LEARNING_RATE).get().isEmpty());
  }

  @Test
  void everyCombinationIsARunAndTheFieldsSayTheirValues() {
    form.text(NumberField.LEARNING_RATE).set("0.1, 0.01");
    form.text(NumberField.BATCH_SIZE).set("64, 128, 256");

    assertEquals(6, runs().size());
    assertEquals(6, Set.copyOf(runs()).size());
    assertEquals(List.of("0.1", "0.01"), form.several(NumberField.LEARNING_RATE).get());
    assertEquals(runs().get(0), form.configProperty().get());
    assertTrue(form.modifiedProperty().get());
  }

  @Test
  void repeatsTakeTheSeedsAfterThatOfTheForm() {
    form.text(NumberField.SEED).set("7");
    form.several().text(Count.REPEATS).set("3");

    assertEquals(List.of(7L, 8L, 9L), runs().stream().map(TrainingConfig::seed).toList());
  }

  @Test
  void aChoiceTakesOthersBesideItAndShowsWhatTheyNeed() {
    form.choice(ChoiceField.OPTIMIZER).also().clear();
    form.optimizerProperty().set(Choice.OptimizerKind.SGD);
    @SuppressWarnings("unchecked")
    Chosen<Choice.OptimizerKind> rule =
        (Chosen<Choice.OptimizerKind>) form.choice(ChoiceField.OPTIMIZER);
    rule.toggle(Choice.OptimizerKind.MOMENTUM);
    form.text(NumberField.MOMENTUM).set("0.5, 0.9");

    assertTrue(form.shown(NumberField.MOMENTUM).getValue());
    // Plain steps have no momentum, so that they are one run and not two.
    assertEquals(
        List.of(new Optimizer.Sgd(), new Optimizer.Momentum(0.5), new Optimizer.Momentum(0.9)),
        runs().stream().map(TrainingConfig::optimizer).toList());
    rule.toggle(Choice.OptimizerKind.SGD);
    assertEquals(Choice.OptimizerKind.MOMENTUM, form.optimizerProperty().get());
    assertEquals(2, runs().size());
  }

  @Test
  void aHiddenLayerOfNoUnitsIsLeftOutWhereOthersHaveIt() {
    form.load(TrainingConfig.builder().hidden(64, 32).build());
    form.hidden().get(1).unitsProperty().set("0, 16, 32");

    assertEquals(
        List.of(List.of(64), List.of(64, 16), List.of(64, 32)),
        runs().stream().map(TrainingConfig::hidden).toList());
    form.hidden().get(1).unitsProperty().set("0");
    assertNotNull(form.hidden().get(1).problemProperty().get());
  }

  @Test
  void aMillionCombinationsAreOneSentenceAndNoRuns() {
    form.text(NumberField.LEARNING_RATE).set("0.001..0.1 :100");
    form.text(NumberField.BATCH_SIZE).set("1..100 +1");
    form.text(NumberField.EPOCHS).set("1..100 +1");

    assertEquals(
        "These values combine to 1,000,000 runs, and at most 10,000 are taken; take fewer values,"
            + " or draw some by chance under Several runs",
        problem());
  }

  @Test
  void someAreDrawnByChanceTheSameForTheSameSeed() {
    form.text(NumberField.LEARNING_RATE).set("0.001..0.1");
    form.text(NumberField.BATCH_SIZE).set("1..100 +1");
    form.several().combinationsProperty().set(Combinations.RANDOM);
    form.several().text(Count.DRAWS).set("12");
    List<TrainingConfig> first = runs();
    form.several().text(Count.DRAW_SEED).set("2");
    List<TrainingConfig> second = runs();
    form.several().text(Count.DRAW_SEED).set("1");

    assertEquals(12, Set.copyOf(first).size());
    assertEquals(first, runs());
    assertFalse(first.equals(second));
    assertTrue(
        first.stream()
            .map(run -> run.learningRate().initial())
            .allMatch(rate -> rate >= 0.001 && rate <= 0.1));
  }

  @Test
  void severalSeedsAndRepeatsExcludeEachOther() {
    form.text(NumberField.SEED).set("1, 2");
    form.several().text(Count.REPEATS).set("2");

    assertEquals(
        "The seed has several values already; take one of them, or set Seeds to 1", problem());
    form.several().text(Count.REPEATS).set("1");
    assertEquals(
        Set.of(1L, 2L), runs().stream().map(TrainingConfig::seed).collect(Collectors.toSet()));
  }

  @Test
  void aPresetMakesItOneRunAgain() {
    form.text(NumberField.LEARNING_RATE).set("0.1, 0.01");
    form.several().text(Count.REPEATS).set("3");
    form.select(Presets.FIRST);

    assertEquals(List.of(Presets.FIRST.config()), runs());
    assertFalse(form.modifiedProperty().get());
  }

  @Test
  void keptRunsTellHowLongItTakesBeforeAnythingIsTrained() {
    TrainingConfig config = form.configProperty().get();
    form.learnSpeed(List.of(kept(config, RunState.FINISHED, 4), kept(config, RunState.STOPPED, 9)));

    assertEquals(4, form.estimateProperty().get().getAsDouble(), 1e-9);
  }

  private static RunSummary kept(TrainingConfig config, RunState state, double seconds) {
    return new RunSummary(
        1,
        "",
        "",
        false,
        "",
        Instant.EPOCH,
        config,
        state,
        config.epochs(),
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        seconds);
  }

  @Test
  void theTimeIsThatOfAllRuns() {
    form.measured(TrainingConfig.DEFAULT, 60_000, 100_000);
    double one = form.estimateProperty().get().getAsDouble();
    form.several().text(Count.REPEATS).set("4");

    assertEquals(4 * one, form.estimateProperty().get().getAsDouble(), 1e-9);
  }
}
