package digitstudio.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import digitstudio.nn.Initializer;
import digitstudio.nn.LearningRate;
import digitstudio.nn.Optimizer;
import digitstudio.nn.Regularizer;
import digitstudio.text.Problem;
import digitstudio.training.augment.Augmentation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResumeTest {
  private static final TrainingData DATA = SmallMnist.of(1200, 50);
  private static final TrainingConfig SMALL =
      TrainingConfig.builder().hidden(20).epochs(4).batchSize(64).build();

  private static final Augmentation DISTORTED =
      Augmentation.NONE.withElastic(36, 5).withRotation(10);

  @TempDir private Path folder;

  /** Stops a run as a kill would: what came after the checkpoint is lost. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Takes one checkpoint, the first that is possible at or after a step, and goes no further. */
  private final class Kill implements TrainingListener, Checkpointing {
    private final Optional<Checkpoint> start;
    private final long step;
    private final boolean atEpoch;
    private long now;
    private Checkpoint taken;

    Kill(Optional<Checkpoint> start, long step, boolean atEpoch) {
      this.start = start;
      this.step = step;
      this.atEpoch = atEpoch;
    }

    @Override
    public Checkpointing checkpointing() {
      return this;
    }

    @Override
    public Optional<Checkpoint> start() {
      return start;
    }

    @Override
    public void stepEnded(long step, int images, double loss, int correct) {
      now = step;
    }

    @Override
    public boolean isDue(boolean epochEnded) {
      return now >= step && (epochEnded || !atEpoch);
    }

    @Override
    public void keep(Supplier<Checkpoint> moment) {
      taken = moment.get();
      throw new Killed();
    }
  }

  /** Goes on from a checkpoint, and writes down what it is told. */
  private static final class Witness implements TrainingListener {
    private final Optional<Checkpoint> start;
    private final RunHistory history;
    private final List<Integer> told = new ArrayList<>();

    Witness(TrainingConfig config, Optional<Checkpoint> start) {
      this.start = start;
      history = new RunHistory(config);
    }

    @Override
    public Checkpointing checkpointing() {
      return new Checkpointing() {
        @Override
        public Optional<Checkpoint> start() {
          return start;
        }

        @Override
        public boolean isDue(boolean epochEnded) {
          return false;
        }

        @Override
        public void keep(Supplier<Checkpoint> moment) {}
      };
    }

    @Override
    public void resumed(Checkpoint from) {
      history.resumed(from);
    }

    @Override
    public void stepEnded(long step, int images, double loss, int correct) {
      history.stepEnded(step, images, loss, correct);
    }

    @Override
    public void epochEnded(EpochResult result) {
      told.add(result.epoch());
      history.epochEnded(result);
    }
  }

  private Checkpoint killed(
      TrainingConfig config, Optional<Checkpoint> from, long step, boolean ep) {
    Kill kill = new Kill(from, step, ep);
    assertThrows(Killed.class, () -> new Trainer(config, DATA).run(kill, new StopSignal()));
    return throughFile(kill.taken);
  }

  private Checkpoint throughFile(Checkpoint taken) {
    Path file = folder.resolve("run.checkpoint");
    try {
      CheckpointFile.write(taken, Map.of(), file, folder.resolve("run.before"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return CheckpointFile.read(file);
  }

  private static RunResult run(TrainingConfig config, Witness witness) {
    return new Trainer(config, DATA).run(witness, new StopSignal());
  }

  private static void assertSame(RunResult whole, RunResult resumed) {
    assertEquals(whole.state(), resumed.state());
    assertEquals(whole.stoppedEarly(), resumed.stoppedEarly());
    assertEquals(whole.bestEpoch(), resumed.bestEpoch());
    assertEquals(timeless(whole.epochs()), timeless(resumed.epochs()));
    assertSame(whole.model(), resumed.model());
    assertSame(whole.last(), resumed.last());
    assertEquals(whole.best().isPresent(), resumed.best().isPresent());
    whole.best().ifPresent(best -> assertSame(best, resumed.best().orElseThrow()));
    assertEquals(whole.test().loss(), resumed.test().loss());
  }

  private static void assertSame(Model whole, Model resumed) {
    for (int a = 0; a < whole.parameters().size(); a++) {
      assertArrayEquals(whole.parameters().get(a), resumed.parameters().get(a), 0f);
    }
  }

  /** Everything of the epochs but how long they took. */
  private static List<EpochResult> timeless(List<EpochResult> epochs) {
    return epochs.stream()
        .map(
            epoch ->
                new EpochResult(
                    epoch.epoch(),
                    epoch.trainLoss(),
                    epoch.trainAccuracy(),
                    epoch.validationLoss(),
                    epoch.validationAccuracy(),
                    epoch.penalty(),
                    epoch.learningRate(),
                    0))
        .toList();
  }

  private void assertResumesAfter(TrainingConfig config, long step, boolean atEpoch) {
    Witness whole = new Witness(config, Optional.empty());
    Witness resumed =
        new Witness(config, Optional.of(killed(config, Optional.empty(), step, atEpoch)));
    RunResult expected = run(config, whole);
    assertSame(expected, run(config, resumed));
    assertSame(whole.history.snapshot().lossByStep(), resumed.history.snapshot().lossByStep());
  }

  private static void assertSame(Curve whole, Curve resumed) {
    assertEquals(whole.steps(), resumed.steps());
    assertArrayEquals(whole.mean(), resumed.mean());
    assertArrayEquals(whole.least(), resumed.least());
    assertArrayEquals(whole.greatest(), resumed.greatest());
  }

  static Stream<TrainingConfig> everyRule() {
    List<Optimizer> rules =
        List.of(
            new Optimizer.Sgd(),
            new Optimizer.Momentum(0.9),
            new Optimizer.Nesterov(0.9),
            new Optimizer.Adagrad(1e-8),
            new Optimizer.RmsProp(0.9, 1e-8),
            new Optimizer.Adam(0.9, 0.999, 1e-8, true),
            new Optimizer.Adam(0.9, 0.999, 1e-8, false));
    List<TrainingConfig> configs = new ArrayList<>();
    for (Optimizer rule : rules) {
      for (double dropout : new double[] {0, 0.3}) {
        for (Shuffle shuffle : Shuffle.values()) {
          configs.add(
              SMALL.toBuilder()
                  .optimizer(rule)
                  .learningRate(0.003)
                  .dropout(dropout)
                  .shuffle(shuffle)
                  .build());
        }
      }
    }
    return configs.stream();
  }

  @ParameterizedTest
  @MethodSource("everyRule")
  void aRunThatGoesOnFromAnyStepEndsAsTheOneThatWasNeverStopped(TrainingConfig config) {
    SplittableRandom random = new SplittableRandom(config.hashCode());
    assertResumesAfter(config, 1 + random.nextLong(55), false);
  }

  /** Steps along single images are put off, and settled at fixed places. */
  static Stream<TrainingConfig> everyRuleImageByImage() {
    return everyRule()
        .filter(config -> config.shuffle() == Shuffle.EPOCH)
        .map(config -> config.toBuilder().batchSize(1).epochs(2).hidden(300).build());
  }

  @ParameterizedTest
  @MethodSource("everyRuleImageByImage")
  void aRunOfSingleImagesGoesOnFromWithinAnEpoch(TrainingConfig config) {
    // 960 images an epoch and as many steps, so that a place lies within it only for large
    // networks.
    TrainingConfig wide = config.toBuilder().hidden(1500).epochs(1).trainLimit(1150).build();
    assertResumesAfter(wide, 1, false);
  }

  @ParameterizedTest
  @MethodSource("everyRuleImageByImage")
  void aRunOfSingleImagesGoesOnFromAnEpochsEnd(TrainingConfig config) {
    assertResumesAfter(config, 1, true);
  }

  static Stream<TrainingConfig> others() {
    return Stream.of(
        SMALL.toBuilder().batchSize(new BatchSize.All()).build(),
        SMALL.toBuilder().batchSize(new BatchSize.All()).validation(0).dropout(0.2).build(),
        SMALL.toBuilder().batchSize(640).validation(0).shuffle(Shuffle.ONCE).build(),
        SMALL.toBuilder().batchSize(319).dropout(0.5).build(),
        SMALL.toBuilder().augmentation(DISTORTED).build(),
        SMALL.toBuilder().augmentation(DISTORTED).batchSize(new BatchSize.All()).build(),
        SMALL.toBuilder().regularizer(new Regularizer.L1(0.01)).build(),
        SMALL.toBuilder().regularizer(new Regularizer.L2(0.1)).batchSize(1).epochs(2).build(),
        SMALL.toBuilder().learningRate(new LearningRate.Cosine(0.01)).build(),
        SMALL.toBuilder().learningRate(new LearningRate.Step(0.01, 1, 0.5)).build(),
        // Not sparse, so that the first layer takes the other way.
        SMALL.toBuilder().standardization(true).build(),
        SMALL.toBuilder().standardization(true).batchSize(1).epochs(2).build(),
        SMALL.toBuilder().hidden(70, 50, 30).initializer(new Initializer.Xavier()).build(),
        SMALL.toBuilder().hidden(List.of()).validation(0).build());
  }

  @ParameterizedTest
  @MethodSource("others")
  void itDoesSoWithEveryOtherSetting(TrainingConfig config) {
    assertResumesAfter(config, 2, false);
    assertResumesAfter(config, 2, true);
  }

  @ParameterizedTest
  @MethodSource("everyRule")
  void itDoesSoWithoutVectors(TrainingConfig config) {
    String before = System.getProperty("digitstudio.kernel");
    System.setProperty("digitstudio.kernel", "plain");
    try {
      int batchSize = config.dropout() > 0 ? 1 : 100;
      TrainingConfig slow = config.toBuilder().batchSize(batchSize).trainLimit(400).build();
      assertResumesAfter(slow, 3, batchSize == 1);
    } finally {
      if (before == null) {
        System.clearProperty("digitstudio.kernel");
      } else {
        System.setProperty("digitstudio.kernel", before);
      }
    }
  }

  @Test
  void earlyStoppingRemembersTheBestEpochAndItsWeights() {
    TrainingConfig config =
        SMALL.toBuilder().learningRate(0.03).epochs(40).patience(3).dropout(0.1).build();
    RunResult whole = run(config, new Witness(config, Optional.empty()));
    assertTrue(whole.stoppedEarly());
    long stepsPerEpoch = 15;
    for (int epoch = 1; epoch <= whole.epochs().size(); epoch++) {
      boolean last = epoch == whole.epochs().size();
      Checkpoint from = killed(config, Optional.empty(), epoch * stepsPerEpoch, true);
      Witness resumed = new Witness(config, Optional.of(from));
      assertSame(whole, run(config, resumed));
      assertEquals(last, resumed.told.isEmpty());
    }
  }

  @Test
  void aRunMayBeKilledAgainAndAgain() {
    TrainingConfig config = SMALL.toBuilder().dropout(0.3).build();
    RunResult whole = run(config, new Witness(config, Optional.empty()));
    Optional<Checkpoint> at = Optional.empty();
    for (long step : new long[] {1, 2, 14, 15, 16, 31, 59}) {
      at = Optional.of(killed(config, at, step, false));
    }
    assertSame(whole, run(config, new Witness(config, at)));
  }

  @Test
  void checkpointsDoNotChangeTheRun() {
    TrainingConfig config = SMALL.toBuilder().batchSize(1).epochs(2).build();
    RunResult whole = run(config, new Witness(config, Optional.empty()));
    List<Checkpoint> taken = new ArrayList<>();
    TrainingListener eager = eager(taken);
    assertSame(whole, new Trainer(config, DATA).run(eager, new StopSignal()));
    assertEquals(2, taken.size());
  }

  private static TrainingListener eager(List<Checkpoint> taken) {
    Checkpointing all =
        new Checkpointing() {
          @Override
          public Optional<Checkpoint> start() {
            return Optional.empty();
          }

          @Override
          public boolean isDue(boolean epochEnded) {
            return true;
          }

          @Override
          public void keep(Supplier<Checkpoint> moment) {
            taken.add(moment.get());
          }
        };
    return new TrainingListener() {
      @Override
      public Checkpointing checkpointing() {
        return all;
      }
    };
  }

  @Test
  void aRunThatIsStoppedWithinABatchGoesOnAsIfItHadNotBeen() {
    TrainingConfig config =
        SMALL.toBuilder().batchSize(500).validation(0).dropout(0.3).epochs(2).build();
    RunResult whole = run(config, new Witness(config, Optional.empty()));
    List<Checkpoint> taken = new ArrayList<>();
    StopSignal signal = new StopSignal();
    TrainingListener stopping =
        eager(taken)
            .then(
                new TrainingListener() {
                  @Override
                  public void imagesSeen(long images) {
                    if (images > 500 && images < 1000) {
                      signal.stop();
                    }
                  }
                });
    new Trainer(config, DATA).run(stopping, signal);
    Checkpoint last = throughFile(taken.get(taken.size() - 1));
    assertEquals(500, last.imagesSeen());
    assertSame(whole, run(config, new Witness(config, Optional.of(last))));
  }

  @Test
  void itIsNotResumedOnOtherImagesNorAsAnotherRun() {
    Checkpoint from = killed(SMALL, Optional.empty(), 3, false);
    TrainingData other = new TrainingData(DATA.train(), DATA.test(), "another hash");
    Witness witness = new Witness(SMALL, Optional.of(from));
    Problem refused =
        assertThrows(Problem.class, () -> new Trainer(SMALL, other).run(witness, new StopSignal()));
    assertEquals("checkpoint.otherData", refused.key());
    TrainingConfig changed = SMALL.toBuilder().seed(2).build();
    assertEquals(
        "checkpoint.otherRun", assertThrows(Problem.class, () -> run(changed, witness)).key());
  }

  @Test
  void theRunKeepsItsOriginWhereNothingHasChanged() {
    Checkpoint from = killed(SMALL, Optional.empty(), 3, false);
    RunResult result = run(SMALL, new Witness(SMALL, Optional.of(from)));
    assertEquals(from.provenance(), result.provenance());
  }
}
