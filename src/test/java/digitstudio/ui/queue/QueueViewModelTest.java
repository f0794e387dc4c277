package digitstudio.ui.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.experiment.DueData;
import digitstudio.experiment.QueueFile.Due;
import digitstudio.experiment.ResumableRun;
import digitstudio.experiment.RunSummaries;
import digitstudio.experiment.RunSummary;
import digitstudio.text.Problem;
import digitstudio.training.RunSnapshot;
import digitstudio.training.RunState;
import digitstudio.training.TrainingConfig;
import digitstudio.ui.queue.QueuedRun.State;
import digitstudio.ui.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The queue with a training that ends when the test says so. */
class QueueViewModelTest {
  private final List<TrainingConfig> started = new ArrayList<>();
  private final List<RunSummary> kept = new ArrayList<>();
  private final List<RunSummary> looked = new ArrayList<>();
  private List<Due> due = List.of();
  private List<ResumableRun> resumable = List.of();
  private final List<Long> resumed = new ArrayList<>();
  private Consumer<RunSnapshot> told;
  private int stops;

  private final SweepLibrary library =
      new SweepLibrary() {
        @Override
        public List<RunSummary> runs(String group) {
          return List.copyOf(kept);
        }

        @Override
        public List<RunSummary> look(List<RunSummary> chosen) {
          looked.addAll(chosen);
          return chosen;
        }

        @Override
        public List<ResumableRun> resumable() {
          return resumable;
        }

        @Override
        public List<Due> due() {
          return due;
        }

        @Override
        public void remember(List<Due> left) {
          due = left;
        }
      };

  private QueueViewModel queue;

  @BeforeEach
  void begin() {
    queue = made();
  }

  private QueueViewModel made() {
    QueueViewModel made =
        new QueueViewModel(
            library,
            configs -> OptionalDouble.of(10 * configs.size()),
            Runnable::run,
            Runnable::run,
            new Texts(Locale.ENGLISH));
    made.trainWith(
        new QueueRunner() {
          @Override
          public void start(QueuedRun run, Consumer<RunSnapshot> observer) {
            started.add(run.config());
            run.kept().ifPresent(resumed::add);
            told = observer;
          }

          @Override
          public void stop() {
            stops++;
          }
        });
    return made;
  }

  private static TrainingConfig config(int epochs) {
    return TrainingConfig.builder().hidden(8).epochs(epochs).build();
  }

  private static List<TrainingConfig> configs(int... epochs) {
    return IntStream.of(epochs).mapToObj(QueueViewModelTest::config).toList();
  }

  /** The run that is trained ends, having read so many of a thousand validation images right. */
  private void end(RunState state, int right) {
    told.accept(EndedRuns.ended(started.get(started.size() - 1), state, right));
  }

  private List<Integer> waiting() {
    return queue.runs().stream()
        .filter(run -> run.stateProperty().get() == State.WAITING)
        .map(run -> run.config().epochs())
        .toList();
  }

  @Test
  void runsAreTrainedOneAfterTheOther() {
    queue.add(configs(1, 2, 3));
    assertEquals(configs(1), started);
    end(RunState.FINISHED, 900);
    assertEquals(configs(1, 2), started);
    assertEquals(1, queue.overProperty().get());
    assertEquals(1, queue.waitingProperty().get());
    assertEquals(10, queue.secondsLeftProperty().get());
  }

  @Test
  void aRunThatFailsOrDivergesDoesNotStopTheQueue() {
    queue.add(configs(1, 2, 3));
    told.accept(EndedRuns.failed(config(1), new Problem("training.failed", "x", "y")));
    end(RunState.DIVERGED, 100);
    end(RunState.FINISHED, 900);

    assertEquals(
        List.of(State.FAILED, State.DIVERGED, State.FINISHED),
        queue.runs().stream().map(run -> run.stateProperty().get()).toList());
    assertNotNull(queue.outcomeProperty().get());
  }

  @Test
  void theBestOnTheValidationImagesIsChosenAndOnlyItsTestImagesAreLookedAt() {
    queue.add(configs(1, 2, 3));
    int[] right = {900, 950, 920};
    for (int i = 0; i < right.length; i++) {
      RunSnapshot run = EndedRuns.ended(config(i + 1), RunState.FINISHED, right[i]);
      kept.add(RunSummaries.of(i + 1, run.result().orElseThrow()));
      told.accept(run);
    }

    assertEquals(List.of(2L), looked.stream().map(RunSummary::id).toList());
    SweepOutcome outcome = queue.outcomeProperty().get();
    assertEquals(List.of(2L, 3L, 1L), outcome.runs());
    assertTrue(outcome.sentences().get(0).in(Locale.ENGLISH).startsWith("The best on the"));
    assertTrue(outcome.sentences().get(0).in(Locale.ENGLISH).contains("95.00"));
    queue.add(configs(5));
    assertNull(queue.outcomeProperty().get());
  }

