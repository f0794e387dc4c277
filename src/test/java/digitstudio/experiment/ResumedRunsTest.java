package digitstudio.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.text.Problem;
import digitstudio.training.Checkpoint;
import digitstudio.training.Checkpointing;
import digitstudio.training.EpochResult;
import digitstudio.training.Model;
import digitstudio.training.RunListener;
import digitstudio.training.RunResult;
import digitstudio.training.RunState;
import digitstudio.training.SmallMnist;
import digitstudio.training.StopSignal;
import digitstudio.training.Trainer;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumedRunsTest {
  private static final TrainingData DATA = SmallMnist.of(600, 100);
  private static final TrainingConfig CONFIG =
      TrainingConfig.builder().hidden(8).epochs(4).batchSize(60).dropout(0.2).build();

  @TempDir private Path folder;
  private Path file;
  private RunStore store;
  private final List<String> told = new ArrayList<>();

  @BeforeEach
  void open() {
    file = folder.resolve("runs.db");
    store = RunStore.open(file);
    store.addProblemObserver(problem -> told.add(problem.key()));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void openAgain() {
    store.close();
    open();
  }

  /** The run is lost as by a kill: nobody tells the store how it ended. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Keeps a run with a checkpoint after every step, until a step at which it is killed. */
  private record Eager(RunRecorder recorder, long killedAt, StopSignal signal, long stoppedAt)
      implements RunListener {
    @Override
    public Checkpointing checkpointing() {
      Checkpointing kept = recorder.checkpointing();
      return new Checkpointing() {
        @Override
        public Optional<Checkpoint> start() {
          return kept.start();
        }

        @Override
        public boolean isDue(boolean epochEnded) {
          return true;
        }

        @Override
        public void keep(Supplier<Checkpoint> moment) {
          kept.keep(moment);
        }
      };
    }

    @Override
    public void stepEnded(long step, int images, double loss, int correct) {
      if (step == killedAt) {
        throw new Killed();
      }
      if (step == stoppedAt) {
        signal.stop();
      }
    }
  }

  private static RunResult train(
      RunRecorder recorder, TrainingConfig config, TrainingData data, long killedAt, long stopAt) {
    StopSignal signal = new StopSignal();
    try {
      RunResult result =
          new Trainer(config, data)
              .run(new Eager(recorder, killedAt, signal, stopAt).and(recorder), signal);
      recorder.finished(result);
      return result;
    } catch (Problem e) {
      recorder.failed(e);
      throw e;
    }
  }

  private static RunResult train(RunRecorder recorder) {
    return train(recorder, CONFIG, DATA, 0, 0);
  }

  private long killed(long step) {
    RunRecorder recorder = store.record(CONFIG, "mine", "");
    assertThrows(Killed.class, () -> train(recorder, CONFIG, DATA, step, 0));
    openAgain();
    return recorder.id();
  }

  private Path checkpoint(long id, String kind) {
    return folder.resolve("runs.db-checkpoints").resolve(id + kind);
  }

  private static List<Double> losses(List<EpochResult> epochs) {
    return epochs.stream().map(EpochResult::trainLoss).toList();
  }

  private static void assertSame(Model expected, Model found) {
    for (int i = 0; i < expected.parameters().size(); i++) {
      assertArrayEquals(expected.parameters().get(i), found.parameters().get(i));
    }
  }

  @Test
  void aKilledRunGoesOnInItsOwnRowAndEndsAsTheOneThatWasNot() {
    long whole = train(store.record(CONFIG, "", "")).epochs().size();
    long id = killed(21);
    ResumableRun found = store.resumable().get(0);
    assertEquals(id, found.run().id());
    assertEquals(RunState.INTERRUPTED, found.run().state());
    assertEquals(3, found.epoch());
    train(store.resume(id));
    assertEquals(2, store.runs().size());
    RunDetails once = store.details(1).orElseThrow();
    RunDetails twice = store.details(id).orElseThrow();
    assertEquals(RunState.FINISHED, twice.summary().state());
    assertEquals("mine", twice.summary().name());
    assertEquals(whole, twice.epochs().size());
    assertEquals(losses(once.epochs()), losses(twice.epochs()));
    assertEquals(once.test().orElseThrow().loss(), twice.test().orElseThrow().loss());
    assertSame(
        store.model(1, RunStore.Weights.FINAL).orElseThrow(),
        store.model(id, RunStore.Weights.FINAL).orElseThrow());
    assertEquals(store.epochWeights(1).epochs(), store.epochWeights(id).epochs());
    assertEquals(
        IntStream.rangeClosed(1, 4).boxed().toList(),
        store.confusions(id).stream().map(EpochConfusion::epoch).toList());
    assertEquals(List.of(), told);
  }

  @Test
  void itsCheckpointsGoWhenItEnds() {
    long id = killed(21);
    assertTrue(Files.exists(checkpoint(id, ".checkpoint")));
    train(store.resume(id));
    assertFalse(Files.exists(checkpoint(id, ".checkpoint")));
    assertFalse(Files.exists(checkpoint(id, ".checkpoint.before")));
    assertEquals(List.of(), store.resumable());
    assertEquals("resume.over", assertThrows(Problem.class, () -> store.resume(id)).key());
  }

  @Test
  void aStoppedRunIsContinuedAndItsFirstEndForgotten() {
    RunResult whole = train(store.record(CONFIG, "", ""));
    RunRecorder recorder = store.record(CONFIG, "", "");
    RunResult stopped = train(recorder, CONFIG, DATA, 0, 13);
    assertEquals(RunState.STOPPED, stopped.state());
    long id = recorder.id();
    assertEquals(2, store.resumable(id).orElseThrow().epoch());
    // And stopped once more, where it already was.
    assertEquals(RunState.STOPPED, train(store.resume(id), CONFIG, DATA, 0, 14).state());
    RunResult result = train(store.resume(id));
    assertSame(whole.model(), result.model());
    assertSame(whole.model(), store.model(id, RunStore.Weights.FINAL).orElseThrow());
    assertEquals(RunState.FINISHED, store.run(id).orElseThrow().state());
  }

  @Test
  void aDamagedCheckpointGivesWayToTheOneBefore() throws IOException {
    RunResult whole = train(store.record(CONFIG, "", ""));
    long id = killed(21);
    byte[] bytes = Files.readAllBytes(checkpoint(id, ".checkpoint"));
    bytes[bytes.length / 2] ^= 1;
    Files.write(checkpoint(id, ".checkpoint"), bytes);
    RunResult result = train(store.resume(id));
    assertSame(whole.model(), result.model());
  }

  @Test
  void aRunWhoseCheckpointsAreAllBadSaysSoAndStaysAsItIs() throws IOException {
    long id = killed(21);
    for (String kind : List.of(".checkpoint", ".checkpoint.before")) {
      byte[] bytes = Files.readAllBytes(checkpoint(id, kind));
      Files.write(checkpoint(id, kind), java.util.Arrays.copyOf(bytes, bytes.length - 40));
    }
    assertEquals(List.of(), store.resumable());
    assertEquals("checkpoint.damaged", assertThrows(Problem.class, () -> store.resume(id)).key());
    assertEquals(RunState.INTERRUPTED, store.run(id).orElseThrow().state());
  }

  @Test
  void aRunWithoutCheckpointSaysSo() {
    RunRecorder recorder = store.record(CONFIG, "", "");
    openAgain();
    assertEquals(
        "resume.none", assertThrows(Problem.class, () -> store.resume(recorder.id())).key());
    assertEquals("resume.unknown", assertThrows(Problem.class, () -> store.resume(99)).key());
  }

  @Test
  void onOtherImagesItIsRefusedAndCanStillBeResumed() {
    long id = killed(21);
    TrainingData other = new TrainingData(DATA.train(), DATA.test(), "other");
    RunRecorder recorder = store.resume(id);
    assertThrows(Problem.class, () -> train(recorder, CONFIG, other, 0, 0));
    assertEquals(RunState.INTERRUPTED, store.run(id).orElseThrow().state());
    assertEquals(RunState.FINISHED, train(store.resume(id)).state());
  }

  @Test
  void aRunThatGoesOnIsNotResumedByAnother() {
    long id = killed(21);
    RunRecorder recorder = store.resume(id);
    try (RunStore second = RunStore.open(file)) {
      assertEquals("resume.going", assertThrows(Problem.class, () -> second.resume(id)).key());
      assertEquals(List.of(), second.resumable());
    }
    train(recorder);
  }

  @Test
  void theCheckpointOfAnotherStoresRunIsNotTaken() throws IOException {
    long id = killed(21);
    store.close();
    Files.delete(file);
    open();
    RunRecorder recorder = store.record(CONFIG, "", "");
    assertEquals(id, recorder.id());
    openAgain();
    assertEquals(List.of(), store.resumable());
    assertTrue(Files.exists(checkpoint(id, ".checkpoint")));
  }

  @Test
  void whatCannotBeWrittenIsToldOnceAndTheRunGoesOn() throws IOException {
    // A file where the folder should be.
    Files.createFile(folder.resolve("runs.db-checkpoints"));
    RunResult result = train(store.record(CONFIG, "", ""));
    assertEquals(RunState.FINISHED, result.state());
    assertEquals(List.of("checkpoint.notWritten"), told);
  }

  @Test
  void aSweepGoesOnWithItsInterruptedRun() {
    RunRecorder recorder = store.recordSealed(CONFIG, "sweep");
    assertThrows(Killed.class, () -> train(recorder, CONFIG, DATA, 21, 0));
    openAgain();
    try (RunArchive archive = RunArchive.ofSweep(store, "sweep", DATA.sha256())) {
      RunRecorder again = archive.record(CONFIG).orElseThrow();
      assertEquals(recorder.id(), again.id());
      train(again);
      assertEquals(1, store.runs().size());
      assertTrue(store.details(again.id()).orElseThrow().test().isEmpty());
      assertTrue(archive.look(store.runs()).get(0).testAccuracy().isPresent());
    }
  }

  @Test
  void aSweepOfOtherImagesBeginsAnew() {
    RunRecorder recorder = store.recordSealed(CONFIG, "sweep");
    assertThrows(Killed.class, () -> train(recorder, CONFIG, DATA, 21, 0));
    openAgain();
    try (RunArchive archive = RunArchive.ofSweep(store, "sweep", "other")) {
      assertEquals(recorder.id() + 1, archive.record(CONFIG).orElseThrow().id());
    }
  }
}
