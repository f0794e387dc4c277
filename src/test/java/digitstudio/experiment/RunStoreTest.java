package digitstudio.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.experiment.RunStore.Weights;
import digitstudio.text.Problem;
import digitstudio.training.EpochResult;
import digitstudio.training.Evaluation;
import digitstudio.training.Model;
import digitstudio.training.RunResult;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store against real files. */
class RunStoreTest {
  @TempDir private Path folder;

  private final BlockingQueue<Long> changes = new LinkedBlockingQueue<>();
  private RunStore store;

  @BeforeEach
  void open() {
    store = RunStore.open(file());
    store.addObserver(changes::add);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Path file() {
    return folder.resolve("runs 训练.db");
  }

  private void reopen() {
    store.close();
    open();
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement running = connection.createStatement()) {
      running.execute(statement);
    }
  }

  private RunSummary only() {
    assertEquals(1, store.runs().size());
    return store.runs().get(0);
  }

  @Test
  void aRunIsVisibleAsItStarts() {
    RunRecorder recorder = store.record(SampleRuns.CONFIG, "", "a sweep");
    RunSummary run = only();
    assertEquals(recorder.id(), run.id());
    assertEquals(RunState.PREPARING, run.state());
    assertEquals("4 ReLU · Adam 0.001 · batch 128", run.name());
    assertEquals("a sweep", run.group());
    assertEquals(SampleRuns.CONFIG, run.config());
    assertEquals(0, run.epochs());
    assertTrue(run.last().isEmpty() && run.best().isEmpty());
    assertTrue(Math.abs(Instant.now().toEpochMilli() - run.started().toEpochMilli()) < 60_000);
    assertEquals(List.of(recorder.id()), List.copyOf(changes));
  }

  @Test
  void epochsAreThereWhenTheObserverIsTold() throws Exception {
    RunRecorder recorder = store.record(SampleRuns.CONFIG, "", "");
    changes.clear();
    recorder.stateChanged(RunState.RUNNING);
    SampleRuns.epochs(4).forEach(recorder::epochEnded);
    while (only().epochs() < 4) {
      assertEquals(recorder.id(), changes.poll(30, TimeUnit.SECONDS));
    }
    RunSummary run = only();
    assertEquals(RunState.RUNNING, run.state());
    assertEquals(SampleRuns.epoch(4), run.last().orElseThrow());
    assertEquals(SampleRuns.epoch(3), run.best().orElseThrow());
    assertEquals(0.25 + 0.5 + 0.75 + 1, run.trainingSeconds());
    assertEquals(SampleRuns.epochs(4), store.details(run.id()).orElseThrow().epochs());
  }

  @Test
  void aFinishedRunIsKeptToTheLastBit() {
    TrainingConfig config =
        SampleRuns.CONFIG.toBuilder().standardization(true).hidden(4, 3).seed(-9).build();
    long id = SampleRuns.recorded(store, config);
    RunResult result = SampleRuns.finished(config, 5);
    reopen();
    RunDetails run = store.details(id).orElseThrow();
    assertEquals(RunState.FINISHED, run.summary().state());
    assertEquals(config, run.summary().config());
    assertEquals(SampleRuns.PROVENANCE, run.provenance().orElseThrow());
    assertEquals(result.epochs(), run.epochs());
    assertSame(result.train(), run.train().orElseThrow());
    assertSame(result.validation().orElseThrow(), run.validation().orElseThrow());
    assertSame(result.test(), run.test().orElseThrow());
    assertEquals(OptionalDouble.of(result.test().accuracy()), run.summary().testAccuracy());
    assertEquals(12.5, run.summary().trainingSeconds());
    assertSame(result.model(), store.model(id, Weights.FINAL).orElseThrow());
    assertSame(result.best().orElseThrow(), store.model(id, Weights.BEST).orElseThrow());
  }

  private static void assertSame(Evaluation expected, Evaluation actual) {
    assertEquals(expected.loss(), actual.loss());
    assertArrayEquals(expected.confusion().counts(), actual.confusion().counts());
  }

