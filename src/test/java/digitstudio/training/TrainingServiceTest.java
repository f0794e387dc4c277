package digitstudio.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.text.Problem;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrainingServiceTest {
  private static final TrainingData DATA = SmallMnist.of(2000, 200);
  private static final TrainingConfig SMALL =
      TrainingConfig.builder().hidden(16).epochs(3).batchSize(50).build();
  private static final TrainingConfig ENDLESS =
      SMALL.toBuilder().epochs(1_000_000).batchSize(1).build();

  private final TrainingService service = new TrainingService(Runnable::run, () -> DATA);
  private final BlockingQueue<RunSnapshot> snapshots = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    service.close();
  }

  private RunSnapshot await(Predicate<RunSnapshot> condition) throws InterruptedException {
    while (true) {
      RunSnapshot snapshot = snapshots.poll(30, TimeUnit.SECONDS);
      if (snapshot == null) {
        throw new AssertionError("nothing came in half a minute");
      }
      if (condition.test(snapshot)) {
        return snapshot;
      }
    }
  }

  @Test
  void aRunIsToldFromItsStartToItsEnd() throws Exception {
    service.start(SMALL, snapshots::add);
    assertEquals(RunState.PREPARING, snapshots.take().state());
    RunSnapshot last = await(snapshot -> snapshot.state().isOver());
    assertEquals(RunState.FINISHED, last.state());
    assertEquals(3, last.epochs().size());
    assertEquals(3, last.epoch());
    assertEquals(96, last.step());
    assertEquals(32, last.stepsPerEpoch());
    assertEquals(96, last.lossByStep().steps());
    assertEquals(1, last.progress());
    assertTrue(last.imagesPerSecond() > 0);
    assertTrue(last.result().isPresent());
    assertFalse(service.isBusy());
  }

  @Test
  void whatIsRehearsedLeavesNoTraceInTheRun() throws Exception {
    service.start(SMALL, snapshots::add);
    RunSnapshot first = await(snapshot -> snapshot.state().isOver());
    service.warmUp();
    service.start(SMALL, snapshots::add);
    RunSnapshot second = await(snapshot -> snapshot.state().isOver());
    assertEquals(RunState.FINISHED, second.state());
    for (int epoch = 0; epoch < first.epochs().size(); epoch++) {
      assertEquals(
          first.epochs().get(epoch).trainLoss(), second.epochs().get(epoch).trainLoss(), 0);
    }
  }

  @Test
  void pauseHoldsTheRunAndResumeLetsItGoOn() throws Exception {
    service.start(ENDLESS, snapshots::add);
    await(snapshot -> snapshot.step() > 0);
    service.pause();
    RunSnapshot paused = await(snapshot -> snapshot.state() == RunState.PAUSED);
    assertTrue(service.isBusy());
    service.resume();
    RunSnapshot running = await(snapshot -> snapshot.state() == RunState.RUNNING);
    assertEquals(paused.step(), running.step());
    await(snapshot -> snapshot.step() > paused.step());
  }

  @Test
  void stopEndsAPausedRunToo() throws Exception {
    service.start(ENDLESS, snapshots::add);
    await(snapshot -> snapshot.step() > 0);
    service.pause();
    await(snapshot -> snapshot.state() == RunState.PAUSED);
    service.stop();
    RunSnapshot last = await(snapshot -> snapshot.state().isOver());
    assertEquals(RunState.STOPPED, last.state());
    assertTrue(last.result().isPresent());
  }

  @Test
  void aSecondRunWaitsForNoneButIsRefusedWhileOneGoesOn() throws Exception {
    service.start(ENDLESS, snapshots::add);
    assertThrows(IllegalStateException.class, () -> service.start(SMALL, snapshots::add));
    service.stop();
    await(snapshot -> snapshot.state().isOver());
    service.start(SMALL, snapshots::add);
    assertEquals(RunState.FINISHED, await(s -> s.state().isOver()).state());
  }

  @Test
  void settingsThatDoNotSuitTheDataEndAsASentence() throws Exception {
    service.start(SMALL.toBuilder().batchSize(5000).build(), snapshots::add);
    RunSnapshot last = await(snapshot -> snapshot.state().isOver());
    assertEquals(RunState.FAILED, last.state());
    assertEquals("settings.batchTooLarge", last.problem().orElseThrow().key());
  }

  @Test
  void missingDataEndsAsASentenceAndIsAskedForAgain() throws Exception {
    CountDownLatch asked = new CountDownLatch(2);
    try (TrainingService dataless =
        new TrainingService(
            Runnable::run,
            () -> {
              asked.countDown();
              throw new Problem("settings.unknown", "data", "x", "y");
            })) {
      dataless.start(SMALL, snapshots::add);
      assertEquals(RunState.FAILED, await(s -> s.state().isOver()).state());
      dataless.start(SMALL, snapshots::add);
      assertEquals(RunState.FAILED, await(s -> s.state().isOver()).state());
      assertEquals(0, asked.getCount());
    }
  }

  @Test
  void aPredictionWithoutANetworkIsEmpty() throws Exception {
    BlockingQueue<float[]> answers = new LinkedBlockingQueue<>();
    service.predict(DATA.test().image(0), answers::add);
    assertEquals(0, answers.poll(30, TimeUnit.SECONDS).length);
  }

  @Test
  void aPredictionFollowsTheTraining() throws Exception {
    BlockingQueue<float[]> answers = new LinkedBlockingQueue<>();
    service.start(ENDLESS, snapshots::add);
    await(snapshot -> snapshot.step() > 0);
    service.predict(DATA.test().image(0), answers::add);
    float[] first = answers.poll(30, TimeUnit.SECONDS);
    assertEquals(10, first.length);
    float[] later = first;
    while (List.of(later[0], later[1]).equals(List.of(first[0], first[1]))) {
      later = answers.poll(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void anOpenedModelAnswers() throws Exception {
    service.start(SMALL, snapshots::add);
    Model model = await(s -> s.state().isOver()).result().orElseThrow().model();
    BlockingQueue<float[]> answers = new LinkedBlockingQueue<>();
    try (TrainingService other = new TrainingService(Runnable::run, () -> DATA)) {
      other.use(model);
      other.predict(DATA.test().image(3), answers::add);
      float[] answer = answers.poll(30, TimeUnit.SECONDS);
      while (answer.length == 0) {
        answer = answers.poll(30, TimeUnit.SECONDS);
      }
      assertArrayEquals(model.predict(DATA.test().image(3)), answer);
    }
  }

  @Test
  void aModelOpenedDuringATrainingAnswersOnUntilTheTrainingIsFollowedAgain() throws Exception {
    service.start(SMALL, snapshots::add);
    Model model = await(s -> s.state().isOver()).result().orElseThrow().model();
    float[] opened = model.predict(DATA.test().image(3));
    service.start(ENDLESS.toBuilder().hidden(7).build(), snapshots::add);
    await(snapshot -> snapshot.state() == RunState.RUNNING && snapshot.step() > 0);

    service.use(model);
    assertArrayEquals(opened, answer());
    long step = await(snapshot -> snapshot.step() > 0).step();
    await(snapshot -> snapshot.step() > step);
    assertArrayEquals(opened, answer());
    service.stop();
    await(snapshot -> snapshot.state().isOver());
    assertArrayEquals(opened, answer());

    service.follow();
    service.start(SMALL.toBuilder().seed(99).build(), snapshots::add);
    Model next = await(s -> s.state().isOver()).result().orElseThrow().model();
    assertArrayEquals(next.predict(DATA.test().image(3)), answer());
  }

  private float[] answer() throws InterruptedException {
    BlockingQueue<List<float[]>> answers = new LinkedBlockingQueue<>();
    service.predictAll(List.of(DATA.test().image(3)), answers::add);
    return answers.poll(30, TimeUnit.SECONDS).get(0);
  }

  @Test
  void theRehearsalTellsHowFastThisComputerTrains() throws Exception {
    BlockingQueue<Double> speeds = new LinkedBlockingQueue<>();
    service.warmUp(speeds::add);
    assertTrue(speeds.poll(30, TimeUnit.SECONDS) > 0);
  }

  @Test
  void aRunIsRecordedFromItsStartToItsEnd() throws Exception {
    List<String> told = new CopyOnWriteArrayList<>();
    try (TrainingService recorded =
        new TrainingService(Runnable::run, () -> DATA, config -> new Recording(told))) {
      recorded.start(SMALL, snapshots::add);
      await(s -> s.state().isOver());
      assertEquals(List.of("prepared", "epoch 1", "epoch 2", "epoch 3", "finished FINISHED"), told);
      told.clear();
      recorded.start(SMALL.toBuilder().batchSize(5000).build(), snapshots::add);
      await(s -> s.state() == RunState.FAILED);
      assertEquals(List.of("failed settings.batchTooLarge"), told);
    }
  }

  private record Recording(List<String> told) implements RunListener {
    @Override
    public void prepared(Provenance provenance) {
      told.add("prepared");
    }

    @Override
    public void epochEnded(EpochResult result) {
      told.add("epoch " + result.epoch());
    }

    @Override
    public void finished(RunResult result) {
      told.add("finished " + result.state());
    }

    @Override
    public void failed(Problem problem) {
      told.add("failed " + problem.key());
    }
  }
}