  @Test
  void singleRunsAreNoSweep() {
    queue.add(configs(1));
    queue.add(configs(2));
    end(RunState.FINISHED, 900);
    end(RunState.FINISHED, 950);

    assertNull(queue.outcomeProperty().get());
    assertTrue(looked.isEmpty());
  }

  @Test
  void waitingRunsAreMovedButNeverBeforeTheOneThatIsTrained() {
    queue.add(configs(1, 2, 3, 4));
    queue.move(queue.runs().get(3), -1);
    assertEquals(List.of(2, 4, 3), waiting());
    queue.moveTo(queue.runs().get(3), 0);
    assertEquals(List.of(3, 2, 4), waiting());
    queue.move(queue.runs().get(0), 2);
    assertEquals(1, queue.runs().get(0).config().epochs());
    end(RunState.FINISHED, 900);
    assertEquals(configs(1, 3), started);
  }

  @Test
  void aHeldQueueFinishesThePresentRunAndBeginsNoOther() {
    queue.add(configs(1, 2));
    queue.hold(true);
    end(RunState.FINISHED, 900);
    assertEquals(configs(1), started);
    queue.hold(false);
    assertEquals(configs(1, 2), started);
    assertFalse(queue.heldProperty().get());
  }

  @Test
  void anEmptiedQueueComesBackInItsOrder() {
    queue.add(configs(1, 2, 3, 4));
    queue.clear();
    assertEquals(List.of(), waiting());
    assertEquals(3, queue.removedProperty().get());
    queue.undoRemoval();
    assertEquals(List.of(2, 3, 4), waiting());
    assertEquals(0, queue.removedProperty().get());
  }

  @Test
  void oneRunIsTakenOutAndTheOneThatIsTrainedIsStopped() {
    queue.add(configs(1, 2, 3));
    queue.remove(queue.runs().get(1));
    assertEquals(List.of(3), waiting());
    queue.remove(queue.runs().get(0));
    assertEquals(1, stops);
    end(RunState.STOPPED, 500);
    assertEquals(configs(1, 3), started);
  }

  @Test
  void aRunThatWasAskedForElsewhereGoesBeforeTheOthers() {
    List<RunState> ends = new ArrayList<>();
    queue.add(configs(1, 2));
    queue.addFirst(config(9), run -> ends.add(run.state()));
    end(RunState.FINISHED, 900);
    assertEquals(configs(1, 9), started);
    end(RunState.FINISHED, 900);
    assertEquals(List.of(RunState.FINISHED), ends);
  }

  @Test
  void whatIsLeftAtTheEndIsOfferedAtTheNextStartAndTheDoneIsNotDoneAgain() {
    queue.add(configs(1, 2, 3));
    RunSnapshot first = EndedRuns.ended(config(1), RunState.FINISHED, 900);
    told.accept(first);
    queue.close();
    told.accept(EndedRuns.ended(config(2), RunState.STOPPED, 500));
    assertEquals(configs(2, 3), due.stream().map(Due::config).toList());
    assertEquals(configs(1, 2), started);

    // A program that was killed may not have noted the last run that it kept.
    kept.add(
        RunSummaries.of(
            2, EndedRuns.ended(config(2), RunState.FINISHED, 900).result().orElseThrow()));
    started.clear();
    queue = made();
    queue.lookForWork();
    assertEquals(1, queue.offeredProperty().get().size());
    assertTrue(started.isEmpty());
    queue.takeUp();
    assertEquals(configs(3), started);
    assertTrue(queue.runs().get(0).isOfSweep());
  }

  @Test
  void whatWasLeftCanBeLeftAndHadBack() {
    due = List.of(new Due("", config(1)));
    queue.lookForWork();
    queue.discard();
    assertEquals(List.of(), due);
    queue.undoRemoval();
    assertEquals(1, queue.offeredProperty().get().size());
    assertEquals(1, due.size());
  }