  static void assertSame(Model expected, Model actual) {
    assertEquals(expected.spec(), actual.spec());
    assertEquals(expected.scaling(), actual.scaling());
    assertEquals(expected.config(), actual.config());
    assertEquals(expected.provenance(), actual.provenance());
    assertEquals(expected.parameters().size(), actual.parameters().size());
    for (int i = 0; i < expected.parameters().size(); i++) {
      assertArrayEquals(expected.parameters().get(i), actual.parameters().get(i));
    }
  }

  @Test
  void whatIsNotANumberComesBackAsItWas() {
    EpochResult diverged =
        new EpochResult(
            1, Double.POSITIVE_INFINITY, 0.1, Double.NaN, Double.NaN, Double.NaN, 0.5, 1);
    RunRecorder recorder = store.record(SampleRuns.CONFIG, "", "");
    recorder.epochEnded(diverged);
    recorder.failed(new Problem("json.missing", "seed"));
    assertEquals(diverged, only().last().orElseThrow());
    assertEquals(List.of(diverged), store.details(recorder.id()).orElseThrow().epochs());
    assertEquals(RunState.FAILED, only().state());
  }

  @Test
  void withNothingHeldOutTheLowestTrainLossIsBest() {
    RunRecorder recorder = store.record(SampleRuns.CONFIG, "", "");
    for (double loss : new double[] {3, 1, 2}) {
      recorder.epochEnded(
          new EpochResult((int) loss, loss, 0.5, Double.NaN, Double.NaN, 0, 0.1, 1));
    }
    recorder.failed(new Problem("json.missing", "seed"));
    assertEquals(1, only().best().orElseThrow().trainLoss());
    assertEquals(2, only().last().orElseThrow().trainLoss());
  }

