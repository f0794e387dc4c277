package digitstudio.ui.pad;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.digits.DigitImage;
import digitstudio.experiment.RunRecorder;
import digitstudio.experiment.RunStore;
import digitstudio.experiment.RunSummary;
import digitstudio.text.Problem;
import digitstudio.training.RunResult;
import digitstudio.training.SmallMnist;
import digitstudio.training.StopSignal;
import digitstudio.training.Trainer;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PadRunsViewModelTest {
  private static final DigitImage IMAGE = SmallMnist.of(1, 1).test().image(0);

  private final MemoryPadRuns runs = new MemoryPadRuns();
  private final ObjectProperty<DigitImage> image = new SimpleObjectProperty<>();
  private final PadRunsViewModel model =
      new PadRunsViewModel(runs, image, Runnable::run, Runnable::run);

  private List<Integer> read() {
    return model.readingsProperty().get().stream()
        .map(reading -> model.shown(reading).best())
        .toList();
  }

  private static List<Long> ids(List<RunSummary> summaries) {
    return summaries.stream().map(RunSummary::id).toList();
  }

  @Test
  void whileNobodyLooksNothingIsRead() {
    runs.add(1, 3, 0.1);
    image.set(IMAGE);

    assertTrue(model.available().isEmpty());
    assertEquals(0, runs.modelsRead);
  }

  @Test
  void theNewestRunsAnswerUntilThePersonChooses() {
    for (int id = 1; id <= 5; id++) {
      runs.add(id, id, 0.1);
    }
    model.activeProperty().set(true);
    image.set(IMAGE);

    assertEquals(List.of(5L, 4L, 3L), ids(model.chosenProperty().get()));
    assertEquals(List.of(5, 4, 3), read());
    assertEquals(0.9, model.readingsProperty().get().get(0).probabilities().orElseThrow()[5], 1e-5);
  }

  @Test
  void runsAreChosenAndLetGoInTheOrderOfTheListUpToTheMost() {
    for (int id = 1; id <= 10; id++) {
      runs.add(id, id % 10, 0.1);
    }
    model.activeProperty().set(true);
    for (RunSummary run : List.copyOf(model.available())) {
      model.choose(run, false);
    }
    assertTrue(model.chosenProperty().get().isEmpty());
    assertEquals(Optional.empty(), model.courseRunProperty().get());

    for (int i = 9; i >= 0; i--) {
      model.choose(model.available().get(i), true);
    }

    assertEquals(List.of(8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L), ids(model.chosenProperty().get()));
    model.choose(model.available().get(4), false);
    assertFalse(ids(model.chosenProperty().get()).contains(6L));
  }

  @Test
  void aBlankPadHasNoAnswers() {
    runs.add(1, 3, 0.1);
    model.activeProperty().set(true);
    image.set(IMAGE);
    image.set(null);

    assertEquals(List.of(-1), read());
  }

  @Test
  void aRunWithoutWeightsSaysSoAndTheOthersAnswer() {
    runs.add(1, 3, 0.1);
    runs.add(2, 4, 0.1);
    runs.last.remove(2L);
    model.activeProperty().set(true);
    image.set(IMAGE);

    assertEquals(List.of(-1, 3), read());
    assertEquals(
        "draw.noWeights",
        model.readingsProperty().get().get(0).problem().map(Problem::key).orElseThrow());
  }

  @Test
  void aStoreThatCannotBeReadIsToldAndAskedAgain() {
    runs.add(1, 3, 0.1);
    runs.problem = new Problem("store.failed", "runs.db", "no");
    model.activeProperty().set(true);
    assertTrue(model.problemProperty().get().isPresent());

    runs.problem = null;
    runs.observers.forEach(observer -> observer.accept(1));
    assertTrue(model.problemProperty().get().isEmpty());
    assertEquals(1, model.available().size());
  }

  @Test
  void aRunThatComesLaterIsThere() {
    runs.add(1, 3, 0.1);
    model.activeProperty().set(true);
    model.choose(model.available().get(0), true);
    runs.add(2, 4, 0.1);
    runs.observers.forEach(observer -> observer.accept(2));

    assertEquals(List.of(2L, 1L), ids(model.available()));
    assertEquals(List.of(1L), ids(model.chosenProperty().get()), "the person's choice stays");
  }

  @Test
  void theSliderShowsWhatWasReadAfterAnEpoch() {
    runs.add(1, 7, 0.1);
    runs.epochs.put(1L, new TreeMap<>(Map.of(1, 2, 3, 1, 5, 7, 7, 7)));
    model.activeProperty().set(true);
    image.set(IMAGE);

    assertEquals(List.of(1, 3, 5, 7), model.courseProperty().get().epochs());
    assertEquals(3, model.placeProperty().get(), "the last epoch comes first");
    assertEquals(List.of(7), read());
    model.placeProperty().set(1);
    assertEquals(List.of(1), read());
    assertEquals(3, model.shown(model.readingsProperty().get().get(0)).epoch());
  }

  @Test
  void itIsToldWhenTheDigitWasLearntForGood() {
    runs.add(1, 7, 0.1);
    runs.epochs.put(1L, new TreeMap<>(Map.of(1, 7, 2, 1, 3, 7, 4, 7)));
    model.activeProperty().set(true);
    image.set(IMAGE);

    assertEquals(7, model.followedDigit());
    assertEquals(Optional.of(2), model.courseProperty().get().learntAt(7));
    assertEquals(Optional.empty(), model.courseProperty().get().learntAt(1));
    model.truthProperty().set(1);
    assertEquals(1, model.followedDigit());
  }

  @Test
  void anotherRunsEpochsAreFollowedWhenItIsAskedFor() {
    RunSummary one = runs.add(1, 7, 0.1);
    runs.add(2, 8, 0.1);
    runs.epochs.put(1L, Map.of(4, 2));
    model.activeProperty().set(true);
    image.set(IMAGE);
    assertEquals(2, model.courseProperty().get().run());
    assertTrue(model.courseProperty().get().epochs().isEmpty());

    model.follow(one);

    assertEquals(List.of(4), model.courseProperty().get().epochs());
    model.choose(one, false);
    assertEquals(2, model.courseRunProperty().get().orElseThrow().id());
  }

  @Test
  void eachNetworkIsReadOnceAndLeavesMemoryWhenNobodyLooks() {
    runs.add(1, 7, 0.1);
    runs.epochs.put(1L, Map.of(1, 2, 2, 7));
    model.activeProperty().set(true);
    image.set(IMAGE);
    image.set(null);
    image.set(IMAGE);
    assertEquals(3, runs.modelsRead);

    model.activeProperty().set(false);
    model.activeProperty().set(true);
    assertEquals(6, runs.modelsRead);
  }

  @Test
  void drawingsThatAreOutOfDateAreSkipped() {
    Deque<Runnable> worker = new ArrayDeque<>();
    PadRunsViewModel slow = new PadRunsViewModel(runs, image, worker::add, Runnable::run);
    runs.add(1, 7, 0.1);
    slow.activeProperty().set(true);
    while (!worker.isEmpty()) {
      worker.remove().run();
    }
    for (int i = 0; i < 5; i++) {
      image.set(null);
      image.set(IMAGE);
    }

    assertEquals(1, worker.size());
    worker.remove().run();
    assertEquals(7, slow.readingsProperty().get().get(0).best());
  }

  @Test
  void whatSetsRunsApartIsSaid() {
    RunSummary one = runs.add(1, 7, 0.1);
    RunSummary other = runs.add(2, 7, 0.01);
    model.activeProperty().set(true);

    String first = model.difference(one).orElseThrow().in(Locale.ENGLISH);
    String second = model.difference(other).orElseThrow().in(Locale.ENGLISH);
    assertTrue(first.contains("0.1"), first);
    assertTrue(second.contains("0.01"), second);
  }

  @Test
  void aRealRunOfAStoreAnswersAsItDidWhenItWasTrained(@TempDir Path folder) {
    TrainingData data = SmallMnist.of(600, 20);
    TrainingConfig config = TrainingConfig.builder().hidden(8).epochs(4).batchSize(50).build();
    try (RunStore store = RunStore.open(folder.resolve("runs.db"))) {
      RunRecorder recorder = store.record(config, "", "");
      RunResult result = new Trainer(config, data).run(recorder, new StopSignal());
      recorder.finished(result);
      PadRunsViewModel real =
          new PadRunsViewModel(new StoredPadRuns(() -> store), image, Runnable::run, Runnable::run);
      image.set(data.test().image(0));
      real.activeProperty().set(true);

      float[] answer = real.readingsProperty().get().get(0).probabilities().orElseThrow();
      assertArrayEquals(result.model().predict(data.test().image(0)), answer);
      assertEquals(List.of(1, 2, 3, 4), real.courseProperty().get().epochs());
      assertArrayEquals(answer, real.courseProperty().get().answers().get(3));
      real.activeProperty().set(false);
    }
  }
}
