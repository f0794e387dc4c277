package digitstudio.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.training.SmallMnist;
import digitstudio.training.Trainer;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A queue that trains for real and keeps its runs in a real store. */
class QueueStoreTest {
  private final TrainingData data = SmallMnist.of(300, 100);
  private int trainings;

  @TempDir Path folder;

  private void work(TrainingConfig config) {
    RunStore store = RunStore.open(folder.resolve("runs.db"));
    try (RunArchive archive = RunArchive.of(store, "sweep", data.sha256())) {
      RunQueue queue =
          new RunQueue(
              (each, listener, signal) -> {
                trainings++;
                return new Trainer(each, data).run(listener, signal);
              },
              archive);
      queue.add(List.of(config));
      queue.run(new RunQueue.Observer() {});
    }
  }

  @Test
  void ofASweepTheTestImagesAreLookedAtForTheChosenRunsAlone() {
    TrainingConfig better = TrainingConfig.builder().hidden(8).epochs(3).validation(0.2).build();
    TrainingConfig worse = better.toBuilder().epochs(1).build();
    Path file = folder.resolve("runs.db");
    try (RunArchive archive = RunArchive.ofSweep(RunStore.open(file), "sweep", data.sha256())) {
      RunQueue queue =
          new RunQueue(
              (each, listener, signal) -> new Trainer(each, data).run(listener, signal), archive);
      queue.add(List.of(better, worse));
      queue.run(RunQueue.Observer.SILENT);
    }
    try (RunStore store = RunStore.open(file)) {
      assertTrue(store.runs().stream().allMatch(run -> run.testAccuracy().isEmpty()));
      assertTrue(
          store.runs().stream()
              .allMatch(run -> store.details(run.id()).orElseThrow().test().isEmpty()));
    }
    try (RunArchive archive = RunArchive.ofSweep(RunStore.open(file), "sweep", data.sha256())) {
      List<RunSummary> runs =
          List.of(archive.finished(better).orElseThrow(), archive.finished(worse).orElseThrow());
      Selection selection = Selection.of(runs);
      assertTrue(Double.isNaN(selection.test().orElseThrow().mean()));
      assertTrue(selection.lookedAt(archive::look).test().orElseThrow().mean() > 0);
    }
    try (RunStore store = RunStore.open(file)) {
      List<RunSummary> opened =
          store.runs().stream().filter(run -> run.testAccuracy().isPresent()).toList();
      assertEquals(1, opened.size());
      assertEquals(
          opened.get(0).testAccuracy().getAsDouble(),
          store.details(opened.get(0).id()).orElseThrow().test().orElseThrow().accuracy());
    }
  }

  @Test
  void aRunOfAQueueIsKeptWholeAndNotDoneAgain() {
    TrainingConfig config = TrainingConfig.builder().hidden(8).epochs(2).build();
    work(config);
    work(config);
    assertEquals(1, trainings);
    try (RunStore store = RunStore.open(folder.resolve("runs.db"))) {
      RunSummary run = store.runs().get(0);
      RunDetails details = store.details(run.id()).orElseThrow();
      assertEquals("sweep", run.group());
      assertEquals(2, details.epochs().size());
      assertEquals(data.sha256(), details.provenance().orElseThrow().dataSha256());
      assertTrue(store.model(run.id(), RunStore.Weights.FINAL).isPresent());
    }
  }
}