  @Test
  void weightsThatAreTheSameAreKeptOnce() throws SQLException {
    TrainingConfig config = SampleRuns.CONFIG;
    RunRecorder recorder = store.record(config, "", "");
    SampleRuns.epochs(3).forEach(recorder::epochEnded);
    RunResult all = SampleRuns.finished(config, 3);
    recorder.finished(
        new RunResult(
            config,
            all.provenance(),
            all.state(),
            all.epochs(),
            3,
            false,
            all.train(),
            all.validation(),
            all.test(),
            1,
            all.model()));
    assertSame(all.model(), store.model(recorder.id(), Weights.BEST).orElseThrow());
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      assertEquals(4, statement.executeQuery("SELECT count(*) FROM weights").getInt(1));
    }
  }

  @Test
  void weightsThatAreNotFiniteAreNotKept() {
    RunRecorder recorder = store.record(SampleRuns.CONFIG, "", "");
    RunResult result = SampleRuns.finished(SampleRuns.CONFIG, 5);
    result.model().parameters().get(0)[7] = Float.NaN;
    recorder.finished(result);
    assertTrue(store.model(recorder.id(), Weights.FINAL).isEmpty());
    assertTrue(store.model(recorder.id(), Weights.BEST).isPresent());
  }

  @Test
  void aRunThatTheProgramDidNotEndIsInterruptedWithItsCurve() throws SQLException {
    long done = SampleRuns.recorded(store, SampleRuns.CONFIG);
    RunRecorder recorder = store.record(SampleRuns.CONFIG, "", "");
    recorder.stateChanged(RunState.RUNNING);
    SampleRuns.epochs(2).forEach(recorder::epochEnded);
    store.close();
    // As if the program had been killed: the run goes on, and its writer is nowhere.
    sql("UPDATE runs SET state = 'RUNNING', writer = 42 WHERE id = " + recorder.id());
    open();
    assertEquals(RunState.INTERRUPTED, store.run(recorder.id()).orElseThrow().state());
    assertEquals(SampleRuns.epochs(2), store.details(recorder.id()).orElseThrow().epochs());
    assertEquals(RunState.FINISHED, store.run(done).orElseThrow().state());
  }

  @Test
  void closingInterruptsWhatNobodyEnded() {
    RunRecorder recorder = store.record(SampleRuns.CONFIG, "", "");
    recorder.stateChanged(RunState.RUNNING);
    reopen();
    assertEquals(RunState.INTERRUPTED, store.run(recorder.id()).orElseThrow().state());
  }

  @Test
  void theRunOfAnotherStudioGoesOn() {
    RunRecorder recorder = store.record(SampleRuns.CONFIG, "", "");
    recorder.stateChanged(RunState.RUNNING);
    try (RunStore other = RunStore.open(file())) {
      assertEquals(RunState.PREPARING, other.run(recorder.id()).orElseThrow().state());
      long its = SampleRuns.recorded(other, SampleRuns.CONFIG);
      recorder.epochEnded(SampleRuns.epoch(1));
      recorder.finished(SampleRuns.finished(SampleRuns.CONFIG, 1));
      assertEquals(RunState.FINISHED, other.run(recorder.id()).orElseThrow().state());
      assertEquals(RunState.FINISHED, store.run(its).orElseThrow().state());
    }
  }

  @Test
  void nameNotesAndStarAreThePersonsToChange() {
    long id = SampleRuns.recorded(store, SampleRuns.CONFIG);
    store.describe(id, " the good one ", "多谢\nsecond line", true);
    reopen();
    RunSummary run = only();
    assertEquals("the good one", run.name());
    assertEquals("多谢\nsecond line", run.notes());
    assertTrue(run.starred());
    store.describe(id, " ", "", false);
    assertEquals("4 ReLU · Adam 0.001 · batch 128", only().name());
    assertFalse(only().starred());
  }

  @Test
  void deletedRunsCanBeHadBack() {
    long first = SampleRuns.recorded(store, SampleRuns.CONFIG);
    long second = SampleRuns.recorded(store, SampleRuns.CONFIG);
    store.delete(List.of(first, second));
    assertEquals(List.of(), store.runs());
    assertTrue(store.run(first).isEmpty());
    assertEquals(2, store.deleted().size());
    reopen();
    store.restore(List.of(first));
    assertEquals(first, only().id());
    assertEquals(SampleRuns.epochs(5), store.details(first).orElseThrow().epochs());
  }

  @Test
  void whatWasDeletedLongAgoGoesForGood() throws SQLException {
    long id = SampleRuns.recorded(store, SampleRuns.CONFIG);
    SampleRuns.recorded(store, SampleRuns.CONFIG);
    store.delete(List.of(id));
    store.close();
    sql("UPDATE runs SET deleted = '2020-01-01T00:00:00Z' WHERE deleted IS NOT NULL");
    open();
    store.restore(List.of(id));
    assertFalse(only().id() == id);
    assertTrue(store.model(id, Weights.FINAL).isEmpty());
  }

  @Test
  void theNewestRunComesFirst() {
    long first = SampleRuns.recorded(store, SampleRuns.CONFIG);
    long second = SampleRuns.recorded(store, SampleRuns.CONFIG);
    assertEquals(List.of(second, first), store.runs().stream().map(RunSummary::id).toList());
  }

  @Test
  void settingsAreColumnsToo() throws SQLException {
    SampleRuns.recorded(store, SampleRuns.CONFIG);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      var row =
          statement.executeQuery(
              "SELECT hidden, optimizer, learning_rate, batch_size, seed FROM runs");
      assertEquals("[4]", row.getString(1));
      assertEquals("adam", row.getString(2));
      assertEquals(0.001, row.getDouble(3));
      assertEquals("128", row.getString(4));
      assertEquals(1, row.getLong(5));
    }
  }

  @Test
  void runsThatDifferInTheirSeedOrMoreKeepTheirOwnSettings() {
    List<TrainingConfig> configs =
        List.of(
            SampleRuns.CONFIG,
            SampleRuns.CONFIG.toBuilder().seed(-7).build(),
            SampleRuns.CONFIG.toBuilder().seed(Long.MIN_VALUE).build(),
            SampleRuns.CONFIG.toBuilder().seed(-7).dropout(0.5).build());
    configs.forEach(config -> store.record(config, "", ""));
    List<TrainingConfig> kept = new ArrayList<>();
    store.runs().forEach(run -> kept.add(0, run.config()));
    assertEquals(configs, kept);
  }
}
