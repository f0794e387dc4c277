package digitstudio.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.training.RunListener;
import digitstudio.training.RunState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunKeeperTest {
  @TempDir private Path folder;

  private final List<String> told = new ArrayList<>();

  private RunKeeper keeper(Path file) {
    return new RunKeeper(file, Runnable::run, problem -> told.add(problem.key()));
  }

  @Test
  void aRunIsKeptUnderTheNameAndGroupThatItIsGiven() {
    Path file = folder.resolve("runs.db");
    try (RunKeeper keeper = keeper(file)) {
      RunListener recorder = keeper.record(SampleRuns.CONFIG, "mine", "lecture 3");
      recorder.epochEnded(SampleRuns.epoch(1));
      recorder.finished(SampleRuns.finished(SampleRuns.CONFIG, 1));
    }
    try (RunStore store = RunStore.open(file)) {
      RunSummary run = store.runs().get(0);
      assertEquals("mine", run.name());
      assertEquals("lecture 3", run.group());
      assertEquals(RunState.FINISHED, run.state());
    }
    assertEquals(List.of(), told);
  }

  @Test
  void withoutAStoreEveryRunIsToldAndGoesOnUnkept() {
    try (RunKeeper keeper = keeper(folder)) {
      keeper.store();
      assertEquals(List.of("store.folder"), told);
      assertSame(RunListener.SILENT, keeper.record(SampleRuns.CONFIG));
      assertEquals(List.of("store.folder", "store.folder"), told);
      assertTrue(keeper.store().isCompletedExceptionally());
    }
  }

  @Test
  void nothingIsOpenedBeforeItIsNeeded() {
    keeper(folder.resolve("runs.db")).close();
    assertFalse(Files.exists(folder.resolve("runs.db")));
  }

  @Test
  void aStoreThatWasSetAsideIsTold() throws Exception {
    Path file = Files.writeString(folder.resolve("runs.db"), "no database, but long ".repeat(99));
    try (RunKeeper keeper = keeper(file)) {
      keeper.store();
      assertEquals(List.of("store.setAside"), told);
    }
  }
}
