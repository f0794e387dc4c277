package digitstudio.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.digits.PixelScaling;
import digitstudio.experiment.RunQueue.Waiting;
import digitstudio.text.Problem;
import digitstudio.training.ConfusionMatrix;
import digitstudio.training.EpochResult;
import digitstudio.training.Evaluation;
import digitstudio.training.Model;
import digitstudio.training.Provenance;
import digitstudio.training.RunResult;
import digitstudio.training.RunState;
import digitstudio.training.StopSignal;
import digitstudio.training.TrainingConfig;
import digitstudio.training.TrainingListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Runs one after the other, with the training itself left out. */
class RunQueueTest {
  private final List<Long> trained = new ArrayList<>();
  private final FakeArchive archive = new FakeArchive();
  private final RunQueue queue = new RunQueue(this::train, archive);
  private final List<String> told = new ArrayList<>();
  private Runnable during = () -> {};
  private Problem failure;

  private final RunQueue.Observer observer =
      new RunQueue.Observer() {
        @Override
        public void epochEnded(Waiting run, EpochResult epoch) {
          told.add("epoch of " + run.config().seed());
        }

        @Override
        public void ended(Waiting run, RunSummary summary, boolean earlier) {
          told.add((earlier ? "earlier " : "ended ") + run.config().seed() + summary.state());
        }

        @Override
        public void failed(Waiting run, Problem problem) {
          told.add("failed " + run.config().seed());
        }
      };

  @Test
  void runsAreTrainedInTheirOrderAndKept() {
    queue.add(seeds(1, 2));
    queue.run(observer);
    assertEquals(List.of(1L, 2L), trained);
    assertEquals(List.of("epoch of 1", "ended 1FINISHED", "epoch of 2", "ended 2FINISHED"), told);
    assertEquals(List.of("epoch 1", "finished 1", "epoch 2", "finished 2"), archive.told);
  }

  @Test
  void whatIsDoneIsNotDoneAgain() {
    archive.done.put(seeds(1).get(0), KeptRuns.run(seeds(1).get(0), 0.9).summary());
    queue.add(seeds(1, 2));
    queue.run(observer);
    assertEquals(List.of(2L), trained);
    assertTrue(told.contains("earlier 1FINISHED"), told.toString());
  }

  @Test
  void waitingRunsAreMovedRemovedAndTakenOut() {
    queue.add(seeds(1, 2, 3, 4));
    List<Waiting> waiting = queue.waiting();
    queue.move(waiting.get(3).id(), 0);
    queue.move(waiting.get(0).id(), 99);
    queue.remove(waiting.get(1).id());
    queue.move(12345, 0);
    assertEquals(List.of(4L, 3L, 1L), order());
    during = queue::clear;
    queue.run(observer);
    assertEquals(List.of(4L), trained);
    assertTrue(queue.waiting().isEmpty());
  }

  @Test
  void aSkippedRunIsStoppedAndTheNextBegins() {
    queue.add(seeds(1, 2));
    during =
        () -> {
          if (trained.size() == 1) {
            queue.skip();
          }
        };
    queue.run(observer);
    assertTrue(told.contains("ended 1STOPPED"), told.toString());
    assertTrue(told.contains("ended 2FINISHED"), told.toString());
  }

  @Test
  void aStoppedQueueBeginsNoOther() {
    queue.add(seeds(1, 2));
    during = queue::stop;
    queue.run(observer);
    assertEquals(List.of(1L), trained);
    assertEquals(List.of(2L), order());
    assertTrue(queue.isStopped());
  }

  @Test
  void aRunThatCannotBeginIsToldAndTheNextBegins() {
    failure = new Problem("settings.batchTooLarge", 9, 5);
    queue.add(seeds(1, 2));
    during = () -> failure = null;
    queue.run(observer);
    assertTrue(told.contains("failed 1"), told.toString());
    assertTrue(told.contains("ended 2FINISHED"), told.toString());
    assertTrue(archive.told.contains("failed 1"), archive.told.toString());
  }

  @Test
  void aHeldQueueBeginsNothingUntilItGoesOn() throws Exception {
    queue.add(seeds(1));
    queue.pause();
    CompletableFuture<Void> work = CompletableFuture.runAsync(() -> queue.run(observer));
    assertTrue(queue.isPaused());
    assertFalse(work.isDone());
    assertEquals(List.of(1L), order());
    queue.resume();
    work.get(10, TimeUnit.SECONDS);
    assertEquals(List.of(1L), trained);
  }

  @Test
  void aHeldQueueCanBeStopped() throws Exception {
    queue.add(seeds(1));
    queue.pause();
    CompletableFuture<Void> work = CompletableFuture.runAsync(() -> queue.run(observer));
    queue.stop();
    work.get(10, TimeUnit.SECONDS);
    assertTrue(trained.isEmpty());
  }

  private List<Long> order() {
    return queue.waiting().stream().map(run -> run.config().seed()).toList();
  }

  private static List<TrainingConfig> seeds(long... seeds) {
    List<TrainingConfig> configs = new ArrayList<>();
    for (long seed : seeds) {
      configs.add(TrainingConfig.builder().hidden(2).seed(seed).build());
    }
    return configs;
  }

  private RunResult train(TrainingConfig config, TrainingListener listener, StopSignal signal) {
    Problem problem = failure;
    trained.add(config.seed());
    during.run();
    if (problem != null) {
      throw problem;
    }
    EpochResult epoch = new EpochResult(1, 0.5, 0.75, 0.5, 0.75, 0, 0.001, 2.5);
    listener.epochEnded(epoch);
    Provenance provenance =
        new Provenance("Digit Studio", "2026-01-02T03:04:05Z", 1, "ab", "17", "Linux", 2, 2, "B");
    Evaluation answers = new Evaluation(0.5, new ConfusionMatrix(new long[][] {{3, 1}, {0, 1}}));
    return new RunResult(
        config,
        provenance,
        signal.isStopped() ? RunState.STOPPED : RunState.FINISHED,
        List.of(epoch),
        1,
        false,
        answers,
        Optional.of(answers),
        answers,
        2.5,
        new Model(config.network(1, 2), PixelScaling.PLAIN, List.of(), config, provenance));
  }

  /** Keeps nothing but what it was told. */
  private static final class FakeArchive implements RunArchive {
    final Map<TrainingConfig, RunSummary> done = new HashMap<>();
    final List<String> told = new ArrayList<>();

    @Override
    public Optional<RunSummary> finished(TrainingConfig config) {
      return Optional.ofNullable(done.get(config));
    }

    @Override
    public Optional<RunRecorder> record(TrainingConfig config) {
      return Optional.of(
          new RunRecorder() {
            @Override
            public long id() {
              return config.seed();
            }

            @Override
            public void epochEnded(EpochResult epoch) {
              told.add("epoch " + config.seed());
            }

            @Override
            public void finished(RunResult result) {
              told.add("finished " + config.seed());
            }

            @Override
            public void failed(Problem problem) {
              told.add("failed " + config.seed());
            }
          });
    }
  }
}