  private static ResumableRun interrupted(long id, TrainingConfig config, RunState state) {
    RunSummary run =
        new RunSummary(
            id,
            "run " + id,
            "",
            false,
            "",
            Instant.EPOCH,
            config,
            state,
            2,
            Optional.empty(),
            Optional.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            0);
    return new ResumableRun(run, 3);
  }

  @Test
  void aRunThatACrashInterruptedIsOfferedAndGoesOn() {
    resumable = List.of(interrupted(7, config(1), RunState.INTERRUPTED));
    queue.lookForWork();
    assertEquals(resumable, queue.interrupted().runsProperty().get());
    assertTrue(started.isEmpty());
    queue.resume(resumable.get(0));
    assertEquals(List.of(7L), resumed);
    assertEquals(List.of(config(1)), started);
    assertEquals(List.of(), queue.interrupted().runsProperty().get());
  }

  @Test
  void aRunThatWasLeftWhenTheStudioClosedGoesOnInsteadOfBeginningAnew() {
    due = List.of(new Due("", config(1)), new Due("", config(2)));
    resumable = List.of(interrupted(7, config(1), RunState.STOPPED));
    queue.lookForWork();
    assertEquals(List.of(new Due("", config(2))), queue.offeredProperty().get());
    assertEquals(resumable, queue.interrupted().runsProperty().get());
    // Until it is decided, it is remembered.
    assertEquals(2, due.size());
    queue.resume(resumable.get(0));
    queue.takeUp();
    assertEquals(List.of(7L), resumed);
    assertEquals(List.of(config(1)), started);
    assertEquals(1, queue.waitingProperty().get());
  }

  @Test
  void whatAPersonStoppedIsNotOffered() {
    resumable = List.of(interrupted(7, config(1), RunState.STOPPED));
    queue.lookForWork();
    assertEquals(List.of(), queue.interrupted().runsProperty().get());
  }

  @Test
  void interruptedRunsCanBeLeftForNow() {
    due = List.of(new Due("", config(1)));
    resumable = List.of(interrupted(7, config(1), RunState.INTERRUPTED));
    queue.lookForWork();
    queue.leaveInterrupted();
    assertEquals(List.of(), queue.interrupted().runsProperty().get());
    assertEquals(List.of(), due);
    assertTrue(started.isEmpty());
  }

  private static Optional<DueData> set(String name) {
    return Optional.of(new DueData(name, "sha256 of " + name, Instant.EPOCH));
  }

  private static RunSnapshot withoutData(int epochs) {
    return EndedRuns.failed(config(epochs), new Problem(DueData.GONE, "letters"));
  }

  @Test
  void aRunLearnsFromWhatWasChosenWhenItWasQueued() {
    queue.learnFrom(() -> set("letters"));
    queue.add(configs(1, 2));
    queue.learnFrom(() -> set("fashion"));
    queue.add(configs(3));
    assertEquals(
        List.of(set("letters"), set("letters"), set("fashion")),
        queue.runs().stream().map(QueuedRun::data).toList());
    assertEquals(set("letters"), due.get(1).data());

    queue.close();
    queue = made();
    queue.learnFrom(() -> set("digits"));
    queue.lookForWork();
    queue.takeUp();
    assertEquals(
        List.of(set("letters"), set("letters"), set("fashion")),
        queue.runs().stream().map(QueuedRun::data).toList());
  }

  @Test
  void aRunWhoseImagesAreGoneWaitsWhileTheOthersGoOn() {
    queue.add(configs(1, 2));
    told.accept(withoutData(1));
    assertEquals(configs(1, 2), started);
    assertEquals(State.WITHOUT_DATA, queue.runs().get(1).stateProperty().get());
    assertTrue(queue.runs().get(1).problem().isPresent());
    assertEquals(1, queue.waitingProperty().get());
    end(RunState.FINISHED, 900);
    assertEquals(configs(1, 2), started);
    assertNull(queue.outcomeProperty().get());
    assertEquals(configs(1), due.stream().map(Due::config).toList());

    queue.dataChanged();
    assertEquals(configs(1, 2, 1), started);
    end(RunState.FINISHED, 950);
    assertNotNull(queue.outcomeProperty().get());
    assertEquals(List.of(), due);
  }

  @Test
  void aRunWithoutImagesCanBeTakenOutAndHadBack() {
    queue.add(configs(1));
    told.accept(withoutData(1));
    queue.clear();
    assertEquals(0, queue.waitingProperty().get());
    queue.undoRemoval();
    assertEquals(1, queue.waitingProperty().get());
    assertEquals(configs(1), started);
  }
}
