package digitstudio.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.experiment.Presets.Preset;
import digitstudio.nn.Initializer;
import digitstudio.nn.Optimizer;
import digitstudio.nn.Reduction;
import digitstudio.text.Messages;
import digitstudio.text.Problem;
import digitstudio.training.BatchSize;
import digitstudio.training.Shuffle;
import digitstudio.training.TrainingConfig;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The list of presets. */
class PresetsTest {
  @Test
  void theFirstOneIsTheDefault() {
    assertSame(Presets.FIRST, Presets.all().get(0));
    assertSame(Presets.FIRST, Presets.named("default"));
    assertEquals(TrainingConfig.DEFAULT, Presets.FIRST.config());
  }

  @Test
  void everyNameIsThereOnceAndEveryGroupTogether() {
    List<String> names = Presets.all().stream().map(Preset::name).toList();
    assertEquals(names.size(), names.stream().distinct().count());

    List<String> groups = Presets.all().stream().map(Preset::group).toList();
    long changes = 1;
    for (int i = 1; i < groups.size(); i++) {
      changes += groups.get(i).equals(groups.get(i - 1)) ? 0 : 1;
    }
    assertEquals(groups.stream().distinct().count(), changes);
  }

  @Test
  void everyPresetAndGroupHasATitleInBothLanguages() {
    for (Preset preset : Presets.all()) {
      for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
        assertTrue(Messages.bundle(locale).containsKey(preset.titleKey()), preset.titleKey());
        assertTrue(Messages.bundle(locale).containsKey(preset.groupKey()), preset.groupKey());
      }
    }
  }

  @Test
  void everyTableOfTheReportIsThereWithItsRows() {
    assertEquals(
        List.of(4L, 3L, 8L, 3L, 5L, 6L),
        List.of("depth", "loss", "activation", "batch", "optimizer", "regularization").stream()
            .map(group -> Presets.all().stream().filter(p -> p.group().equals(group)).count())
            .collect(Collectors.toList()));
  }

  @Test
  void theReportAddsGradientsShufflesOnceAndHoldsNothingOut() {
    for (Preset preset : Presets.all()) {
      if (!preset.group().equals("studio")) {
        TrainingConfig config = preset.config();
        assertEquals(Reduction.SUM, config.reduction(), preset.name());
        assertEquals(Shuffle.ONCE, config.shuffle(), preset.name());
        assertEquals(0, config.validation(), preset.name());
        assertEquals(new Initializer.Normal(0.01), config.initializer(), preset.name());
      }
    }
  }

  @Test
  void theStochasticRowLearnsImageByImageForFiveEpochs() {
    TrainingConfig config = Presets.named("batch-sgd").config();
    assertEquals(new BatchSize.Fixed(1), config.batchSize());
    assertEquals(0.01, config.learningRate().initial());
    assertEquals(5, config.epochs());
  }

  @Test
  void theReportsAdamIsNotCorrected() {
    assertEquals(
        new Optimizer.Adam(0.9, 0.9999, 1e-8, false),
        Presets.named("optimizer-adam").config().optimizer());
  }

  @Test
  void anUnknownNameIsAnsweredWithThoseThereAre() {
    Problem problem = assertThrows(Problem.class, () -> Presets.named("fast"));
    assertTrue(problem.getMessage().contains("\"fast\""));
    assertTrue(problem.getMessage().contains("activation-tanh-200"));
  }
}
