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
